import { expect, test } from '@playwright/test';
import type { Ground } from './map-points.ts';
import type { Label } from './place-labels.ts';
import { unevenNames } from './state-names.ts';

const [am, az] = ['country-am', 'country-az'] as const;
const label = (id: string, x: number): Label => ({
  id,
  x,
  y: 0,
  anchor: 'middle',
  lines: [id],
  className: 'country',
  box: { left: x, right: x + 10, top: 0, bottom: 10 },
});
const grounds: Ground[] = [
  { id: am, x: 10, y: 0 },
  { id: az, x: 90, y: 0 },
];
/** Returns where the names stand that are too many on a map of 100 pixels. */
const tooMany = (labels: readonly Label[], ground = grounds): number[] =>
  unevenNames(
    { labels, grounds: ground },
    ({ x }) => x < 100,
    ({ x }) => x < 100,
  ).map(({ x }) => x);

test.describe('the names of the two states', () => {
  test('stand where both do', () => {
    expect(tooMany([label(az, 90), label('place', 50), label(am, 10)])).toEqual([]);
  });

  test('go where one would stand alone on ground of both', () => {
    expect(tooMany([label(az, 90)])).toEqual([90]);
    expect(tooMany([label(az, 90), label(am, 110)])).toEqual([90]);
  });

  test('stand as often as one another, the first of each', () => {
    expect(tooMany([label(az, 90), label(az, 70), label(am, 10), label(az, 120)])).toEqual([70]);
  });

  test('stand alone where there is ground of one only', () => {
    expect(
      tooMany(
        [label(az, 90), label(az, 70)],
        [
          { id: az, x: 90, y: 0 },
          { id: am, x: 110, y: 0 },
        ],
      ),
    ).toEqual([]);
  });

  test('are nobody’s business where neither stands', () => {
    expect(tooMany([label('place', 50)])).toEqual([]);
  });
});
