/**
 * Days and partly known dates as plain strings: `2022`, `2022-12`, `2022-12-12`. Never a `Date`, so no time zone
 * can move a day. ISO strings of one length sort as time does.
 */

/** A day, `YYYY-MM-DD`. */
export type Day = string;

/** A date of which perhaps only the year or the month is known. */
export type PartialDate = string;

const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Returns the number of days in a month of the Gregorian calendar (month 1 to 12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Tells whether the text is a year, a month or a day that exists. */
export function isPartialDate(text: string): text is PartialDate {
  const [, year, month, day] = PARTIAL.exec(text) ?? [];
  if (year === undefined) return false;
  if (month === undefined) return true;
  if (Number(month) < 1 || Number(month) > 12) return false;
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month)));
}

/** Tells whether the text is a day that exists, `YYYY-MM-DD`. */
export function isDay(text: string): text is Day {
  return text.length === 10 && isPartialDate(text);
}
