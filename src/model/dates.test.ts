import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { daysInMonth, isDay, isPartialDate } from './dates.ts';
import { dayNumber, dayOfNumber } from './day-numbers.ts';
import { firstDayOf, lastDayOf, precisionOf } from './partial-dates.ts';

const MS_PER_DAY = 86_400_000;

/** Any day of the years 1 to 9999, built without the code under test. */
const anyDay = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test.describe('a date', () => {
  for (const date of ['2022', '2022-12', '2022-12-12', '2024-02-29', '2000-02-29', '1923-07-07', '2023-01-31'])
    test(`exists: ${date}`, () => expect(isPartialDate(date)).toBe(true));

  for (const date of [
    '2023-02-29',
    '2023-02-30',
    '1900-02-29',
    '2100-02-29',
    '2023-04-31',
    '2023-13',
    '2023-13-01',
    '2023-00',
    '2023-01-00',
    '2023-1-1',
    '202',
    '20230101',
    '2023-01-01T00:00',
    '2023-01-01\n',
    ' 2023',
    '12 December 2022',
    '',
  ])
    test(`does not exist: ${JSON.stringify(date)}`, () => expect(isPartialDate(date)).toBe(false));

  test('is a day only if the day is known', () => {
    expect(['2022', '2022-12', '2022-12-12', '2023-02-30'].map(isDay)).toEqual([false, false, true, false]);
    expect(['2022', '2022-12', '2022-12-12'].map(precisionOf)).toEqual(['year', 'month', 'day']);
  });

  test('exists exactly when the calendar has it', () => {
    const part = (max: number) => fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), part(14), part(33), (year, month, day) => {
        const text = `${year}-${month}-${day}`;
        const date = new Date(`${text}T00:00:00Z`);
        const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
        expect(isDay(text)).toBe(isReal);
      }),
    );
  });

  test('stands in order of time when sorted as a plain string', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(a < b).toBe(Date.parse(`${a}T00:00:00Z`) < Date.parse(`${b}T00:00:00Z`));
      }),
    );
  });
});

test.describe('a partly known date', () => {
  test('can mean its first day and its last', () => {
    expect(['2022', '2022-12', '2022-12-12'].map(firstDayOf)).toEqual(['2022-01-01', '2022-12-01', '2022-12-12']);
    expect(['2022', '2022-12', '2022-12-12'].map(lastDayOf)).toEqual(['2022-12-31', '2022-12-31', '2022-12-12']);
  });

  test('ends with the month, in leap years too', () => {
    expect(['2023-02', '2024-02', '1900-02', '2000-02'].map(lastDayOf)).toEqual([
      '2023-02-28',
      '2024-02-29',
      '1900-02-28',
      '2000-02-29',
    ]);
    for (let month = 1; month <= 12; month++)
      expect(daysInMonth(2023, month)).toBe(new Date(Date.UTC(2023, month, 0)).getUTCDate());
  });
});

test.describe('the number of a day', () => {
  test('is counted from 1 January 1970', () => {
    expect(['1970-01-01', '1969-12-31', '2000-03-01'].map(dayNumber)).toEqual([0, -1, 11_017]);
  });

  test('is the one that Date.UTC gives', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayNumber(day)).toBe(Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY);
      }),
    );
  });

  test('leads back to the day, in every year from 1 to 9999', () => {
    fc.assert(fc.property(anyDay, (day) => expect(dayOfNumber(dayNumber(day))).toBe(day)));
    const [first, last] = [dayNumber('0001-01-01'), dayNumber('9999-12-31')];
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (number) => {
        expect(dayNumber(dayOfNumber(number))).toBe(number);
        expect(isDay(dayOfNumber(number))).toBe(true);
      }),
    );
  });
});
