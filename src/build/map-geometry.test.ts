import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { decodeShapes, type MapTopology, type Shape } from '../model/map-shapes.ts';
import { metresPerPixel, toPixels } from '../model/projection.ts';
import type { World } from '../model/world.ts';
import { buildTopology } from './map-geometry.ts';
import { readWorld } from './read-content.ts';
import type { Geometry } from './read-geometry.ts';

test.describe.configure({ mode: 'default' });

let world: World;
let geometry: Geometry;
let topology: MapTopology;
let shapes: ReadonlyMap<string, Shape>;

test.beforeAll(() => {
  ({ world, geometry } = readWorld(process.cwd()));
  topology = buildTopology(geometry);
  shapes = decodeShapes(topology);
});

test('the shapes are those that TopoJSON’s own reader finds', () => {
  const inPairs = (steps: readonly number[]): number[][] =>
    Array.from({ length: steps.length / 2 }, (_, i) => steps.slice(2 * i, 2 * i + 2));
  const standard = { ...topology, arcs: topology.arcs.map(inPairs) } as unknown as Topology;
  const { land, borders, stateBorder, waters, shapes: named } = topology.objects;
  const found = [
    ['land', feature(standard, land).geometry] as const,
    ['borders', feature(standard, borders).geometry] as const,
    ['state-border', feature(standard, stateBorder).geometry] as const,
    ...[waters, named].flatMap((group) =>
      feature(standard, group).features.map(({ id, geometry }) => [String(id), geometry] as const),
    ),
  ];
  expect([...shapes.keys()]).toEqual(found.map(([id]) => id));
  for (const [id, geometry] of found) {
    const points = (geometry as { coordinates: number[] }).coordinates.flat(3);
    expect(shapes.get(id)?.lines.flat(2), id).toEqual(points);
  }
});

/** Returns how far a point lies from a line, metres on the ground. */
function metresFrom(line: readonly (readonly [number, number])[], point: readonly [number, number]): number {
  const zoom = 20;
  const [x, y] = toPixels(point, zoom);
  const pixels = line.map((position) => toPixels(position, zoom));
  const distances = pixels.slice(1).map(([bx, by], i) => {
    const [ax, ay] = pixels[i] ?? [bx, by];
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const along = length === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length;
    const part = Math.min(1, Math.max(0, along));
    return Math.hypot(ax + part * (bx - ax) - x, ay + part * (by - ay) - y);
  });
  return Math.min(...distances) * metresPerPixel(point[1], zoom);
}

test.describe('the shapes of the map', () => {
  test('hold every one that a road or area names, the ground and the borders', () => {
    const named = ['land', 'borders', ...world.features.flatMap((feature) => feature.shapes)];
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((id) => !shapes.has(id))).toEqual([]);
    for (const { id, lines } of shapes.values()) {
      expect([id, lines.length > 0 && lines.every((line) => line.length > 1)]).toEqual([id, true]);
    }
  });

  test('are areas where the map fills them, lines where it strokes them', () => {
    for (const { kind, shapes: ids } of world.features)
      for (const id of ids) expect([id, shapes.get(id)?.isArea]).toEqual([id, !kind.endsWith('-road')]);
    expect([shapes.get('land')?.isArea, shapes.get('borders')?.isArea]).toEqual([true, false]);
  });

  test('follow the old road to within 30 metres', () => {
    const id = 'old-zabukh-lachin-berdadzor';
    const original = geometry.routes.features.find(({ properties }) => properties?.['id'] === id)?.geometry;
    if (original?.type !== 'LineString') throw new Error(`${id} is no line`);
    const drawn = shapes.get(id)?.lines[0] ?? [];
    expect(drawn.length).toBeLessThanOrEqual(original.coordinates.length);
    const off = original.coordinates.map(([lon = 0, lat = 0]) => metresFrom(drawn, [lon, lat]));
    expect(off.length).toBeGreaterThan(50);
    expect(Math.max(...off)).toBeLessThanOrEqual(30);
  });

  test('keep both ends of every road', () => {
    for (const { properties, geometry: original } of geometry.routes.features) {
      if (original.type !== 'LineString') continue;
      const line = shapes.get(String(properties?.['id']))?.lines[0] ?? [];
      const { coordinates } = original;
      for (const [end, drawn] of [
        [coordinates[0], line[0]],
        [coordinates.at(-1), line.at(-1)],
      ] as const) {
        const [lon = 0, lat = 0] = end ?? [];
        expect(Math.abs(lon - (drawn?.[0] ?? 0))).toBeLessThan(0.0005);
        expect(Math.abs(lat - (drawn?.[1] ?? 0))).toBeLessThan(0.0005);
      }
    }
  });

  test('are small enough to travel', () => {
    expect(gzipSync(JSON.stringify(topology)).length).toBeLessThanOrEqual(30_000);
  });

  test('are the same each time', () => {
    expect(JSON.stringify(buildTopology(geometry))).toBe(JSON.stringify(topology));
  });
});
