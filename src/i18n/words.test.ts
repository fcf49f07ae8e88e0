import { expect, test } from '@playwright/test';
import { KINDS, PHASES, VERDICTS } from '../schema/content.ts';
import { LAYERS } from '../share/view.ts';
import { wordDay, wordSpan } from './word-dates.ts';
import { KIND_WORDS, LAYER_WORDS, PHASE_WORDS, VERDICT_WORDS, wordPosition } from './words.ts';

/** Dates keep their parts together with no-break spaces; to read a test, they are plain ones here. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test.describe('a date in words', () => {
  test('says no more than is known', () => {
    expect(['2022-12-12', '2022-12', '2022'].map(wordDay).map(plain)).toEqual([
      '12 December 2022',
      'December 2022',
      '2022',
    ]);
    expect(plain(wordDay('2023-04-03'))).toBe('3 April 2023');
  });

  test('stays on one line', () => {
    expect(wordDay('2022-12-12')).toBe('12\u00a0December\u00a02022');
    expect(wordDay('2022-12')).toBe('December\u00a02022');
  });
});

test.describe('a time in words', () => {
  for (const [from, to, words] of [
    ['2023-05-01', '2023-05-04', '1–4 May 2023'],
    ['2022-12-12', '2022-12-31', '12–31 December 2022'],
    ['2023-04-28', '2023-05-03', '28 April – 3 May 2023'],
    ['2022-12-12', '2023-04-28', '12 December 2022 – 28 April 2023'],
    ['2022-05-12', '2023-05-13', '12 May 2022 – 13 May 2023'],
    ['1992', '1994', '1992 – 1994'],
    ['1992', '1994-05-12', '1992 – 12 May 1994'],
    ['2023-05', '2023-06', 'May 2023 – June 2023'],
    ['2023-05', '2023-05-14', 'May 2023 – 14 May 2023'],
  ] as const)
    test(`from ${from} to ${to}: ${words}`, () => expect(plain(wordSpan(from, to))).toBe(words));

  test('of one day is that day', () => {
    expect(wordSpan('2023-04-23')).toBe(wordDay('2023-04-23'));
    expect(wordSpan('2023-04-23', '2023-04-23')).toBe(wordDay('2023-04-23'));
  });
});

test.describe('the words of the interface', () => {
  test('are there for every value an author may write', () => {
    expect(Object.keys(PHASE_WORDS).sort()).toEqual([...PHASES].sort());
    expect(Object.keys(KIND_WORDS).sort()).toEqual([...KINDS].sort());
    expect(Object.keys(LAYER_WORDS).sort()).toEqual([...LAYERS].sort());
    expect(Object.keys(VERDICT_WORDS).sort()).toEqual([...VERDICTS].sort());
  });
});

test('a position in words names its hemispheres', () => {
  expect(wordPosition({ lat: 39.56553, lon: 46.57077 })).toBe('39.56553° N, 46.57077° E');
  expect(wordPosition({ lat: 38.8951, lon: -77.0364 })).toBe('38.8951° N, 77.0364° W');
  expect(wordPosition({ lat: -0.5, lon: 0 })).toBe('0.5° S, 0° E');
});
