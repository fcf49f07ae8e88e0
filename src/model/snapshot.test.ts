import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { entry, sampleEntries, sampleWorld } from '../assembly/sample-world.ts';
import { dayNumber, dayOfNumber } from './day-numbers.ts';
import { ROAD_TONES } from './road.ts';
import { snapshotAt } from './snapshot.ts';
import { mapWorldOf } from './world.ts';

const world = mapWorldOf(sampleWorld());
const placesOn = (day: string): string[] => snapshotAt(world, day).places.map(({ id, kind }) => `${id}: ${kind}`);
const featuresOn = (day: string): string[] =>
  snapshotAt(world, day).features.map(({ feature, status, since }) => `${feature.id}: ${status} since ${since}`);
const eventsOn = (day: string): string[] => snapshotAt(world, day).events.map(({ id }) => id);

test.describe('a place on the map', () => {
  test('stands from its first day until before the day it is no more', () => {
    const campOn = (day: string): boolean => snapshotAt(world, day).places.some(({ id }) => id === 'camp');
    expect(['2022-12-11', '2022-12-12', '2023-04-27', '2023-04-28'].map(campOn)).toEqual([false, true, true, false]);
  });

  test('is always there if it has no days', () => {
    for (const day of ['1988-01-01', '2024-12-31']) expect(placesOn(day)).toContain('west-town: town');
  });

  test('is what it has become by that day', () => {
    expect(placesOn('2023-04-22')).toContain('bridge: bridge');
    expect(placesOn('2023-04-23')).toContain('bridge: checkpoint');
    expect(placesOn('2024-12-31')).toContain('bridge: checkpoint');
  });

  test('may become one thing after another', () => {
    const { places } = sampleEntries();
    const became = [
      { since: 'road-opens', is: 'junction' as const },
      { since: 'post-opens', is: 'post' as const },
    ];
    const town = mapWorldOf(sampleWorld({ places: [...places, entry('places', 'east-town', { became })] }));
    const kindOn = (day: string): string | undefined =>
      snapshotAt(town, day).places.find(({ id }) => id === 'east-town')?.kind;
    expect(['2021-03-04', '2021-03-05', '2023-04-22', '2023-04-23'].map(kindOn)).toEqual([
      'town',
      'junction',
      'junction',
      'post',
    ]);
  });
});

test.describe('a road on the map', () => {
  test('is not drawn before its first status', () => {
    expect(featuresOn('2021-03-04')).toEqual([]);
  });

  test('of the corridor shows what could pass on it, from the day of the event on', () => {
    expect(featuresOn('2021-03-05')).toContain('main-road: in-use since road-opens');
    expect(featuresOn('2022-11-30')).toContain('main-road: in-use since road-opens');
    expect(featuresOn('2022-12-01')).toContain('main-road: restricted since road-closes');
    expect(featuresOn('2024-12-31')).toContain('main-road: restricted since road-closes');
  });

  test('shows the state of the road only while it is part of the corridor', () => {
    const { features } = sampleEntries();
    const other = entry('map', 'other-road', {
      kind: 'other-road',
      status: [{ since: 'road-opens', is: 'in-use', sources: [] }],
    });
    const left = entry('map', 'old-road', {
      kind: 'old-road',
      status: [
        { since: 'road-opens', is: 'in-use', sources: [] },
        { since: 'post-opens', is: 'not-in-use', sources: [] },
      ],
    });
    const roads = mapWorldOf(sampleWorld({ features: [...features, other, left] }));
    const statusOn = (id: string, day: string) =>
      snapshotAt(roads, day).features.find(({ feature }) => feature.id === id)?.status;
    expect(['2022-11-30', '2022-12-01', '2023-04-23'].map((day) => statusOn('old-road', day))).toEqual([
      'in-use',
      'restricted',
      'not-in-use',
    ]);
    expect(statusOn('other-road', '2023-04-23')).toBe('in-use');
  });

  test('beyond the border stays in use while the corridor is closed, and is no part of it once it is none', () => {
    const { features } = sampleEntries();
    const beyond = entry('map', 'road-beyond', {
      neverClosed: true,
      status: [{ since: 'road-opens', is: 'in-use', sources: [] }],
    });
    const roads = mapWorldOf(sampleWorld({ features: [...features, beyond] }));
    const tones = [...new Set(Object.values(ROAD_TONES))];
    for (const tone of tones) {
      const kind = Object.entries(ROAD_TONES).find(([, one]) => one === tone)?.[0] as keyof typeof ROAD_TONES;
      const [first] = roads.road.periods;
      if (!first) throw new Error('The sample has a period');
      const closed = { ...roads, road: { ...roads.road, periods: [{ ...first, kind }] } };
      const status = snapshotAt(closed, '2023-04-23').features.find(({ feature }) => feature.id === 'road-beyond');
      expect(status?.status, tone).toBe(tone === 'not-in-use' ? 'not-in-use' : 'in-use');
    }
  });

  test('is always there if it has no status', () => {
    const { features } = sampleEntries();
    const side = mapWorldOf(sampleWorld({ features: [...features, entry('map', 'side-road')] }));
    expect(snapshotAt(side, '1988-01-01').features.map(({ feature, status }) => [feature.id, status])).toEqual([
      ['side-road', 'present'],
    ]);
  });
});

