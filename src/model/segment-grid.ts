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

/** A piece of a line, pixels. */
interface Segment {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** The side of a square, pixels: about the length of a name. */
const SIDE = 96;

const pieces = new WeakMap<Shape, { readonly key: string; readonly segments: readonly Segment[] }>();

/** Returns the pieces of a shape at a zoom; those of the last zoom are kept, since days change oftener than zooms. */
function segmentsOf(shape: Shape, zoom: number, origin: Pixels): readonly Segment[] {
  const key = [zoom, ...origin].join();
  const kept = pieces.get(shape);
  if (kept?.key === key) return kept.segments;
  const segments: Segment[] = [];
  for (const line of shape.lines) {
    const points = projectLine(line, zoom, origin);
    for (let i = 1; i < points.length; i++) {
      const [x0, y0] = points[i - 1] as Pixels;
      const [x1, y1] = points[i] as Pixels;
      segments.push({ x0, y0, x1, y1 });
    }
  }
  pieces.set(shape, { key, segments });
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

/** Columns and rows are numbered within this, so that one number names a square. */
const ROWS = 1 << 16;

/** Lines at one zoom. */
export class SegmentGrid {
  readonly #squares = new Map<number, Segment[]>();

  constructor(shapes: readonly Shape[], zoom: number, origin: Pixels) {
    for (const shape of shapes)
      for (const segment of segmentsOf(shape, zoom, origin)) {
        const { x0, y0, x1, y1 } = segment;
        const box = {
          left: Math.min(x0, x1),
          top: Math.min(y0, y1),
          right: Math.max(x0, x1),
          bottom: Math.max(y0, y1),
        };
        eachSquare(box, (square) => {
          const here = this.#squares.get(square);
          if (here) here.push(segment);
          else this.#squares.set(square, [segment]);
        });
      }
  }

  /** Returns how many pieces cross a box. */
  crossings(box: Box): number {
    const found = new Set<Segment>();
    eachSquare(box, (square) => {
      for (const segment of this.#squares.get(square) ?? []) if (crosses(segment, box)) found.add(segment);
    });
    return found.size;
  }
}

/** Goes through the squares that a box touches. */
function eachSquare({ left, top, right, bottom }: Box, visit: (square: number) => void): void {
  const [toColumn, toRow] = [Math.floor(right / SIDE), Math.floor(bottom / SIDE)];
  for (let column = Math.floor(left / SIDE); column <= toColumn; column++)
    for (let row = Math.floor(top / SIDE); row <= toRow; row++) visit(column * ROWS + row);
}
