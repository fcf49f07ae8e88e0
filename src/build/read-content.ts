/**
 * Reads `content/` from disk: YAML and front matter with the line of every field, each file against its schema.
 * Collects problems instead of stopping at the first.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { z } from 'astro/zod';
import type { FeatureCollection } from 'geojson';
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { assembleWorld, type Entries, type Entry, nearestId, type Problem, type World } from '../model/world.ts';
import {
  chapterSchema,
  chartSchema,
  claimsSchema,
  eventSchema,
  featureSchema,
  figuresSchema,
  glossarySchema,
  houseStyleSchema,
  namedViewSchema,
  openQuestionsSchema,
  placeSchema,
  questionSchema,
  quotationsSchema,
  roadSchema,
  siteSchema,
  sourceSchema,
  statementSchema,
} from '../schema/content.ts';
import { isId } from '../share/view.ts';

/** The geometry files, without `.geojson`: each shape's id is its feature's `properties.id`. */
export const GEOMETRY = ['countries', 'control-areas', 'districts', 'corridor-zone', 'hydro', 'routes'] as const;
/** The files whose shapes a map feature may name; countries and waters are the ground of every map. */
export const NAMED = ['control-areas', 'districts', 'corridor-zone', 'routes'] as const;
export type GeometryName = (typeof GEOMETRY)[number];
export type Geometry = Readonly<Record<GeometryName, FeatureCollection>>;

/** Reads one file of YAML, or of Markdown with YAML front matter, or adds to `problems` and returns nothing. */
function readEntry<S extends z.ZodType>(
  root: string,
  file: string,
  schema: S,
  problems: Problem[],
): Entry<z.infer<S>> | undefined {
  const text = readFileSync(join(root, file), 'utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n');
  const isProse = /\.mdx?$/.test(file);
  const front = isProse ? /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(text) : null;
  if (isProse && !front) {
    problems.push({
      file,
      line: 1,
      what: 'front matter: missing. The file starts with --- , the fields, and --- on a line of its own',
    });
    return undefined;
  }
  const yaml = front ? (front[1] ?? '') : text;
  const linesBefore = front ? 1 : 0;
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter, prettyErrors: false });
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line + linesBefore;
  for (const error of document.errors)
    problems.push({
      file,
      line: lineAt(error.pos[0]),
      what: `YAML: ${error.message}. Texts with a colon or a leading quote need quotes around them`,
    });
  if (document.errors.length > 0) return undefined;
  const lineOf = (field: string): number | undefined => {
    const path = field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    for (let length = path.length; length > 0; length--) {
      // A field is where its name stands; its value may begin a line later.
      const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
      const pair = isMap(parent)
        ? parent.items.find(({ key }) => isScalar(key) && key.value === path[length - 1])
        : undefined;
      const node = pair?.key ?? document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return undefined;
  };
  let raw: unknown;
  try {
    raw = document.toJS();
  } catch (error) {
    problems.push({
      file,
      what: `YAML: ${error instanceof Error ? error.message : error}. A text that starts with * or & needs quotes`,
    });
    return undefined;
  }
  const checked = schema.safeParse(raw);
  if (!checked.success) {
    for (const issue of checked.error.issues) {
      const field = issue.path.join('.');
      const line = lineOf(field) ?? (linesBefore || 1);
      const fields = fieldsAt(schema, issue.path);
      if (issue.code === 'unrecognized_keys')
        for (const key of issue.keys) {
          const near = nearestId(key, fields);
          problems.push({
            file,
            line: lineOf(field ? `${field}.${key}` : key) ?? line,
            what: `${field ? `${field}.` : ''}${key}: no such field. ${near ? `Did you mean ${near}?` : `Known here: ${fields.join(', ')}`}`,
          });
        }
      else problems.push({ file, line, what: `${field || 'file'}: ${issue.message}` });
    }
    return undefined;
  }
  const body = front ? text.slice(front[0].length) : '';
  return {
    id: parse(file).name,
    file,
    data: checked.data,
    body,
    bodyLine: front ? front[0].split('\n').length : 1,
    lineOf,
  };
}

/** Returns the names of the fields that a schema knows at a path. */
function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let here: unknown = schema;
  const inner = (): void => {
    while (typeof here === 'object' && here !== null && !('shape' in here) && !('element' in here) && 'unwrap' in here)
      here = (here as { unwrap: () => unknown }).unwrap();
  };
  inner();
  for (const key of path) {
    if (typeof here !== 'object' || here === null) return [];
    here =
      'element' in here ? here.element : 'shape' in here ? (here.shape as Record<PropertyKey, unknown>)[key] : null;
    inner();
  }
  return typeof here === 'object' && here !== null && 'shape' in here ? Object.keys(here.shape as object) : [];
}

