import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { sampleWorld } from '../assembly/sample-world.ts';
import { buildTopology } from '../build/map-geometry.ts';
import { readWorld } from '../build/read-content.ts';
import { distance } from './course.ts';
import { decodeShapes, type Shape } from './map-shapes.ts';
import type { LonLat } from './projection.ts';
import { snapshotAt } from './snapshot.ts';
import { metresTo, whatIsHere } from './what-is-here.ts';
import { mapWorldOf } from './world.ts';

const near = fc
  .tuple(fc.double({ min: 46.4, max: 46.8, noNaN: true }), fc.double({ min: 39.5, max: 39.9, noNaN: true }))
  .map(([lon, lat]): LonLat => [lon, lat]);
const SQUARE: LonLat[] = [
  [46.5, 39.5],
  [46.7, 39.5],
  [46.7, 39.7],
  [46.5, 39.7],
  [46.5, 39.5],
];
const shapes: ReadonlyMap<string, Shape> = new Map(
  [
    {
      id: 'road-line',
      isArea: false,
      lines: [
        [
          [46.4, 39.56],
          [46.8, 39.56],
        ] as LonLat[],
      ],
    },
    { id: 'area-ring', isArea: true, lines: [SQUARE] },
    {
      id: 'state-border',
      isArea: false,
      lines: [
        [
          [46.5, 39],
          [46.5, 40],
        ] as LonLat[],
      ],
    },
    {
      id: 'borders',
      isArea: false,
      lines: [
        [
          [46.6, 39],
          [46.6, 40],
        ] as LonLat[],
      ],
    },
  ].map((shape) => [shape.id, shape]),
);
const world = mapWorldOf(sampleWorld());
const at = (day: string, point: LonLat, reach = 500) => whatIsHere(snapshotAt(world, day), shapes, point, reach);

test.describe('what is here', () => {
  test('names the area around the point, the road and the place near it, and what had happened by that day', () => {
    const here = at('2023-05-01', [46.57, 39.56]);
    expect(here.areas.map(({ feature, isUnsure }) => [feature.id, isUnsure])).toEqual([['watched-area', false]]);
    expect(here.roads.map(({ what }) => [what.feature.id, what.status])).toEqual([['main-road', 'restricted']]);
    expect(here.places.map(({ what }) => [what.id, what.kind])).toEqual([['bridge', 'checkpoint']]);
    expect(at('2023-05-01', [46.57, 39.57]).events.map(({ what }) => what.id)).toEqual(['post-opens']);
    expect(at('2023-04-22', [46.57, 39.57]).events).toEqual([]);
    expect(at('2020-01-01', [46.57, 39.56])).toMatchObject({ areas: [], roads: [] });
  });

  test('names the nearest place where none is within reach, and how far the border of the two states is if it is near', () => {
    const here = at('2023-05-01', [46.51, 39.52]);
    expect(here.places).toEqual([]);
    expect(here.nearest?.what.id).toBe('bridge');
    expect(here.border).toBeCloseTo(858, -1);
    expect(at('2023-05-01', [46.6, 39.6]).border).toBeUndefined();
  });

  test('measures to no border of other countries, which the map knows only roughly', () => {
    const { world, geometry } = readWorld(process.cwd());
    const real = decodeShapes(buildTopology(geometry));
    const borderAt = (point: LonLat) =>
      whatIsHere(snapshotAt(mapWorldOf(world), '2023-05-01'), real, point, 500).border;
    // Beside the line of Georgia and Russia, and that of Armenia and Azerbaijan at the Hakari.
    expect(borderAt([43.663, 42.781])).toBeUndefined();
    expect(borderAt([46.5708, 39.5655])).toBeLessThan(1500);
  });

  test('says that it cannot tell where the edge is nearer than the drawing is exact', () => {
    const inside = at('2023-05-01', [46.5005, 39.6]).areas[0];
    const outside = at('2023-05-01', [46.4995, 39.6]).areas[0];
    expect([inside?.isUnsure, outside?.isUnsure]).toEqual([true, true]);
    expect(at('2023-05-01', [46.48, 39.6]).areas).toEqual([]);
  });

  test('lists the nearest first and nothing beyond the reach', () => {
    fc.assert(
      fc.property(near, fc.integer({ min: 0, max: 40_000 }), (point, reach) => {
        const here = at('2023-05-01', point, reach);
        for (const list of [here.roads, here.places, here.events]) {
          const away = list.map((one) => one.away);
          expect(away).toEqual(away.toSorted((a, b) => a - b));
          expect(away.every((metres) => metres <= reach)).toBe(true);
        }
      }),
    );
  });
});

test.describe('a distance in metres', () => {
  test('to a point is that over ground, within half a percent', () => {
    fc.assert(
      fc.property(near, near, (a, b) => {
        const metres = distance(a, b) * 1000;
        fc.pre(metres > 50);
        expect(Math.abs(metresTo([a], b) / metres - 1)).toBeLessThan(0.005);
      }),
    );
  });

  test('to a line is never more than to its corners', () => {
    fc.assert(
      fc.property(fc.array(near, { minLength: 1, maxLength: 6 }), near, (line, point) => {
        const corners = line.map((corner) => metresTo([corner], point));
        expect(metresTo(line, point)).toBeLessThanOrEqual(Math.min(...corners) + 1e-6);
      }),
    );
  });
});
