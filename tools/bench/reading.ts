/**
 * How easily each page reads: Flesch's reading ease (R. Flesch, "A new readability yardstick", Journal of Applied Psychology
 * 32, 1948) of its running text, and the hard sentences of the content, for their authors.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flesch } from 'flesch';
import { syllable } from 'syllable';
import { authorTexts } from '../../src/assembly/author-texts.ts';
import { sentencesOf } from '../../src/assembly/house-style.ts';
import { readEntries } from '../../src/build/read-content.ts';
import { wordsOf } from '../../src/model/prose.ts';
import { median } from './median.ts';
import { wordsPage } from './words.ts';

/** A sentence with more words than this is hard, whatever its words are. */
const MOST_WORDS = 30;
/** So is one of a dozen words or more that scores less than this. */
const LEAST_EASE = 0;

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];

/** Returns the reading ease of some sentences: about 60 to 70 is plain English, 30 to 50 is difficult. */
export function readingEase(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsIn);
  return flesch({
    sentence: sentences.length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0),
  });
}

/** Returns the sentences of a page's running text: of paragraphs, items and definitions of eight words or more. */
function pageSentences(html: string): string[] {
  return [...wordsPage(html).matchAll(/<(p|li|dd)(?: [^>]*)?>([\s\S]*?)<\/\1>/g)]
    .map(([, , inside = '']) =>
      inside
        .replace(/<sup[\s\S]*?<\/sup>/g, '')
        .replace(/<[^>]*>/g, ' ')
        .replace(/&[a-z#0-9]+;/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => wordsIn(text).length >= 8)
    .flatMap(sentencesOf);
}

/** Returns the report: a table by kind of page, and each hard sentence with its file and line. */
export function readingReport(dist: string): string {
  const kinds = new Map<string, { path: string; ease: number }[]>();
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const path = file.replaceAll('\\', '/').replace(/index\.html$/, '');
    if (!file.endsWith('.html') || path.startsWith('embed/')) continue;
    const sentences = pageSentences(readFileSync(join(dist, file), 'utf8'));
    if (sentences.length === 0) continue;
    const kind = path.split('/').length > 2 ? `${path.split('/')[0]}/…` : `/${path}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), { path, ease: readingEase(sentences) }]);
  }
  const rows = [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, pages]) => {
      const hardest = pages.toSorted((a, b) => a.ease - b.ease)[0];
      return `| ${kind} | ${pages.length} | ${median(pages.map(({ ease }) => ease)).toFixed(0)} | ${hardest?.ease.toFixed(0)} (/${hardest?.path}) |`;
    });
  const hard = authorTexts(readEntries(process.cwd()).entries)
    .flatMap(({ file, line, text }) => sentencesOf(wordsOf(text)).map((sentence) => ({ file, line, sentence })))
    .map((one) => ({ ...one, words: wordsIn(one.sentence).length, ease: readingEase([one.sentence]) }))
    .filter(({ words, ease }) => words > MOST_WORDS || (words >= 12 && ease < LEAST_EASE))
    .sort((a, b) => b.words - a.words);
  return [
    '| Pages | Number | Reading ease, median | Hardest |',
    '| --- | ---: | ---: | --- |',
    ...rows,
    '',
    `${hard.length} hard sentences: more than ${MOST_WORDS} words, or a dozen and a reading ease below ${LEAST_EASE}.`,
    ...hard.map(
      ({ file, line, words, ease, sentence }) =>
        `  ${file}${line ? `:${line}` : ''}  ${words} words, ease ${ease.toFixed(0)}: ${sentence}`,
    ),
  ].join('\n');
}
