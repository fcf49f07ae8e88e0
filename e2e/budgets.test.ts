/** How much a reader has to fetch, for each kind of page. Bytes do not depend on the machine, so they are tested; times are not. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { brotliOf, gzipOf } from '../tools/precompress.ts';

/**
 * Bytes at most, of the largest page of a kind: the page itself, and the scripts that it asks for by itself, but the one that puts
 * the typefaces on, which has a bound of its own.
 */
interface Budget {
  readonly gzip: number;
  readonly brotli: number;
  readonly scripts: number;
}

/** A page of text, which asks for one script: it opens sources, and keeps the site to be read without a network. */
const TEXT = { scripts: 500 };
/** A page with a map that can be moved. */
const MAP = { scripts: 2_600 };

/**
 * What a line brings in its first trip: ten packets, less their headers. A page within it is painted as soon as its bare words would
 * be (`docs/decisions/0006`).
 */
const ONE_TRIP = 14_300;

/** By the folder that a page stands in; `x/*` are the pages below that of `x`. */
const BUDGETS: Readonly<Record<string, Budget>> = {
  home: { gzip: 38_500, brotli: 31_700, scripts: 2_800 },
  map: { gzip: 21_000, brotli: 17_700, ...MAP },
  'map/*': { gzip: 8_500, brotli: 7_000, ...TEXT },
  timeline: { gzip: 23_500, brotli: 20_700, scripts: 7_450 },
  road: { gzip: 29_200, brotli: 23_100, scripts: 2_600 },
  'road/*': { gzip: 15_500, brotli: 15_200, scripts: 3_800 },
  events: { gzip: 600, brotli: 450, scripts: 0 },
  'events/*': { gzip: ONE_TRIP, brotli: 13_200, ...MAP },
  places: { gzip: 9_500, brotli: 8_000, ...TEXT },
  'places/*': { gzip: ONE_TRIP, brotli: 12_700, ...MAP },
  positions: { gzip: 8_500, brotli: 7_000, ...TEXT },
  'positions/*': { gzip: 16_000, brotli: 16_000, ...MAP },
  views: { gzip: 7_500, brotli: 6_500, ...TEXT },
  'views/*': { gzip: 16_000, brotli: 16_000, ...MAP },
  chapters: { gzip: 600, brotli: 450, scripts: 0 },
  'chapters/*': { gzip: 22_500, brotli: 18_700, scripts: 2_800 },
  about: { gzip: 12_500, brotli: 10_500, ...TEXT },
  article: { gzip: ONE_TRIP, brotli: 13_500, ...TEXT },
  booklet: { gzip: 50_000, brotli: 40_500, ...TEXT },
  corrections: { gzip: 7_000, brotli: 6_000, ...TEXT },
  data: { gzip: 8_500, brotli: 7_000, ...TEXT },
  figures: { gzip: 20_500, brotli: 18_000, ...TEXT },
  glossary: { gzip: 11_500, brotli: 10_000, ...TEXT },
  'open-questions': { gzip: 10_500, brotli: 9_000, ...TEXT },
  search: { gzip: 7_000, brotli: 6_000, scripts: 1_700 },
  sources: { gzip: 102_500, brotli: 69_000, ...TEXT },
  statement: { gzip: ONE_TRIP, brotli: 13_000, ...TEXT },
  '404.html': { gzip: 6_000, brotli: 5_000, ...TEXT },
  embed: { gzip: 3_800, brotli: 3_200, scripts: 0 },
  'embed/*': { gzip: 3_800, brotli: 3_200, scripts: 0 },
  // Has a promise of its own: at most 300 kB as it lies on a disk (one-file.test.ts).
  'lachin-corridor.html': { gzip: 98_500, brotli: 87_500, scripts: 0 },
};

/** Returns the kind of a page: `events/2020-11-10-statement/index.html` is one of `events/*`. */
function kindOf(page: string): string {
  const [folder = '', ...below] = page.replace(/\/?index\.html$/, '').split('/');
  if (folder === '') return 'home';
  return below.length > 0 ? `${folder}/*` : folder;
}

