/**
 * Places labels so that none lies on another, on a symbol or on a road. Pure: no text is measured, widths are estimated
 * from the letters.
 */
import { type Box, collides, type SegmentGrid } from './segment-grid.ts';

export interface Label {
  readonly id: string;
  readonly x: number;
  /** The baseline of the first line. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly lines: readonly string[];
  readonly className: string;
  /** Degrees clockwise, around its point. */
  readonly angle?: number;
  /** The room it takes, pixels from the origin. */
  readonly box: Box;
}

/** What a label says and how it looks. */
type Wording = Pick<Label, 'id' | 'lines' | 'className'>;

/** Type sizes in pixels, as in `map.css`; the width of a letter is about half of it. */
const SIZE: Readonly<Record<string, number>> = { capital: 16, city: 16, town: 14.5, village: 14 };
const SECOND_SIZE = 13;
const LINE = 1.15;
const LETTER = 0.54;
/** Names in spaced capitals. */
const SPACED: Readonly<Record<string, number>> = {
  country: 0.95,
  sea: 0.95,
  district: 0.72,
  'feature-name of-oblast': 0.66,
};
/** How many of the positions beside a point are near it. */
const NEAR = 8;
/** The part of a line's height above its baseline. */
const ASCENT = 0.88;
/** How far above its river a name stands. */
const RIVER_GAP = 5;
/** One name stands again only so many pixels away. */
const REPEAT = 420;
/** What it costs to lie on a piece of road or border, in positions tried. */
const ON_ROAD = 20;
const ON_BORDER = 4;
/** What it costs to stand nearer to another point than to its own: more than to lie on a road. */
const ANOTHERS = 30;

/** Returns the width and the height of a label, pixels. */
function sizeOf(wording: Wording): { width: number; height: number; size: number } {
  const { lines, className } = wording;
  const size = SIZE[className.replace(/.*place-/, '')] ?? 14.5;
  const letter = size * (SPACED[className] ?? LETTER);
  const [first = '', second = ''] = lines;
  const below = isBroken(wording) ? size : SECOND_SIZE;
  const width = Math.max(first.length * letter, second.length * (isBroken(wording) ? letter : below * LETTER)) + 2;
  return { width, height: size * LINE + (second ? below * LINE : 0), size };
}

/** Whether its second line, if it has one, goes on with the name; else that is another name, in smaller type. */
export const isBroken = ({ className }: Wording): boolean => className.includes('feature-name');

/** How a label may stand beside its point. */
export interface Beside {
  /** The room of its own symbol. */
  readonly own?: Box | undefined;
  readonly mustBeClear?: boolean;
  readonly mustBeNear?: boolean;
  /** All points that have a symbol, its own among them. */
  readonly points?: readonly { readonly x: number; readonly y: number }[];
}

/** Returns how far a point lies from a box, pixels; 0 inside it. */
function distanceTo({ left, top, right, bottom }: Box, x: number, y: number): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

/** The lines that labels keep off. */
export interface Obstacles {
  readonly roads: SegmentGrid;
  readonly borders: SegmentGrid;
}

/** Places one label after another; the first come have the choice. */
export class LabelPlacer {
  readonly labels: Label[] = [];
  readonly #taken: Box[];
  readonly #lines: Obstacles;

  /** `taken` is what stands already: marks and symbols. */
  constructor(taken: readonly Box[], lines: Obstacles) {
    this.#taken = [...taken];
    this.#lines = lines;
  }

