import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import {
  dayRows,
  type Label,
  percentOf,
  percentOfDay,
  placeLabels,
  scaleFor,
  squares,
  thinned,
} from './chart-layout.ts';
import type { ChartRow } from './charts.ts';

const row = (day: string): ChartRow => ({ day, reads: '12', who: 'The agency', sources: ['agency'] });

test.describe('a scale', () => {
  test('places a value and a day between two others', () => {
    expect(percentOf(30, 20, 60)).toBe(25);
    expect(percentOfDay('2023-01-11', '2023-01-01', '2023-01-31')).toBe(33.33);
  });

  test('holds what it is made for, begins at 0 and has two to five round steps', () => {
    expect(scaleFor(100_625)).toEqual({ end: 100_625, steps: [0, 50_000, 100_000] });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (most) => {
        const { end, steps } = scaleFor(most);
        expect(end).toBeGreaterThanOrEqual(most);
        expect(steps[0]).toBe(0);
        expect(steps.length).toBeGreaterThanOrEqual(2);
        expect(steps.length).toBeLessThanOrEqual(5);
      }),
    );
  });
});

test('a scale has a length also where nothing was counted', () => {
  const { end, steps } = scaleFor(0);
  expect(steps).toEqual([0]);
  expect(percentOf(0, 0, end)).toBe(0);
});

test.describe('the days of a chart', () => {
  test('come in order, those without a number as one gap, those known by the month at the end', () => {
    const rows = [row('2023-09-26'), row('2023-09-26'), row('2023-09-28'), row('2023-10')];
    expect(dayRows(rows, '2023-09-24', '2023-09-28')).toEqual([
      { from: '2023-09-24', to: '2023-09-25', rows: [] },
      { from: '2023-09-26', to: '2023-09-26', rows: rows.slice(0, 2) },
      { from: '2023-09-27', to: '2023-09-27', rows: [] },
      { from: '2023-09-28', to: '2023-09-28', rows: rows.slice(2, 3) },
      { from: '2023-10', to: '2023-10', rows: rows.slice(3) },
    ]);
  });
});

test.describe('squares', () => {
  test('are as many as were counted, in blocks of ten, and none for none', () => {
    expect(squares(0)).toEqual([]);
    for (const count of [1, 2, 10, 19, 21, 120]) {
      const blocks = squares(count);
      expect(blocks.length).toBe(Math.ceil(count / 10));
      expect(blocks.reduce((sum, { path }) => sum + path.split('M').length - 1, 0)).toBe(count);
      for (const { width, height } of blocks) expect([width <= 50, height <= 20]).toEqual([true, true]);
    }
  });
});

test.describe('names along an axis', () => {
  const labels = fc.array(
    fc.record({
      at: fc.float({ min: 0, max: 100, noNaN: true }),
      width: fc.integer({ min: 10, max: 120 }),
      rank: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 14 },
  );
  const boxOf = ({ at, width }: Label, anchor: string, room: number): [number, number] => {
    const x = (at / 100) * room - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2);
    return [x, x + width];
  };

  test('never touch, are never crossed by another’s stem and never leave the picture, at this width or a wider one', () => {
    fc.assert(
      fc.property(labels, fc.integer({ min: 280, max: 1200 }), (given, room) => {
        const placed = placeLabels(given, 280, 3).map((one) => ({ ...one, box: boxOf(one.label, one.anchor, room) }));
        for (const one of placed) {
          expect(one.box[0]).toBeGreaterThanOrEqual(-0.01);
          expect(one.box[1]).toBeLessThanOrEqual(room + 0.01);
          for (const other of placed) {
            if (one === other) continue;
            if (one.level === other.level) expect(one.box[1] < other.box[0] || other.box[1] < one.box[0]).toBe(true);
            if (other.level > one.level) {
              const stem = (other.label.at / 100) * room;
              expect(stem <= one.box[0] || stem >= one.box[1]).toBe(true);
            }
          }
        }
      }),
    );
  });

  test('that matter most stay, where not all fit', () => {
    const [less, more] = [
      { at: 50, width: 60, rank: 2 },
      { at: 52, width: 60, rank: 1 },
    ];
    expect(placeLabels([less, more], 280, 1).map(({ label }) => label)).toEqual([more]);
  });
});

test.describe('a thinned line', () => {
  test('keeps its ends and is nowhere farther off than allowed', () => {
    const heights = fc.array(fc.integer({ min: 600, max: 2000 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(heights, (values) => {
        const line = values.map((y, x) => [x, y] as const);
        const thin = thinned(line, 40);
        expect([thin[0], thin.at(-1)]).toEqual([line[0], line.at(-1)]);
        for (const [x, y] of line) {
          const after = thin.findIndex((one) => one[0] >= x);
          const [[x1, y1], [x2, y2]] = [thin[Math.max(0, after - 1)], thin[after]] as [
            [number, number],
            [number, number],
          ];
          const on = x1 === x2 ? y2 : y1 + ((x - x1) / (x2 - x1)) * (y2 - y1);
          expect(Math.abs(y - on)).toBeLessThanOrEqual(40.001);
        }
      }),
    );
  });
});
