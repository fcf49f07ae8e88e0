/** What a world lets a view hold. */
import type { Limits } from '../share/view.ts';
import { MAX_ZOOM, MIN_ZOOM, REGION } from './map-limits.ts';
import type { MapWorld } from './world.ts';

/** Returns the limits that a world sets to views. */
export function limitsOf(world: MapWorld): Limits {
  return {
    ...REGION,
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    firstDay: world.firstDay,
    lastDay: world.followedTo,
    ids: new Set([...world.events, ...world.places].map(({ id }) => id)),
    formerIds: world.formerIds,
  };
}
