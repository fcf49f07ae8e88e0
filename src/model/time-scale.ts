/** A line of time that gives dense months more room: it runs evenly from knot to knot. */
import type { Day, PartialDate } from './dates.ts';
import { dayNumber, dayOfNumber } from './day-numbers.ts';
import { firstDayOf } from './partial-dates.ts';

/** A day, and where it stands, from 0 to 100. */
export interface Knot {
  readonly day: Day;
  readonly at: number;
}

/** Returns where a date stands on a scale, from 0 to 100; a partly known date at its first day. */
export function positionOn(knots: readonly Knot[], date: PartialDate): number {
  const number = dayNumber(firstDayOf(date));
  for (const [i, knot] of knots.entries()) {
    const next = knots[i + 1];
    if (!next || number >= dayNumber(next.day)) continue;
    const part = (number - dayNumber(knot.day)) / (dayNumber(next.day) - dayNumber(knot.day));
    return Math.max(0, knot.at + part * (next.at - knot.at));
  }
  return 100;
}

/** Returns the day that stands nearest to a position: the inverse of `positionOn`, for any day between the knots. */
export function dayOn(knots: readonly Knot[], position: number): Day {
  const [first] = knots;
  const end = knots.findIndex(({ at }) => at > position);
  const [from, to] = [knots[end - 1], knots[end]];
  if (end === 0 && first) return first.day;
  if (!from || !to) return knots.at(-1)?.day ?? '';
  const part = (position - from.at) / (to.at - from.at);
  return dayOfNumber(Math.round(dayNumber(from.day) + part * (dayNumber(to.day) - dayNumber(from.day))));
}

/** Returns the scale of the day control between the first and the last day followed: the closure has half of it. */
export function dayScale(first: Day, last: Day): Knot[] {
  return [
    { day: first, at: 0 },
    { day: '2020-09-01', at: 13 },
    { day: '2021-01-01', at: 23 },
    { day: '2022-07-01', at: 31 },
    { day: '2022-12-01', at: 39 },
    { day: '2023-10-15', at: 84 },
    { day: '2024-01-15', at: 89 },
    { day: last, at: 100 },
  ];
}

/** Returns a scale of the corridor's own time, from its first day: the months of the closure have most of it. */
export function corridorScale(first: Day, last: Day): Knot[] {
  return [
    { day: first, at: 0 },
    { day: '2022-12-01', at: 27 },
    { day: '2023-10-15', at: 88 },
    { day: last, at: 100 },
  ];
}
