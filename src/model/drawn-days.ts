/** The days on which the map changes: between two of them every day is drawn alike. */
import type { Day } from './dates.ts';
import { firstDayOf } from './partial-dates.ts';
import type { MapWorld } from './world.ts';

/** Returns the days from which on something else is drawn, in order; the first is the first day of the followed time. */
export function drawnDays({ firstDay, followedTo, events, places, features, road }: MapWorld): Day[] {
  const days = [
    firstDay,
    ...events.map(({ date }) => firstDayOf(date)),
    ...places.flatMap(({ from, to, became }) => [from, to, ...(became ?? []).map(({ day }) => day)]),
    ...features.flatMap(({ status }) => status.map(({ day }) => day)),
    ...road.periods.map(({ from }) => from),
    ...road.routes.flatMap(({ from, until }) => [from, until]),
  ].filter((day) => day !== null && day !== undefined);
  return [...new Set(days)].filter((day) => day >= firstDay && day <= followedTo).sort();
}

/** Returns the day among `days` (in order) whose drawing is that of `day`. */
export function drawnDayOf(days: readonly Day[], day: Day): Day {
  return days.findLast((one) => one <= day) ?? days[0] ?? day;
}
