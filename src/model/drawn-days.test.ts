import { expect, test } from '@playwright/test';
import { sampleWorld } from '../assembly/sample-world.ts';
import { dayNumber, dayOfNumber } from './day-numbers.ts';
import { drawnDayOf, drawnDays } from './drawn-days.ts';
import { snapshotAt } from './snapshot.ts';
import { mapWorldOf } from './world.ts';

test.describe('the days on which the map changes', () => {
  const world = mapWorldOf(sampleWorld());
  const days = drawnDays(world);

  test('are in order, each once, from the first day of the followed time on', () => {
    expect(days[0]).toBe(world.firstDay);
    expect([...new Set(days)].sort()).toEqual(days);
  });

  test('stand for every day: between two of them nothing on the map changes', () => {
    const drawn = (day: string): string => JSON.stringify({ ...snapshotAt(world, day), day: '' });
    for (let n = dayNumber('2020-01-01'); n <= dayNumber(world.followedTo); n += 1) {
      const day = dayOfNumber(n);
      expect(drawn(drawnDayOf(days, day)), day).toBe(drawn(day));
    }
  });
});
