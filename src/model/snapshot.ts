/** What was true on the map on a day. Every painter, still or live, and every sentence about the map uses this answer. */
import type { Day } from './dates.ts';
import { firstDayOf } from './partial-dates.ts';
import { type RoadOnDay, type RoadTone, roadOn } from './road.ts';
import type { MapEvent, MapFeature, MapPlace, MapWorld, Status } from './world.ts';

export interface FeatureOnDay {
  readonly feature: MapFeature;
  /** A road of the corridor in use says how: its status is the tone of the road that day. */
  readonly status: Status | RoadTone;
  /** The event that began this status, if one did. */
  readonly since?: string | undefined;
}

export interface Snapshot {
  readonly day: Day;
  readonly features: readonly FeatureOnDay[];
  readonly road: RoadOnDay;
  /** Whether traffic was stopped for some hours of the day. */
  readonly isInterrupted: boolean;
  readonly places: readonly MapPlace[];
  /** Events that had begun by that day, in order of time. */
  readonly events: readonly MapEvent[];
}

/** Roads whose line shows the state of the corridor road while they are part of it. */
const CORRIDOR_ROADS: readonly MapFeature['kind'][] = ['shared-road', 'old-road', 'new-road'];

/** Returns everything true on the map that day: a feature from its first status on, a place from `from` until before `to`. */
export function snapshotAt(world: MapWorld, day: Day): Snapshot {
  const features: FeatureOnDay[] = [];
  const road = roadOn(world.road, day);
  for (const feature of world.features) {
    const now = feature.status.findLast((status) => status.day === null || status.day <= day);
    if (!now || now.is === 'gone') continue;
    const isOfCorridor = now.is === 'in-use' && CORRIDOR_ROADS.includes(feature.kind);
    const carries = isOfCorridor && (feature.neverClosed ? road.tone === 'not-in-use' : road.tone !== 'in-use');
    features.push(
      carries
        ? { feature, status: road.tone, since: road.period.event }
        : { feature, status: now.is, since: now.event },
    );
  }
  return {
    day,
    features,
    road,
    isInterrupted: world.road.interruptions.some((one) => one.day === day),
    places: world.places
      .filter(({ from, to }) => (!from || from <= day) && (!to || day < to))
      .map((place) => ({ ...place, kind: place.became?.findLast((later) => later.day <= day)?.is ?? place.kind })),
    events: world.events.filter(({ date }) => firstDayOf(date) <= day),
  };
}
