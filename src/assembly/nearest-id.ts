import { editDistance } from '../model/edit-distance.ts';

/** Returns the known id that is fewest keystrokes away, if it is near enough to be meant: never one with nothing in common. */
export function nearestId(id: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.min(Math.max(2, Math.floor(id.length / 3)) + 1, id.length);
  for (const candidate of known) {
    const distance = editDistance(id, candidate);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Returns what an author reads after an unknown id: the one that may be meant, or else what to do. */
export function didYouMean(id: string, known: Iterable<string>, otherwise: string): string {
  const near = nearestId(id, known);
  return near ? `Did you mean ${near}?` : otherwise;
}
