import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { entry, problemsOf, sampleWorld } from './sample-world.ts';
import { BESIDE_TEXTS } from './text-anchors.ts';

const TEXT = `First. [@agency]

### The turn

Second,
on two lines. [@agency]

- an item [@agency]

2. an item [@agency]

Third. [@agency]
`;

const chapter = (data: object, body = TEXT, name = '1-the-road') => entry('chapters', name, data, body);
const problemsWith = (...chapters: ReturnType<typeof chapter>[]): string[] =>
  problemsOf(() => sampleWorld({ chapters }));

test('paragraphs are numbered as they stand, without headings and items of lists', () => {
  expect(sampleWorld({ chapters: [chapter({})] }).chapters[0]?.paragraphs).toEqual([1, 2, 3]);
});

test('a paragraph that is put in leaves the others their numbers, and one that is taken out leaves its number to another', () => {
  const given = { paragraphs: [1, 4, 3], formerAnchors: { p2: 'p3', 'the-bend': 'the-turn' } };
  expect(problemsWith(chapter(given))).toEqual([]);
  expect(sampleWorld({ chapters: [chapter(given)] }).chapters[0]?.paragraphs).toEqual([1, 4, 3]);
});

test('numbers that cannot be meant are told', () => {
  expect(problemsWith(chapter({ paragraphs: [1, 2] }))).toEqual([
    'content/chapters/1-the-road.mdx  paragraphs: has 2 numbers, and the text 3 paragraphs. Write a number for each, in their order; a new paragraph has one that none ever had',
  ]);
  expect(problemsWith(chapter({ paragraphs: [1, 2, 2] }))).toEqual([
    'content/chapters/1-the-road.mdx  paragraphs.2: 2 stands twice. Each paragraph has a number of its own',
  ]);
  expect(problemsWith(chapter({ paragraphs: [4, 1, 3] }))).toEqual([
    'content/chapters/1-the-road.mdx  paragraphs: no paragraph has the number 2. Say in formerAnchors where links to it lead, such as p2: p4',
  ]);
});

test('former anchors that are in use, or lead nowhere, are told', () => {
  expect(problemsWith(chapter({ formerAnchors: { p2: 'p1', 'the-turn': 'p1', 'the-article': 'p1' } }))).toEqual([
    'content/chapters/1-the-road.mdx  formerAnchors.p2: "p2" is in use by content/chapters/1-the-road.mdx. Take it out',
    'content/chapters/1-the-road.mdx  formerAnchors.the-turn: "the-turn" is in use by content/chapters/1-the-road.mdx. Take it out',
    'content/chapters/1-the-road.mdx  formerAnchors.the-article: "the-article" is in use by the page itself. Take it out',
  ]);
  expect(problemsWith(chapter({ formerAnchors: { p9: 'p7', 'the-bend': 'the-tern', 'the-hill': 'nowhere' } }))).toEqual(
    [
      'content/chapters/1-the-road.mdx  formerAnchors.p9: this chapter has no "p7". It has p1, p2, p3.',
      'content/chapters/1-the-road.mdx  formerAnchors.the-bend: this chapter has no "the-tern". Did you mean the-turn?',
      'content/chapters/1-the-road.mdx  formerAnchors.the-hill: this chapter has no "nowhere". It has the-turn.',
    ],
  );
});

test('two chapters that claim one anchor are told, since they share a page', () => {
  const second = (data: object, body: string) => chapter(data, body, '2-the-end');
  expect(problemsWith(chapter({}), second({}, '### The turn\n\nIt was. [@agency]\n'))).toEqual([
    'content/chapters/2-the-end.mdx:10  text: the heading “The turn” has the anchor "the-turn", which is taken by content/chapters/1-the-road.mdx. Word one of the two otherwise',
  ]);
  const former = { formerAnchors: { 'the-bend': 'p1' } };
  expect(problemsWith(chapter(former), second(former, 'It was. [@agency]\n'))).toEqual([
    'content/chapters/2-the-end.mdx  formerAnchors.the-bend: "the-bend" is in use by content/chapters/1-the-road.mdx. Take it out',
  ]);
  expect(problemsWith(chapter({}), second({ formerIds: ['the-turn'] }, 'It was. [@agency]\n'))).toEqual([
    'content/chapters/2-the-end.mdx  formerIds: "the-turn" is in use by content/chapters/1-the-road.mdx. Take it out',
  ]);
});

test('what the pages of the chapters call by name themselves is kept from chapters and headings', () => {
  for (const page of ['index', 'booklet', 'chapters/[id]']) {
    const source = readFileSync(`src/pages/${page}.astro`, 'utf8');
    for (const [, id = ''] of source.matchAll(/\sid="([^"]*)"/g)) expect(BESIDE_TEXTS).toContain(id);
  }
  for (const name of ['the-article', 'road-aid', 'figure-1', 'source-12']) {
    const [problem] = problemsWith(chapter({}, TEXT, `1-${name}`));
    expect(problem).toContain(`file name: the id "${name}" is taken by the page itself. Rename the file`);
  }
  expect(problemsWith(chapter({}, '### Figure 1\n\nIt was. [@agency]\n'))[0]).toContain(
    'the heading “Figure 1” has the anchor "figure-1", which is taken by the page itself.',
  );
});
