/** The course of a road: its line from end to end, with kilometres along it, heights, and what it passes. Pure. */
import type { LonLat } from './projection.ts';

/** One stretch of a course, as the map's shapes have it: its points in either direction. */
export interface Leg {
  readonly id: string;
  /** Degrees. */
  readonly line: readonly LonLat[];
  /** Kilometres as published, where the line is schematic and cannot be measured. */
  readonly published?: number | undefined;
}

export interface CoursePoint {
  /** From the start. */
  readonly km: number;
  /** Degrees. */
  readonly lon: number;
  readonly lat: number;
}

export interface Course {
  /** From end to end; the first is at 0. */
  readonly points: readonly CoursePoint[];
  /** Kilometres. */
  readonly length: number;
  readonly legs: readonly {
    readonly id: string;
    /** Kilometres from the start. */
    readonly from: number;
    readonly to: number;
    /** Its length is the published one, not that of the line. */
    readonly isPublished: boolean;
  }[];
}

/** Mean radius of the earth, km (IUGG). */
const RADIUS = 6371.0088;

/** Returns the distance over ground between two points, km (haversine formula on a sphere). */
export function distance([lon1, lat1]: LonLat, [lon2, lat2]: LonLat): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Tells whether a leg is to be turned, to follow the one before it or, where there is none, to lead to the next. */
function isTurned(line: readonly LonLat[], last: LonLat | undefined, next: readonly LonLat[] | undefined): boolean {
  const [start, end] = [line[0], line.at(-1)];
  if (!start || !end) return false;
  if (last) return distance(last, end) < distance(last, start);
  const gap = (point: LonLat, ends: readonly (LonLat | undefined)[]): number =>
    Math.min(...ends.map((one) => (one ? distance(point, one) : Number.POSITIVE_INFINITY)));
  return next !== undefined && gap(start, [next[0], next.at(-1)]) < gap(end, [next[0], next.at(-1)]);
}

/** Returns how far each leg, turned to follow the one before, begins from the end of that, km; of the first, 0. */
export function gapsBetween(lines: readonly (readonly LonLat[])[]): number[] {
  let last: LonLat | undefined;
  return lines.map((line, i) => {
    const along = isTurned(line, last, lines[i + 1]) ? line.toReversed() : line;
    const gap = last && along[0] ? distance(last, along[0]) : 0;
    last = along.at(-1) ?? last;
    return gap;
  });
}

/** Joins legs that touch, each turned to follow the one before, into one course. A leg with a published length has it. */
export function joinCourse(legs: readonly Leg[]): Course {
  const points: CoursePoint[] = [];
  const found: Course['legs'][number][] = [];
  let km = 0;
  for (const [i, { id, line, published }] of legs.entries()) {
    if (line.length === 0) continue;
    const last = points.at(-1);
    const along = isTurned(line, last && [last.lon, last.lat], legs[i + 1]?.line) ? line.toReversed() : line;
    const drawn = along.reduce((sum, point, j) => sum + (j > 0 ? distance(along[j - 1] as LonLat, point) : 0), 0);
    const scale = published && drawn > 0 ? published / drawn : 1;
    const from = km;
    for (const [j, point] of along.entries()) {
      if (j > 0) km += distance(along[j - 1] as LonLat, point) * scale;
      if (j > 0 || points.length === 0) points.push({ km, lon: point[0], lat: point[1] });
    }
    found.push({ id, from, to: km, isPublished: published !== undefined });
  }
  return { points, length: km, legs: found };
}

/** Returns the point of a course at that kilometre; before the start the start, after the end the end. */
export function pointAt({ points }: Pick<Course, 'points'>, km: number): CoursePoint {
  const i = points.findIndex((point) => point.km >= km);
  const [before, after] = [points[Math.max(0, i - 1)], points[i]];
  if (i < 0 || !before || !after) return points.at(-1) ?? { km: 0, lon: 0, lat: 0 };
  const part = after.km > before.km ? Math.max(0, (km - before.km) / (after.km - before.km)) : 0;
  const between = (a: number, b: number): number => a + (b - a) * part;
  return { km: between(before.km, after.km), lon: between(before.lon, after.lon), lat: between(before.lat, after.lat) };
}

/** Returns the kilometre at which a course comes nearest to a place, and how far off it passes, km. Looks every 100 m, and at the end. */
export function nearestOn(course: Course, place: LonLat): { km: number; off: number } {
  let best = { km: 0, off: Number.POSITIVE_INFINITY };
  for (let step = 0; step <= Math.ceil(course.length * 10); step++) {
    const km = Math.min(step / 10, course.length);
    const { lon, lat } = pointAt(course, km);
    const off = distance([lon, lat], place);
    if (off < best.off) best = { km, off };
  }
  return best;
}

/** Heights along a course: `[kilometre, metres above the sea]`, in order. */
export type Profile = readonly (readonly [km: number, metres: number])[];

/** Returns the height at that kilometre, metres, between the two nearest of the profile. */
export function heightAt(profile: Profile, km: number): number {
  const i = profile.findIndex(([at]) => at >= km);
  const [before, after] = [profile[Math.max(0, i - 1)], profile[i]];
  if (i < 0 || !before || !after) return profile.at(-1)?.[1] ?? 0;
  const part = after[0] > before[0] ? Math.max(0, (km - before[0]) / (after[0] - before[0])) : 0;
  return before[1] + (after[1] - before[1]) * part;
}

/** Returns how many metres a profile goes up and down in all. Ripples lower than `least` metres are not counted. */
export function climbOf(profile: Profile, least: number): { up: number; down: number } {
  let [up, down] = [0, 0];
  let turn = profile[0]?.[1] ?? 0;
  let reach = turn;
  let rising: boolean | undefined;
  for (const [, metres] of profile) {
    if (rising === undefined) {
      if (Math.abs(metres - turn) < least) continue;
      rising = metres > turn;
      reach = metres;
    } else if (rising ? metres > reach : metres < reach) reach = metres;
    else if (Math.abs(metres - reach) >= least) {
      if (rising) up += reach - turn;
      else down += turn - reach;
      turn = reach;
      reach = metres;
      rising = !rising;
    }
  }
  if (rising === true) up += reach - turn;
  if (rising === false) down += turn - reach;
  return { up, down };
}
