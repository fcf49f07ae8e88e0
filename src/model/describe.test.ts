import { expect, test } from '@playwright/test';
import type { FeatureEntry } from '../schema/content.ts';
import { describe } from './describe.ts';
import { entry, sampleEntries, sampleWorld } from './sample-world.ts';
import { snapshotAt } from './snapshot.ts';
import { mapWorldOf, type World } from './world.ts';

/** The sentences of a day, with plain spaces. */
const saidOf = (world: World, day: string): string =>
  describe(snapshotAt(mapWorldOf(world), day)).replaceAll('\u00a0', ' ');

const { events, features } = sampleEntries();
const area = (kind: FeatureEntry['kind'], since: string, until: string) =>
  entry('map', `a-${kind}`, {
    kind,
    layer: 'areas',
    shapes: ['area-ring'],
    status: [
      { since, is: 'present', sources: ['agency'] },
      { since: until, is: 'gone', sources: ['agency'] },
    ],
  });

test.describe('the map in words', () => {
  for (const [day, said] of [
    ['2021-03-04', '4 March 2021. The road is not drawn yet. Who held which ground at this time is not drawn.'],
    [
      '2021-03-05',
      '5 March 2021. The road between Armenia and Nagorno-Karabakh runs through Lachin town and is in use. Russian peacekeepers are deployed in an area drawn approximately.',
    ],
    [
      '2022-12-12',
      '12 December 2022. The road between Armenia and Nagorno-Karabakh runs through Lachin town and is closed to ordinary traffic. Russian peacekeepers are deployed in an area drawn approximately.',
    ],
    [
      '2023-04-23',
      '23 April 2023. The road between Armenia and Nagorno-Karabakh runs through Lachin town and is closed to ordinary traffic. An Azerbaijani checkpoint stands at the bridge. Russian peacekeepers are deployed in an area drawn approximately.',
    ],
  ] as const)
    test(`on ${day}`, () => expect(saidOf(sampleWorld(), day)).toBe(said));

  test('names the bridge once the new road is drawn', () => {
    const status: FeatureEntry['status'] = [{ since: '2022-08-30', is: 'in-use', sources: ['agency'] }];
    const world = sampleWorld({ features: [...features, entry('map', 'new-road', { kind: 'new-road', status })] });
    expect(saidOf(world, '2022-08-29')).toContain('runs through Lachin town and is in use.');
    expect(saidOf(world, '2022-08-30')).toContain('runs over the Hakari bridge and is in use.');
  });

  test('says when people leave by the road, and when it serves no more', () => {
    const status: FeatureEntry['status'] = [
      { since: 'road-opens', is: 'in-use', sources: [] },
      { since: '2023-09-24', is: 'one-way-out', sources: ['agency'] },
      { since: '2024-01-01', is: 'not-in-use', sources: ['agency'] },
    ];
    const world = sampleWorld({ features: [entry('map', 'main-road', { status })] });
    expect(saidOf(world, '2023-09-24')).toContain('The road through Lachin town carries people leaving for Armenia.');
    expect(saidOf(world, '2024-01-01')).toContain('The road no longer serves as a corridor.');
  });

  test('says who held the ground before the peacekeepers came', () => {
    const world = sampleWorld({ features: [...features, area('control-area', '1994-05-12', '2020-09-27')] });
    expect(saidOf(world, '2000-01-01')).toContain('Armenian forces hold the former oblast and districts around it.');
    expect(saidOf(world, '1994-05-11')).toContain('Who held which ground at this time is not drawn.');
  });

  test('does not pretend to know the front of the war', () => {
    const war = entry('events', 'war-begins', { date: '2020-09-27', phase: 'war-2020' });
    expect(saidOf(sampleWorld({ events: [...events, war] }), '2020-10-15')).toContain(
      'The moving front of the 2020 war is not drawn.',
    );
  });

  test('says who holds the ground in the end', () => {
    const end = entry('events', 'all-ends', { date: '2024-01-01', phase: 'since-october-2023' });
    expect(saidOf(sampleWorld({ events: [...events, end] }), '2024-01-02')).toContain(
      'Azerbaijan holds all of the former oblast.',
    );
  });

  test('says the same of the same day', () => {
    const world = sampleWorld();
    expect(saidOf(world, '2023-05-01')).toBe(saidOf(sampleWorld(), '2023-05-01'));
  });
});
