/** The World for pages: read once for a build, afresh for each request while editing. */

import type { MapName, MapTopology } from '../model/map-shapes.ts';
import { type MapWorld, mapWorldOf, type World } from '../model/world.ts';
import { buildTopology } from './map-geometry.ts';
import { mapNames } from './map-names.ts';
import { readWorld } from './read-content.ts';
import type { Geometry } from './read-geometry.ts';
import { type RoadCourse, roadCourses } from './road-courses.ts';

export interface Site {
  readonly world: World;
  readonly map: MapWorld;
  readonly topology: MapTopology;
  readonly names: readonly MapName[];
  /** The shapes of `content/geometry`, as they are. */
  readonly geometry: Geometry;
  readonly courses: readonly RoadCourse[];
}

let memo: Site | undefined;
/** What takes long to make out of the shapes, and the shapes it was made of: while editing they seldom change. */
let drawn: { readonly of: string; readonly made: Pick<Site, 'topology' | 'names'> } | undefined;

/** Returns everything that pages are made from. Throws a `ContentError` that lists every problem. */
export function getSite(): Site {
  if (memo && import.meta.env.PROD) return memo;
  const { world, geometry, heights } = readWorld(process.cwd());
  const of = JSON.stringify(geometry);
  if (drawn?.of !== of) drawn = { of, made: { topology: buildTopology(geometry), names: mapNames(geometry) } };
  memo = { world, map: mapWorldOf(world), geometry, courses: roadCourses(world, geometry, heights), ...drawn.made };
  return memo;
}
