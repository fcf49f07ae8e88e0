/** What of a map is seen: its window, and what stands on it or comes over it. Boxes are in pixels from the drawing's origin. */
import { EDGE } from '../model/map-drawing.ts';
import type { MapPoints } from '../model/map-points.ts';
import type { Label } from '../model/place-labels.ts';
import type { Pixels } from '../model/projection.ts';
import { type Box, collides } from '../model/segment-grid.ts';
import { unevenNames } from '../model/state-names.ts';
import type { MapSvg } from './map-svg.ts';

/** What always stands on the map: each by the box that is seen, so that a name beside it stays. */
const CONTROLS =
  '.map-inset, .leaflet-control-zoom, .leaflet-control-scale, .map-north, .map-tools .button, .finder input';
/** What may lie over a name, with what comes and goes. */
const COVERS = `${CONTROLS}, .compare-day, .here, .chosen:not(:empty), .map-panel, place-finder, .finder p:not(:empty), .compare-rest, .map-day, .map-credit`;

/** How far a symbol or a mark reaches from its point, pixels. */
const LARGEST = 12;

/** Returns the box of a symbol or a mark. */
const around = ({ x, y }: { readonly x: number; readonly y: number }): Box => ({
  left: x - LARGEST,
  top: y - LARGEST,
  right: x + LARGEST,
  bottom: y + LARGEST,
});

/** Whether a point lies in the box, or on its edge. */
const holds = ({ left, top, right, bottom }: Box, { x, y }: { readonly x: number; readonly y: number }): boolean =>
  left <= x && x <= right && top <= y && y <= bottom;

/** Whether the first box lies wholly within the second. */
const isWithin = (box: Box, around: Box): boolean =>
  around.left < box.left && around.top < box.top && box.right < around.right && box.bottom < around.bottom;

export class MapSight {
  readonly #frame: HTMLElement;
  readonly #corner: () => Pixels;

  /** `corner` returns the upper left corner of the frame, in pixels from the origin. */
  constructor(frame: HTMLElement, corner: () => Pixels) {
    this.#frame = frame;
    this.#corner = corner;
  }

  get #explorer(): HTMLElement | null {
    return this.#frame.closest('corridor-explorer');
  }

  /** Returns where elements of the page lie. */
  #boxesOf(elements: Iterable<Element>): Box[] {
    const frame = this.#frame.getBoundingClientRect();
    const [left, top] = this.#corner();
    const [x, y] = [left - frame.left, top - frame.top];
    return Array.from(elements, (element) => {
      const box = element.getBoundingClientRect();
      return { left: box.left + x, top: box.top + y, right: box.right + x, bottom: box.bottom + y };
    });
  }

  /** Where the map is seen, which on the map page runs on under its panels. */
  get #window(): Box {
    const runsOn = getComputedStyle(this.#frame).overflow === 'visible';
    return this.#boxesOf([(runsOn && this.#explorer) || this.#frame])[0] as Box;
  }

  /**
   * Has drawings follow what is seen of them, the one that is read first: labels that the edge of the map would cut, or what stands on it
   * would cover, are hidden; marks outside the frame, or wholly under a control, are taken out of the tab order, as are those of the other
   * drawing. `from` is where the first is seen from the left, from 0 to 1.
   */
  follow(drawings: readonly (readonly [MapSvg, MapPoints])[], from: number): void {
    const window = this.#window;
    const [frame] = this.#boxesOf([this.#frame]) as [Box];
    const over = [...(this.#explorer?.querySelectorAll(COVERS) ?? [])];
    const covers = this.#boxesOf(over);
    const controls = covers.filter((_, i) => over[i]?.matches(CONTROLS));
    const reach = { ...frame, left: frame.left + from * (frame.right - frame.left) };
    for (const [i, [svg, points]] of drawings.entries()) {
      this.#hideCutLabels(svg, points, window, covers);
      for (const [at, mark] of svg.marks.entries()) {
        const point = points.marks[at];
        const isReached =
          i === 0 && point && holds(reach, point) && !controls.some((control) => isWithin(around(point), control));
        mark.tabIndex = isReached ? 0 : -1;
      }
    }
  }

  #hideCutLabels(svg: MapSvg, points: MapPoints, window: Box, covers: readonly Box[]): void {
    if (!this.#explorer) return;
    const { left, top, right, bottom } = window;
    const whole = { left: left + EDGE, top: top + EDGE, right: right - EDGE, bottom: bottom - EDGE };
    const elements = svg.labels;
    const isWhole = ({ box }: Label): boolean => isWithin(box, whole) && !covers.some((cover) => collides(box, cover));
    // A name that gave way to another is in the order still.
    const uneven = unevenNames(points, (label, i) => isWhole(label) && elements[i]?.textContent !== '', window);
    for (const [i, element] of elements.entries()) {
      const label = points.labels[i];
      // What lies beyond the edge comes whole when the map is moved.
      if (label)
        element.classList.toggle('is-cut', uneven.includes(label) || (collides(label.box, window) && !isWhole(label)));
    }
  }

  /** Returns what is drawn at points: what is seen of it, and the rest. */
  part(svg: MapSvg, { places, labels, marks }: MapPoints): readonly [seen: Element[], rest: Element[]] {
    const window = this.#window;
    const boxes = [...places.map(around), ...labels.map(({ box }) => box), ...marks.map(around)];
    const [seen, rest]: [Element[], Element[]] = [[], []];
    for (const [i, element] of [...svg.symbols, ...svg.labels, ...svg.marks].entries()) {
      const box = boxes[i];
      (box && !collides(box, window) ? rest : seen).push(element);
    }
    return [seen, rest];
  }
}
