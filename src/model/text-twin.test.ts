import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { sampleWorld } from '../assembly/sample-world.ts';
import { LAYERS } from '../share/view.ts';
import type { Shape } from './map-shapes.ts';
import { snapshotAt } from './snapshot.ts';
import { boundsOf, statusWords, textTwin, twinMarkup } from './text-twin.ts';
import { mapWorldOf } from './world.ts';

const world = mapWorldOf(sampleWorld());
const snapshot = snapshotAt(world, '2023-05-01');
const line: Shape = {
  id: 'road-line',
  isArea: false,
  lines: [
    [
      [46.5, 39.6],
      [46.6, 39.7],
    ],
  ],
};
const ring: Shape = {
  id: 'area-ring',
  isArea: true,
  lines: [
    [
      [46.7, 39.7],
      [46.9, 39.7],
      [46.9, 39.9],
      [46.7, 39.7],
    ],
  ],
};
const shapes = new Map([line, ring].map((shape) => [shape.id, shape]));
const ALL = { west: 46, south: 39, east: 47, north: 40 };
const twinOf = (bounds: typeof ALL, layers = LAYERS) => textTwin(snapshot, layers, bounds, shapes);

test.describe('the text twin of a map', () => {
  test('lists what is in view', () => {
    const twin = twinOf(ALL);
    expect(twin.roads.map(({ feature }) => feature.id)).toEqual(['main-road']);
    expect(twin.areas.map(({ feature }) => feature.id)).toEqual(['watched-area']);
    expect(twin.places.map(({ id }) => id)).toEqual(['west-town', 'bridge']);
    expect(twin.events.map(({ id }) => id)).toEqual(['post-opens', 'road-closes', 'road-opens']);
  });

  test('leaves out what lies outside, and layers that are off', () => {
    const east = twinOf({ ...ALL, west: 46.65 });
    expect([east.roads.length, east.areas.length, east.places.length]).toEqual([0, 1, 0]);
    const roads = twinOf(ALL, ['roads'] as never);
    expect([roads.roads.length, roads.areas.length, roads.places.length, roads.events.length]).toEqual([1, 0, 0, 0]);
  });

  test('never lists more for a part of the map than for the whole', () => {
    const lon = fc.double({ min: 46, max: 47, noNaN: true });
    const lat = fc.double({ min: 39, max: 40, noNaN: true });
    fc.assert(
      fc.property(lon, lon, lat, lat, (a, b, c, d) => {
        const part = twinOf({
          west: Math.min(a, b),
          east: Math.max(a, b),
          south: Math.min(c, d),
          north: Math.max(c, d),
        });
        const whole = twinOf(ALL);
        for (const list of ['roads', 'areas', 'places', 'events'] as const)
          for (const one of part[list]) expect(whole[list]).toContainEqual(one);
      }),
    );
  });

  test('says of each line what it is that day and how exact it is', () => {
    const [road] = twinOf(ALL).roads;
    if (!road) throw new Error('no road');
    expect(statusWords(road)).toBe('closed to ordinary traffic; within 100\u00a0m');
    const rough = { ...road, feature: { ...road.feature, schematic: true, accuracyMetres: 1500 } };
    expect(statusWords(rough)).toBe('closed to ordinary traffic; approximate, within 1.5\u00a0km');
  });

  test('as markup leaves out lists that hold nothing, and links places and events', () => {
    const markup = twinMarkup(twinOf({ ...ALL, west: 46.65 }), snapshot, '/repo/');
    expect(markup).not.toContain('<h2>Places</h2>');
    expect(twinMarkup(twinOf(ALL), snapshot, '/repo/')).toContain(
      '<a href="/repo/places/bridge/">Bridge</a>, checkpoint',
    );
  });
});

test('the box around a shape holds every point of it', () => {
  expect(boundsOf(ring)).toEqual({ west: 46.7, south: 39.7, east: 46.9, north: 39.9 });
});
