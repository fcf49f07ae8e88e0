import { editDistance } from '../model/edit-distance.ts';

/** From so many keystrokes on another word is not meant: never one with nothing in common. */
const tooFar = (word: string): number => Math.min(Math.max(2, Math.floor(word.length / 3)) + 1, word.length);

/** The day at the head of an id of an event, and what follows it. */
const DATED = /^(\d{4}(?:-\d{2}){0,2})-(.+)$/;

/** Tells whether two ids that begin with a day have that day in common, or nearly what follows it: a day alone makes long ids near. */
function maySpeakOfOne(id: string, candidate: string): boolean {
  const [, day, subject = ''] = DATED.exec(id) ?? [];
  const [, otherDay, otherSubject = ''] = DATED.exec(candidate) ?? [];
  if (day === undefined || otherDay === undefined || day === otherDay) return true;
  return editDistance(subject, otherSubject) < tooFar(subject);
}

/** Returns the known id that is fewest keystrokes away, if it is near enough to be meant. */
export function nearestId(id: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = tooFar(id);
  for (const candidate of known) {
    const distance = editDistance(id, candidate);
    if (distance < bestDistance && maySpeakOfOne(id, candidate)) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Returns what an author reads after an unknown id: the one that may be meant, or else what to do. */
export function didYouMean(id: string, known: Iterable<string>, otherwise: string): string {
  const near = nearestId(id, known);
  return near ? `Did you mean ${near}?` : otherwise;
}

/**
 * Tells whether an id of a source can be meant by another: all their parts are the same but one, a word with a slip of the
 * keyboard. Any other is other evidence, of another day or by another publisher.
 */
export function maySpeakOfOneSource(id: string, candidate: string): boolean {
  const [parts, others] = [id.split('-'), candidate.split('-')];
  const differ = parts.flatMap((part, i) => (part === others[i] ? [] : [[part, others[i] ?? ''] as const]));
  const [[part, other] = ['', '']] = differ;
  return (
    parts.length === others.length &&
    differ.length === 1 &&
    !/\d/.test(part + other) &&
    // In a short word each letter tells.
    editDistance(part, other) <= Math.floor(Math.max(part.length, other.length) / 4)
  );
}
