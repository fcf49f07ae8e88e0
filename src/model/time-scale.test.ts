import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { dayNumber, dayOfNumber } from './day-numbers.ts';
import { dayOn, dayScale, positionOn } from './time-scale.ts';

const [FIRST, LAST] = ['1988-01-01', '2026-06-08'];
const scale = dayScale(FIRST, LAST);
const days = fc.integer({ min: dayNumber(FIRST), max: dayNumber(LAST) }).map(dayOfNumber);

test.describe('the scale of the day control', () => {
  test('gives back every day that it has placed', () => {
    for (let number = dayNumber(FIRST); number <= dayNumber(LAST); number++)
      expect(dayOn(scale, positionOn(scale, dayOfNumber(number)))).toBe(dayOfNumber(number));
  });

  test('gives a followed day for every position, and later days for later positions', () => {
    const position = fc.double({ min: -20, max: 120, noNaN: true });
    fc.assert(
      fc.property(position, position, (a, b) => {
        const [early, late] = [dayOn(scale, Math.min(a, b)), dayOn(scale, Math.max(a, b))];
        expect(early <= late).toBe(true);
        expect(early >= FIRST && late <= LAST).toBe(true);
      }),
    );
    expect([dayOn(scale, 0), dayOn(scale, 100)]).toEqual([FIRST, LAST]);
  });

  test('gives each day of the closure a step of its own on a slider of 1,000 steps', () => {
    const reached = new Set(Array.from({ length: 1001 }, (_, step) => dayOn(scale, step / 10)));
    for (let number = dayNumber('2022-12-01'); number <= dayNumber('2023-10-15'); number++)
      expect(reached).toContain(dayOfNumber(number));
  });

  test('stands in order', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [early, late] = [a, b].sort() as [string, string];
        expect(positionOn(scale, early)).toBeLessThanOrEqual(positionOn(scale, late));
      }),
    );
  });
});
