/**
 * What stands at points on the map: places with their symbols, marks for events, and labels that do not collide.
 * Placed for the whole region at a zoom, not for a window, so panning never moves a label and the still map and the
 * live map choose the same. Pure: no text is measured, widths are estimated from the letters.
 */
import type { Layer } from '../share/view.ts';
import { isInside, type MapName, type Shape } from './map-shapes.ts';
import { type Label, LabelPlacer } from './place-labels.ts';
import { type Pixels, toPixels } from './projection.ts';
import { type Box, SegmentGrid } from './segment-grid.ts';
import type { Snapshot } from './snapshot.ts';
import { STATES } from './state-names.ts';
import type { MapEvent, MapFeature, MapPlace } from './world.ts';

/** Marks nearer than this many pixels are joined into one, so that each can be pressed. */
export const MARK_SPACING = 27;
export const MARK_RADIUS = 9;
/** A mark stands up and to the left of its place, so that the symbol and the road stay in sight. */
const MARK_OFFSET = 13;

/** One or more events near one point: they happened there, or are about it. */
export interface Mark {
  /** Pixels from the origin. */
  readonly x: number;
  readonly y: number;
  /** The place of its first event; its name is the mark's. */
  readonly place: string;
  readonly events: readonly MapEvent[];
}

export interface PlacedPlace {
  readonly x: number;
  readonly y: number;
  readonly place: MapPlace;
}

export interface MapPoints {
  readonly places: readonly PlacedPlace[];
  readonly marks: readonly Mark[];
  readonly labels: readonly Label[];
  /** The border of the two states, by which a map that shows ground of both is known. */
  readonly stateBorder: Pick<SegmentGrid, 'crossings'>;
}

/** Places with a large symbol. */
const LARGE: readonly string[] = ['checkpoint', 'sit-in', 'bridge'];

/** Below this zoom the map is an overview: cities have the first choice of room, and other names stand near their place or nowhere. */
const OVERVIEW = 9;
const CITIES: readonly string[] = ['capital', 'city'];

/** From which zoom a place of that rank is drawn. */
const RANK_ZOOM = { 1: 7, 2: 9, 3: 11 } as const;

/** Joins events that lie near one another at a zoom into marks; the earliest of the most significant gives the place. */
export function markEvents(events: readonly MapEvent[], zoom: number, origin: Pixels): Mark[] {
  const groups: { x: number; y: number; place: string; events: MapEvent[] }[] = [];
  const order = [...events].sort((a, b) => b.significance - a.significance || (a.id < b.id ? -1 : 1));
  for (const event of order) {
    const [worldX, worldY] = toPixels([event.lon, event.lat], zoom);
    const [x, y] = [worldX - origin[0] - MARK_OFFSET, worldY - origin[1] - MARK_OFFSET];
    const near = groups
      .map((group) => ({ group, distance: Math.hypot(group.x - x, group.y - y) }))
      .filter(({ distance }) => distance < MARK_SPACING)
      .sort((a, b) => a.distance - b.distance)[0]?.group;
    if (near) near.events.push(event);
    else groups.push({ x, y, place: event.place, events: [event] });
  }
  for (const group of groups)
    group.events.sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1));
  return groups;
}

/**
 * Returns the events that marks show at a place, in order of time: those of the mark that bears its name, with what is near it; where
 * its own are in the mark of another, only its own.
 */
export const eventsAt = (place: string, marks: readonly Mark[]): readonly MapEvent[] =>
  marks.find((mark) => mark.place === place)?.events ??
  marks.flatMap(({ events }) => events.filter((event) => event.place === place));

/** What the naming of places and ground heeds on a day. */
export interface NamingLines {
  /** Labels keep off these. */
  readonly roads: readonly Shape[];
  readonly borders: readonly Shape[];
  /** Where it is in sight, both states are named or neither. */
  readonly stateBorder: readonly Shape[];
  /** Ground that others than its state held. */
  readonly held: readonly Shape[];
}

/** What is held by others than the state on whose ground it lies; and from which zoom on its name has room there. */
const HELD: readonly string[] = ['control-area', 'peacekeeper-area'];
const HELD_ZOOM = 8;

/** Returns what the naming of places and ground heeds on a day. */
export function linesOf(snapshot: Snapshot, shapes: ReadonlyMap<string, Shape>): NamingLines {
  const found = (ids: readonly string[]): Shape[] => ids.flatMap((id) => shapes.get(id) ?? []);
  const where = (isMeant: (feature: MapFeature) => boolean): Shape[] =>
    snapshot.features.flatMap(({ feature }) => (isMeant(feature) ? found(feature.shapes) : []));
  return {
    roads: where(({ layer }) => layer === 'roads'),
    borders: found(['borders']),
    stateBorder: found(['state-border']),
    held: where(({ kind }) => HELD.includes(kind)),
  };
}

