import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { COLUMNS, calendarHeight, dayAt, monthsBetween, ROW, rowTop, stepDay } from './calendar.ts';
import { dayNumber, dayOfNumber } from './day-numbers.ts';

const [FIRST, LAST] = ['2020-11-10', '2026-06-08'];
const days = fc.integer({ min: dayNumber(FIRST), max: dayNumber(LAST) }).map(dayOfNumber);

test.describe('the calendar', () => {
  test('has a row for each month, in order, none over another', () => {
    const months = monthsBetween(FIRST, LAST);
    expect([months[0], months.at(-1), months.length]).toEqual(['2020-11', '2026-06', 68]);
    for (const [i, month] of months.entries()) {
      const before = months[i - 1];
      if (before) expect(rowTop(FIRST, month)).toBeGreaterThanOrEqual(rowTop(FIRST, before) + ROW);
    }
    expect(calendarHeight(FIRST, LAST)).toBe(rowTop(FIRST, '2026-06') + ROW);
  });

  test('finds each day in its own cell', () => {
    fc.assert(
      fc.property(
        days,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0, max: ROW - 0.1, noNaN: true }),
        (day, across, down) => {
          const column = Number(day.slice(8)) - 1;
          expect(dayAt(FIRST, LAST, (column + across) / COLUMNS, rowTop(FIRST, day.slice(0, 7)) + down)).toBe(day);
        },
      ),
    );
  });

  test('gives the nearest day there is for any point at all', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.double({ min: -500, max: 5000, noNaN: true }),
        (across, down) => {
          const day = dayAt(FIRST, LAST, across, down);
          expect(day >= FIRST && day <= LAST).toBe(true);
        },
      ),
    );
    expect(dayAt(FIRST, LAST, 0, 0)).toBe(FIRST);
    expect(dayAt(FIRST, LAST, 1, 9999)).toBe(LAST);
    expect(dayAt(FIRST, LAST, 0.99, rowTop(FIRST, '2021-02'))).toBe('2021-02-28');
  });
});

test.describe('a step in the calendar', () => {
  for (const [from, by, to] of [
    ['2022-12-31', { days: 1 }, '2023-01-01'],
    ['2023-01-31', { months: 1 }, '2023-02-28'],
    ['2024-01-31', { months: 1 }, '2024-02-29'],
    ['2023-03-31', { months: -1 }, '2023-02-28'],
    ['2022-12-12', { months: 12 }, '2023-12-12'],
    ['2020-11-10', { days: -1 }, '2020-11-10'],
    ['2026-05-31', { months: 1 }, '2026-06-08'],
  ] as const)
    test(`of ${JSON.stringify(by)} from ${from} leads to ${to}`, () => expect(stepDay(from, by, FIRST, LAST)).toBe(to));

  test('of a day and back leads nowhere, except at the ends', () => {
    fc.assert(
      fc.property(days, (day) => {
        fc.pre(day !== LAST);
        expect(stepDay(stepDay(day, { days: 1 }, FIRST, LAST), { days: -1 }, FIRST, LAST)).toBe(day);
      }),
    );
  });
});