test.describe('an area on the map', () => {
  test('is not drawn from the day on which it is gone', () => {
    expect(featuresOn('2023-09-18')).toContain('watched-area: present since road-opens');
    expect(featuresOn('2023-09-19')).toEqual(['main-road: restricted since road-closes']);
  });
});

test.describe('the events of a day', () => {
  test('are those that had begun, in order of time', () => {
    expect(eventsOn('2021-03-04')).toEqual([]);
    expect(eventsOn('2021-03-05')).toEqual(['road-opens']);
    expect(eventsOn('2023-04-23')).toEqual(['road-opens', 'road-closes', 'post-opens']);
  });

  test('count a partly known date from its first day', () => {
    expect(eventsOn('2022-11-30')).not.toContain('road-closes');
    expect(eventsOn('2022-12-01')).toContain('road-closes');
  });
});

test.describe('on any day', () => {
  const days = fc.integer({ min: dayNumber('1988-01-01'), max: dayNumber('2024-12-31') }).map(dayOfNumber);
  /** Any status history: days in order of time, each with what a line may be. */
  const histories = fc
    .uniqueArray(days, { minLength: 1, maxLength: 6 })
    .chain((since) =>
      fc.tuple(
        fc.constant(since.sort()),
        fc.array(fc.constantFrom('in-use', 'not-in-use', 'gone'), {
          minLength: since.length,
          maxLength: since.length,
        }),
      ),
    )
    .map(([since, kinds]) =>
      since.map((day, i) => ({
        since: day,
        is: kinds[i] as 'in-use' | 'not-in-use' | 'gone',
        sources: ['agency'] as string[],
      })),
    );

  test('a line shows exactly from its status on, and not while it is gone', () => {
    fc.assert(
      fc.property(histories, days, (status, day) => {
        const { features } = sampleEntries();
        const any = mapWorldOf(
          sampleWorld({ features: [...features, entry('map', 'any-line', { kind: 'other-road', status })] }),
        );
        const now = status.filter(({ since }) => since <= day).at(-1)?.is;
        const shown = snapshotAt(any, day).features.find(({ feature }) => feature.id === 'any-line')?.status;
        expect(shown).toBe(now === 'gone' ? undefined : now);
      }),
    );
  });

  test('a place shows exactly from its first day until before its last', () => {
    fc.assert(
      fc.property(fc.uniqueArray(days, { minLength: 2, maxLength: 2 }), days, (ends, day) => {
        const [from = '', to = ''] = ends.sort();
        const { places } = sampleEntries();
        const any = mapWorldOf(sampleWorld({ places: [...places, entry('places', 'any-place', { from, to })] }));
        const isShown = snapshotAt(any, day).places.some(({ id }) => id === 'any-place');
        expect(isShown).toBe(from <= day && day < to);
      }),
    );
  });

  test('the order of the files does not matter', () => {
    const entries = sampleEntries();
    const turned = mapWorldOf(
      sampleWorld({
        events: entries.events.toReversed(),
        places: entries.places.toReversed(),
        features: entries.features.toReversed(),
        sources: entries.sources.toReversed(),
      }),
    );
    const inOrder = (day: string, of: typeof world) => {
      const { features, places, ...rest } = snapshotAt(of, day);
      const byId = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
        list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      return {
        ...rest,
        places: byId(places),
        features: byId(features.map(({ feature, ...one }) => ({ id: feature.id, feature, ...one }))),
      };
    };
    fc.assert(fc.property(days, (day) => expect(inOrder(day, turned)).toEqual(inOrder(day, world))));
  });
});

test.describe('a snapshot', () => {
  test('knows its day and leaves the world as it was', () => {
    const before = JSON.stringify(world);
    expect(snapshotAt(world, '2023-05-01').day).toBe('2023-05-01');
    expect(JSON.stringify(world)).toBe(before);
  });
});
