import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { ContentError } from '../assembly/problems.ts';
import { entry, roadEntry, sampleEntries, sampleWorld } from '../assembly/sample-world.ts';
import { ROAD_WORDS, ROUTE_WORDS } from '../i18n/words.ts';
import { ROAD_KINDS, type RoadEntry } from '../schema/content.ts';
import { dayNumber, dayOfNumber } from './day-numbers.ts';
import { daysByKind, ROAD_TONES, type RoadInTime, type RoadPeriod, roadOn, spansBetween } from './road.ts';
import type { World } from './world.ts';

const dayBetween = (first: string, last: string) =>
  fc.integer({ min: dayNumber(first), max: dayNumber(last) }).map(dayOfNumber);
/** Any road: up to a dozen periods in order of time. */
const roads: fc.Arbitrary<RoadInTime> = fc
  .tuple(
    fc.uniqueArray(dayBetween('2020-11-10', '2026-06-08'), { maxLength: 12 }),
    fc.array(fc.constantFrom(...ROAD_KINDS), { minLength: 13, maxLength: 13 }),
  )
  .map(([days, kinds]) => ({
    periods: [null, ...days.sort()].map(
      (from, i): RoadPeriod => ({ id: `p${i}`, kind: kinds[i] ?? 'open', from, event: from ? `e${i}` : undefined }),
    ),
    routes: [],
  }));

const problemsOf = (road: Partial<RoadEntry>): string[] => {
  try {
    const someDay = entry('events', 'some-day', { date: '2023-05', endDate: '2024' });
    sampleWorld({ events: [...sampleEntries().events, someDay], road: roadEntry(road) });
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.problems.map(({ file, what }) => `${file}  ${what}`);
  }
};
const status = (data: Partial<RoadEntry['statuses'][number]>): RoadEntry['statuses'][number] => ({
  is: 'aid',
  passes: 'Aid could pass. [@agency]',
  ...data,
});

test.describe('the road by day', () => {
  test('has exactly one status on each day: the spans follow each other and leave no day out', () => {
    fc.assert(
      fc.property(roads, dayBetween('1988-01-01', '2026-06-08'), fc.nat(4000), (road, first, length) => {
        const last = dayOfNumber(dayNumber(first) + length);
        const spans = spansBetween(road.periods, first, last);
        expect(spans[0]?.from).toBe(first);
        expect(spans.at(-1)?.to).toBe(last);
        for (const [i, span] of spans.entries()) {
          const next = spans[i + 1];
          if (next) expect(dayNumber(next.from)).toBe(dayNumber(span.to) + 1);
        }
        expect(spans.reduce((sum, { days }) => sum + days, 0)).toBe(length + 1);
      }),
    );
  });

  test('says of a day what the spans say', () => {
    fc.assert(
      fc.property(roads, dayBetween('2020-11-10', '2026-06-08'), (road, day) => {
        const [span] = spansBetween(road.periods, day, day);
        expect(roadOn(road, day).period).toBe(span?.period);
      }),
    );
  });

  test('counts every day once', () => {
    fc.assert(
      fc.property(roads, (road) => {
        const counts = daysByKind(road.periods, '2020-11-10', '2026-06-08');
        const whole = dayNumber('2026-06-08') - dayNumber('2020-11-10') + 1;
        expect([...counts.values()].reduce((a, b) => a + b, 0)).toBe(whole);
      }),
    );
  });

  test('is the same whatever the order of the files', () => {
    const { events, places, sources } = sampleEntries();
    const { road } = sampleWorld();
    const turned = sampleWorld({
      events: events.toReversed(),
      places: places.toReversed(),
      sources: sources.toReversed(),
    });
    expect(turned.road).toEqual(road);
  });

  test('takes its days from the events: from the day on, or from the day after the end', () => {
    const { events } = sampleEntries();
    const long = entry('events', 'long', { date: '2023-09-24', endDate: '2023-10-03' });
    const { data } = roadEntry();
    const world: World = sampleWorld({
      events: [...events, long],
      road: roadEntry({
        statuses: [
          ...data.statuses,
          status({ since: 'long', is: 'one-way-out' }),
          status({ after: 'long', is: 'no-corridor' }),
        ],
      }),
    });
    expect(world.road.periods.map(({ id, from, kind }) => [id, from, kind])).toEqual([
      ['start', null, 'before-corridor'],
      ['road-opens', '2021-03-05', 'open'],
      ['road-closes', '2022-12-01', 'aid'],
      ['long', '2023-09-24', 'one-way-out'],
      ['after-long', '2023-10-04', 'no-corridor'],
    ]);
    const kindOn = (day: string): string => roadOn(world.road, day).period.kind;
    expect(['2021-03-04', '2021-03-05', '2023-10-03', '2023-10-04'].map(kindOn)).toEqual([
      'before-corridor',
      'open',
      'one-way-out',
      'no-corridor',
    ]);
  });

  test('leads along a route from the first day of its event on, or from the day of it that is named', () => {
    const { events } = sampleEntries();
    const long = entry('events', 'long', { date: '2023-03-30', endDate: '2023-04-01' });
    const [old] = roadEntry().data.routes;
    const routeFrom = (day?: string) => {
      const routes = old ? [old, { ...old, id: 'new', since: 'long', ...(day ? { day } : {}) }] : [];
      return sampleWorld({ events: [...events, long], road: roadEntry({ routes }) }).road.routes[1]?.from;
    };
    expect(routeFrom()).toBe('2023-03-30');
    expect(routeFrom('2023-04-01')).toBe('2023-04-01');
  });

  test('knows no route between the end of one and the beginning of the next', () => {
    const { events } = sampleEntries();
    const long = entry('events', 'long', { date: '2023-03-30', endDate: '2023-04-01' });
    const [old] = roadEntry().data.routes;
    if (!old) throw new Error('the sample has a route');
    const next = { ...old, id: 'new', since: 'long', day: '2023-04-01' };
    const routes = [{ ...old, until: 'long' }, next];
    const { road } = sampleWorld({ events: [...events, long], road: roadEntry({ routes }) });
    const routeOn = (day: string) => roadOn(road, day).route;
    expect(['2023-03-29', '2023-03-30', '2023-03-31', '2023-04-01'].map(routeOn)).toEqual([
      'old',
      undefined,
      undefined,
      'new',
    ]);
  });

  test('keeps a day with a closure of some hours, by its event, and its status', () => {
    const { road } = sampleWorld({ road: roadEntry({ interruptions: ['post-opens'] }) });
    expect(road.interruptions).toEqual([{ day: '2023-04-23', event: 'post-opens' }]);
    expect(roadOn(road, '2023-04-23').period).toBe(roadOn(road, '2023-04-24').period);
  });
});

