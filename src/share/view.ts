/**
 * A view is what a reader looks at: position, day, what is in focus, and which layers are on. The map, the timeline
 * and a share link all show this one value.
 */
import { type Day, isDay } from '../model/dates.ts';

/** The layers a reader can switch, in the order in which links and the legend name them. */
export const LAYERS = ['relief', 'areas', 'districts', 'zone', 'roads', 'places', 'events'] as const;
export type Layer = (typeof LAYERS)[number];

/** What stands for a layer in a short link. A letter that was used once is never given to another layer. */
export const LAYER_LETTERS: Readonly<Record<Layer, string>> = {
  relief: 'r',
  areas: 'a',
  districts: 'd',
  zone: 'z',
  roads: 'o',
  places: 'p',
  events: 'e',
};

export interface View {
  readonly lat: number;
  readonly lon: number;
  readonly zoom: number;
  readonly day: Day;
  /** The id of an event or a place, or null. */
  readonly focus: string | null;
  readonly layers: readonly Layer[];
  /** The day that is compared with `day`, if one is. */
  readonly against?: Day | undefined;
}

/** What a view may hold. Only `settle` knows how to keep to it. */
export interface Limits {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Ids that can be in focus; null while the list is not at hand: then every well-formed id passes. */
  readonly ids: ReadonlySet<string> | null;
  /** Ids of old, and what they are called now. */
  readonly formerIds: Readonly<Record<string, string>>;
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
const round = (value: number, decimals: number): number => Number(value.toFixed(decimals));
/** How a link says that nothing is in focus, or no layer on; so it can be nobody's id. */
export const NONE = 'none';

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Tells whether a text has the form of an id: lower-case words and digits joined by hyphens. */
export function isId(text: string): boolean {
  return text.length <= 80 && text !== NONE && ID.test(text);
}

/**
 * Returns the nearest view within the limits: zoom to 2 decimals, position to 4 (11 m), the day inside the followed
 * time, former ids resolved, unknown ones dropped, layers in their one order. Settling twice changes nothing.
 */
export function settle(view: View, limits: Limits): View {
  const named = view.focus === null ? null : (limits.formerIds[view.focus] ?? view.focus);
  const known = named !== null && isId(named) && (limits.ids === null || limits.ids.has(named));
  const followed = (asked: Day): Day => {
    const day = !isDay(asked) || asked > limits.lastDay ? limits.lastDay : asked;
    return day < limits.firstDay ? limits.firstDay : day;
  };
  return {
    lat: round(clamp(view.lat, limits.south, limits.north), 4),
    lon: round(clamp(view.lon, limits.west, limits.east), 4),
    zoom: round(clamp(view.zoom, limits.minZoom, limits.maxZoom), 2),
    day: followed(view.day),
    focus: known ? named : null,
    layers: LAYERS.filter((layer) => view.layers.includes(layer)),
    ...(view.against === undefined ? {} : { against: followed(view.against) }),
  };
}

/** Tells whether two settled views are the same. */
export function isSameView(a: View, b: View): boolean {
  return (
    a.lat === b.lat &&
    a.lon === b.lon &&
    a.zoom === b.zoom &&
    a.day === b.day &&
    a.focus === b.focus &&
    a.against === b.against &&
    a.layers.join() === b.layers.join()
  );
}
