/** What was true on the map on a day. Every painter, still or live, and every sentence about the map uses this answer. */
import { type Day, firstDayOf } from './dates.ts';
import type { MapEvent, MapFeature, MapPlace, MapWorld, Status } from './world.ts';

export interface FeatureOnDay {
  readonly feature: MapFeature;
  readonly status: Status;
  /** The event that began this status, if one did. */
  readonly since?: string | undefined;
}

export interface Snapshot {
  readonly day: Day;
  readonly features: readonly FeatureOnDay[];
  readonly places: readonly MapPlace[];
  /** Events that had begun by that day, in order of time. */
  readonly events: readonly MapEvent[];
}

/** Returns everything true on the map that day: a feature from its first status on, a place from `from` until before `to`. */
export function snapshotAt(world: MapWorld, day: Day): Snapshot {
  const features: FeatureOnDay[] = [];
  for (const feature of world.features) {
    const now = feature.status.findLast((status) => status.day === null || status.day <= day);
    if (now && now.is !== 'gone') features.push({ feature, status: now.is, since: now.event });
  }
  return {
    day,
    features,
    places: world.places
      .filter(({ from, to }) => (!from || from <= day) && (!to || day < to))
      .map((place) => ({ ...place, kind: place.became?.findLast((later) => later.day <= day)?.is ?? place.kind })),
    events: world.events.filter(({ date }) => firstDayOf(date) <= day),
  };
}
