/**
 * The map as SVG, for both painters: groups of paths by key, and the markup of what stands at points. The still map
 * prints them, the live map keeps its elements in step with them; `styles/map.css` styles both.
 */
import { wordSpan } from '../i18n/word-dates.ts';
import type { Layer } from '../share/view.ts';
import { drawList } from './draw-list.ts';
import { REGION } from './map-limits.ts';
import { MARK_RADIUS, type MapPoints } from './map-points.ts';
import { pathData, projectLine, type Shape } from './map-shapes.ts';
import { isBroken, type Label } from './place-labels.ts';
import { type Pixels, toPixels } from './projection.ts';
import { collides } from './segment-grid.ts';
import type { Snapshot } from './snapshot.ts';
import type { MapEvent } from './world.ts';

/** One path of the drawing. */
export interface DrawnPath {
  readonly key: string;
  readonly className: string;
  readonly status: string;
  readonly fill: string | null;
  readonly shapes: readonly string[];
  readonly isArea: boolean;
}

export interface DrawnGroup {
  readonly name: 'land' | 'relief' | 'areas' | 'waters' | 'borders' | 'roads';
  readonly paths: readonly DrawnPath[];
}

/** The id of the hatch that fills approximate areas; each SVG on a page has its own. */
export const HATCH = 'hatch';

/** Returns the markup of a hatch. */
export const hatchMarkup = (id: string): string =>
  `<pattern id="${id}" class="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v7"/></pattern>`;

/** Returns what a snapshot draws, lowest group first. The relief is a picture between land and areas, not a path. */
export function drawGroups(
  snapshot: Snapshot,
  layers: readonly Layer[],
  shapes: ReadonlyMap<string, Shape>,
  hatch = HATCH,
): DrawnGroup[] {
  const fixed = (key: string, className: string, ids: readonly string[], isArea: boolean): DrawnPath => ({
    key,
    className,
    status: 'present',
    fill: null,
    shapes: ids,
    isArea,
  });
  const drawings = drawList(snapshot, layers).map(
    (drawing): DrawnPath => ({
      key: drawing.key,
      className: drawing.className,
      status: drawing.status,
      fill: drawing.isHatched ? `url(#${hatch})` : null,
      shapes: drawing.shapes,
      isArea: drawing.isArea,
    }),
  );
  const ids = [...shapes.values()];
  const lakes = ids.filter(({ id }) => id.startsWith('lake-')).map(({ id }) => id);
  const rivers = ids.filter(({ id }) => id.startsWith('river-')).map(({ id }) => id);
  return [
    { name: 'land', paths: [fixed('land', 'land', ['land'], true)] },
    { name: 'relief', paths: [] },
    { name: 'areas', paths: drawings.filter(({ isArea }) => isArea) },
    { name: 'waters', paths: [fixed('lakes', 'lake', lakes, true), fixed('rivers', 'river', rivers, false)] },
    {
      name: 'borders',
      paths: [fixed('border-band', 'border-band', ['borders'], false), fixed('border', 'border', ['borders'], false)],
    },
    { name: 'roads', paths: drawings.filter(({ isArea }) => !isArea) },
  ];
}

/** Returns a shape's lines in pixels at a zoom, counted from `origin`. */
export function projectShape(shape: Shape, zoom: number, origin: Pixels): Pixels[][] {
  return shape.lines.map((line) => projectLine(line, zoom, origin));
}

/** Returns the path data of some shapes at a zoom, counted from `origin`. */
export function shapesPath(shapes: readonly Shape[], zoom: number, origin: Pixels): string {
  return shapes.map((shape) => pathData(projectShape(shape, zoom, origin), shape.isArea)).join('');
}

/** Where the relief picture lies at a zoom, in pixels from `origin`. */
export function reliefBox(zoom: number, origin: Pixels): { x: number; y: number; width: number; height: number } {
  const [left, top] = toPixels([REGION.west, REGION.north], zoom);
  const [right, bottom] = toPixels([REGION.east, REGION.south], zoom);
  return { x: left - origin[0], y: top - origin[1], width: right - left, height: bottom - top };
}

/** Escapes a text for markup, quotes included. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** To half a pixel: what stands there is larger. */
const n = (value: number): string => String(Math.round(value * 2) / 2);

/** The symbol of each kind of place, drawn around 0 0; towns and villages are rings, so they need nothing here. */
const SYMBOLS: Readonly<Record<string, string>> = {
  capital: '<rect x="-4.5" y="-4.5" width="9" height="9"/><rect class="core" x="-1.5" y="-1.5" width="3" height="3"/>',
  city: '<rect x="-4" y="-4" width="8" height="8"/>',
  town: '<circle class="ring" r="3.6"/>',
  village: '<circle class="ring" r="2.6"/>',
  bridge: '<path class="stroke" d="M-6 -4q3 2 0 8M6 -4q-3 2 0 8M-4 0h8"/>',
  checkpoint: '<rect class="post" x="-8" y="-8" width="16" height="16"/><path class="bar" d="M-4 -4l8 8M4 -4l-8 8"/>',
  'sit-in': '<circle class="post" r="8"/><path class="bar" d="M-4.5 0h9"/>',
  'border-crossing': '<path class="stroke" d="M-3 -5v10M3 -5v10"/>',
  junction: '<path d="M0 -4l4 4l-4 4l-4 -4z"/>',
  airport: '<path class="stroke" d="M0 -5v10M-5 1l5 -3l5 3M-2 5h4"/>',
  post: '<path d="M-4 4l4 -8l4 8z"/>',
};