for (const dist of ['dist', 'dist-sub-path'])
  test.describe(`of ${dist}`, () => {
    const read = (file: string): Buffer => readFileSync(join(dist, file));
    const zipped = async (file: string): Promise<number> => (await gzipOf(read(file))).length;
    const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.html'));
    const scripts = readdirSync(join(dist, '_astro')).filter((file) => file.endsWith('.js'));

    const importsOf = (file: string, form: RegExp): string[] =>
      [...read(`_astro/${file}`).toString().matchAll(form)].map(([, name = '']) => name);
    /** Some scripts with all that they need at once. */
    const withImports = (files: readonly string[]): string[] => {
      const found = new Set(files);
      for (const file of found)
        for (const name of importsOf(file, /\b(?:from|import)\s*["'`]\.\/([^"'`]+\.js)/g)) found.add(name);
      return [...found];
    };
    const isOfTypefaces = (file: string): boolean => file.startsWith('Typefaces.');
    /** The scripts that a page asks for by itself, with all that they need at once. */
    const allFirstOf = (page: string): string[] => {
      const html = read(page).toString();
      return withImports(scripts.filter((file) => html.includes(file)));
    };
    const firstOf = (page: string): string[] => allFirstOf(page).filter((file) => !isOfTypefaces(file));
    const sum = async (files: readonly string[]): Promise<number> =>
      (await Promise.all(files.map((file) => zipped(`_astro/${file}`)))).reduce((total, size) => total + size, 0);

    test('every page belongs to a kind that has a budget, and no budget is without a page', () => {
      expect([...new Set(pages.map(kindOf))].sort()).toEqual(Object.keys(BUDGETS).sort());
    });

    for (const [kind, budget] of Object.entries(BUDGETS))
      test(`the largest page of the kind ${kind} is within its budget`, async () => {
        const sizes = await Promise.all(
          pages
            .filter((page) => kindOf(page) === kind)
            .map(async (page) => ({ page, gzip: await zipped(page), scripts: await sum(firstOf(page)) })),
        );
        const over = sizes.filter(({ gzip, scripts }) => gzip > budget.gzip || scripts > budget.scripts);
        expect(
          over,
          'bytes gzipped: cut, or raise the bound of this kind in this file, and say in the commit why it needs more',
        ).toEqual([]);
        const largest = sizes.toSorted((a, b) => b.gzip - a.gzip).slice(0, 2);
        for (const { page } of largest)
          expect((await brotliOf(read(page))).length, `${page}, with Brotli`).toBeLessThanOrEqual(budget.brotli);
      });

    test('the typefaces are put on by 2.4 kB, and all scripts of a page with a map are 5 kB before it is asked for', async () => {
      expect(await sum(scripts.filter(isOfTypefaces))).toBeLessThanOrEqual(2_400);
      for (const page of [
        'index.html',
        'map/index.html',
        'road/index.html',
        'road/2023-06-15-hakari-clash/index.html',
        'events/2023-04-23-checkpoint/index.html',
      ]) {
        expect(allFirstOf(page).filter(isOfTypefaces)).toHaveLength(1);
        expect(await sum(allFirstOf(page)), page).toBeLessThanOrEqual(5_000);
      }
    });

    test('home is 45 kB before the first interaction, fonts aside', async () => {
      expect((await zipped('index.html')) + (await sum(allFirstOf('index.html')))).toBeLessThanOrEqual(45_000);
    });

    test('an embed is 15 kB before it is touched, with the largest of the maps', async () => {
      const sizesOf = (files: readonly string[]): Promise<number[]> => Promise.all(files.map(zipped));
      const maps = readdirSync(join(dist, 'embed/maps'), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.svg'))
        .map((file) => `embed/maps/${file}`);
      const embeds = pages.filter((page) => page.startsWith('embed/'));
      expect(Math.min(maps.length, embeds.length)).toBeGreaterThan(160);
      const [ownest = 0, largest = 0] = [Math.max(...(await sizesOf(embeds))), Math.max(...(await sizesOf(maps)))];
      expect(ownest + largest + (await zipped('embed/embed.js'))).toBeLessThanOrEqual(15_000);
    });

    test('the live map with every layer is 108.5 kB, and no more comes on demand than is known', async () => {
      const first = firstOf('map/index.html');
      const asked = first.flatMap((file) => importsOf(file, /\bimport\s*\(\s*["'`]\.\/([^"'`]+\.js)/g));
      // Beside each stands what it will import in turn, so that all come in one trip.
      const inTurn = new Set(asked.flatMap((file) => withImports([file]).slice(1)));
      const own = asked.filter((file) => !inTurn.has(file)).map((file) => file.split('.')[0]);
      expect(own.sort()).toEqual(['follow-text', 'live-view', 'share-dialog', 'side-panel']);
      const later = withImports(asked.filter((file) => file.startsWith('live-view'))).filter(
        (file) => !first.includes(file),
      );
      const whole = (await sum(later)) + (await zipped('data/map.json')) + statSync(join(dist, 'map/relief.webp')).size;
      expect(whole).toBeLessThanOrEqual(108_500);
    });

    test('each still map is 14 kB', async () => {
      const stills = readdirSync(join(dist, 'stills'), { recursive: true, encoding: 'utf8' });
      for (const still of stills.filter((file) => file.endsWith('.svg')))
        expect(await zipped(`stills/${still}`), still).toBeLessThanOrEqual(14_000);
    });
  });
