/** What every part of the assembly works with, and the checks that more than one of them makes. */
import type { Day } from '../model/dates.ts';
import { isInRegion, REGION } from '../model/map-limits.ts';
import type { Spot } from '../model/world.ts';
import type { Citing } from './citing.ts';
import type { Entries, Entry } from './entries.ts';
import type { Ids } from './ids.ts';
import { didYouMean } from './nearest-id.ts';
import type { Problems } from './problems.ts';

/** The day control begins here: the year the conflict opened. */
export const FIRST_DAY: Day = '1988-01-01';

export interface Assembly {
  readonly entries: Entries;
  readonly problems: Problems;
  readonly ids: Ids;
  readonly citing: Citing;
  /** The day to which events are followed; far away where the site's own file cannot be read. */
  readonly followedTo: Day;
  /** The name that was meant, by one that is nearly it and stands nowhere else. */
  readonly meant: ReadonlyMap<string, string>;
}

/** Says where a position cannot be meant: latitude and longitude swapped or, of what stands on the map, outside it. */
export function checkSpot(
  { problems }: Assembly,
  entry: Entry<unknown>,
  field: string,
  { lat, lon }: Spot,
  isOnMap: boolean,
): void {
  const { south, north, west, east } = REGION;
  if (isInRegion({ lat, lon })) return;
  if (isInRegion({ lat: lon, lon: lat }))
    problems.say(entry, field, `lat ${lat}, lon ${lon} is far from the map: they are swapped. Swap them back`);
  else if (isOnMap)
    problems.say(
      entry,
      field,
      `lat ${lat}, lon ${lon} is not on the map, which holds lat ${south} to ${north}, lon ${west} to ${east}. Correct it`,
    );
}

/** Says where one of some statuses, by the days on which they begin, does not come after the one before it. */
export function checkOrder(
  { problems }: Assembly,
  entry: Entry<unknown>,
  field: string,
  days: readonly (Day | null)[],
): void {
  for (const [i, day] of days.entries()) {
    const before = days[i - 1];
    if (day && before && day <= before)
      problems.say(
        entry,
        `${field}.${i}.since`,
        `${day} is not after the status before it, ${before}. Two statuses would overlap: put them in order of time`,
      );
  }
}

/** Says which of some files says what another has said before it: a copy that was never made into something else. */
export function checkCopies<T>(
  { problems }: Assembly,
  list: readonly Entry<T>[],
  field: string,
  keyOf: (data: T) => readonly unknown[],
  what: (other: string) => string,
): void {
  const first = new Map<string, string>();
  // Of two files the one with the longer name is the copy more often.
  for (const entry of list.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const key = JSON.stringify(keyOf(entry.data));
    const other = first.get(key);
    if (other === undefined) first.set(key, entry.file);
    else problems.say(entry, field, what(other));
  }
}

/** Says that a name is nearly another. */
export function checkName({ problems, meant }: Assembly, entry: Entry<unknown>, field: string, name: string): void {
  const other = meant.get(name);
  if (other) problems.say(entry, field, `"${name}" is named nowhere else. Did you mean ${other}?`);
}

/** Says that a day is outside the time of the map. */
export function checkDay(
  { problems, followedTo }: Assembly,
  entry: Entry<unknown>,
  field: string,
  day: Day | undefined,
): void {
  if (day && (day > followedTo || day < FIRST_DAY))
    problems.say(entry, field, `${day} is outside the followed time, ${FIRST_DAY} to ${followedTo}`);
}

/** Returns what an author reads of an id under which there is neither an event nor a place. */
export function missingFocus({ entries, ids }: Assembly, focus: string): string | undefined {
  const focusable = [...entries.files.place, ...entries.files.event];
  if (focusable.includes(ids.now('event', focus)) || ids.isUnreadFormer(focus)) return undefined;
  return `no event and no place has the id "${focus}". ${didYouMean(focus, focusable, 'Correct it.')}`;
}

/** Checks what a chapter or a named view shows. */
export function checkView(
  assembly: Assembly,
  entry: Entry<{ readonly view: Spot & { readonly day: Day; readonly focus?: string | undefined } }>,
): void {
  const { focus, day } = entry.data.view;
  checkSpot(assembly, entry, 'view', entry.data.view, true);
  const missing = focus === undefined ? undefined : missingFocus(assembly, focus);
  if (missing) assembly.problems.say(entry, 'view.focus', missing);
  checkDay(assembly, entry, 'view.day', day);
}