/** Returns the markup of the symbol of a kind of place, around 0 0. */
export const symbolOf = (kind: string): string => SYMBOLS[kind] ?? '';

export interface PointsOptions {
  /** The id in focus: an event or a place. */
  readonly focus: string | null;
  /** On the live map marks are buttons, named after their place; of the chosen one `chosen` is said besides. */
  readonly live?: { readonly nameOf: (place: string) => string; readonly chosen?: string };
}

/** How far a label keeps from the middle of what is in focus, pixels: outside its ring. */
const RING_GAP = 23;

/** Room between a label and the edge of the map, pixels. */
export const EDGE = 6;

/** Returns a label moved off the ring of what is in focus, if it begins in it or beside it. */
function offRing(label: Label, focused: { x: number; y: number } | undefined): Label {
  const side = label.anchor === 'start' ? 1 : label.anchor === 'end' ? -1 : 0;
  const out = focused ? (label.x - focused.x) * side : 0;
  const { left, right, top, bottom } = label.box;
  const isClear =
    !focused || side === 0 || out < 0 || out >= RING_GAP || top > focused.y + RING_GAP || bottom < focused.y - RING_GAP;
  if (isClear) return label;
  const x = focused.x + side * RING_GAP;
  const by = x - label.x;
  return { ...label, x, box: { left: left + by, right: right + by, top, bottom } };
}

/** Returns what follows the name of a mark's place where some of its events belong to another, near by. */
export const nearby = (place: string, events: readonly MapEvent[]): string =>
  events.some((event) => event.place !== place) ? ' and nearby' : '';

/** Returns the markup of a label. */
function labelMarkup(label: Label): string {
  const [first = '', second] = label.lines;
  const [x, y] = [n(label.x), n(label.y)];
  const kind = isBroken(label) ? '' : ' class="second"';
  const below = second === undefined ? '' : `<tspan${kind} x="${x}" dy="1.15em">${escapeMarkup(second)}</tspan>`;
  const turn = label.angle ? ` transform="rotate(${label.angle} ${x} ${y})"` : '';
  return `<text class="${label.className}" x="${x}" y="${y}" text-anchor="${label.anchor}"${turn}>${escapeMarkup(first)}${below}</text>`;
}

/** A small map in the corner of a frame: its size with its border, how far from both edges, and the least frame that has it, pixels. */
export interface Inset {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly leastWidth: number;
  readonly leastHeight: number;
}

/** Returns where what is in focus stands, the place of an event or the mark of those near it, if it is drawn. */
function focusedIn({ places, marks }: MapPoints, focus: string | null): { x: number; y: number } | undefined {
  const mark = marks.find(({ events, place }) => place === focus || events.some(({ id }) => id === focus));
  return places.find(({ place }) => place.id === focus || place.id === mark?.place) ?? mark;
}

/** Returns the labels off the ring of what is in focus: nothing for one that gives way, as a lesser name does where another came over it. */
export function labelsOffRing(points: MapPoints, focus: string | null): (Label | undefined)[] {
  const focused = focusedIn(points, focus);
  const moved = points.labels.map((label) => ({ label: offRing(label, focused), before: label.box }));
  return moved.map(({ label, before }, i) => {
    const isUnder = moved
      .slice(0, i)
      .some((other) => collides(other.label.box, label.box) && !collides(other.before, before));
    return isUnder ? undefined : label;
  });
}

/** Returns the markup of symbols, labels and event marks. A label that gives way keeps its place in the order. */
export function pointsMarkup(points: MapPoints, options: PointsOptions): string {
  const focused = focusedIn(points, options.focus);
  let markup = '<g class="symbols">';
  for (const { place, x, y } of points.places)
    markup += `<g class="symbol symbol-${place.kind}" transform="translate(${n(x)} ${n(y)})">${symbolOf(place.kind)}</g>`;
  markup += '</g><g class="labels">';
  for (const label of labelsOffRing(points, options.focus)) markup += label ? labelMarkup(label) : '<text/>';
  markup += '</g><g class="marks">';
  if (focused && options.focus)
    markup += `<circle class="focus-ring" cx="${n(focused.x)}" cy="${n(focused.y)}" r="19"/>`;
  for (const { x, y, place: at, events } of points.marks) {
    const isFocus = events.some(({ id }) => id === options.focus) || at === options.focus;
    const count = events.length;
    const one = events[0];
    const said =
      count === 1 && one
        ? `1 event: ${one.title}, ${wordSpan(one.date, one.endDate)}`
        : `${count} events at or about ${options.live?.nameOf(at)}${nearby(at, events)}`;
    const chosen = (isFocus && options.live?.chosen) || '';
    const live = options.live
      ? ` role="button" tabindex="0" data-mark="${events.map(({ id }) => id).join(' ')}" data-place="${at}" aria-label="${escapeMarkup(said + chosen)}"`
      : '';
    markup += `<g class="mark${isFocus ? ' in-focus' : ''}"${live} transform="translate(${n(x)} ${n(y)})"><circle r="${MARK_RADIUS}"/><text y="4" text-anchor="middle">${count}</text></g>`;
  }
  return `${markup}</g>`;
}
