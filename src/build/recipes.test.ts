/** The recipes: their samples are content that passes every check, and what they name is there. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import {
  featureSchema,
  figuresSchema,
  glossarySchema,
  openQuestionsSchema,
  quotationsSchema,
  roadSchema,
} from '../schema/content.ts';
import { readWorld } from './read-content.ts';
import { readYaml } from './read-yaml.ts';

const RECIPES = 'docs/recipes.md';
const text = readFileSync(RECIPES, 'utf8');
/** Each sample file: its path alone on a line, and a block with what it holds. */
const samples = [...text.matchAll(/^`(content\/\S+)`\n\n```\w+\n([\s\S]*?\n)```$/gm)].map(
  ([, path = '', holds = '']) => ({
    path,
    holds,
  }),
);

/** Does something with a copy of the content to which some samples have been added; one that names a file again stands at its end. */
function withContent<T>(added: readonly { path: string; holds: string }[], use: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'recipes-'));
  try {
    cpSync('content', join(root, 'content'), { recursive: true });
    for (const { path, holds } of added) writeFileSync(join(root, path), holds, { flag: 'a' });
    return use(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

const GUIDE = readFileSync('content/README.md', 'utf8');
/** Returns the sample below a heading of the guide for authors. */
const sampleOf = (heading: string): string => {
  const part = GUIDE.split(/^## /m).find((one) => one.startsWith(`${heading}\n`)) ?? '';
  return /^```\w+\n([\s\S]*?)^```$/m.exec(part)?.[1] ?? '';
};

/** Where the samples of the guide that are whole files would stand. Those that cite call their source `source-id`. */
const WHOLE = [
  ['An event', 'content/events/2022-12-12-a-sample.md'],
  ['A source', 'content/sources/source-id.yaml'],
  ['A place', 'content/places/a-sample.yaml'],
  ['A thing on the map', 'content/map/a-sample.yaml'],
  ['A chapter', 'content/chapters/98-a-sample.mdx'],
  ['A picture of numbers', 'content/charts/a-sample.yaml'],
  ['A disputed question', 'content/questions/98-a-sample.yaml'],
  ['A named view', 'content/views/98-a-sample.yaml'],
] as const;
/** Those that are a part of a file, and how that part may be written. */
const PARTS = [
  ['The state of the road', roadSchema.pick({ statuses: true })],
  ['A number', figuresSchema],
  ['An open question', openQuestionsSchema],
  ['A term', glossarySchema],
  ['A quotation', quotationsSchema],
] as const;

test.describe('the guide for authors', () => {
  test('has no sample that is read by nobody', () => {
    const headings = GUIDE.split(/^## /m)
      .filter((part) => /^```\w+$/m.test(part))
      .map((part) => part.split('\n')[0]);
    expect(headings.sort()).toEqual([...WHOLE, ...PARTS].map(([heading]) => heading).sort());
    expect(GUIDE.match(/^```\w+$/gm)).toHaveLength(headings.length);
  });

  for (const [heading, path] of WHOLE)
    test(`has a sample that passes every check: ${heading.toLowerCase()}`, () => {
      const holds = sampleOf(heading);
      expect(holds).not.toBe('');
      // A source needs a text that cites it, and a text its source.
      const beside = WHOLE.filter(([, one]) =>
        path.includes('/sources/') ? one.includes('/views/') : holds.includes('source-id') && one.includes('/sources/'),
      ).map(([other, at]) => ({ path: at, holds: sampleOf(other) }));
      const before = readWorld(process.cwd()).world;
      const after = withContent([{ path, holds }, ...beside], (root) => readWorld(root).world);
      const kinds = ['events', 'sources', 'places', 'features', 'chapters', 'charts', 'questions', 'views'] as const;
      const kind = kinds[WHOLE.findIndex(([one]) => one === heading)] ?? 'events';
      expect(after[kind].length).toBe(before[kind].length + 1);
    });

  for (const [heading, schema] of PARTS)
    test(`has a sample that is read: ${heading.toLowerCase()}`, () => {
      const yaml = readYaml(sampleOf(heading));
      expect(yaml).toHaveProperty('value');
      expect(schema.safeParse('value' in yaml && yaml.value).error?.issues).toBeUndefined();
    });

  test('has the fields of what is an entry of a file, in their order', () => {
    const fieldsOf = (text: string): string[] =>
      [...text.matchAll(/^ {2}(?:- | {2})'?(\w+)'?:/gm)].map(([, field = '']) => field);
    for (const [heading, schema] of [
      ['A term', glossarySchema.shape.terms.element],
      ['A quotation', quotationsSchema.shape.quotations.element],
      ['A number', figuresSchema.shape.figures.element],
      ['An open question', openQuestionsSchema.shape.questions.element],
    ] as const)
      expect(fieldsOf(sampleOf(heading)), heading).toEqual(Object.keys(schema.shape));
  });

  test('has the fields of a thing on the map, in their order, each with every value that it may have', () => {
    const sample = sampleOf('A thing on the map');
    expect([...sample.matchAll(/^(\w+):/gm)].map(([, field = '']) => field)).toEqual(Object.keys(featureSchema.shape));
    for (const value of [...featureSchema.shape.kind.options, 'in-use', 'not-in-use', 'present', 'gone'])
      expect(sample).toContain(value);
  });
});

test.describe('the recipes', () => {
  test('have a sample of each kind of file that is added most, and no block that is read by nobody', () => {
    expect([...new Set(samples.map(({ path }) => path.split('/')[1]))].sort()).toEqual([
      'chapters',
      'events',
      'places',
      'sources',
    ]);
    expect(text.match(/^```\w+$/gm)).toHaveLength(samples.length);
  });

  test('have samples that pass every check, together with the content', () => {
    const before = readWorld(process.cwd()).world;
    const after = withContent(samples, (root) => readWorld(root).world);
    for (const kind of ['events', 'places', 'sources', 'chapters'] as const)
      expect(after[kind].length, `${kind}, with the sample of ${RECIPES}`).toBe(before[kind].length + 1);
    expect(after.chapters.at(-1)?.title).toBe('A sample chapter');
    const source = after.sources.find(({ id }) => !before.sources.some((one) => one.id === id));
    expect(source?.citedBy.map(({ kind }) => kind).sort()).toEqual(['chapter', 'chapter', 'event', 'place']);
  });

  test('have a correction that is told of the sample source', () => {
    const { corrections } = withContent(samples, (root) => readWorld(root).world);
    expect(corrections.filter(({ anchor }) => anchor === 'sample-gazette-2021-07-02')).toHaveLength(1);
  });

  test('say what happens where a source is cited by nothing', () => {
    const source = samples.filter(({ path }) => path.startsWith('content/sources/'));
    expect(() => withContent(source, (root) => readWorld(root))).toThrow(/nothing cites this source/);
  });

  test('use invented names only: no sample is content', () => {
    expect(samples.map(({ path }) => path).filter((path) => existsSync(path))).toEqual([]);
    for (const { path, holds } of samples) expect(holds, path).toContain('ample');
  });

  test('name only files that are there', () => {
    const named = [...text.matchAll(/`((?:src|e2e|content|public|astro\.config)[\w./-]*)`/g)].map(
      ([, path = '']) => path,
    );
    const known = samples.map(({ path }) => path);
    expect(named.length).toBeGreaterThan(30);
    expect(
      named.filter((path) => !existsSync(path) && !known.includes(path)),
      `files that ${RECIPES} names and that are not there`,
    ).toEqual([]);
  });
});
