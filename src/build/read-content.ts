/**
 * Reads `content/` from disk: YAML and front matter with the line of every field, each file against its schema.
 * Collects problems instead of stopping at the first.
 */
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { z } from 'astro/zod';
import { assembleWorld } from '../assembly/assemble-world.ts';
import { stringsIn } from '../assembly/author-texts.ts';
import type { Entries, Entry } from '../assembly/entries.ts';
import { didYouMean } from '../assembly/nearest-id.ts';
import type { Problem } from '../assembly/problems.ts';
import { foreignProblems, lettersProblem } from '../model/foreign-words.ts';
import { NAME_TAGS } from '../model/languages.ts';
import { hiddenIn, markupIn } from '../model/plain-text.ts';
import { typographic } from '../model/prose.ts';
import type { World } from '../model/world.ts';
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
import { nameProblem, phaseProblems } from './event-dates.ts';
import { proseProblems, withoutParagraphs } from './prose-form.ts';
import { readText } from './read-file.ts';
import {
  checkHeights,
  GEOMETRY,
  type Geometry,
  HEIGHTS,
  type Heights,
  readGeometry,
  readHeights,
  shapesOf,
} from './read-geometry.ts';
import { readYaml } from './read-yaml.ts';
import { problemsWith, schemaWords } from './schema-words.ts';
import { missingSpokenOf } from './spoken-of.ts';
import { unsetIn } from './typefaces.ts';

/** Returns every key and every text of a value, with its field. */
function* writtenIn(value: unknown, field = ''): Generator<{ readonly field: string; readonly text: string }> {
  if (typeof value === 'string') yield { field, text: value };
  else if (typeof value === 'object' && value !== null)
    for (const [key, inside] of Object.entries(value)) {
      const at = field === '' ? key : `${field}.${key}`;
      yield { field: at, text: key };
      yield* writtenIn(inside, at);
    }
}

/** Fields that are not shown in their own letters. */
const ADDRESS = /(?:^|\.)(?:url|archived)(?:\.|$)/;
/** Fields that hold the words of others as these wrote them. */
const AS_WRITTEN = /(?:^|\.)(?:url|archived|forms)(?:\.|$)/;
const OF_SOURCE = /^(?:publisher|title)$/;
/** Fields without marks, whose words stand on pages and in lists alike. */
const SHORT = /(?:^|\.)(?:title|summary|name|label|side|question|term|heading)(?:\.|$)/;
const NAME_OF_PLACE = /^(?:name$|label\.|otherNames\.)/;

/** Returns what is wrong with the letters of a field's text. */
function lettersOf(file: string, field: string, text: string): string[] {
  const tag = /^forms\.(\w+)\./.exec(field)?.[1];
  const unset = [ADDRESS.test(field) ? [] : (unsetIn(text)?.what ?? [])].flat();
  // Of a language that the site does not have, that is told.
  if (tag !== undefined) return NAME_TAGS.some((one) => one === tag) ? [lettersProblem(tag, text) ?? unset].flat() : [];
  if (AS_WRITTEN.test(field) || (file.startsWith('content/sources/') && OF_SOURCE.test(field))) return unset;
  const instead =
    file.startsWith('content/places/') && NAME_OF_PLACE.test(field)
      ? 'Write it under forms, and the name here in Latin letters'
      : SHORT.test(field)
        ? 'Write it in Latin letters'
        : undefined;
  const foreign = foreignProblems(text, instead).map(({ what }) => what);
  return foreign.length > 0 ? foreign : unset;
}

/** Returns the value of a file with nothing where a text was found wrong, and texts as its schema would make them. */
function withoutWrong(value: unknown, wrong: ReadonlySet<string>, field = ''): unknown {
  if (typeof value === 'string')
    return wrong.has(field) ? null : value.includes(' ') ? typographic(value.trim()) : value;
  if (typeof value !== 'object' || value === null) return value;
  const inside = Object.entries(value).map(
    ([key, one]) => [key, withoutWrong(one, wrong, field === '' ? key : `${field}.${key}`)] as const,
  );
  return Array.isArray(value) ? inside.map(([, one]) => one) : Object.fromEntries(inside);
}

/** What has been found so far that is wrong, and the files with a fault of their own. */
interface Findings {
  readonly problems: Problem[];
  readonly unread: Entry<unknown>[];
}

interface Read {
  readonly text: string;
  readonly entry: Entry<unknown> | undefined;
  readonly findings: Findings;
}

/** What was read, by path: while editing, a file is read anew when it has changed. */
const kept = new Map<string, Read>();

