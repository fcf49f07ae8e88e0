import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { isDay } from './dates.ts';
import { dayNumber, dayOfNumber } from './day-numbers.ts';
import { nearestDay } from './nearest-day.ts';

const [FIRST, LAST] = ['1988-01-01', '2026-06-08'];
const nearest = (text: string): string | undefined => nearestDay(text, FIRST, LAST);

test.describe('the day a reader meant', () => {
  for (const [text, day] of [
    ['2023-04-23', '2023-04-23'],
    ['2023-02-30', '2023-02-28'],
    ['2024-02-30', '2024-02-29'],
    ['2023-4-3', '2023-04-03'],
    ['2023-13-45', '2023-12-31'],
    ['2023-00-00', '2023-01-01'],
    ['1066-10-14', FIRST],
    ['9999-99-99', LAST],
  ] as const)
    test(`${text} is ${day}`, () => expect(nearest(text)).toBe(day));

  test('is none where the text is no date', () => {
    for (const text of ['', 'yesterday', '2023', '2023-04', '23.04.2023', '2023-04-23T00:00'])
      expect(nearest(text)).toBeUndefined();
  });

  test('is itself where it exists and is followed', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber(FIRST), max: dayNumber(LAST) }).map(dayOfNumber), (day) => {
        expect(nearest(day)).toBe(day);
      }),
    );
  });

  test('is a followed day or none, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-\d{1,2}-\d{1,2}$/)), (text) => {
        const day = nearest(text);
        expect(day === undefined || (isDay(day) && day >= FIRST && day <= LAST)).toBe(true);
      }),
    );
  });
});