test.describe('content/road.yaml stops the build', () => {
  const { data } = roadEntry();
  for (const [what, road, said] of [
    [
      'for statuses that overlap',
      { statuses: [...data.statuses, status({ since: 'road-opens' })] },
      'content/road.yaml  statuses.3: begins on 2021-03-05, not after the status before it, 2022-12-01. Two statuses would overlap: put them in order of time',
    ],
    [
      'for a status without an event',
      { statuses: [...data.statuses, status({})] },
      'content/road.yaml  statuses.3: names no event. Write since: event-id, or after: event-id',
    ],
    [
      'for a first status with an event',
      { statuses: [status({ since: 'road-opens' })] },
      'content/road.yaml  statuses.0: the first status holds from the start: take out since and after',
    ],
    [
      'for an event that is unknown',
      { statuses: [...data.statuses, status({ since: 'post-open' })] },
      'content/road.yaml  statuses.3.since: no file content/events/post-open.md. Did you mean post-opens?',
    ],
    [
      'for the end of an event that has none',
      { statuses: [...data.statuses, status({ after: 'post-opens' })] },
      'content/road.yaml  statuses.3.after: the event post-opens has no endDate to count from. Give it one, or write since',
    ],
    [
      'for a status from an event of which only the month is known',
      { statuses: [...data.statuses, status({ since: 'some-day' })] },
      'content/road.yaml  statuses.3.since: the day of some-day is not known, only 2023-05. Name an event whose day is known',
    ],
    [
      'for a status after an event whose end is known to the year',
      { statuses: [...data.statuses, status({ after: 'some-day' })] },
      'content/road.yaml  statuses.3.after: the day of some-day is not known, only 2024. Name an event whose day is known',
    ],
    [
      'for a route from an event of which only the month is known',
      { routes: data.routes.map((route) => ({ ...route, since: 'some-day' })) },
      'content/road.yaml  routes.0.since: the day of some-day is not known, only 2023-05. Name an event whose day is known',
    ],
    [
      'for a route until an event of which only the month is known',
      { routes: data.routes.map((route) => ({ ...route, until: 'some-day' })) },
      'content/road.yaml  routes.0.until: the day of some-day is not known, only 2023-05. Name an event whose day is known',
    ],
    [
      'for a status without a source',
      { statuses: [...data.statuses, status({ since: 'post-opens', passes: 'Aid could pass.' })] },
      'content/road.yaml  statuses.3.passes: no citation. End the sentence with [@source-id], or with [@editors] if it speaks of our own work',
    ],
    [
      'for a leg that is no shape',
      { routes: data.routes.map((route) => ({ ...route, legs: ['road-lines'] })) },
      'content/road.yaml  routes.0.legs.0: no shape "road-lines" in content/geometry. Correct the id',
    ],
    [
      'for a route that begins on no day of its event',
      { routes: data.routes.map((route) => ({ ...route, day: '2021-03-06' })) },
      'content/road.yaml  routes.0.day: 2021-03-06 is no day of road-opens, 2021-03-05 to 2021-03-05. Correct it, or name another event',
    ],
    [
      'for a waypoint that is no place',
      { routes: data.routes.map((route) => ({ ...route, waypoints: ['west-town', 'bridg'] })) },
      'content/road.yaml  routes.0.waypoints.1: no file content/places/bridg.yaml. Did you mean bridge?',
    ],
  ] satisfies [string, Partial<RoadEntry>, string][])
    test(what, () => expect(problemsOf(road)).toContain(said));
});

test.describe('the kinds of the road', () => {
  test('have words and a tone, each', () => {
    expect(Object.keys(ROAD_WORDS).sort()).toEqual([...ROAD_KINDS].sort());
    expect(Object.keys(ROAD_TONES).sort()).toEqual([...ROAD_KINDS].sort());
    expect(Object.keys(ROUTE_WORDS)).toEqual(['old', 'temporary', 'new']);
  });
});
