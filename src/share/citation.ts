/** Citations of a page: templates made when the site is built, filled in with the link and the day when a reader asks. */
import { MONTHS } from '../i18n/word-dates.ts';
import type { Day } from '../model/dates.ts';

/** The formats, in the order in which they are offered. */
export const CITATION_FORMATS = {
  text: 'Plain text (APA)',
  bibtex: 'BibTeX',
  ris: 'RIS',
  csl: 'CSL-JSON',
  mediawiki: 'MediaWiki template',
} as const;
export type CitationFormat = keyof typeof CITATION_FORMATS;
export type CitationTemplates = Readonly<Record<CitationFormat, string>>;

/** What stands in a template for the link, and for the day it was opened, in the forms that the formats write. */
export const BLANKS = {
  url: '{{{url}}}',
  /** `2026-11-24` */
  iso: '{{{iso}}}',
  /** `2026/11/24` */
  slashed: '{{{slashed}}}',
  /** `2026,11,24` */
  parts: '{{{parts}}}',
  /** `November 24, 2026` */
  american: '{{{american}}}',
  /** `24 November 2026` */
  british: '{{{british}}}',
} as const;

/** Returns a template with its link, and the day on which the reader opened it. */
export function fillCitation(template: string, url: string, day: Day): string {
  const [year, month, date] = [day.slice(0, 4), Number(day.slice(5, 7)), Number(day.slice(8))];
  const name = MONTHS[month - 1];
  const words: Readonly<Record<keyof typeof BLANKS, string>> = {
    url,
    iso: day,
    slashed: day.replaceAll('-', '/'),
    parts: `${year},${month},${date}`,
    american: `${name} ${date}, ${year}`,
    british: `${date} ${name} ${year}`,
  };
  let text = template;
  for (const [key, blank] of Object.entries(BLANKS))
    text = text.replaceAll(blank, () => words[key as keyof typeof BLANKS]);
  return text;
}
