import { expect, test } from '@playwright/test';
import { breakLines, outlineText, type TextStyle } from './outline-text.ts';

const sans: TextStyle = { size: 20, weight: 400, family: 'sans' };

test.describe('a text as outlines', () => {
  test('has a glyph for every letter of Armenian, Azerbaijani and Russian names', async () => {
    const letters = [
      'Լաչին Բերձոր Քաշաթաղ',
      'Laçın Şuşa Xankəndi Həkəri Ağdam',
      'Лачин Бердзор Степанакерт',
      '“–” … ©',
    ];
    for (const family of ['sans', 'serif'] as const)
      for (const text of letters)
        for (const letter of text.replace(/\s/g, '')) {
          const { path, width } = await outlineText(letter, { ...sans, family });
          expect(path.length, letter).toBeGreaterThan(10);
          expect(width, letter).toBeGreaterThan(1);
        }
  });

  test('draws different letters differently', async () => {
    const paths = await Promise.all(
      ['Լ', 'L', 'Л', 'ə', 'e', 'ş', 's'].map(async (one) => (await outlineText(one, sans)).path),
    );
    expect(new Set(paths).size).toBe(paths.length);
  });

  test('grows with its size and its weight, and takes a space between letters', async () => {
    const { width } = await outlineText('Lachin', sans);
    expect((await outlineText('Lachin', { ...sans, size: 40 })).width).toBeCloseTo(width * 2, 5);
    expect((await outlineText('Lachin', { ...sans, weight: 700 })).width).toBeGreaterThan(width);
    expect((await outlineText('Lachin', { ...sans, spacing: 2 })).width).toBeCloseTo(width + 12, 5);
  });

  test('stands on one line whatever scripts it mixes', async () => {
    const { path } = await outlineText('Lachin Լաչին Лачин', sans);
    const heights = [...path.matchAll(/-?[\d.]+/g)].map(Number);
    expect(Math.max(...heights)).toBeGreaterThan(100);
    expect(path).not.toContain('NaN');
  });

  test('names the letter that no face has', async () => {
    await expect(outlineText('Lachin 拉', sans)).rejects.toThrow(
      'No typeface has the letter “拉” (U+62C9) of “Lachin 拉”',
    );
  });

  test('breaks into lines that keep every word and their width', async () => {
    const text = 'Azerbaijan sets up a checkpoint at the Hakari bridge';
    const lines = await breakLines(text, sans, 150);
    expect(lines.join(' ')).toBe(text);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect((await outlineText(line, sans)).width).toBeLessThanOrEqual(150);
    expect(await breakLines('Nagorno-Karabakh', sans, 10)).toEqual(['Nagorno-Karabakh']);
  });
});
