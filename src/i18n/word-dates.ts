/** Dates in words: `12 December 2022`, `12–14 May 2023`. */
import type { Day, PartialDate } from '../model/dates.ts';
import { dayNumber } from '../model/day-numbers.ts';
import { precisionOf } from '../model/partial-dates.ts';

/** From the weekday of day number 0. */
const WEEKDAYS = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday'];

/** The months, from January. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Keeps the parts of a date on one line. */
const NBSP = '\u00a0';

/** Returns a day, month or year in words: `12 December 2022`, `December 2022`, `2022`. */
export function wordDay(date: PartialDate): string {
  const year = date.slice(0, 4);
  const month = MONTHS[Number(date.slice(5, 7)) - 1];
  const precision = precisionOf(date);
  if (precision === 'year' || month === undefined) return year;
  return precision === 'month' ? `${month}${NBSP}${year}` : `${Number(date.slice(8))}${NBSP}${month}${NBSP}${year}`;
}

/** Returns when a number of a chart was given: its day and time, or what is known of it. */
export function wordWhen({ day, at }: { readonly day: PartialDate; readonly at?: string | undefined }): string {
  if (precisionOf(day) !== 'day') return at ?? wordDay(day);
  return at ? `${wordDay(day)}, ${at}` : wordDay(day);
}

/** Returns words that may break everywhere between them, where room is narrow. */
export function wordNarrow(words: string): string {
  return words.replaceAll(NBSP, ' ');
}

/** Returns the short name of a month, `2022-12` or any date in it: `Dec`. */
export function wordMonth(date: PartialDate): string {
  return MONTHS[Number(date.slice(5, 7)) - 1]?.slice(0, 3) ?? '';
}

/** Returns a day with its weekday: `Sunday 23 April 2023`. */
export function wordWeekday(day: Day): string {
  return `${WEEKDAYS[((dayNumber(day) % 7) + 7) % 7]} ${wordDay(day)}`;
}

/** Returns a time from one date to another in words, the shared year or month said once. */
export function wordSpan(date: PartialDate, endDate?: PartialDate): string {
  if (!endDate || endDate === date) return wordDay(date);
  const whole = `${wordDay(date)} – ${wordDay(endDate)}`;
  if (precisionOf(date) !== 'day' || precisionOf(endDate) !== 'day' || date.slice(0, 4) !== endDate.slice(0, 4))
    return whole;
  const day = Number(date.slice(8));
  if (date.slice(0, 7) === endDate.slice(0, 7)) return `${day}–${wordDay(endDate)}`;
  return `${day}${NBSP}${MONTHS[Number(date.slice(5, 7)) - 1]} – ${wordDay(endDate)}`;
}
