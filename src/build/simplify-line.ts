/** Leaves out the points of a line that cannot be seen: Ramer (1972), Douglas and Peucker (1973). */
import type { Pixels } from '../model/projection.ts';
import { distanceToStretch } from '../model/stretch.ts';

/**
 * Returns a line of some of the points of another, its first and its last among them: each point left out lies within the
 * tolerance, pixels, of the line that is returned.
 */
export function simplifyLine(line: readonly Pixels[], tolerance: number): Pixels[] {
  const kept = new Set([0, line.length - 1]);
  const open: [from: number, to: number][] = [[0, line.length - 1]];
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    const [from, to] = stretch;
    let [farthest, most] = [0, tolerance];
    for (let at = from + 1; at < to; at++) {
      const off = distanceToStretch(line[at] as Pixels, line[from] as Pixels, line[to] as Pixels);
      if (off > most) [farthest, most] = [at, off];
    }
    if (!farthest) continue;
    kept.add(farthest);
    open.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, at) => kept.has(at));
}