/** Reads every file of a folder that ends as asked. */
function readFolder<S extends z.ZodType>(
  root: string,
  folder: string,
  end: string,
  schema: S,
  problems: Problem[],
): Entry<z.infer<S>>[] {
  const path = join(root, folder);
  if (!existsSync(path)) {
    problems.push({ file: folder, what: 'the folder is missing. Restore it' });
    return [];
  }
  return readdirSync(path)
    .sort()
    .flatMap((name) => {
      const file = `${folder}/${name}`;
      if (name.startsWith('.')) return [];
      if (!name.endsWith(end)) {
        problems.push({ file, what: `file name: does not end in ${end}. Rename or move the file` });
        return [];
      }
      if (!isId(name.slice(0, -end.length))) {
        problems.push({
          file,
          what: `file name: "${name.slice(0, -end.length)}" is no id. Use lower-case words and digits joined by hyphens`,
        });
        return [];
      }
      const entry = readEntry(root, file, schema, problems);
      return entry ? [entry] : [];
    });
}

/** Returns the ids of a folder's files, readable or not. */
function idsIn(root: string, folder: string): Set<string> {
  return new Set(existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => parse(name).name) : []);
}

const isPosition = (value: unknown): boolean =>
  Array.isArray(value) &&
  typeof value[0] === 'number' &&
  typeof value[1] === 'number' &&
  Math.abs(value[0]) <= 180 &&
  Math.abs(value[1]) <= 90;
const positions = (value: unknown): unknown[] =>
  Array.isArray(value) && Array.isArray(value[0]) ? value.flatMap(positions) : [value];

/** Reads the shapes, or adds to `problems` what is wrong with them. */
export function readGeometry(root: string, problems: Problem[]): Geometry {
  const seen = new Set<unknown>();
  const read = (name: GeometryName): FeatureCollection => {
    const file = `content/geometry/${name}.geojson`;
    const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };
    let data: FeatureCollection;
    try {
      data = JSON.parse(readFileSync(join(root, file), 'utf8')) as FeatureCollection;
    } catch (error) {
      problems.push({
        file,
        what: `cannot be read as JSON: ${error instanceof Error ? error.message : error}. Restore it from git`,
      });
      return nothing;
    }
    if (!Array.isArray(data?.features)) {
      problems.push({ file, what: 'features: missing. The file is no FeatureCollection. Restore it from git' });
      return nothing;
    }
    for (const feature of data.features) {
      const id: unknown = feature.properties?.['id'];
      const bad =
        feature.geometry && 'coordinates' in feature.geometry
          ? positions(feature.geometry.coordinates).find((p) => !isPosition(p))
          : 'none';
      if (typeof id !== 'string' || !isId(id) || seen.has(id))
        problems.push({
          file,
          what: `properties.id: ${JSON.stringify(id)} is missing, no id, or there twice. Every shape needs an id of its own`,
        });
      if (bad !== undefined)
        problems.push({
          file,
          what: `${String(id)}: ${JSON.stringify(bad)} is no position. Write [longitude, latitude] in degrees`,
        });
      seen.add(id);
    }
    return data;
  };
  return Object.fromEntries(GEOMETRY.map((name) => [name, read(name)])) as Record<GeometryName, FeatureCollection>;
}

/** Reads all of `content/` under a project's root, and what is wrong with single files. */
export function readEntries(root: string): { entries: Entries; geometry: Geometry; problems: Problem[] } {
  const problems: Problem[] = [];
  const geometry = readGeometry(root, problems);
  const one = <S extends z.ZodType>(file: string, schema: S): Entry<z.infer<S>> | undefined =>
    existsSync(join(root, file)) ? readEntry(root, file, schema, problems) : undefined;
  const entries: Entries = {
    events: readFolder(root, 'content/events', '.md', eventSchema, problems),
    places: readFolder(root, 'content/places', '.yaml', placeSchema, problems),
    sources: readFolder(root, 'content/sources', '.yaml', sourceSchema, problems),
    features: readFolder(root, 'content/map', '.yaml', featureSchema, problems),
    chapters: readFolder(root, 'content/chapters', '.mdx', chapterSchema, problems),
    questions: readFolder(root, 'content/questions', '.yaml', questionSchema, problems),
    views: readFolder(root, 'content/views', '.yaml', namedViewSchema, problems),
    charts: readFolder(root, 'content/charts', '.yaml', chartSchema, problems),
    files: {
      event: idsIn(root, 'content/events'),
      place: idsIn(root, 'content/places'),
      source: idsIn(root, 'content/sources'),
      chart: idsIn(root, 'content/charts'),
    },
    claims: one('content/claims.yaml', claimsSchema),
    figures: one('content/figures.yaml', figuresSchema),
    glossary: one('content/glossary.yaml', glossarySchema),
    openQuestions: one('content/open-questions.yaml', openQuestionsSchema),
    quotations: one('content/quotations.yaml', quotationsSchema),
    houseStyle: one('content/house-style.yaml', houseStyleSchema),
    statement: one('content/statement.yaml', statementSchema),
    site: one('content/site.yaml', siteSchema),
    road: one('content/road.yaml', roadSchema),
    shapes: new Set(NAMED.flatMap((name) => geometry[name].features.map((f) => String(f.properties?.['id'])))),
  };
  return { entries, geometry, problems };
}

/** Reads all of `content/` under a project's root and joins it, or throws a `ContentError` with every problem. */
export function readWorld(root: string): { world: World; geometry: Geometry } {
  const { entries, geometry, problems } = readEntries(root);
  return { world: assembleWorld(entries, problems), geometry };
}
