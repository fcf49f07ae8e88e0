/** Letters and marks: the cut typefaces hold what the site sets, and the site sets no typewriter's marks. Read from the built site. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { convert } from 'fontverter';
import { Blob, Face } from 'harfbuzzjs';
import { SCRIPTS } from '../src/build/typefaces.ts';

const FONTS = 'public/fonts';
const sheet = readFileSync(join(FONTS, 'fonts.css'), 'utf8');

/** The files of one face, in the order of its list: for each, the letters that it holds and those that its rule promises. */
async function filesOf(face: 'serif' | 'sans', weight: number) {
  const rules = [...sheet.matchAll(/@font-face \{([^}]*)\}/g)].map(([, rule = '']) => ({
    file: /url\((\S+?)\)/.exec(rule)?.[1] ?? '',
    weights: (/font-weight: ([\d ]+)/.exec(rule)?.[1] ?? '').split(' ').map(Number),
    ranges: [...rule.matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/g)].map(
      ([, from = '', to = from]) => [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const,
    ),
  }));
  const found = [];
  for (const { file, weights, ranges } of rules) {
    if (!file.startsWith(face) || weight < (weights[0] ?? 0) || weight > (weights.at(-1) ?? 0)) continue;
    const sfnt = await convert(readFileSync(join(FONTS, file)), 'sfnt');
    const holds = new Set(new Face(new Blob(new Uint8Array(sfnt))).collectUnicodes());
    found.push({ file, holds, promises: (code: number) => ranges.some(([from, to]) => code >= from && code <= to) });
  }
  return found;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };
/** What a page shows, without its tags. */
const shownIn = (html: string): string =>
  html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&([a-z]+);/g, (all, name) => ENTITIES[name] ?? all);

/** A joiner and a break of a line have no form. */
const FORMLESS = /[\s\u2060\u200b]/;

test('every letter that the site shows is in both faces, in reading weight and in bold', async () => {
  const letters = new Map<string, string>();
  for (const file of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
    const isShown = file.endsWith('.html') || ['search.json', 'data/names.json', 'data/road.json'].includes(file);
    if (!isShown) continue;
    for (const letter of shownIn(readFileSync(join('dist', file), 'utf8')))
      if (!FORMLESS.test(letter)) letters.set(letter, file);
  }
  expect(letters.size).toBeGreaterThan(150);
  const lacking = new Set<string>();
  for (const face of ['serif', 'sans'] as const)
    for (const weight of [400, 600]) {
      const files = await filesOf(face, weight);
      for (const [letter, page] of letters) {
        const code = letter.codePointAt(0) as number;
        if (!files.some(({ holds, promises }) => promises(code) && holds.has(code)))
          lacking.add(`${letter} (U+${code.toString(16).toUpperCase().padStart(4, '0')}) on ${page}`);
      }
    }
  expect([...lacking], 'letters to be added to src/build/typefaces.ts, or to be written otherwise').toEqual([]);
});

test('no letter is promised by two files of a face', async () => {
  for (const face of ['serif', 'sans'] as const)
    for (const weight of [400, 600]) {
      const files = await filesOf(face, weight);
      expect(files.length).toBe(Object.keys(SCRIPTS).length);
      for (const { file, holds } of files)
        for (const code of holds)
          expect(files.filter(({ promises }) => promises(code)).length, `U+${code.toString(16)} of ${file}`).toBe(1);
    }
});

test('a face keeps its kerning and its figures of one width; the text face also those for reading', async () => {
  for (const [file, wanted] of [
    ['serif', ['kern', 'liga', 'tnum', 'pnum']],
    ['sans', ['kern', 'liga']],
  ] as const) {
    const sfnt = Buffer.from(await convert(readFileSync(join(FONTS, `${file}.woff2`)), 'sfnt')).toString('latin1');
    for (const feature of wanted) expect(sfnt, `${feature} in ${file}`).toContain(feature);
  }
});

test('quotation marks, apostrophes and dashes are typographic, in the text and where it is read aloud or shared', () => {
  const found = new Set<string>();
  for (const file of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.html')) continue;
    const html = readFileSync(join('dist', file), 'utf8').replace(/<(code|pre|textarea)\b[\s\S]*?<\/\1>/g, ' ');
    const said = [...html.matchAll(/(?:aria-label|alt|title|placeholder|(?:description|title)" content)="([^"]*)"/g)];
    for (const text of [
      html.replace(/<\/?(?:a|b|i|em|strong|span|sup|time|mark|cite)\b[^>]*>/g, ''),
      ...said.map(([, words = '']) => words),
    ])
      for (const [mark] of shownIn(text).matchAll(
        /.{0,30}(?:["']|\s-\s|\.\.\.|(?<![\w:/-])\d{4}-\d{4}(?![\w-])).{0,30}/g,
      ))
        found.add(`${file}: ${mark.trim()}`);
  }
  expect([...found]).toEqual([]);
});
