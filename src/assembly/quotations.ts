/** Quotations in texts: each of four words or more is registered with who said it and when (`content/quotations.yaml`). */
import { CITATION, TAG, typographic } from '../model/prose.ts';

/** So many words make a quotation; fewer are a term that somebody uses. */
const LEAST_WORDS = 4;

const bare = (text: string): string =>
  typographic(text)
    .replace(/\s+/g, ' ')
    .replace(/^[\s….,;:]+|[\s….,;:]+$/g, '');

/** Returns what stands between quotation marks in a text, in order, where it is long enough to be somebody's words. */
export function quotedIn(text: string): string[] {
  const plain = typographic(
    text
      .replace(CITATION, '')
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(TAG, '')
      .replace(/\s+/g, ' '),
  );
  return [...plain.matchAll(/“([^“”]+)”/g)]
    .map(([, words = '']) => bare(words))
    .filter((words) => words.split(' ').length >= LEAST_WORDS);
}

const LETTER = /[\p{Letter}\p{Number}]/u;

/** Tells whether some quoted words are a registered quotation or a part of it, cut between words. */
export function isPartOf(words: string, registered: string): boolean {
  const all = bare(registered);
  for (let at = all.indexOf(words); at >= 0; at = all.indexOf(words, at + 1)) {
    const [before = '', after = ''] = [[...all.slice(0, at)].at(-1), [...all.slice(at + words.length)][0]];
    if (!LETTER.test(before) && !LETTER.test(after)) return true;
  }
  return false;
}
