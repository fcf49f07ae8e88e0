import { expect, test } from '@playwright/test';
import { misspeltNames } from './misspelt-names.ts';

const usual = [
  ['Azerbaijan', 'ICRC', 'United States'],
  ['Azerbaijan', 'ICRC', 'United States'],
];
const meant = (...names: string[]): unknown[] => [...misspeltNames([...usual, names])];

test.describe('a name that is given once', () => {
  test('is a slip where it is nearly one that is given often', () => {
    expect(meant('Azerbajan', 'ICRD')).toEqual([
      ['Azerbajan', 'Azerbaijan'],
      ['ICRD', 'ICRC'],
    ]);
  });

  test('is a name of its own where it is not', () => {
    expect(meant('Azerbaijani officials', 'United Nations', 'ICJ', 'Iran')).toEqual([]);
  });

  test('is known once two entries give it', () => {
    expect([...misspeltNames([...usual, ['Azerbajan'], ['Azerbajan']])]).toEqual([]);
  });
});
