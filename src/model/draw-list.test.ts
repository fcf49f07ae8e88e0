import { expect, test } from '@playwright/test';
import { FEATURE_KINDS } from '../assembly/features.ts';
import { entry, sampleWorld } from '../assembly/sample-world.ts';
import type { FeatureEntry } from '../schema/content.ts';
import { LAYERS } from '../share/view.ts';
import { drawList, shownBy } from './draw-list.ts';
import { snapshotAt } from './snapshot.ts';
import { mapWorldOf } from './world.ts';

/** A map with one feature of every kind, written upside down. */
const everyKind = Object.entries(FEATURE_KINDS).map(([kind, { layer, form, statuses }]) =>
  entry('map', `the-${kind}`, {
    kind: kind as FeatureEntry['kind'],
    layer,
    shapes: [form === 'area' ? 'area-ring' : 'road-line'],
    schematic: kind === 'new-road',
    status: [{ since: 'road-opens', is: statuses[0], sources: [] }],
  }),
);
const snapshot = snapshotAt(mapWorldOf(sampleWorld({ features: everyKind })), '2023-05-01');
const AREAS = ['the-district', 'the-control-area', 'the-peacekeeper-area', 'the-oblast', 'the-zone'];
const CORED = ['the-old-road', 'the-new-road', 'the-shared-road'];
const drawings = drawList(snapshot, LAYERS);
const keys = drawings.map(({ key }) => key);

test('a map without a layer holds nothing of it, be it lines, places or events', () => {
  const held = (layers: Parameters<typeof shownBy>[1]): number[] => {
    const { features, places, events } = shownBy(snapshot, layers);
    return [features, places, events].map(({ length }) => length);
  };
  const [features, places, events] = held(LAYERS);
  expect([features, places, events]).toEqual([everyKind.length, snapshot.places.length, snapshot.events.length]);
  expect(held([])).toEqual([0, 0, 0]);
  expect(held(['places'])).toEqual([0, places, 0]);
  expect(held(['events'])).toEqual([0, 0, events]);
});

test.describe('the drawing of a map', () => {
  test('puts areas under roads, and all casings under all lines', () => {
    const roads = ['the-other-road', 'the-old-road', 'the-new-road', 'the-shared-road'];
    expect(keys).toEqual([
      ...AREAS,
      ...roads.map((road) => `${road}/casing`),
      ...roads.map((road) => `${road}/line`),
      ...CORED.map((road) => `${road}/core`),
    ]);
  });

  test('gives every part a key of its own', () => {
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('keeps keys from day to day, so that an element can stay', () => {
    const world = mapWorldOf(sampleWorld());
    const keysOn = (day: string): string[] => drawList(snapshotAt(world, day), LAYERS).map(({ key }) => key);
    expect(keysOn('2021-03-05')).toEqual(['watched-area', 'main-road/casing', 'main-road/line']);
    expect(keysOn('2023-05-01')).toEqual(['watched-area', 'main-road/casing', 'main-road/line', 'main-road/core']);
    expect(keysOn('2023-09-19')).toEqual(['main-road/casing', 'main-road/line', 'main-road/core']);
  });

  test('draws a pale core in a road that ordinary traffic could not use, and in no other', () => {
    const coresOf = (list: readonly string[]): string[] => list.filter((key) => key.endsWith('/core'));
    expect(coresOf(keys)).toEqual(CORED.map((road) => `${road}/core`));
    const open = snapshotAt(mapWorldOf(sampleWorld({ features: everyKind })), '2022-11-30');
    expect(coresOf(drawList(open, LAYERS).map(({ key }) => key))).toEqual([]);
  });

  test('hatches the approximate area, and that alone', () => {
    expect(drawings.filter(({ isHatched }) => isHatched).map(({ key }) => key)).toEqual(['the-peacekeeper-area']);
  });

  test('fills areas and strokes roads', () => {
    for (const { key, isArea } of drawings) expect([key, isArea]).toEqual([key, AREAS.includes(key)]);
  });

  test('leaves out the layers that are off', () => {
    expect(drawList(snapshot, [])).toEqual([]);
    const shown = drawList(snapshot, ['zone', 'districts']).map(({ key }) => key);
    expect(shown).toEqual(['the-district', 'the-zone']);
  });

  test('says kind and status to the style sheet, and what is schematic', () => {
    const one = (key: string) => drawings.find((drawing) => drawing.key === key);
    expect(one('the-zone')).toMatchObject({ className: 'zone', status: 'present', shapes: ['area-ring'] });
    expect(one('the-old-road/line')).toMatchObject({ className: 'road road-line old-road', status: 'restricted' });
    expect(one('the-new-road/casing')).toMatchObject({ className: 'road road-casing new-road schematic' });
  });
});
