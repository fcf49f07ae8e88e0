/** The calendar picture: a row for each month, a cell for each day, years set apart. Heights in CSS pixels, widths in days. */
import { type Day, daysInMonth } from './dates.ts';
import { dayNumber, dayOfNumber } from './day-numbers.ts';

export const ROW = 13;
const GAP = 3;
const YEAR_GAP = 10;
/** Columns in each row: the days of the longest month. */
export const COLUMNS = 31;

/** Returns the months from one day's to another's, `YYYY-MM`. */
export function monthsBetween(first: Day, last: Day): string[] {
  const months: string[] = [];
  for (let month = first.slice(0, 7); month <= last.slice(0, 7); month = nextMonth(month)) months.push(month);
  return months;
}

function nextMonth(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** Returns how far below the first row a month's row begins, px. */
export function rowTop(first: Day, month: string): number {
  const years = Number(month.slice(0, 4)) - Number(first.slice(0, 4));
  const months = years * 12 + Number(month.slice(5, 7)) - Number(first.slice(5, 7));
  return months * (ROW + GAP) + years * YEAR_GAP;
}

/** Returns the height of the whole picture, px. */
export function calendarHeight(first: Day, last: Day): number {
  return rowTop(first, last.slice(0, 7)) + ROW;
}

/** Returns how far down the picture a day's row is, in per cent: where the slider over days stands. */
export function percentAt(first: Day, last: Day, day: Day): number {
  return Math.round((rowTop(first, day.slice(0, 7)) / rowTop(first, last.slice(0, 7))) * 100);
}

/** Returns the day at a point: `across` from 0 to 1 over the width, `down` px from the top; the nearest there is. */
export function dayAt(first: Day, last: Day, across: number, down: number): Day {
  const months = monthsBetween(first, last);
  const month = months.findLast((one) => rowTop(first, one) - GAP / 2 <= down) ?? first.slice(0, 7);
  const most = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)));
  const date = Math.min(most, Math.max(1, Math.floor(across * COLUMNS) + 1));
  const day = `${month}-${String(date).padStart(2, '0')}`;
  return day < first ? first : day > last ? last : day;
}

/** Returns the day some days or months on, within the calendar; a month that is too short gives its last day. */
export function stepDay(
  day: Day,
  by: { readonly days?: number; readonly months?: number },
  first: Day,
  last: Day,
): Day {
  let to = day;
  if (by.months) {
    const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + by.months;
    const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
    const date = Math.min(Number(day.slice(8)), daysInMonth(year, month));
    to = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  }
  if (by.days) to = dayOfNumber(dayNumber(to) + by.days);
  return to < first ? first : to > last ? last : to;
}
