import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { sampleWorld } from '../assembly/sample-world.ts';
import { dayNumber, dayOfNumber } from './day-numbers.ts';
import { differencesBetween, differencesMarkup } from './differences.ts';
import { snapshotAt } from './snapshot.ts';
import { mapWorldOf } from './world.ts';

const world = mapWorldOf(sampleWorld());
const between = (a: string, b: string) => differencesBetween(snapshotAt(world, a), snapshotAt(world, b));
const said = (a: string, b: string): string[] =>
  between(a, b).differences.map(({ name, before, after }) => `${name}: ${before} → ${after}`);
const days = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2024-12-31') }).map(dayOfNumber);

test.describe('the differences between two days', () => {
  test('name the road, its lines, the areas and the places', () => {
    expect(said('2021-01-01', '2023-05-01')).toEqual([
      'What could pass on the road: Before the corridor → Peacekeepers and aid only',
      'The way of the road: not known → through Lachin town',
      'A road: undefined → closed to ordinary traffic',
      'An area with peacekeepers: undefined → there',
      'Bridge: bridge → checkpoint',
    ]);
  });

  test('say what is no longer there', () => {
    expect(said('2023-04-01', '2023-09-19')).toEqual([
      'An area with peacekeepers: there → undefined',
      'Bridge: bridge → checkpoint',
      'Camp: sit-in → undefined',
    ]);
  });

  test('list the events that began in between, the later day counted and the earlier not', () => {
    expect(between('2021-03-05', '2023-04-23').events.map(({ id }) => id)).toEqual(['road-closes', 'post-opens']);
  });

  test('are none between a day and itself', () => {
    fc.assert(fc.property(days, (day) => expect(between(day, day)).toEqual({ differences: [], events: [] })));
  });

  test('are the same whichever day is named first', () => {
    fc.assert(fc.property(days, days, (a, b) => expect(between(a, b)).toEqual(between(b, a))));
  });

  test('as markup hold each difference once, and nothing that could be taken for markup', () => {
    const markup = differencesMarkup(between('2021-01-01', '2023-05-01'), '/repo/');
    expect(markup.match(/<tr>/g)).toHaveLength(6);
    expect(markup).toContain('<a href="/repo/places/bridge/">Bridge</a>');
    expect(markup).toContain('<a href="/repo/events/road-closes/">The road is closed</a>');
    const nothing = differencesMarkup({ differences: [], events: [] }, '/');
    expect(nothing).toContain('Nothing that the map draws differs');
    const hostile = { about: 'feature', id: 'x', name: '<script>', before: '<b>', after: undefined } as const;
    expect(differencesMarkup({ differences: [hostile], events: [] }, '/')).not.toMatch(/<script>|<b>/);
  });
});
