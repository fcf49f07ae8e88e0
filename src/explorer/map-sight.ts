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

  /** Returns where an element of the page lies. */
  #boxOf(element: Element): Box {
    const frame = this.#frame.getBoundingClientRect();
    const [left, top] = this.#corner();
    const [x, y] = [left - frame.left, top - frame.top];
    const box = element.getBoundingClientRect();
    return { left: box.left + x, top: box.top + y, right: box.right + x, bottom: box.bottom + y };
  }

  #boxesOf(selectors: string): Box[] {
    return [...(this.#explorer?.querySelectorAll(selectors) ?? [])].map((element) => this.#boxOf(element));
  }

  /** Where the map is seen, which on the map page runs on under its panels. */
  get #window(): Box {
    const runsOn = getComputedStyle(this.#frame).overflow === 'visible';
    return this.#boxOf((runsOn && this.#explorer) || this.#frame);
  }

  /**
   * Takes marks outside the frame, or wholly under a control, out of the tab order: there the focus would not be seen. `from` is where
   * it is seen from the left, from 0 to 1.
   */
  reachOnlyWhatIsSeen(svg: MapSvg, from: number): void {
    const frame = this.#boxOf(this.#frame);
    const left = frame.left + from * (frame.right - frame.left);
    const controls = svg.isShown ? this.#boxesOf(CONTROLS) : [];
    for (const mark of svg.marks) {
      const { e: x, f: y } = mark.transform.baseVal.consolidate()?.matrix ?? { e: 0, f: 0 };
      const isInside = left <= x && x <= frame.right && frame.top <= y && y <= frame.bottom;
      mark.tabIndex = isInside && !controls.some((control) => isWithin(around({ x, y }), control)) ? 0 : -1;
    }
  }

  /** Hides labels that the edge of the map would cut, or what stands on it would cover: each drawing has its own. */
  hideCutLabels(drawings: readonly (readonly [MapSvg, MapPoints])[]): void {
    if (!this.#explorer) return;
    const window = this.#window;
    const { left, top, right, bottom } = window;
    const whole = { left: left + EDGE, top: top + EDGE, right: right - EDGE, bottom: bottom - EDGE };
    const covers = this.#boxesOf(COVERS);
    for (const [svg, points] of drawings) {
      const elements = svg.labels;
      const isWhole = ({ box }: Label): boolean =>
        isWithin(box, whole) && !covers.some((cover) => collides(box, cover));
      // A name that gave way to another is in the order still.
      const uneven = unevenNames(points, (label, i) => isWhole(label) && elements[i]?.textContent !== '', window);
      for (const [i, element] of elements.entries()) {
        const label = points.labels[i];
        // What lies beyond the edge comes whole when the map is moved.
        if (label)
          element.classList.toggle(
            'is-cut',
            uneven.includes(label) || (collides(label.box, window) && !isWhole(label)),
          );
      }
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
