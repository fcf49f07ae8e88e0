/**
 * How the site writes: one form for each date and name, and words that belong to one side only where somebody is said to
 * use them. Reads texts as authors wrote them; the rules are the editors' (`content/house-style.yaml`, `glossary.yaml`).
 */
import { MONTHS } from '../i18n/word-dates.ts';
import { CITATION } from '../model/prose.ts';

/** A text of `content/`, as it was written. */
export interface AuthorText {
  readonly text: string;
  /** Whether it is the speech of somebody named beside it, such as an account of one side. */
  readonly isSpeech: boolean;
}

export interface HouseStyle {
  /** Verbs that say who speaks. */
  readonly attribution: readonly string[];
  /** Our own sentences about a word of one side. */
  readonly explained: readonly { readonly sentence: string; readonly because: string }[];
  readonly spellings: readonly { readonly write: string; readonly not: readonly string[]; readonly because: string }[];
}

const MONTH = MONTHS.join('|');

/** Returns a text without citations, link targets, tags and emphasis, and without what stands in quotation marks. */
function ownWords(text: string): string {
  return text
    .replace(CITATION, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<i lang[^>]*>.*?<\/i>/g, '')
    .replace(/[*_`]/g, '')
    .replace(/“[^”]*”|"[^"]*"/g, '“…”')
    .replace(/\s+/g, ' ')
    .trim();
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Returns the sentences of a text, without marks. */
export function sentencesOf(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment.trim()).filter(Boolean);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Finds any of some words, as whole words. */
function anyOf(words: readonly string[], flags = ''): RegExp | undefined {
  if (words.length === 0) return undefined;
  // Not \b, which knows ASCII alone: words may begin or end in any letter.
  const [letter, start] = [String.raw`[\p{L}\p{N}]`, /^[\p{L}\p{N}]/u];
  const form = (word: string): string => {
    const [before, after] = [start.test(word), start.test([...word].at(-1) ?? '')];
    return `${before ? `(?<!${letter})` : ''}${escaped(word)}${after ? `(?!${letter})` : ''}`;
  };
  return new RegExp(words.map(form).join('|'), `${flags}u`);
}

/** Returns what is wrong with a date in words: the site writes `12 December 2022`. */
function dateProblems(written: string): string[] {
  // Of a link or a citation without its brackets or its sign that is said, not the date in its id.
  const text = written.replace(/(?:\b(?:event|place|page):|@)[\w-]+|\[[a-z][a-z\d-]*\]/g, '');
  const found: string[] = [];
  const say = (pattern: RegExp, write: string): void => {
    for (const [date] of text.matchAll(pattern)) found.push(`"${date}" is not how we write a date. Write ${write}`);
  };
  say(
    // After its day, a month is followed by another number: 12 May 20 trucks passed.
    new RegExp(`(?<!\\b\\d{1,2} )\\b(?:${MONTH}) \\d{1,2}(?:st|nd|rd|th)?\\b(?:,? \\d{4})?`, 'g'),
    'the day first, as 12 December 2022',
  );
  say(new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th) (?:of )?(?:${MONTH})`, 'g'), 'the bare number, as 12 December 2022');
  say(
    new RegExp(`\\b\\d{1,2} (?:${MONTHS.map((month) => month.slice(0, 3)).join('|')}|Sept)\\b(?<! May)`, 'g'),
    'the whole month, as 12 December 2022',
  );
  say(/\b\d{4}-\d{2}-\d{2}\b/g, 'it in words, as 12 December 2022');
  say(/\b\d{1,2}[./]\d{1,2}[./]\d{4}\b/g, 'it in words, as 12 December 2022');
  return found;
}

/** Returns a check of texts against the house style: each answer says what is wrong and what to do. */
export function houseStyleCheck(
  style: HouseStyle,
  partyWords: readonly string[],
): { readonly problemsOf: (text: AuthorText) => string[]; readonly unusedExceptions: () => string[] } {
  const party = anyOf(partyWords, 'gi');
  const verb = anyOf(style.attribution, 'i');
  const spellings = style.spellings.map((rule) => ({ ...rule, found: anyOf(rule.not, 'g') }));
  const unused = new Set(style.explained.map(({ sentence }) => sentence));
  const problemsOf = ({ text, isSpeech }: AuthorText): string[] => {
    const own = ownWords(text);
    const problems = dateProblems(own);
    for (const { write, because, found } of spellings)
      for (const [word] of found ? own.matchAll(found) : [])
        problems.push(`"${word}": we write "${write}", because ${because}`);
    if (party && !isSpeech)
      for (const sentence of sentencesOf(own)) {
        const words = [...new Set([...sentence.matchAll(party)].map(([word]) => word))];
        if (words.length === 0 || verb?.test(sentence)) continue;
        const known = style.explained.find((one) => ownWords(one.sentence) === sentence);
        if (known) unused.delete(known.sentence);
        else
          problems.push(
            `${words.map((word) => `"${word}"`).join(', ')}: a word of one side, and this sentence does not say who uses it: "${sentence}" Attribute it, quote it, or list the sentence under explained in content/house-style.yaml`,
          );
      }
    return [...new Set(problems)];
  };
  const unusedExceptions = (): string[] =>
    [...unused].map((sentence) => `no text needs this exception any more: "${sentence}" Take it out`);
  return { problemsOf, unusedExceptions };
}
