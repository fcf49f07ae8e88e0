/**
 * What stands at points on the map: places with their symbols, marks for events, and labels that do not collide.
 * Placed for the whole region at a zoom, not for a window, so panning never moves a label and the still map and the
 * live map choose the same. Pure: no text is measured, widths are estimated from the letters.
 */
import { type MapName, projectLine, type Shape } from './map-shapes.ts';
import { type Pixels, toPixels } from './projection.ts';
import type { Snapshot } from './snapshot.ts';
import type { MapEvent, MapPlace } from './world.ts';

/** Marks nearer than this many pixels are joined into one, so that each can be pressed. */
export const MARK_SPACING = 27;
export const MARK_RADIUS = 10.5;
/** A mark stands up and to the left of its place, so that the symbol and the road stay in sight. */
const MARK_OFFSET = 13;

/** One or more events near one point. */
export interface Mark {
  /** Pixels from the origin. */
  readonly x: number;
  readonly y: number;
  /** The place of its first event; its name is the mark's. */
  readonly place: string;
  readonly events: readonly MapEvent[];
}

export interface Label {
  readonly id: string;
  readonly x: number;
  /** The baseline of the first line. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly lines: readonly string[];
  readonly className: string;
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
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Type sizes in pixels, as in `map.css`; the width of a letter is about half of it. */
const SIZE: Readonly<Record<string, number>> = { capital: 16, city: 16, town: 14.5, village: 14 };
const SECOND_SIZE = 13;
/** Places with a large symbol. */
const LARGE: readonly string[] = ['checkpoint', 'sit-in', 'bridge'];
const LINE = 1.15;
const LETTER = 0.54;

const collides = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** A piece of road, pixels. */
interface Segment {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

const pieces = new WeakMap<Shape, { readonly key: string; readonly segments: readonly Segment[] }>();

/** Returns the pieces of a road at a zoom; those of the last zoom are kept, since days change oftener than zooms. */
function segmentsOf(road: Shape, zoom: number, origin: Pixels): readonly Segment[] {
  const key = [zoom, ...origin].join();
  const kept = pieces.get(road);
  if (kept?.key === key) return kept.segments;
  const segments: Segment[] = [];
  for (const line of road.lines) {
    const points = projectLine(line, zoom, origin);
    for (let i = 1; i < points.length; i++) {
      const [x0, y0] = points[i - 1] as Pixels;
      const [x1, y1] = points[i] as Pixels;
      segments.push({ x0, y0, x1, y1 });
    }
  }
  pieces.set(road, { key, segments });
  return segments;
}

/** Tells whether a segment crosses a box (Liang and Barsky's clipping, written out: it runs thousands of times). */
function crosses({ x0, y0, x1, y1 }: Segment, box: Box): boolean {
  if ((x0 < box.left && x1 < box.left) || (x0 > box.right && x1 > box.right)) return false;
  if ((y0 < box.top && y1 < box.top) || (y0 > box.bottom && y1 > box.bottom)) return false;
  const [dx, dy] = [x1 - x0, y1 - y0];
  let [enter, leave] = [0, 1];
  if (dx !== 0) {
    const [a, b] = [(box.left - x0) / dx, (box.right - x0) / dx];
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  }
  if (dy !== 0) {
    const [a, b] = [(box.top - y0) / dy, (box.bottom - y0) / dy];
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  }
  return enter <= leave;
}

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
 * Places symbols, marks and labels for a snapshot at a zoom. Labels go round their point in eight positions; one
 * that would lie on another label or symbol in all of them is dropped whole, and the road is avoided where it can be.
 */
export function placePoints(
  snapshot: Snapshot,
  shown: { readonly places: boolean; readonly events: boolean },
  names: readonly MapName[],
  roads: readonly Shape[],
  zoom: number,
  origin: Pixels,
): MapPoints {
  const at = (point: { lon: number; lat: number }): Pixels => {
    const [x, y] = toPixels([point.lon, point.lat], zoom);
    return [x - origin[0], y - origin[1]];
  };
  const places = shown.places
    ? snapshot.places
        .filter(({ rank }) => rank !== undefined && zoom >= RANK_ZOOM[rank])
        .map((place) => {
          const [x, y] = at(place);
          return { place, x, y };
        })
        .sort((a, b) => (a.place.rank ?? 9) - (b.place.rank ?? 9) || (a.place.id < b.place.id ? -1 : 1))
    : [];
  const marks = shown.events ? markEvents(snapshot.events, zoom, origin) : [];
  const segments = roads.flatMap((road) => segmentsOf(road, zoom, origin));

  const taken: Box[] = [];
  const around = (x: number, y: number, r: number): Box => ({ left: x - r, top: y - r, right: x + r, bottom: y + r });
  for (const { x, y } of marks) taken.push(around(x, y, MARK_RADIUS + 1));
  const symbols: Box[] = places.map(({ place, x, y }) => around(x, y, LARGE.includes(place.kind) ? 10 : 6));
  const labels: Label[] = [];

  /** Takes the first of the positions that is free, those off the road before those on it. */
  const put = (
    label: Omit<Label, 'x' | 'y' | 'anchor'>,
    x: number,
    y: number,
    offset: number,
    own: Box | undefined,
    isFixed: boolean,
  ): void => {
    const size = SIZE[label.className.replace(/.*place-/, '')] ?? 14.5;
    const spacing = label.className === 'country' ? 0.95 : LETTER;
    const width =
      Math.max((label.lines[0] ?? '').length * size * spacing, (label.lines[1] ?? '').length * SECOND_SIZE * LETTER) +
      2;
    const height = size * LINE + (label.lines.length > 1 ? SECOND_SIZE * LINE : 0);
    const d = offset * 0.7;
    const far = offset + 2 * MARK_RADIUS;
    const tries: (readonly [Label['anchor'], number, number])[] = isFixed
      ? [['middle', 0, -height / 2]]
      : [
          ['start', offset, -height / 2],
          ['end', -offset, -height / 2],
          ['start', d, -d - height],
          ['start', d, d],
          ['end', -d, d],
          ['end', -d, -d - height],
          ['middle', 0, -offset - height],
          ['middle', 0, offset],
          ['start', d, offset + 8],
          ['end', -d, offset + 8],
          ['end', -far - 8, -height / 2 - 10],
          ['start', d, -far - height],
          ['end', -far - 8, -height],
        ];
    let best: { anchor: Label['anchor']; x: number; y: number; box: Box; cost: number } | undefined;
    for (const [i, [anchor, dx, dy]] of tries.entries()) {
      // A later position costs at least its number.
      if (best && i >= best.cost) break;
      const left = x + dx - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2);
      const top = y + dy;
      const box = { left, top, right: left + width, bottom: top + height };
      if (taken.some((other) => other !== own && collides(box, other))) continue;
      if (symbols.some((other) => other !== own && collides(box, other))) continue;
      let cost = i;
      for (const segment of segments) if (crosses(segment, box)) cost += 20;
      if (!best || cost < best.cost) best = { anchor, x: x + dx, y: top + size * 0.88, box, cost };
    }
    if (!best) return;
    taken.push(best.box);
    labels.push({ ...label, anchor: best.anchor, x: best.x, y: best.y });
  };

  for (const [i, { place, x, y }] of places.entries())
    put(
      { id: place.id, lines: place.label, className: `place place-${place.kind}` },
      x,
      y,
      LARGE.includes(place.kind) ? 13 : 9,
      symbols[i],
      false,
    );
  for (const { feature } of snapshot.features)
    if (feature.label && zoom >= 9) {
      const [x, y] = at(feature.label);
      put(
        { id: feature.id, lines: [feature.label.text], className: `feature-name ${feature.kind}` },
        x,
        y,
        8,
        undefined,
        feature.kind.endsWith('-area'),
      );
    }
  for (const name of names)
    if (zoom >= name.minZoom && (name.kind !== 'country' || zoom < 11)) {
      const [x, y] = at(name);
      put({ id: name.id, lines: [name.text], className: name.kind }, x, y, 0, undefined, true);
    }
  return { places, marks, labels };
}
