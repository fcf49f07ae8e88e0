/** Citations of our pages in the usual formats, by citation-js, as templates that lack the link and the day. */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { oneLine } from '../model/plain-text.ts';
import { BLANKS, type CitationTemplates } from '../share/citation.ts';

const { format } = plugins.config.get('@bibtex');
format.asciiOnly = false; // it would drop Armenian letters
format.useIdAsLabel = true;
format.checkLabel = false;

/** Stand for the link and the day while citation-js formats. */
const URL_HERE = 'https://placeholder.invalid/';
const YEAR = 1987;

/** Puts the lines of RIS together again that citation-js breaks, tag by tag. */
const unbroken = (ris: string): string => ris.replace(/\r?\n(?![A-Z][A-Z0-9] {2}- |$)/g, '');

/**
 * Puts right what citation-js writes of a web page as RIS: it cuts the id after 20 letters, has the day of access as a number
 * of the work, and leaves out the site. `Y2` is the day of access, `T2` the title of the whole.
 */
const risOfPage = (ris: string, id: string, site: string): string =>
  unbroken(ris)
    .replace(/^ID {2}- .*$/m, () => `ID  - ${id}`)
    .replace(/^M1 {2}- /m, 'Y2  - ')
    .replace(/^TI {2}- .*$/m, (title) => `${title}\nT2  - ${site}`);

/** Returns items of CSL-JSON as BibTeX. */
export function bibtexOf(items: readonly object[]): string {
  return `${new Cite(items).format('bibtex').trim()}\n`;
}

/** Returns the citations of a page of the site. `id` is made of lower-case words, digits and hyphens. */
export function citationTemplates(id: string, pageTitle: string, siteTitle: string): CitationTemplates {
  const [title, site] = [oneLine(pageTitle), oneLine(siteTitle)];
  const item = {
    id,
    type: 'webpage',
    title,
    'container-title': site,
    URL: URL_HERE,
    accessed: { 'date-parts': [[YEAR, 1, 2]] },
    language: 'en-GB',
  };
  const cite = new Cite([item]);
  const blank = (text: string): string =>
    text
      .replace(/^\s+|\n+$/g, '')
      .replaceAll(URL_HERE, BLANKS.url)
      .replaceAll(`${YEAR}-01-02`, BLANKS.iso)
      .replaceAll(`${YEAR}/1/2/`, BLANKS.slashed)
      .replaceAll(`January 2, ${YEAR}`, BLANKS.american);
  // Marks of the wiki's own are written as numbers.
  const wiki = (text: string): string =>
    text.replace(/[[\]{}<>]/g, (char) => `&#${char.charCodeAt(0)};`).replaceAll('|', '{{!}}');
  return {
    text: blank(cite.format('bibliography', { format: 'text', template: 'apa', lang: 'en-US' })),
    // BibTeX knows no site of a page: it stands in the note, which every style prints. Inside \url the link may hold what TeX
    // would read as its own.
    bibtex: blank(new Cite([{ ...item, note: `${site}. [Online; accessed ${YEAR}-01-02]` }]).format('bibtex')).replace(
      `howpublished = {${BLANKS.url}}`,
      () => `howpublished = {\\url{${BLANKS.url}}}`,
    ),
    ris: blank(risOfPage(cite.format('ris'), id, site)),
    csl: JSON.stringify(cite.format('data', { format: 'object' }), null, 2)
      .replace(URL_HERE, BLANKS.url)
      .replace(new RegExp(`\\[\\s*${YEAR},\\s*1,\\s*2\\s*\\]`), `[${BLANKS.parts}]`),
    mediawiki: `{{cite web |url=${BLANKS.url} |title=${wiki(title)} |website=${wiki(site)} |language=en |access-date=${BLANKS.british}}}`,
  };
}
