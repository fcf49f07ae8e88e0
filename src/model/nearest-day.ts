/** What a reader meant by a day that does not exist or lies outside the followed time. */
import { type Day, daysInMonth, isDay } from './dates.ts';

/**
 * Returns the day nearest in sense to a text: itself if it is a day, the last of its month for one like 30 February, the
 * first or last day followed for one outside. Returns nothing where the text is no date at all.
 */
export function nearestDay(text: string, first: Day, last: Day): Day | undefined {
  let day = text;
  if (!isDay(day)) {
    const [, year, month, date] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
    if (!year || !month || !date) return undefined;
    const inYear = Math.min(12, Math.max(1, Number(month)));
    const inMonth = Math.min(daysInMonth(Number(year), inYear), Math.max(1, Number(date)));
    day = `${year}-${String(inYear).padStart(2, '0')}-${String(inMonth).padStart(2, '0')}`;
  }
  return day < first ? first : day > last ? last : day;
}
