import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';
import { type CitationFormat, fillCitation } from '../share/citation.ts';
import { citationTemplates } from './citations.ts';

const { Cite } = createRequire(import.meta.url)('@citation-js/core') as typeof import('@citation-js/core');

const URL_SHARED = 'https://a.example/repo/events/x/#map=10/39.5655/46.5708&day=2023-04-23&layers=razope&note=a_b%20c';
const TITLE =
  'The road through Laçın (Բերձոր, Бердзор) & the bridge: a title so long that a format with short lines would break it | [in the middle]';
const templates = citationTemplates('events-x', TITLE, 'The Lachin corridor');
const filled = (format: CitationFormat): string => fillCitation(templates[format], URL_SHARED, '2026-11-04');

test.describe('a citation', () => {
  for (const format of ['bibtex', 'ris', 'csl'] as const)
    test(`in ${format} is read back with its title and its link whole`, () => {
      const [item] = new Cite(filled(format)).data;
      expect(item).toMatchObject({ title: TITLE, URL: URL_SHARED });
    });

  test('in CSL-JSON says when the page was opened, and on which site', () => {
    expect(JSON.parse(filled('csl'))[0]).toMatchObject({
      type: 'webpage',
      'container-title': 'The Lachin corridor',
      accessed: { 'date-parts': [[2026, 11, 4]] },
    });
  });

  test('in BibTeX says in its note on which site the page is, and when it was opened', () => {
    expect(filled('bibtex')).toContain('note = {The Lachin corridor. [Online; accessed 2026-11-04]},');
  });

  test('in RIS has its whole id, its site, and the day on which it was opened as such', () => {
    const { ris } = citationTemplates('events-2023-04-23-checkpoint', 'A title', 'The Lachin corridor');
    expect(fillCitation(ris, URL_SHARED, '2026-11-04').trim().split('\n')).toEqual([
      'TY  - ELEC',
      'ID  - events-2023-04-23-checkpoint',
      'LA  - en-GB',
      'Y2  - 2026/11/04',
      'TI  - A title',
      'T2  - The Lachin corridor',
      `UR  - ${URL_SHARED}`,
      'ER  -',
    ]);
  });

  test('in plain text has title, site, day and link', () => {
    expect(filled('text')).toBe(
      `${TITLE}. (n.d.). The Lachin Corridor. Retrieved November 4, 2026, from ${URL_SHARED}`,
    );
  });

  test('in MediaWiki is one template, whatever stands in the title', () => {
    expect(filled('mediawiki')).toBe(
      `{{cite web |url=${URL_SHARED} |title=The road through Laçın (Բերձոր, Бердзор) & the bridge: a title so long that a format with short lines would break it {{!}} &#91;in the middle&#93; |website=The Lachin corridor |language=en |access-date=4 November 2026}}`,
    );
  });

  test('leaves nothing to fill in, and no trace of the stand-ins', () => {
    for (const format of Object.keys(templates) as CitationFormat[])
      expect(filled(format)).not.toMatch(/\{\{\{|placeholder|1987/);
  });
});