  /**
   * Puts a label beside a point, `offset` pixels from it, at the best of many positions: off every label and symbol but its
   * `own`, off roads and borders where that can be, and nearer to its own point than to any other of the `points`. Where it
   * cannot, one that `mustBeClear` is left out, and one that `mustBeNear` where it would stand so far off that it could seem to
   * be another's. Tells whether it was put.
   */
  beside(
    wording: Wording,
    x: number,
    y: number,
    offset: number,
    { own, mustBeClear, mustBeNear, points = [] }: Beside = {},
  ): boolean {
    const { height } = sizeOf(wording);
    const d = offset * 0.7;
    const far = offset + 21;
    const tries: (readonly [Label['anchor'], number, number])[] = [
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
      ['start', far, -height / 2],
      ['end', -far, -height / 2 + 8],
      ['middle', 0, far - 4],
    ];
    let best: { label: Label; cost: number } | undefined;
    for (const [i, [anchor, dx, dy]] of tries.slice(0, mustBeNear ? NEAR : undefined).entries()) {
      // A later position costs at least its number.
      if (best && i >= best.cost) break;
      const label = this.#at(wording, anchor, x + dx, y + dy);
      if (!this.#isFree(label.box, own)) continue;
      const roads = this.#lines.roads.crossings(label.box);
      const isAnothers = this.#isAnothers(label.box, x, y, points);
      if ((mustBeClear && roads > 0) || ((mustBeClear || mustBeNear) && isAnothers)) continue;
      const cost =
        i +
        (isAnothers ? ANOTHERS : 0) +
        roads * ON_ROAD +
        Math.min(3, this.#lines.borders.crossings(label.box)) * ON_BORDER;
      if (!best || cost < best.cost) best = { label, cost };
    }
    if (best) this.#put(best.label);
    return best !== undefined;
  }

  /** Puts a label on a point of the ground, if it is free there; off roads and borders if it `mustBeClear`. */
  on(wording: Wording, x: number, y: number, mustBeClear: boolean): void {
    const { height } = sizeOf(wording);
    const label = this.#at(wording, 'middle', x, y - height / 2);
    if (this.#isRepeated(label) || !this.#isFree(label.box)) return;
    if (mustBeClear && this.#lines.roads.crossings(label.box) + this.#lines.borders.crossings(label.box) > 0) return;
    this.#put(label);
  }

  /** Puts a name along a river that runs by that angle at a point, above the water, if it is free there. */
  along(wording: Wording, x: number, y: number, angle: number): void {
    const { width, height } = sizeOf(wording);
    const turn = (angle * Math.PI) / 180;
    const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
    // The middle of the text, half its height above the baseline.
    const [baseX, baseY] = [x + sin * RIVER_GAP, y - cos * RIVER_GAP];
    const [midX, midY] = [baseX + (sin * height) / 3, baseY - (cos * height) / 3];
    const [halfX, halfY] = [
      (Math.abs(cos) * width + Math.abs(sin) * height) / 2,
      (Math.abs(sin) * width + Math.abs(cos) * height) / 2,
    ];
    const box = { left: midX - halfX, top: midY - halfY, right: midX + halfX, bottom: midY + halfY };
    const label: Label = { ...wording, x: baseX, y: baseY, anchor: 'middle', angle, box };
    if (!this.#isRepeated(label) && this.#isFree(box) && this.#lines.roads.crossings(box) === 0) this.#put(label);
  }

  #at(wording: Wording, anchor: Label['anchor'], x: number, top: number): Label {
    const { width, height, size } = sizeOf(wording);
    const left = x - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2);
    return {
      ...wording,
      anchor,
      x,
      y: top + size * ASCENT,
      box: { left, top, right: left + width, bottom: top + height },
    };
  }

  #isAnothers(box: Box, x: number, y: number, points: Beside['points'] = []): boolean {
    const own = distanceTo(box, x, y);
    return points.some((one) => (one.x !== x || one.y !== y) && distanceTo(box, one.x, one.y) < own);
  }

  #isFree(box: Box, own?: Box): boolean {
    return !this.#taken.some((other) => other !== own && collides(box, other));
  }

  #isRepeated({ lines, x, y }: Label): boolean {
    const name = lines.join();
    return this.labels.some((other) => other.lines.join() === name && Math.hypot(other.x - x, other.y - y) < REPEAT);
  }

  #put(label: Label): void {
    this.#taken.push(label.box);
    this.labels.push(label);
  }
}
