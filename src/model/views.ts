/** The views that belong to things: to the site, to an event, a place, a chapter. */

import { settle, type View } from '../share/view.ts';
import type { Day } from './dates.ts';
import { dayNumber, dayOfNumber } from './day-numbers.ts';
import { limitsOf } from './limits.ts';
import { CORRIDOR, isInRegion } from './map-limits.ts';
import { firstDayOf } from './partial-dates.ts';
import type { Span } from './road.ts';
import type { Chapter, MapEvent, MapPlace, MapWorld, NamedView } from './world.ts';

const LAYERS_AT_FIRST: View['layers'] = ['relief', 'areas', 'zone', 'roads', 'places', 'events'];

/** Returns the view of the whole corridor on the day the checkpoint was set up: where `/` and `/map/` open. */
export function openingView(world: MapWorld): View {
  return settle({ ...CORRIDOR, zoom: 10, day: '2023-04-23', focus: null, layers: LAYERS_AT_FIRST }, limitsOf(world));
}

/** Returns where to look for an event or a place: at it, or at the corridor where it lies outside the region. */
function lookAt(thing: MapEvent | MapPlace, zoom: number): Pick<View, 'lat' | 'lon' | 'zoom'> {
  return isInRegion(thing) ? { lat: thing.lat, lon: thing.lon, zoom } : { ...CORRIDOR, zoom: 9 };
}

/** Returns the zoom at which the map of an event shows where the corridor lies from there, too. */
function eventZoom({ lat, lon }: MapEvent): number {
  const away = Math.max(Math.abs(lon - CORRIDOR.lon), Math.abs(lat - CORRIDOR.lat));
  return away > 2.4 ? 7 : away > 1.5 ? 8 : away > 0.75 ? 8.5 : 10;
}

/** Returns the view of an event: where and when it happened. */
export function eventView(world: MapWorld, event: MapEvent): View {
  return settle(
    { ...lookAt(event, eventZoom(event)), day: firstDayOf(event.date), focus: event.id, layers: LAYERS_AT_FIRST },
    limitsOf(world),
  );
}

/** Returns the view of a place, on the last day on which it stood. */
export function placeView(world: MapWorld, place: MapPlace): View {
  const day = place.to ? dayOfNumber(dayNumber(place.to) - 1) : world.followedTo;
  return settle(
    {
      ...lookAt(place, place.kind === 'region' ? 8.5 : place.rank === 1 ? 10 : 11),
      day,
      focus: place.id,
      layers: LAYERS_AT_FIRST,
    },
    limitsOf(world),
  );
}

/** Returns the view of a chapter. */
export function chapterView(world: MapWorld, { view }: Chapter): View {
  return settle({ ...view, focus: view.focus ?? null, layers: LAYERS_AT_FIRST }, limitsOf(world));
}

/**
 * Returns the view of a paragraph of a chapter that links to this event or place first: the chapter's own choice, if it made
 * one, else the event's, or the place on the day of the paragraph before.
 */
export function paragraphView(world: MapWorld, chapter: Chapter, linked: string, dayBefore: Day): View | undefined {
  const event = world.events.find(({ id }) => id === linked);
  const place = world.places.find(({ id }) => id === linked);
  const own = event ? eventView(world, event) : place && { ...placeView(world, place), day: dayBefore };
  const chosen = chapter.views[linked];
  if (!own || !chosen) return own;
  return settle({ ...own, ...chosen, day: chosen.day ?? own.day }, limitsOf(world));
}

/** Returns the view of a period of the road: the whole corridor on its first day, with the event that began it. */
export function periodView(world: MapWorld, { period, from }: Span): View {
  return { ...openingView(world), day: from, focus: period.event ?? null };
}

/** Returns the view that has a page of its own. */
export function namedView(world: MapWorld, { view }: NamedView): View {
  return settle({ ...view, focus: view.focus ?? null, layers: view.layers ?? LAYERS_AT_FIRST }, limitsOf(world));
}

/**
 * Returns the view of the event or place with that id, or nothing; of a place that stands on the reader's day, if one is given,
 * on that day.
 */
export function viewOf(world: MapWorld, id: string, readersDay?: Day): View | undefined {
  const event = world.events.find((one) => one.id === id);
  if (event) return eventView(world, event);
  const place = world.places.find((one) => one.id === id);
  if (!place) return undefined;
  const view = placeView(world, place);
  const stands = readersDay && (place.from ?? '') <= readersDay && readersDay <= view.day;
  return stands ? { ...view, day: readersDay } : view;
}
