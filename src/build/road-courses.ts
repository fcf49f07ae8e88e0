/** The routes of the road, measured: their course, heights and climb, and what they pass. */
import { type Course, climbOf, heightAt, joinCourse, nearestOn, type Profile } from '../model/course.ts';
import type { Day } from '../model/dates.ts';
import { dayNumber, dayOfNumber } from '../model/day-numbers.ts';
import type { LonLat } from '../model/projection.ts';
import type { WorldRoute } from '../model/road.ts';
import type { Place, World } from '../model/world.ts';
import { type Geometry, type Heights, lineOf } from './read-geometry.ts';

/** Ripples of the heights below this, metres, are the grid's and not the road's. */
const RIPPLE = 40;

export interface RoadCourse {
  readonly route: WorldRoute;
  /** The last day on which it was the road, the day before it ended or the next began; none where it is the road still. */
  readonly last?: Day | undefined;
  readonly course: Course;
  /** Heights, where there are any. */
  readonly heights?:
    | {
        readonly profile: Profile;
        /** Metres, in all. */
        readonly up: number;
        readonly down: number;
        readonly top: { readonly km: number; readonly metres: number };
      }
    | undefined;
  readonly waypoints: readonly {
    readonly place: Place;
    /** Kilometres from the start, at the point nearest to it. */
    readonly km: number;
    /** Kilometres from the road to the place's point. */
    readonly off: number;
    readonly metres?: number | undefined;
  }[];
}

/** Returns the courses of all routes, in order of time. */
export function roadCourses(world: World, geometry: Geometry, heights: Heights): RoadCourse[] {
  return world.road.routes.map((route, i, routes): RoadCourse => {
    const end = route.until ?? routes[i + 1]?.from;
    const legs = route.legs.map((id) => ({ id, line: lineOfRoute(geometry, id), published: route.lengths[id] }));
    const course = joinCourse(legs);
    const profile = heights.routes.find(({ id }) => id === route.id)?.profile;
    const [topKm, topMetres] = profile?.reduce((a, b) => (b[1] > a[1] ? b : a)) ?? [0, 0];
    return {
      route,
      last: end && dayOfNumber(dayNumber(end) - 1),
      course,
      heights: profile && { profile, ...climbOf(profile, RIPPLE), top: { km: topKm, metres: topMetres } },
      waypoints: route.waypoints
        .flatMap((id) => world.places.find((place) => place.id === id) ?? [])
        .map((place) => {
          const { km, off } = nearestOn(course, [place.lon, place.lat]);
          return { place, km, off, metres: profile && heightAt(profile, km) };
        }),
    };
  });
}

function lineOfRoute({ routes }: Geometry, id: string): LonLat[] {
  return routes.features.filter(({ properties }) => properties?.['id'] === id).flatMap(lineOf);
}
