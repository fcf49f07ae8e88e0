/** The map as a list: what is in view, from the same snapshot as the drawing. The map's twin for those who read it. */
import { wordSpan } from '../i18n/word-dates.ts';
import { ROAD_WORDS, STATUS_WORDS, wordLength } from '../i18n/words.ts';
import type { Layer } from '../share/view.ts';
import { escapeMarkup } from './map-drawing.ts';
import type { Shape } from './map-shapes.ts';
import type { FeatureOnDay, Snapshot } from './snapshot.ts';
import type { MapEvent, MapPlace } from './world.ts';

/** A box on the ground, degrees. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface TextTwin {
  readonly roads: readonly FeatureOnDay[];
  readonly areas: readonly FeatureOnDay[];
  readonly places: readonly MapPlace[];
  /** The latest first. */
  readonly events: readonly MapEvent[];
}

const boxes = new WeakMap<Shape, Bounds>();

/** Returns the smallest box around a shape. */
export function boundsOf(shape: Shape): Bounds {
  let box = boxes.get(shape);
  if (!box) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [lon, lat] of shape.lines.flat()) {
      west = Math.min(west, lon);
      south = Math.min(south, lat);
      east = Math.max(east, lon);
      north = Math.max(north, lat);
    }
    box = { west, south, east, north };
    boxes.set(shape, box);
  }
  return box;
}

/** Returns what of a snapshot a map of those bounds and layers shows. Shapes count by the box around them. */
export function textTwin(
  snapshot: Snapshot,
  layers: readonly Layer[],
  bounds: Bounds,
  shapes: ReadonlyMap<string, Shape>,
): TextTwin {
  const holds = ({ lon, lat }: { readonly lon: number; readonly lat: number }): boolean =>
    lon >= bounds.west && lon <= bounds.east && lat >= bounds.south && lat <= bounds.north;
  const touches = (id: string): boolean => {
    const shape = shapes.get(id);
    if (!shape) return false;
    const box = boundsOf(shape);
    return box.west <= bounds.east && box.east >= bounds.west && box.south <= bounds.north && box.north >= bounds.south;
  };
  const seen = snapshot.features.filter(
    ({ feature }) => layers.includes(feature.layer) && feature.shapes.some((id) => touches(id)),
  );
  return {
    roads: seen.filter(({ feature }) => feature.layer === 'roads'),
    areas: seen.filter(({ feature }) => feature.layer !== 'roads'),
    places: layers.includes('places') ? snapshot.places.filter((place) => place.rank && holds(place)) : [],
    events: layers.includes('events') ? snapshot.events.filter(holds).toReversed() : [],
  };
}

/** Returns the status of a feature in words, with how exact its line is. */
export function statusWords({ feature, status }: FeatureOnDay): string {
  const off = wordLength(feature.accuracyMetres);
  const how = feature.schematic ? `approximate, within ${off}` : `within ${off}`;
  return status === 'present' ? how : `${STATUS_WORDS[status]}; ${how}`;
}

/** Returns the twin as markup: four lists, those that hold nothing left out. `base` is the site's address, with its slash. */
export function twinMarkup(twin: TextTwin, snapshot: Snapshot, base: string): string {
  const section = (title: string, rows: readonly string[]): string =>
    rows.length > 0
      ? `<section><h2>${title}</h2><ul>${rows.map((row) => `<li>${row}</li>`).join('')}</ul></section>`
      : '';
  const feature = (one: FeatureOnDay): string => `${escapeMarkup(one.feature.name)}: ${statusWords(one)}`;
  const place = ({ id, label, kind }: MapPlace): string =>
    `<a href="${base}places/${id}/">${escapeMarkup(label.join(' / '))}</a>${kind === 'checkpoint' ? ', checkpoint' : ''}`;
  const event = ({ id, title, date, endDate }: MapEvent): string =>
    `${wordSpan(date, endDate)}: <a href="${base}events/${id}/">${escapeMarkup(title)}</a>`;
  const road = [`${ROAD_WORDS[snapshot.road.period.kind].label}`];
  const lists = [
    section('What could pass on the road', road),
    section('Roads', twin.roads.map(feature)),
    section('Areas and lines', twin.areas.map(feature)),
    section('Places', twin.places.map(place)),
    section('Events up to this day, the latest first', twin.events.map(event)),
  ];
  return lists.join('');
}
