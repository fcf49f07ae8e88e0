import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { decodeShapes, isInside, type MapTopology, pathData, projectLine } from './map-shapes.ts';
import { type LonLat, type Pixels, toPixels } from './projection.ts';

/** Reads path data back as any SVG reader would: an absolute start, then relative steps; a `z` closes. */
function readPath(data: string): { points: Pixels[]; isClosed: boolean }[] {
  return [...data.matchAll(/M([^Mz]*)(z?)/g)].map(([, path = '', z]) => {
    let [x, y] = [0, 0];
    const points: Pixels[] = [];
    const numbers = [...path.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(Number);
    for (let i = 0; i < numbers.length; i += 2) {
      [x, y] = [x + (numbers[i] ?? Number.NaN), y + (numbers[i + 1] ?? Number.NaN)];
      points.push([x, y]);
    }
    return { points, isClosed: z === 'z' };
  });
}

/** Evenly spread numbers; `fc.double` would give mostly some next to 0. */
const between = (min: number, max: number) =>
  fc.integer({ min: min * 10_000, max: max * 10_000 }).map((value) => value / 10_000);
const anyPixel = between(-20_000, 20_000);
const anyLine: fc.Arbitrary<Pixels[]> = fc.array(fc.tuple(anyPixel, anyPixel), { minLength: 2, maxLength: 60 });
const inRegion: fc.Arbitrary<LonLat> = fc.tuple(between(42, 51), between(37, 43));

test.describe('the path of a line', () => {
  test('starts at a point and goes on in steps of a tenth of a pixel', () => {
    const line: Pixels[] = [
      [10, 20],
      [12.34, 20],
      [11.34, 19.5],
      [15, 25],
    ];
    expect(pathData([line], false)).toBe('M10 20l2.3 0-1-0.5 3.7 5.5');
  });

  test('is closed only if it is a ring', () => {
    const ring: Pixels[] = [
      [0, 0],
      [4, 0],
      [4, 4],
    ];
    expect(pathData([ring, ring], true)).toBe('M0 0l4 0 0 4zM0 0l4 0 0 4z');
    expect(pathData([ring, ring], false)).toBe('M0 0l4 0 0 4M0 0l4 0 0 4');
  });

  test('leaves out what is no line', () => {
    expect(pathData([[], [[1, 2]]], true)).toBe('');
    expect(pathData([], false)).toBe('');
  });

  test('reads as the line it was made from, never more than half a tenth of a pixel away', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 4 }), fc.boolean(), (lines, isClosed) => {
        const read = readPath(pathData(lines, isClosed));
        expect(read.map(({ points }) => points.length)).toEqual(lines.map(({ length }) => length));
        expect(read.every((line) => line.isClosed === isClosed)).toBe(true);
        const furthest = Math.max(
          ...lines.flatMap((line, i) =>
            line.flatMap(([x, y], j) => {
              const [readX, readY] = read[i]?.points[j] ?? [Number.NaN, Number.NaN];
              return [Math.abs(readX - x), Math.abs(readY - y)];
            }),
          ),
        );
        expect(furthest).toBeLessThan(0.05 + 1e-6);
      }),
    );
  });
});

test.describe('a projected line', () => {
  const anyRoad = fc.array(inRegion, { minLength: 1, maxLength: 50 });
  const anyZoom = between(0, 13);

  test('keeps its first point and its last, at any zoom', () => {
    fc.assert(
      fc.property(anyRoad, anyZoom, (road, zoom) => {
        const points = projectLine(road, zoom, [0, 0]);
        expect(points[0]).toEqual(toPixels(road[0] as LonLat, zoom));
        expect(points.at(-1)).toEqual(toPixels(road.at(-1) as LonLat, zoom));
      }),
    );
  });

  test('loses no corner that could be seen', () => {
    fc.assert(
      fc.property(anyRoad, anyZoom, (road, zoom) => {
        const points = projectLine(road, zoom, [0, 0]);
        const furthest = Math.max(
          ...road.map((place) => {
            const [x, y] = toPixels(place, zoom);
            return Math.min(...points.map(([px, py]) => Math.hypot(px - x, py - y)));
          }),
        );
        expect(furthest).toBeLessThan(1);
      }),
    );
  });

  test('has few points where many fall together', () => {
    const road: LonLat[] = Array.from({ length: 1000 }, (_, i) => [46.5 + i * 1e-6, 39.6]);
    expect(projectLine(road, 7, [0, 0])).toHaveLength(2);
    expect(projectLine([], 7, [0, 0])).toEqual([]);
  });

  test('is counted from the origin', () => {
    const origin = toPixels([46.5, 39.6], 10);
    expect(projectLine([[46.5, 39.6]], 10, origin)).toEqual([[0, 0]]);
  });
});

test.describe('the shapes of a topology', () => {
  test('are found by id, with their lines as they were', () => {
    const topology = {
      type: 'Topology',
      // Steps on a grid of half a degree, from 0, 0.
      transform: { scale: [0.5, 0.5], translate: [0, 0] },
      arcs: [
        [0, 0, 8, 0, 0, 8, -8, -8],
        [2, 2, 2, 2],
      ],
      objects: {
        land: { type: 'MultiPolygon', arcs: [[[0]]] },
        borders: { type: 'MultiLineString', arcs: [[1]] },
        stateBorder: { type: 'MultiLineString', arcs: [[1]] },
        waters: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', id: 'lake-sevan', arcs: [[0]] }] },
        shapes: { type: 'GeometryCollection', geometries: [{ type: 'LineString', id: 'main-road', arcs: [1] }] },
      },
    } as unknown as MapTopology;
    const ring = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 0],
    ];
    const line = [
      [1, 1],
      [2, 2],
    ];
    expect([...decodeShapes(topology).values()]).toEqual([
      { id: 'land', isArea: true, lines: [ring] },
      { id: 'borders', isArea: false, lines: [line] },
      { id: 'state-border', isArea: false, lines: [line] },
      { id: 'lake-sevan', isArea: true, lines: [ring] },
      { id: 'main-road', isArea: false, lines: [line] },
    ]);
  });
});

test('a point is inside a ring, and outside its hole', () => {
  const square: LonLat[] = [
    [46.5, 39.5],
    [46.7, 39.5],
    [46.7, 39.7],
    [46.5, 39.7],
    [46.5, 39.5],
  ];
  const hole: LonLat[] = [
    [46.58, 39.58],
    [46.62, 39.58],
    [46.62, 39.62],
    [46.58, 39.62],
    [46.58, 39.58],
  ];
  expect(isInside([square], [46.6, 39.6])).toBe(true);
  expect(isInside([square, hole], [46.6, 39.6])).toBe(false);
  expect(isInside([square, hole], [46.55, 39.55])).toBe(true);
  expect(isInside([square], [46.8, 39.6])).toBe(false);
});
