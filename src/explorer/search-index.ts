/** The search over the whole site: MiniSearch over folded words, so that case, accents and small slips do not matter. */
import MiniSearch from 'minisearch';
import { MONTHS, wordDay } from '../i18n/word-dates.ts';
import { fold } from '../model/find-place.ts';

export interface SearchDocument {
  readonly id: number;
  /** What it is, in words: `Event`, `Place`. */
  readonly kind: string;
  readonly title: string;
  /** The language of the title, where it is not English. */
  readonly lang?: string;
  /** Below the site's root. */
  readonly path: string;
  readonly text: string;
  /** When it was, in words. */
  readonly date?: string;
  /** Every form of the names of its places, in all scripts. */
  readonly names: string;
}

/** A text with the words that were found. */
export interface Found {
  readonly document: SearchDocument;
  /** Folded words of the document that answer the query. */
  readonly words: readonly string[];
}

/** The longest query that is read. */
const MOST_LETTERS = 200;

/** Words that are in most texts: none is the beginning of another; where a query has others too, these say where it was found. */
const SMALL: readonly string[] = [
  'a',
  'an',
  'and',
  'at',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'was',
  'with',
];

/** Documents that are read in one task: few enough to let a letter through on a slow phone. */
const AT_ONCE = 20;

/** A month in words, whole or short. */
const MONTH = `(?:${MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')}|Sept)\\b`;
const ORDINAL = '(\\d)(?:st|nd|rd|th)\\b';
const BEFORE_MONTH = new RegExp(`${ORDINAL}(?: of)?(?=\\s+${MONTH})`, 'gi');
const AFTER_MONTH = new RegExp(`(\\b${MONTH}\\s+\\d?)${ORDINAL}`, 'gi');

/** A month beside a number, short or whole: alone it may begin a name. */
const MONTH_OF_NUMBER = new RegExp(`(\\d\\s+|\\b)(${MONTH})\\.?(?=(\\s+\\d)?)`, 'gi');

/** Returns a month with all its letters. */
const wholeMonth = (name: string): string =>
  MONTHS.find((month) => month.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) ?? name;

/**
 * Returns a query with its days and months in words, as the documents have them: `2023-04-23`, `23.4.2023` and `23/04/2023` as
 * `23 April 2023`, `2023-04` as `April 2023`, `23rd Apr` as `23 April`.
 */
function withDaysInWords(query: string): string {
  return query
    .replace(/\b\d{4}-\d\d-\d\d\b/g, wordDay)
    .replace(/\b\d{4}-(?:0[1-9]|1[0-2])\b/g, wordDay)
    .replace(BEFORE_MONTH, '$1')
    .replace(AFTER_MONTH, '$1$2')
    .replace(MONTH_OF_NUMBER, (whole, before: string, month: string, after?: string) =>
      before || after ? before + wholeMonth(month) : whole,
    )
    .replace(/\b(\d\d?)[./](\d\d?)[./](\d{4})\b/g, (_, day: string, month: string, year: string) =>
      wordDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`),
    );
}

/** Returns a search over some documents. It never throws, whatever is typed; an empty query finds nothing. */
export async function searchIn(documents: readonly SearchDocument[]): Promise<(query: string) => Found[]> {
  const index = new MiniSearch<SearchDocument>({
    fields: ['title', 'names', 'date', 'text'],
    tokenize: (text) => fold(text).split(' ').filter(Boolean),
    processTerm: (term) => term,
  });
  await index.addAllAsync(documents, { chunkSize: AT_ONCE });
  return (query) => {
    const asked = withDaysInWords(query.slice(0, MOST_LETTERS));
    const day = fold(asked);
    return index
      .search(asked, {
        combineWith: 'AND',
        // The last word may be typed in part, any other only if it is long; a small one is itself, as in "sit-in".
        prefix: (term, i, terms) => !SMALL.includes(term) && term.length > (i === terms.length - 1 ? 1 : 3),
        fuzzy: (term) => (term.length > 4 ? 0.2 : false),
        boost: { title: 4, names: 2, date: 4 },
        // What was on the day that is asked for comes first; what is told and what is looked up most before what it rests on.
        boostDocument: (id) => {
          const { kind, date = '' } = documents[id] ?? {};
          return (kind === 'Source' ? 0.4 : kind === 'Place' ? 1.6 : 1) * (date && fold(date) === day ? 4 : 1);
        },
      })
      .flatMap(({ id, terms }) => {
        const document = documents[id];
        return document ? [{ document, words: terms }] : [];
      });
  };
}

/** Returns a stretch of a text around the first of some folded words, cut at words, and its parts: found or not. */
export function snippetOf(text: string, words: readonly string[], most = 180): { text: string; isFound: boolean }[] {
  const pieces = text.split(/([\s.,;:!?()“”]+)/);
  const telling = words.filter((word) => !SMALL.includes(word));
  const sought = telling.length ? telling : words;
  const isFound = pieces.map((piece) => {
    const folded = fold(piece).split(' ');
    return folded.some((word) => word !== '' && sought.includes(word));
  });
  const first = Math.max(0, isFound.indexOf(true));
  let from = first;
  let letters = 0;
  while (from > 0 && letters < most / 3) letters += pieces[--from]?.length ?? 0;
  let to = first;
  letters = 0;
  while (to < pieces.length && letters < most) letters += pieces[to++]?.length ?? 0;
  const shown = pieces.slice(from, to).map((piece, i) => ({ text: piece, isFound: isFound[from + i] ?? false }));
  if (from > 0) shown.unshift({ text: '… ', isFound: false });
  if (to < pieces.length) shown.push({ text: ' …', isFound: false });
  return shown;
}