/** Returns the two lines of a name, broken after the space or hyphen that is nearest to its middle. */
function broken(name: string): string[] {
  const middle = name.length / 2;
  const [first] = [...name.matchAll(/[ -]/g)]
    .map(({ index }) => index + 1)
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return first ? [name.slice(0, first).trim(), name.slice(first)] : [name];
}

/** Half of the room that a state's name takes, pixels. */
const HALF_NAME = 75;

/** Returns the spots of a state's name, first those where all of it stands on ground that it held itself: it is named elsewhere where none of them is near. */
function ownFirst(spots: MapName['spots'], held: readonly Shape[], zoom: number): MapName['spots'] {
  const half = (HALF_NAME / toPixels([180, 0], zoom)[0]) * 360;
  const isHeld = ([lon, lat]: MapName['spots'][number]): boolean =>
    held.some(({ lines }) => [-half, 0, half].some((along) => isInside(lines, [lon + along, lat])));
  return [...spots.filter((spot) => !isHeld(spot)), ...spots.filter(isHeld)];
}

/**
 * Places symbols, marks and labels for a snapshot at a zoom, on the layers shown. Labels go round their point in many
 * positions; one that would lie on another label or symbol in all of them is dropped whole, and so is a lesser place's where it
 * would lie on a road.
 */
export function placePoints(
  snapshot: Snapshot,
  layers: readonly Layer[],
  names: readonly MapName[],
  lines: NamingLines,
  zoom: number,
  origin: Pixels,
): MapPoints {
  const at = (lon: number, lat: number): Pixels => {
    const [x, y] = toPixels([lon, lat], zoom);
    return [x - origin[0], y - origin[1]];
  };
  const isOverview = zoom < OVERVIEW;
  const order = ({ rank = 3, kind }: MapPlace): number => rank - (isOverview && CITIES.includes(kind) ? 0.5 : 0);
  const places = layers.includes('places')
    ? snapshot.places
        .filter(({ rank }) => rank !== undefined && zoom >= RANK_ZOOM[rank])
        .map((place) => {
          const [x, y] = at(place.lon, place.lat);
          return { place, x, y };
        })
        .sort((a, b) => order(a.place) - order(b.place) || (a.place.id < b.place.id ? -1 : 1))
    : [];
  const marks = layers.includes('events') ? markEvents(snapshot.events, zoom, origin) : [];

  const around = (x: number, y: number, r: number): Box => ({ left: x - r, top: y - r, right: x + r, bottom: y + r });
  const symbols = places.map(({ place, x, y }) => around(x, y, LARGE.includes(place.kind) ? 10 : 6));
  const placer = new LabelPlacer([...marks.map(({ x, y }) => around(x, y, MARK_RADIUS + 1)), ...symbols], {
    roads: new SegmentGrid(lines.roads, zoom, origin),
    borders: new SegmentGrid(lines.borders, zoom, origin),
  });
  const namePlaces = (some: readonly PlacedPlace[]): void => {
    for (const one of some) {
      const { id, label, kind, rank = 3 } = one.place;
      const wording = { id, lines: label, className: `place place-${kind}` };
      const own = symbols[places.indexOf(one)];
      const how = { own, mustBeClear: rank > 1, mustBeNear: isOverview, points: places };
      const offset = LARGE.includes(kind) ? 13 : 9;
      if (!placer.beside(wording, one.x, one.y, offset, how) && CITIES.includes(kind))
        placer.beside(wording, one.x, one.y, offset, { ...how, mustBeNear: false });
    }
  };
  // On an overview the ground is named before what is small on it.
  const first = isOverview ? places.filter(({ place }) => CITIES.includes(place.kind)) : places;
  namePlaces(first);
  for (const { feature } of snapshot.features) {
    const { id, label, layer, kind } = feature;
    const spot = isOverview ? label?.overview : label;
    if (!label || !spot || !layers.includes(layer) || (zoom < HELD_ZOOM && HELD.includes(kind))) continue;
    const [x, y] = at(spot.lon, spot.lat);
    const words = isOverview ? broken(label.text) : [label.text];
    const wording = { id, lines: words, className: `feature-name of-${kind}` };
    if (layer === 'areas') placer.on(wording, x, y, false);
    else placer.beside(wording, x, y, 8, { mustBeClear: true });
  }
  namePlaces(places.filter((one) => !first.includes(one)));
  for (const { id, lines: text, kind, spots, minZoom, maxZoom = Number.POSITIVE_INFINITY } of names) {
    if (zoom < minZoom || zoom >= maxZoom || (kind === 'district' && !layers.includes('districts'))) continue;
    const tried = STATES.includes(id) ? ownFirst(spots, lines.held, zoom) : spots;
    for (const [lon, lat, angle] of tried) {
      const [x, y] = at(lon, lat);
      const wording = { id, lines: text, className: kind };
      if (angle === undefined) placer.on(wording, x, y, kind !== 'water');
      else placer.along(wording, x, y, angle);
    }
  }
  return { places, marks, labels: placer.labels, stateBorder: new SegmentGrid(lines.stateBorder, zoom, origin) };
}
