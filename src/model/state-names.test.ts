import { expect, test } from '@playwright/test';
import type { Label } from './place-labels.ts';
import { unevenNames } from './state-names.ts';

const [am, az, ir] = ['country-am', 'country-az', 'country-ir'] as const;
const label = (id: string, x: number): Label => ({
  id,
  x,
  y: 0,
  anchor: 'middle',
  lines: [id],
  className: id.startsWith('country') ? 'country' : id,
  box: { left: x, right: x + 10, top: 0, bottom: 10 },
});
/** Returns where the names stand that are too many on a map of 100 pixels; a border runs through it or not. */
const tooMany = (labels: readonly Label[], pieces = 1): number[] =>
  unevenNames({ labels, stateBorder: { crossings: () => pieces } }, ({ x }) => x < 100, {
    left: 0,
    right: 100,
    top: 0,
    bottom: 100,
  }).map(({ x }) => x);

test.describe('the names of the two states', () => {
  test('stand where both do', () => {
    expect(tooMany([label(az, 90), label('place', 50), label(am, 10)])).toEqual([]);
  });

  test('go where one would stand alone and a border is in sight', () => {
    expect(tooMany([label(az, 90)])).toEqual([90]);
    expect(tooMany([label(az, 90), label(am, 110)])).toEqual([90]);
  });

  test('stand as often as one another, the first of each', () => {
    expect(tooMany([label(az, 90), label(az, 70), label(am, 10), label(az, 120)])).toEqual([70]);
  });

  test('stand alone where no border is in sight', () => {
    expect(tooMany([label(az, 90), label(az, 70)], 0)).toEqual([]);
  });

  test('take a third state’s with them, which would stand alone', () => {
    expect(tooMany([label(ir, 50)])).toEqual([50]);
    expect(tooMany([label(ir, 50), label(am, 10)])).toEqual([50, 10]);
    expect(tooMany([label(ir, 50), label(am, 10), label(az, 90)])).toEqual([]);
    expect(tooMany([label(ir, 50)], 0)).toEqual([]);
  });

  test('are nobody’s business where none stands', () => {
    expect(tooMany([label('place', 50)])).toEqual([]);
  });
});
