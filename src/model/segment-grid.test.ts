import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { Shape } from './map-shapes.ts';
import { toLonLat } from './projection.ts';
import { SegmentGrid } from './segment-grid.ts';

const ZOOM = 10;
const pixel = fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 600 }) });
const line = fc.array(pixel, { minLength: 2, maxLength: 6 });

/** Returns a shape whose points lie at these pixels. */
const shapeOf = (points: readonly { x: number; y: number }[]): Shape => ({
  id: 'line',
  isArea: false,
  lines: [points.map(({ x, y }) => toLonLat([x, y], ZOOM))],
});

test.describe('the lines on the map', () => {
  test('cross a box if a point of theirs lies well inside it', () => {
    fc.assert(
      fc.property(line, (points) => {
        const grid = new SegmentGrid([shapeOf(points)], ZOOM, [0, 0]);
        for (const { x, y } of points)
          expect(grid.crossings({ left: x - 2, top: y - 2, right: x + 2, bottom: y + 2 })).toBeGreaterThan(0);
      }),
    );
  });

  test('cross no box that lies beyond all of them', () => {
    fc.assert(
      fc.property(line, (points) => {
        const grid = new SegmentGrid([shapeOf(points)], ZOOM, [0, 0]);
        expect(grid.crossings({ left: 620, top: 0, right: 700, bottom: 600 })).toBe(0);
      }),
    );
  });

  test('are each counted once, however many squares they run through', () => {
    const points = [
      { x: 10, y: 10 },
      { x: 590, y: 580 },
    ];
    const grid = new SegmentGrid([shapeOf(points)], ZOOM, [0, 0]);
    expect(grid.crossings({ left: 0, top: 0, right: 600, bottom: 600 })).toBe(1);
  });
});
