/** Names of actors and sides have no list: one that is named once, and looks like one that is named often, is a slip. */
import { editDistance } from '../model/edit-distance.ts';

/** So many slips of the keyboard make another name of one; of a short one a single slip does. */
const MOST_SLIPS = 2;
const SHORT = 6;

/** Returns each name that only one entry names and that is nearly one that several name, with the latter. */
export function misspeltNames(namesByEntry: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const entriesOf = new Map<string, number>();
  for (const names of namesByEntry)
    for (const name of new Set(names)) entriesOf.set(name, (entriesOf.get(name) ?? 0) + 1);
  const usual = [...entriesOf].flatMap(([name, entries]) => (entries > 1 ? [name] : []));
  const meant = new Map<string, string>();
  for (const [name, entries] of entriesOf) {
    const slips = name.length < SHORT ? 1 : MOST_SLIPS;
    const near = entries > 1 ? undefined : usual.find((one) => editDistance(name, one) <= slips);
    if (near !== undefined) meant.set(name, near);
  }
  return meant;
}
