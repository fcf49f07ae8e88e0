import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { type SearchDocument, searchIn, snippetOf } from './search-index.ts';

const documents: SearchDocument[] = [
  {
    id: 0,
    kind: 'Place',
    title: 'Lachin / Berdzor',
    path: 'places/lachin/',
    text: 'A town.',
    names: 'Lachin Berdzor Laçın Բերձոր Лачин',
  },
  {
    id: 1,
    kind: 'Event',
    title: 'The road is closed',
    path: 'events/closed/',
    date: '12\u00a0December\u00a02022',
    text: 'Near Shusha, in December.',
    names: 'Shusha Şuşa Շուշի Шуша',
  },
  { id: 2, kind: 'Source', title: 'Road to Lachin closed', path: 'sources/#a', text: 'An agency.', names: '' },
  {
    id: 3,
    kind: 'Term',
    title: 'Closure',
    path: 'glossary/#b',
    text: 'Of 12 December 2022, 12 December 2022.',
    names: '',
  },
];
let find: Awaited<ReturnType<typeof searchIn>>;
test.beforeAll(async () => {
  find = await searchIn(documents);
});
const pathsOf = (query: string): string[] => find(query).map(({ document }) => document.path);

test.describe('the search', () => {
  test('knows every form of a name, with or without its accents, and with a slip', () => {
    for (const query of ['Lachin', 'laçın', 'LACIN', 'Բերձոր', 'лачин', 'berdzor', 'berdzr', 'Berd'])
      expect(pathsOf(query)[0], query).toBe('places/lachin/');
    expect(pathsOf('шуша')).toEqual(['events/closed/']);
  });

  test('takes the end of a query for the beginning of a word, but no short word before it', () => {
    expect(pathsOf('clo')).toContain('events/closed/');
    expect(pathsOf('road clo')).toEqual(['events/closed/', 'sources/#a']);
    expect(pathsOf('roa closed')).toEqual([]);
    expect(pathsOf('th road')).toEqual([]);
  });

  test('wants all words of a query, and puts what is told before its sources', () => {
    expect(pathsOf('road closed')).toEqual(['events/closed/', 'sources/#a']);
    expect(pathsOf('road nowhere')).toEqual([]);
  });

  test('finds what was on a day first, in whichever form the day is typed', () => {
    for (const query of [
      '12 December 2022',
      'december 12, 2022',
      '2022-12-12',
      '12.12.2022',
      '12/12/2022',
      '12th December 2022',
      '12th of December 2022',
      'December 12th, 2022',
      '12TH dec 2022',
      'Dec. 12, 2022',
    ])
      expect(pathsOf(query), query).toEqual(['events/closed/', 'glossary/#b']);
    expect(pathsOf('2022-99-99')).toEqual(pathsOf('2022'));
    expect(pathsOf('2022-12')).toEqual(['events/closed/', 'glossary/#b']);
    expect(pathsOf('2022-11')).toEqual([]);
  });

  test('puts what was on a day before what only speaks of it, however much it does', async () => {
    const event = {
      id: 0,
      kind: 'Event',
      title: 'A meeting',
      path: 'a/',
      date: '12\u00a0December\u00a02022',
      text: '',
      names: '',
    };
    const chapter = {
      id: 1,
      kind: 'Chapter',
      title: '12 December 2022 and all of December 2022',
      path: 'b/',
      text: '',
      names: '',
    };
    const found = await searchIn([event, chapter]);
    for (const query of ['12 December 2022', '12 Dec 2022', '12 dec. 2022', '2022-12-12'])
      expect(
        found(query).map(({ document }) => document.path),
        query,
      ).toEqual(['a/', 'b/']);
    expect(found('December 2022').map(({ document }) => document.path)).toEqual(['b/', 'a/']);
  });

  test('reads as a day only what is one', async () => {
    const found = await searchIn([
      {
        id: 0,
        kind: 'Event',
        title: 'The 5th army in 2022-23',
        path: 'a/',
        text: 'From Martuni it came in May.',
        names: '',
      },
    ]);
    for (const query of ['5th army', '2022-23', '5th army may', '5th Martuni'])
      expect(found(query), query).toHaveLength(1);
  });

  test('finds nothing for nothing, and never throws', () => {
    expect(find('')).toEqual([]);
    expect(find('  …—!')).toEqual([]);
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (query) => Array.isArray(find(query))));
  });
});

test.describe('a snippet', () => {
  test('marks what was asked for, without what stands about it, and no small word beside another', () => {
    const text = 'In a sit-in, as they said (in Shusha), people sat.';
    const marked = (words: string[]): string[] =>
      snippetOf(text, words)
        .filter(({ isFound }) => isFound)
        .map((part) => part.text);
    expect(marked(['sit', 'in'])).toEqual(['sit-in']);
    expect(marked(['shusha', 'in'])).toEqual(['Shusha']);
    expect(marked(['in'])).toEqual(['In', 'sit-in', 'in']);
    expect(
      snippetOf(text, ['sat'])
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });

  test('shows the words that were found, in their own spelling', () => {
    const parts = snippetOf('People came to Şuşa by the road.', ['susa', 'road']);
    expect(parts.filter(({ isFound }) => isFound).map(({ text }) => text)).toEqual(['Şuşa', 'road']);
    expect(parts.map(({ text }) => text).join('')).toBe('People came to Şuşa by the road.');
  });

  test('is cut around the first of them', () => {
    const text = `${'before '.repeat(100)}here ${'after '.repeat(100)}`;
    const shown = snippetOf(text, ['here'])
      .map((part) => part.text)
      .join('');
    expect(shown).toMatch(/^… .*before here after.* …$/);
    expect(shown.length).toBeLessThan(320);
  });
});
