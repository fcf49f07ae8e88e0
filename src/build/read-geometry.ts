/** Reads the shapes and heights of `content/geometry`: valid GeoJSON, each shape with an id, in the region and the right way round. */
import { check } from '@placemarkio/check-geojson';
import { z } from 'astro/zod';
import type { Feature, FeatureCollection } from 'geojson';
import type { Shape } from '../assembly/entries.ts';
import { didYouMean } from '../assembly/nearest-id.ts';
import type { Problem } from '../assembly/problems.ts';
import { isInRegion } from '../model/map-limits.ts';
import { hiddenIn, markupIn } from '../model/plain-text.ts';
import type { LonLat } from '../model/projection.ts';
import { isId } from '../share/view.ts';
import { readText } from './read-file.ts';
import { schemaWords } from './schema-words.ts';

/** The geometry files, without `.geojson`: each shape's id is its feature's `properties.id`. */
export const GEOMETRY = ['countries', 'control-areas', 'districts', 'corridor-zone', 'hydro', 'routes'] as const;
/** The files whose shapes a map feature may name; countries and waters are the ground of every map. */
export const NAMED = ['control-areas', 'districts', 'corridor-zone', 'routes'] as const;
export type GeometryName = (typeof GEOMETRY)[number];
export type Geometry = Readonly<Record<GeometryName, FeatureCollection>>;
/** The heights along the routes. */
export const HEIGHTS = 'content/geometry/elevation-profile.json';

const profile = z
  .array(z.tuple([z.number(), z.number()]))
  .min(2)
  .superRefine((heights, { addIssue }) => {
    const i = heights.findIndex(([km], j) => km <= (heights[j - 1]?.[0] ?? Number.NEGATIVE_INFINITY));
    if (i >= 0)
      addIssue({
        code: 'custom',
        path: [i, 0],
        message: `kilometre ${heights[i]?.[0]} does not come after ${heights[i - 1]?.[0]}`,
      });
  });
const heightsSchema = z.object({
  routes: z.array(z.object({ id: z.string().refine(isId), profile })),
});
export type Heights = z.infer<typeof heightsSchema>;

const TYPES = ['LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'];
/** Neighbouring countries reach so many degrees beyond the region; everything else lies in it, or nearly. */
const BEYOND = { countries: 6, others: 0.5 };
/** So many problems of one file are told; a slip of a tool is in every line of it. */
const MOST = 5;
const RESTORE = 'Mend it, or restore the file from git';

/** What a file of shapes was found to be, by its text: they are large, and seldom change. */
const checked = new Map<string, readonly { readonly line: number; readonly what: string }[]>();

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** Returns what the checker finds in a text. */
function issuesOf(text: string): readonly { readonly from: number; readonly message: string }[] {
  try {
    check(text);
    return [];
  } catch (error) {
    const { issues } = error as { issues?: { from: number; message: string }[] };
    if (!issues) throw error;
    return issues;
  }
}

/** Returns what is wrong with a text as JSON, or its value. */
function parseJson(text: string): { readonly value: unknown } | { readonly line: number; readonly what: string } {
  try {
    return { value: JSON.parse(text) };
  } catch {
    // The checker has a parser of its own, which says where; at the end of a text cut short it stumbles.
    const [, words, line] = /^Invalid JSON: (.*?) found\. \((\d+):\d+\)$/.exec(issuesOf(text)[0]?.message ?? '') ?? [];
    return line
      ? { line: Number(line), what: `is no JSON: ${words}. ${RESTORE}` }
      : { line: lineAt(text, text.trimEnd().length), what: `is no JSON: the text is cut short. ${RESTORE}` };
  }
}

/** Returns what is wrong with a text as GeoJSON. */
function formProblems(text: string): readonly { line: number; what: string }[] {
  const known = checked.get(text);
  if (known) return known;
  const all = issuesOf(text).map(({ from, message }) => ({
    line: lineAt(text, from),
    what: `${message.replace(/\.$/, '')}. ${RESTORE}`,
  }));
  const found = all.filter(({ line, what }, i) => all.findIndex((one) => one.line === line && one.what === what) === i);
  checked.set(text, found);
  return found;
}

type Position = readonly [lon: number, lat: number];
const positionsOf = (value: unknown): Position[] =>
  Array.isArray(value) && Array.isArray(value[0]) ? value.flatMap(positionsOf) : [value as Position];

