import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { Pixels } from '../model/projection.ts';
import { simplifyLine } from './simplify-line.ts';

const pixel = fc.integer({ min: -900, max: 900 });
const lines: fc.Arbitrary<Pixels[]> = fc.array(fc.tuple(pixel, pixel), { maxLength: 40 });

/** How far a point lies from a line, by looking at many points of it. */
function offBy([x, y]: Pixels, line: readonly Pixels[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [i, [fromX, fromY]] of line.entries()) {
    const [toX, toY] = line[i + 1] ?? [fromX, fromY];
    for (let along = 0; along <= 1; along += 0.001)
      least = Math.min(least, Math.hypot(x - fromX - along * (toX - fromX), y - fromY - along * (toY - fromY)));
  }
  return least;
}

test.describe('a line that is simplified', () => {
  test('loses what lies on it, and keeps its corners', () => {
    const line: Pixels[] = [
      [0, 0],
      [5, 0.2],
      [10, 0],
      [10, 10],
    ];
    expect(simplifyLine(line, 0.5)).toEqual([line[0], line[2], line[3]]);
    expect(simplifyLine(line, 0.1)).toEqual(line);
  });

  test('that ends where it begins stays a ring', () => {
    const ring: Pixels[] = [
      [0, 0],
      [8, 0],
      [8, 8],
      [0, 8],
      [0, 0],
    ];
    expect(simplifyLine(ring, 0.5)).toEqual(ring);
  });

  test('keeps its ends and its order, and no point of it is farther off than the tolerance', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 300 }), (line, tolerance) => {
        const simple = simplifyLine(line, tolerance);
        expect([simple[0], simple.at(-1)]).toEqual([line[0], line.at(-1)]);
        let at = 0;
        for (const point of simple) {
          at = line.indexOf(point, at);
          expect(at++).toBeGreaterThan(-1);
        }
        for (const point of line) expect(offBy(point, simple)).toBeLessThan(tolerance + 2);
      }),
      { numRuns: 50 },
    );
  });
});
