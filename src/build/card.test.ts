import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { type CardDrawing, cardPng, cardSvg } from './card.ts';

const drawing: CardDrawing = {
  map: async ({ width, height }) => ({
    picture: `<svg width="${width}" height="${height}"><path fill="#cccccc" d="M0 0h${width}v${height}z"/></svg>`,
    key: [{ sample: '<g><rect width="30" height="14" fill="#888888"/></g>', text: 'Held by Armenian forces' }],
  }),
  day: '23 April 2023',
  title: 'A checkpoint at the bridge',
  line: 'Laçın · Լաչին · Лачин',
  site: 'The Lachin corridor',
  credit: '© OpenStreetMap contributors',
};

test.describe('a card', () => {
  test('is a picture of 1200 by 630, the same bytes each time it is drawn', async () => {
    const caches = await Promise.all([0, 1].map(() => mkdtemp(join(tmpdir(), 'cards-'))));
    const [first, again] = await Promise.all(caches.map(async (cache) => cardPng(await cardSvg(drawing), cache)));
    await Promise.all(caches.map((cache) => rm(cache, { recursive: true })));
    if (!first || !again) throw new Error('two cards were asked for');
    expect(again.equals(first)).toBe(true);
    const { format, width, height } = await sharp(first).metadata();
    expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 });
  });

  test('is not drawn again if it was drawn before', async () => {
    const cache = await mkdtemp(join(tmpdir(), 'cards-'));
    const svg = await cardSvg(drawing);
    await cardPng(svg, cache);
    const [kept = ''] = await readdir(cache);
    await writeFile(join(cache, kept), 'as it was kept');
    expect((await cardPng(svg, cache)).toString()).toBe('as it was kept');
    await cardPng(await cardSvg({ ...drawing, day: '24 April 2023' }), cache);
    expect(await readdir(cache)).toHaveLength(2);
    await rm(cache, { recursive: true });
  });

  test('holds no text and needs no typeface where it is opened', async () => {
    const svg = await cardSvg(drawing);
    expect(svg).not.toMatch(/<text|font|class=/);
    expect(svg).not.toBe(await cardSvg({ ...drawing, line: 'Laçın · Լաչին' }));
  });

  test('says what the areas of its map are, beside its line or below it, where there is room for that', async () => {
    const sample = '<rect width="30" height="14" fill="#888888"/>';
    const leftOf = async (change: Partial<CardDrawing>): Promise<number> => {
      const svg = await cardSvg({ ...drawing, ...change });
      const [, left] = /<g transform="translate\((\d+) \d+\) scale\(1.5\)"><g><rect/.exec(svg) ?? [];
      expect(svg.includes(sample)).toBe(left !== undefined);
      return Number(left);
    };
    const long = 'Laçın · Լաչին · Лачин · '.repeat(3);
    expect(await leftOf({})).toBeGreaterThan(600);
    expect(await leftOf({ line: long })).toBe(48);
    expect(await leftOf({ line: '' })).toBe(48);
    // Two lines of a title leave no room below them.
    expect(await leftOf({ line: long, title: 'A checkpoint at the bridge, '.repeat(3) })).toBeNaN();
  });

  test('takes a title and a line of any length', async () => {
    const long = 'A very long title that no card could ever hold in letters that can be read '.repeat(4).trim();
    const { height } = await sharp(await cardPng(await cardSvg({ ...drawing, title: long, line: long }))).metadata();
    expect(height).toBe(630);
    expect(await cardSvg({ ...drawing, title: '', line: '' })).toContain('<svg');
  });
});
