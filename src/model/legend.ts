/** What the legend has to explain: only what is on the map. */
import type { Snapshot } from './snapshot.ts';

/** Returns the kinds and the statuses on the map of a day, or on those of several; `border` and `mark` are always among them. */
export function legendOf(snapshots: readonly Snapshot[]): ReadonlySet<string> {
  const on = new Set(['border', 'mark']);
  for (const { features, places } of snapshots) {
    for (const { feature, status } of features) on.add(feature.kind).add(status);
    for (const { kind } of places) on.add(kind);
  }
  return on;
}