/** Reads one file of YAML, or of Markdown with YAML front matter, or adds to the findings and returns nothing. */
function readEntry<S extends z.ZodType>(
  root: string,
  file: string,
  schema: S,
  { problems, unread }: Findings,
): Entry<z.infer<S>> | undefined {
  const text = readText(root, file, problems);
  if (text === undefined) return undefined;
  const path = join(root, file);
  let read = kept.get(path);
  if (read?.text !== text) {
    const findings: Findings = { problems: [], unread: [] };
    read = { text, entry: entryOf(text, file, schema, findings), findings };
    kept.set(path, read);
  }
  problems.push(...read.findings.problems);
  unread.push(...read.findings.unread);
  return read.entry as Entry<z.infer<S>> | undefined;
}

/** Returns what is wrong with the lines around the fields of a text that has no front matter as it is written. */
function frontProblem(text: string): Omit<Problem, 'file'> {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const isRule = (line: string): boolean => /^\s*[-–—]+\s*$/.test(line);
  if (!isRule(lines[first] ?? ''))
    return {
      line: 1,
      what: 'front matter: missing. The file starts with --- , the fields, and --- on a line of its own',
    };
  if (first > 0)
    return {
      line: 1,
      what: 'front matter: an empty line stands before it. Take it out, so that the file starts with ---',
    };
  const found = [
    ...(/^---[ \t]*$/.test(lines[0] ?? '') ? [] : [0]),
    // The text begins where a line is no field, no entry of a list, no note and no part of what stands above it.
    lines.findIndex((line, i) => i > 0 && (isRule(line) || !/^(?:\s|[\w'"-]+:|- |#|\]|\}|$)/.test(line))),
  ];
  const at = found.find((one) => one !== -1);
  if (at === undefined)
    return { line: 1, what: 'front matter: it has no end. Write --- on a line of its own below the fields' };
  return {
    line: at + 1,
    what: isRule(lines[at] ?? '')
      ? 'front matter: this line is not --- . Write three hyphens and nothing else'
      : 'front matter: it has no end, and this line is no field. Write --- on a line of its own between the fields and the text',
  };
}

/** Returns what a file's text says, or adds to the findings and returns nothing. */
function entryOf<S extends z.ZodType>(
  text: string,
  file: string,
  schema: S,
  { problems, unread }: Findings,
): Entry<z.infer<S>> | undefined {
  const isProse = /\.mdx?$/.test(file);
  const front = isProse ? /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text) : null;
  if (isProse && !front) {
    problems.push({ file, ...frontProblem(text) });
    return undefined;
  }
  const linesBefore = front ? 1 : 0;
  const body = front ? text.slice(front[0].length) : '';
  const bodyLine = front ? front[0].split('\n').length : 1;
  const id = parse(file).name;
  /** Says what is wrong with the body; leaves the fields, and of the body what has the right form, to be checked further. */
  const leaveUnread = (data: unknown, lineOf: Entry<unknown>['lineOf']): undefined => {
    const inBody = isProse ? proseProblems(body, file.endsWith('.mdx')) : [];
    for (const { line, what } of inBody) problems.push({ file, line: bodyLine + line - 1, what: `text: ${what}` });
    const rest = withoutParagraphs(body, inBody);
    const foreign = foreignProblems(rest);
    for (const { at, what } of foreign.length > 0 ? foreign : [unsetIn(rest) ?? []].flat())
      problems.push({ file, line: bodyLine + rest.slice(0, at).split('\n').length - 1, what: `text: ${what}` });
    if (problems.length > 0) unread.push({ id, file, data, body: rest, bodyLine, lineOf });
  };
  const yaml = readYaml(front ? (front[1] ?? '') : text);
  if (!('value' in yaml)) {
    for (const { line, what } of yaml) problems.push({ file, line: line + linesBefore, what });
    return leaveUnread(null, () => undefined);
  }
  const lineOf = (field: string): number | undefined => {
    const line = yaml.lineOf(field);
    return line === undefined ? undefined : line + linesBefore;
  };
  const wrong = new Set<string>();
  const say = (field: string, what: string): void => {
    wrong.add(field);
    problems.push({ file, line: lineOf(field) ?? 1, what });
  };
  for (const { field, text: words } of writtenIn(yaml.value)) {
    const hidden = hiddenIn(words)?.what;
    for (const what of hidden === undefined ? markupIn(words) : [hidden]) say(field, `${field}: ${what}`);
  }
  for (const { field, text: words } of stringsIn(yaml.value, ''))
    for (const what of wrong.has(field) ? [] : lettersOf(file, field, words)) say(field, `${field}: ${what}`);
  const checked = schema.safeParse(yaml.value, { error: schemaWords });
  for (const { field, what } of checked.success ? [] : problemsWith(schema, yaml.value, checked.error.issues))
    say(field, what);
  leaveUnread(withoutWrong(yaml.value, wrong), lineOf);
  if (!checked.success || problems.length > 0) return undefined;
  return { id, file, data: checked.data, body, bodyLine, lineOf };
}

/** Tells whether a path is a folder of its own. */
const isFolder = (path: string): boolean => existsSync(path) && lstatSync(path).isDirectory();

/** Reads every file of a folder that ends as asked; `numbered`: its name begins with its place in the order. */
function readFolder<S extends z.ZodType>(
  root: string,
  folder: string,
  end: string,
  schema: S,
  findings: Findings,
  numbered = false,
): Entry<z.infer<S>>[] {
  const path = join(root, folder);
  if (!isFolder(path)) {
    findings.problems.push({ file: folder, what: 'the folder is missing. Restore it' });
    return [];
  }
  return readdirSync(path)
    .sort()
    .flatMap((name) => {
      const file = `${folder}/${name}`;
      const say = (what: string): [] => {
        findings.problems.push({ file, what: `file name: ${what}` });
        return [];
      };
      if (name.startsWith('.')) return [];
      if (!name.endsWith(end)) return say(`does not end in ${end}. Rename or move the file`);
      const id = name.slice(0, -end.length);
      if (!isId(id) || (numbered && !isId(id.replace(/^\d+-/, ''))))
        return say(`"${id}" is no id. Use lower-case words and digits joined by hyphens`);
      if (numbered && !/^\d+-/.test(id)) return say(`its place in the order is missing. Rename it, as 3-${name}`);
      const entry = readEntry(root, file, schema, findings);
      return entry ? [entry] : [];
    });
}

/** Returns the ids of a folder's files, readable or not; of a name with capitals, which is told, the id that it is to have. */
function idsIn(root: string, folder: string): Set<string> {
  const path = join(root, folder);
  const names = isFolder(path) ? readdirSync(path).map((name) => parse(name).name.toLowerCase()) : [];
  return new Set(names.filter(isId));
}

const FOLDERS = ['chapters', 'charts', 'events', 'geometry', 'map', 'places', 'questions', 'sources', 'views'];
const FILES = [
  'claims',
  'figures',
  'glossary',
  'house-style',
  'open-questions',
  'quotations',
  'road',
  'site',
  'statement',
].map((name) => `${name}.yaml`);
const SHAPES = [...GEOMETRY.map((name) => `${name}.geojson`), parse(HEIGHTS).base];

/** Adds to `problems` what lies in `content/` and would be read by nobody. */
function findStrays(root: string, problems: Problem[]): void {
  const look = (folder: string, known: readonly string[]): void => {
    const path = join(root, folder);
    for (const name of isFolder(path) ? readdirSync(path).sort() : []) {
      if (name.startsWith('.') || name === 'README.md' || known.includes(name)) continue;
      problems.push({
        file: `${folder}/${name}`,
        what: `file name: nothing of this name is read here. ${didYouMean(name, known, 'Move it to where it belongs')}`,
      });
    }
  };
  look('content', [...FOLDERS, ...FILES]);
  look('content/geometry', SHAPES);
}

/** Reads all of `content/` under a project's root, and what is wrong with single files. */
export function readEntries(root: string): {
  entries: Entries;
  geometry: Geometry;
  heights: Heights;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const unread: Entry<unknown>[] = [];
  const findings: Findings = { problems, unread };
  findStrays(root, problems);
  const geometry = readGeometry(root, problems);
  const heights = readHeights(root, problems);
  const one = <S extends z.ZodType>(file: string, schema: S): Entry<z.infer<S>> | undefined =>
    existsSync(join(root, file)) ? readEntry(root, file, schema, findings) : undefined;
  const events = readFolder(root, 'content/events', '.md', eventSchema, findings).filter((event) => {
    const problem = nameProblem(event);
    // What else its date disagrees with would follow from this.
    if (problem) {
      problems.push(problem);
      unread.push(event);
    }
    return !problem;
  });
  problems.push(...phaseProblems(events));
  const entries: Entries = {
    events,
    places: readFolder(root, 'content/places', '.yaml', placeSchema, findings),
    sources: readFolder(root, 'content/sources', '.yaml', sourceSchema, findings),
    features: readFolder(root, 'content/map', '.yaml', featureSchema, findings),
    chapters: readFolder(root, 'content/chapters', '.mdx', chapterSchema, findings, true),
    questions: readFolder(root, 'content/questions', '.yaml', questionSchema, findings, true),
    views: readFolder(root, 'content/views', '.yaml', namedViewSchema, findings, true),
    charts: readFolder(root, 'content/charts', '.yaml', chartSchema, findings),
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
    unread,
    shapes: shapesOf(geometry, problems),
  };
  if (entries.road)
    checkHeights(
      heights,
      entries.road.data.routes.map(({ id }) => id),
      problems,
    );
  problems.push(...missingSpokenOf(entries, problems));
  return { entries, geometry, heights, problems };
}

/** Reads all of `content/` under a project's root and joins it, or throws a `ContentError` with every problem. */
export function readWorld(root: string): { world: World; geometry: Geometry; heights: Heights } {
  const { entries, geometry, heights, problems } = readEntries(root);
  return { world: assembleWorld(entries, problems), geometry, heights };
}
