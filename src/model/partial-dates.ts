/** What a date means of which perhaps only the year or the month is known. Apart from `dates.ts`: to read a link, days are enough. */
import { type Day, daysInMonth, type PartialDate } from './dates.ts';

/** Names how exactly a date is known. */
export function precisionOf(date: PartialDate): 'year' | 'month' | 'day' {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
}

/** Returns the first day that a partly known date can mean. */
export function firstDayOf(date: PartialDate): Day {
  return date + '-01-01'.slice(date.length - 4);
}

/** Returns the last day that a partly known date can mean. */
export function lastDayOf(date: PartialDate): Day {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 10) return date;
  return `${date}-${daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))}`;
}
