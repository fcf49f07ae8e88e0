/** What the map holds at a point on a day: areas around it, roads and the border of the two states near it, places and events. */
import { isInside, type Shape } from './map-shapes.ts';
import type { LonLat } from './projection.ts';
import type { FeatureOnDay, Snapshot } from './snapshot.ts';
import { distanceToStretch, type PlanePoint } from './stretch.ts';
import type { MapEvent, MapPlace } from './world.ts';

/** Metres in a degree of latitude, and of longitude at the equator (mean radius 6371.0088 km). */
const DEGREE = 111_195;

export interface AreaHere extends FeatureOnDay {
  /** Metres to its drawn edge. */
  readonly edge: number;
  /** The edge is nearer than the drawing is exact: whether the point lies in or out cannot be told. */
  readonly isUnsure: boolean;
}

export interface NearHere<T> {
  readonly what: T;
  /** Metres. */
  readonly away: number;
}

export interface WhatIsHere {
  readonly areas: readonly AreaHere[];
  /** The nearest first, as the following. */
  readonly roads: readonly NearHere<FeatureOnDay>[];
  readonly places: readonly NearHere<MapPlace>[];
  readonly events: readonly NearHere<MapEvent>[];
  /** The nearest place of all, however far, if none is within reach. */
  readonly nearest: NearHere<MapPlace> | undefined;
  /** Metres to the border of the two states, if it is within reach or within 5 km; other borders are drawn too roughly to measure to. */
  readonly border: number | undefined;
}

/** Returns the distance from a point to a line through some points, metres; near the point the earth is taken as flat. */
export function metresTo(line: readonly LonLat[], [lon, lat]: LonLat): number {
  const across = DEGREE * Math.cos((lat * Math.PI) / 180);
  let least = Number.POSITIVE_INFINITY;
  let before: PlanePoint | undefined;
  for (const [x, y] of line) {
    const at = [(x - lon) * across, (y - lat) * DEGREE] as const;
    least = Math.min(least, distanceToStretch([0, 0], before ?? at, at));
    before = at;
  }
  return least;
}

/** Returns what a snapshot holds at a point, and within so many metres of it. */
export function whatIsHere(
  snapshot: Snapshot,
  shapes: ReadonlyMap<string, Shape>,
  point: LonLat,
  reach: number,
): WhatIsHere {
  const linesOf = ({ feature }: FeatureOnDay): Shape['lines'] =>
    feature.shapes.flatMap((id) => shapes.get(id)?.lines ?? []);
  const away = (lines: Shape['lines']): number => Math.min(...lines.map((line) => metresTo(line, point)));
  const near = <T>(list: readonly T[], distance: (one: T) => number): NearHere<T>[] =>
    list
      .map((what) => ({ what, away: distance(what) }))
      .filter((one) => one.away <= reach)
      .toSorted((a, b) => a.away - b.away);
  const toPoint = ({ lon, lat }: { readonly lon: number; readonly lat: number }): number =>
    metresTo([[lon, lat]], point);
  const drawn = snapshot.places.filter(({ rank }) => rank);
  const places = near(drawn, toPoint);
  const nearest = drawn
    .map((what) => ({ what, away: toPoint(what) }))
    .reduce<NearHere<MapPlace> | undefined>((best, one) => (!best || one.away < best.away ? one : best), undefined);
  const border = away(shapes.get('state-border')?.lines ?? []);
  return {
    areas: snapshot.features
      .filter(({ feature }) => feature.layer !== 'roads')
      .flatMap((one) => {
        const lines = linesOf(one);
        const edge = away(lines);
        const isUnsure = edge < one.feature.accuracyMetres;
        return isInside(lines, point) || isUnsure ? [{ ...one, edge, isUnsure }] : [];
      }),
    roads: near(
      snapshot.features.filter(({ feature }) => feature.layer === 'roads'),
      (one) => away(linesOf(one)),
    ),
    places,
    events: near(snapshot.events, toPoint),
    nearest: places.length > 0 ? undefined : nearest,
    border: border <= Math.max(reach, 5000) ? border : undefined,
  };
}
