import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { firstDayOf, isDay } from './dates.ts';
import { dayNumber, dayOfNumber } from './day-numbers.ts';
import { axisPosition, axisTicks } from './time-axis.ts';

const anyDay = fc.integer({ min: dayNumber('1800-01-01'), max: dayNumber('2200-01-01') }).map(dayOfNumber);

test.describe('the time axis', () => {
  test('runs from 0 to 100, whatever the day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(axisPosition(day)).toBeGreaterThanOrEqual(0);
        expect(axisPosition(day)).toBeLessThanOrEqual(100);
      }),
    );
    expect(axisPosition('1800-01-01')).toBe(0);
    expect(axisPosition('2200-01-01')).toBe(100);
  });

  test('never runs backwards', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const [early, late] = [a, b].sort() as [string, string];
        expect(axisPosition(early)).toBeLessThanOrEqual(axisPosition(late));
      }),
    );
  });

  test('moves on with every day of the corridor', () => {
    const first = dayNumber('2020-09-01');
    const days = Array.from({ length: dayNumber('2026-01-01') - first }, (_, i) => dayOfNumber(first + i));
    expect(days.filter((day, i) => i > 0 && axisPosition(day) <= axisPosition(days[i - 1] ?? ''))).toEqual([]);
  });

  test('gives the closure more room than the years before it', () => {
    const room = (from: string, to: string): number =>
      (axisPosition(to) - axisPosition(from)) / (dayNumber(to) - dayNumber(from));
    expect(room('2022-12-12', '2023-09-30')).toBeGreaterThan(5 * room('1994-01-01', '2019-01-01'));
  });

  test('puts a partly known date at its first day', () => {
    for (const date of ['2022', '2022-12', '1988-02']) expect(axisPosition(date)).toBe(axisPosition(firstDayOf(date)));
  });

  test('carries ticks in order, each on a day that exists', () => {
    const ticks = axisTicks();
    expect(ticks.length).toBeGreaterThan(3);
    expect(ticks.filter(({ day }) => !isDay(day))).toEqual([]);
    const places = ticks.map(({ day }) => axisPosition(day));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(places).size).toBe(places.length);
  });
});