/** Returns what is wrong with one shape. */
function shapeProblems({ properties, geometry }: Feature, seen: Set<unknown>, beyond: number): string[] {
  const id: unknown = properties?.['id'];
  const found: string[] = [];
  if (typeof id !== 'string' || !isId(id) || seen.has(id))
    found.push(
      `properties.id: ${JSON.stringify(id)} is missing, no id, or there twice. Every shape needs an id of its own`,
    );
  seen.add(id);
  const say = (what: string): void => {
    found.push(`${String(id)}: ${what}`);
  };
  for (const [name, value] of Object.entries(properties ?? {}))
    if (typeof value === 'string') {
      const hidden = hiddenIn(value)?.what;
      for (const what of hidden === undefined ? markupIn(value) : [hidden]) say(`properties.${name}: ${what}`);
    }
  if (!geometry || !TYPES.includes(geometry.type)) {
    say(`geometry: ${JSON.stringify(geometry?.type ?? null)} is not drawn. Use one of ${TYPES.join(', ')}`);
    return found;
  }
  const positions = 'coordinates' in geometry ? positionsOf(geometry.coordinates) : [];
  const bad = positions.find((one) => !isInRegion({ lon: one[0], lat: one[1] }, beyond));
  if (bad) {
    const isSwapped = isInRegion({ lon: bad[1], lat: bad[0] }, beyond);
    say(
      `${JSON.stringify(bad)} lies far from the map. Write [longitude, latitude] in degrees${isSwapped ? ': these two are swapped' : ''}`,
    );
  }
  return found;
}

/** Reads the shapes, or adds to `problems` what is wrong with them. */
export function readGeometry(root: string, problems: Problem[]): Geometry {
  const seen = new Set<unknown>();
  const read = (name: GeometryName): FeatureCollection => {
    const file = `content/geometry/${name}.geojson`;
    const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };
    const text = readText(root, file, problems);
    if (text === undefined) return nothing;
    const json = parseJson(text);
    if (!('value' in json)) {
      problems.push({ file, ...json });
      return nothing;
    }
    const data = json.value as FeatureCollection;
    if (data?.type !== 'FeatureCollection' || !Array.isArray(data.features)) {
      problems.push({ file, line: 1, what: `is no FeatureCollection. ${RESTORE}` });
      return nothing;
    }
    const form = formProblems(text);
    for (const problem of form.slice(0, MOST)) problems.push({ file, ...problem });
    if (form.length > 0) return { ...data, features: data.features.filter((one) => one?.properties) };
    // A shape begins where its id stands.
    let from = 0;
    for (const feature of data.features) {
      const id: unknown = feature.properties?.['id'];
      const at = typeof id === 'string' && isId(id) ? text.slice(from).search(`"id"\\s*:\\s*"${id}"`) : -1;
      if (at >= 0) from += at + 1;
      for (const what of shapeProblems(feature, seen, name === 'countries' ? BEYOND.countries : BEYOND.others))
        problems.push({ file, line: at >= 0 ? lineAt(text, from) : undefined, what });
    }
    return data;
  };
  return Object.fromEntries(GEOMETRY.map((name) => [name, read(name)])) as Record<GeometryName, FeatureCollection>;
}

/** Returns the points of a line from end to end; of anything else, none. */
export function lineOf({ geometry }: Feature): LonLat[] {
  const lines =
    geometry?.type === 'LineString'
      ? [geometry.coordinates]
      : geometry?.type === 'MultiLineString'
        ? geometry.coordinates
        : [];
  return lines.flat().map(([lon = 0, lat = 0]): LonLat => [lon, lat]);
}

/** Returns what content may name the shapes for, by id; nothing where a file of them has a fault of its own. */
export function shapesOf(geometry: Geometry, problems: readonly Problem[]): Map<string, Shape> {
  const isWhole = !problems.some(({ file }) => file.endsWith('.geojson'));
  return new Map(
    NAMED.flatMap((name) =>
      geometry[name].features.map((feature): [string, Shape] => {
        const form = String(feature.geometry?.type).endsWith('Polygon') ? 'area' : 'line';
        const road = isWhole && name === 'routes' && form === 'line' ? lineOf(feature) : undefined;
        return [String(feature.properties?.['id']), { form, road }];
      }),
    ),
  );
}

/** Adds to `problems` which heights are of no route, so that nothing would show them. */
export function checkHeights(heights: Heights, routes: readonly string[], problems: Problem[]): void {
  for (const [i, { id }] of heights.routes.entries())
    if (!routes.includes(id))
      problems.push({
        file: HEIGHTS,
        line: 1,
        what: `routes.${i}.id: no route "${id}" in content/road.yaml. ${didYouMean(id, routes, 'Correct the id')}`,
      });
    else if (heights.routes.findIndex((one) => one.id === id) !== i)
      problems.push({ file: HEIGHTS, line: 1, what: `routes.${i}.id: "${id}" stands twice. Take one of the two out` });
}

/** Reads the heights, or adds to `problems` what is wrong with them. */
export function readHeights(root: string, problems: Problem[]): Heights {
  const nothing: Heights = { routes: [] };
  const text = readText(root, HEIGHTS, problems);
  if (text === undefined) return nothing;
  const json = parseJson(text);
  if (!('value' in json)) {
    problems.push({ file: HEIGHTS, ...json });
    return nothing;
  }
  const read = heightsSchema.safeParse(json.value, { error: schemaWords });
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues.slice(0, MOST))
    problems.push({ file: HEIGHTS, line: 1, what: `${path.join('.') || 'file'}: ${message}. ${RESTORE}` });
  return nothing;
}
