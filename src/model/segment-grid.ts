/** Lines sorted into squares, so that it is quick to ask which of them cross a rectangle. */
import { projectLine, type Shape } from './map-shapes.ts';
import type { Pixels } from './projection.ts';

/** A rectangle, pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Tells whether two boxes overlap. */
export const collides = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The side of a square, pixels: about the length of a name. */
const SIDE = 96;

/** Columns and rows are numbered within this, so that one number names a square. */
const ROWS = 1 << 16;

/** The pieces of lines, pixels: where each begins and ends, four numbers a piece. */
type Segments = readonly number[];

const pieces = new WeakMap<Shape, { readonly key: string; readonly segments: Segments }>();

/** Returns the pieces of a shape at a zoom; those of the last zoom are kept, since days change oftener than zooms. */
function segmentsOf(shape: Shape, zoom: number, origin: Pixels): Segments {
  const key = [zoom, ...origin].join();
  const kept = pieces.get(shape);
  if (kept?.key === key) return kept.segments;
  const segments: number[] = [];
  for (const line of shape.lines) {
    const points = projectLine(line, zoom, origin);
    for (let i = 1; i < points.length; i++) {
      const from = points[i - 1] as Pixels;
      const to = points[i] as Pixels;
      segments.push(from[0], from[1], to[0], to[1]);
    }
  }
  pieces.set(shape, { key, segments });
  return segments;
}

/** Tells whether the piece at `at` crosses a box (Liang and Barsky's clipping, written out: it runs thousands of times). */
function crosses(segments: Segments, at: number, box: Box): boolean {
  const x0 = segments[at] as number;
  const y0 = segments[at + 1] as number;
  const x1 = segments[at + 2] as number;
  const y1 = segments[at + 3] as number;
  if ((x0 < box.left && x1 < box.left) || (x0 > box.right && x1 > box.right)) return false;
  if ((y0 < box.top && y1 < box.top) || (y0 > box.bottom && y1 > box.bottom)) return false;
  const dx = x1 - x0;
  const dy = y1 - y0;
  let enter = 0;
  let leave = 1;
  if (dx !== 0) {
    const a = (box.left - x0) / dx;
    const b = (box.right - x0) / dx;
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  }
  if (dy !== 0) {
    const a = (box.top - y0) / dy;
    const b = (box.bottom - y0) / dy;
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
  }
  return enter <= leave;
}

/** Lines at one zoom. */
export class SegmentGrid {
  readonly #segments: number[] = [];
  /** Where in `#segments` the pieces begin whose own rectangles touch a square. */
  readonly #squares = new Map<number, number[]>();

  constructor(shapes: readonly Shape[], zoom: number, origin: Pixels) {
    for (const shape of shapes) {
      const segments = segmentsOf(shape, zoom, origin);
      for (let i = 0; i < segments.length; i += 4) this.#add(segments, i);
    }
  }

  /** Adds the piece at `i`. */
  #add(segments: Segments, i: number): void {
    const x0 = segments[i] as number;
    const y0 = segments[i + 1] as number;
    const x1 = segments[i + 2] as number;
    const y1 = segments[i + 3] as number;
    const at = this.#segments.push(x0, y0, x1, y1) - 4;
    const toColumn = Math.floor(Math.max(x0, x1) / SIDE);
    const toRow = Math.floor(Math.max(y0, y1) / SIDE);
    for (let column = Math.floor(Math.min(x0, x1) / SIDE); column <= toColumn; column++)
      for (let row = Math.floor(Math.min(y0, y1) / SIDE); row <= toRow; row++) {
        const here = this.#squares.get(column * ROWS + row);
        if (here) here.push(at);
        else this.#squares.set(column * ROWS + row, [at]);
      }
  }

  /** Returns how many pieces cross a box. */
  crossings(box: Box): number {
    // Most boxes are crossed by none.
    let found: Set<number> | undefined;
    const toColumn = Math.floor(box.right / SIDE);
    const toRow = Math.floor(box.bottom / SIDE);
    for (let column = Math.floor(box.left / SIDE); column <= toColumn; column++)
      for (let row = Math.floor(box.top / SIDE); row <= toRow; row++)
        for (const at of this.#squares.get(column * ROWS + row) ?? [])
          if (crosses(this.#segments, at, box)) {
            found ??= new Set();
            found.add(at);
          }
    return found?.size ?? 0;
  }
}
