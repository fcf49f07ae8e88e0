/** Finds places by any form of their names, in any script, whatever the case and the accents, and with small slips. */
import { editDistance } from './edit-distance.ts';

/** What can be found. */
export interface Findable {
  readonly id: string;
  /** The names on the map. */
  readonly label: readonly string[];
  /** Every form of every name, with its language; empty: English. */
  readonly names: readonly (readonly [form: string, lang: string])[];
}

export interface Match<T extends Findable = Findable> {
  readonly place: T;
  /** The form that matched. */
  readonly form: string;
  readonly lang: string;
  /** 0 is the form itself; the less, the better. */
  readonly slips: number;
}

const LETTERS: Readonly<Record<string, string>> = { ı: 'i', ə: 'e', ø: 'o', ł: 'l', đ: 'd', ß: 'ss', և: 'եւ' };

/** Returns a text as it is compared: lower case, without accents, hyphens and apostrophes. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[ıəøłđßև]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’ʼ‘`ʻ"“”«»]/g, '')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}

/** Slips that a query of so many letters may have. */
const allowed = (letters: number): number => (letters < 4 ? 0 : letters < 7 ? 1 : 2);

/** Returns how far a query is from a name, both folded; undefined: too far. */
function score(query: string, name: string): number | undefined {
  if (name === query) return 0;
  if (name.startsWith(query)) return 0.1;
  if (name.includes(` ${query}`)) return 0.2;
  const most = allowed(query.length);
  if (most === 0) return undefined;
  // The whole name, or as much of it as has been typed: few letters, of which the first must be right.
  const part = name[0] === query[0] ? editDistance(query, name.slice(0, query.length)) + 0.3 : Number.POSITIVE_INFINITY;
  const slips = Math.min(editDistance(query, name), part);
  return slips < most + 0.5 ? slips : undefined;
}

/** Returns the places that a query may mean, the best first, each once. Never throws, whatever is typed. */
export function findPlaces<T extends Findable>(places: readonly T[], query: string): Match<T>[] {
  const asked = fold(query.slice(0, 80));
  if (asked === '') return [];
  const typed = query.trim().normalize().toLowerCase();
  const isAsTyped = (form: string): boolean => form.toLowerCase().includes(typed);
  const found: Match<T>[] = [];
  for (const place of places) {
    let best: Match<T> | undefined;
    for (const [form, lang] of place.names) {
      const slips = score(asked, fold(form));
      if (slips === undefined) continue;
      // Of two forms that are the same but for accents, the one that was typed.
      const isBetter =
        !best || slips < best.slips || (slips === best.slips && isAsTyped(form) && !isAsTyped(best.form));
      if (isBetter) best = { place, form, lang, slips };
    }
    if (best) found.push(best);
  }
  return found.toSorted((a, b) => a.slips - b.slips || (a.form < b.form ? -1 : 1));
}
