import { expect, test } from '@playwright/test';
import { entry, roadEntry, sampleEntries, sampleWorld } from '../assembly/sample-world.ts';
import { ROAD_WORDS } from '../i18n/words.ts';
import { type FeatureEntry, ROAD_KINDS } from '../schema/content.ts';
import { describe } from './describe.ts';
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
    [
      '2021-03-04',
      '4 March 2021. The road between Armenia and Nagorno-Karabakh is not yet a corridor. Who held which ground at this time is not drawn.',
    ],
    [
      '2021-03-05',
      '5 March 2021. The road between Armenia and Nagorno-Karabakh runs through Lachin town and is open to ordinary traffic. Russian peacekeepers are deployed in an area drawn approximately.',
    ],
    [
      '2022-12-12',
      '12 December 2022. The road between Armenia and Nagorno-Karabakh runs through Lachin town and is closed to ordinary traffic; peacekeepers and aid can pass. Russian peacekeepers are deployed in an area drawn approximately.',
    ],
    [
      '2023-04-23',
      '23 April 2023. The road between Armenia and Nagorno-Karabakh runs through Lachin town and is closed to ordinary traffic; peacekeepers and aid can pass. An Azerbaijani checkpoint stands at the bridge. Russian peacekeepers are deployed in an area drawn approximately.',
    ],
  ] as const)
    test(`on ${day}`, () => expect(saidOf(sampleWorld(), day)).toBe(said));

  for (const is of ['not-recorded', 'no-corridor'] as const)
    test(`does not say that a post still stands while the road is ${is}`, () => {
      const { statuses } = roadEntry().data;
      const later = { since: 'post-opens', is, passes: 'Not known. [@editors]' };
      const said = saidOf(sampleWorld({ road: roadEntry({ statuses: [...statuses, later] }) }), '2023-04-23');
      expect(said).toContain(ROAD_WORDS[is].sentence);
      expect(said).not.toContain('checkpoint');
    });

  test('says by which way the road runs', () => {
    const { data } = roadEntry();
    const [old] = data.routes;
    if (!old) throw new Error('the sample has a route');
    const world = sampleWorld({ road: roadEntry({ routes: [old, { ...old, id: 'new', since: 'post-opens' }] }) });
    expect(saidOf(world, '2023-04-22')).toContain('runs through Lachin town and is');
    expect(saidOf(world, '2023-04-23')).toContain('runs over the Hakari bridge and is');
  });

  test('says who holds what is not handed over yet, beside the peacekeepers', () => {
    const world = sampleWorld({
      features: [
        ...features,
        area('control-area', 'road-opens', 'post-opens'),
        area('peacekeeper-area', 'road-opens', 'post-opens'),
      ],
    });
    const day = world.events.find(({ id }) => id === 'road-opens')?.date ?? '';
    expect(saidOf(world, day)).toContain(
      'Russian peacekeepers are deployed in an area drawn approximately; Armenian forces still hold ground that is to pass to Azerbaijan.',
    );
  });

  test('says that traffic is stopped for some hours, on that day alone', () => {
    const road = roadEntry({ interruptions: ['road-opens'] });
    const world = sampleWorld({ road });
    const day = world.events.find(({ id }) => id === 'road-opens')?.date ?? '';
    expect(saidOf(world, day)).toContain('open to ordinary traffic. For some hours of this day traffic is stopped.');
    expect(saidOf(world, '2021-06-01')).not.toContain('some hours');
  });

  test('says what can pass, for every kind', () => {
    for (const is of ROAD_KINDS) {
      const road = roadEntry({ statuses: [{ is, passes: 'Some. [@agency]' }] });
      expect(saidOf(sampleWorld({ road }), '2022-01-01')).toContain(`and ${ROAD_WORDS[is].sentence}`);
    }
  });

  test('names the checkpoint once', () => {
    const { data } = roadEntry();
    const road = roadEntry({
      statuses: [...data.statuses, { since: 'post-opens', is: 'checkpoint', passes: 'Some. [@agency]' }],
    });
    expect(saidOf(sampleWorld({ road }), '2023-04-23').match(/checkpoint/g)).toHaveLength(1);
  });

  test('says who held the ground before the peacekeepers came', () => {
    const world = sampleWorld({ features: [...features, area('control-area', '1994-05-12', '2020-09-27')] });
    expect(saidOf(world, '2000-01-01')).toContain(
      'Armenian forces hold most of the former oblast and, wholly or in part, districts around it.',
    );
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
