import { expect, test } from '@playwright/test';
import {
  bodyWords,
  CITATION,
  citationIds,
  linksIn,
  paragraphsOf,
  passagesIn,
  typographic,
  whereaboutsIn,
  wordsOf,
} from './prose.ts';

test.describe('a citation', () => {
  test('names one source, or several', () => {
    expect(passagesIn('It closed. [@agency] It opened. [@ministry; @court-2023]')).toEqual([
      { text: 'It closed.', sources: ['agency'], mark: 0 },
      { text: 'It opened.', sources: ['ministry', 'court-2023'], mark: 1 },
    ]);
    expect(citationIds('@agency;@ministry;  @court')).toEqual(['agency', 'ministry', 'court']);
  });

  test('may run on to the next line', () => {
    expect(passagesIn('It closed. [@agency;\n@ministry]')).toEqual([
      { text: 'It closed.', sources: ['agency', 'ministry'], mark: 0 },
    ]);
  });

  test('goes with one before it if no word stands between, and the editors are no source', () => {
    expect(passagesIn('A. [@b] [@a] B. [@editors] C. [@editors; @c] D.')).toEqual([
      { text: 'A.', sources: ['b', 'a'], mark: 0 },
      { text: 'B.', sources: [], mark: 2 },
      { text: 'C.', sources: ['c'], mark: 3 },
    ]);
  });

  for (const text of [
    '[agency]',
    '@agency',
    '[@agency, @ministry]',
    '[@agency @ministry]',
    '[@agency; ministry]',
    '[@]',
    '[@agency',
  ])
    test(`is not: ${text}`, () => expect([...text.matchAll(CITATION)]).toEqual([]));
});

test.describe('a link in text', () => {
  test('goes to an event or a place by its id', () => {
    expect(linksIn('[The sit-in](event:road-closes) near [the\nbridge](place:bridge).')).toEqual([
      { kind: 'event', id: 'road-closes' },
      { kind: 'place', id: 'bridge' },
    ]);
  });

  test('is left alone if it goes elsewhere', () => {
    expect(linksIn('[a site](https://example.org/event:x) [a note](#event:x) event:x')).toEqual([]);
  });

  test('is found even without an id, so that the check can name it', () => {
    expect(linksIn('[nothing](place:)')).toEqual([{ kind: 'place', id: '' }]);
  });
});

test.describe('where a paragraph is', () => {
  test('is said by its first link to an event, else to a place', () => {
    const links = linksIn('[The bridge](place:bridge), where [a post](event:post-opens) [stood](event:road-closes).');
    expect(whereaboutsIn(links)?.id).toBe('post-opens');
    expect(whereaboutsIn(linksIn('[The bridge](place:bridge) and [the town](place:town).'))?.id).toBe('bridge');
    expect(whereaboutsIn([])).toBeUndefined();
  });
});

test.describe('the words of a text', () => {
  test('are what is left without marks', () => {
    expect(
      wordsOf('**At noon** the <i lang="az">Laçın</i> [road](event:x) closed\n[@a; @b]. It *stayed* so. [@c]'),
    ).toBe('At noon the Laçın road closed. It stayed so.');
  });

  test('are there between a sign for less and one for more', () => {
    expect(wordsOf('Village of < 100 people, or > 50. [@a]')).toBe('Village of < 100 people, or > 50.');
  });

  test('have typographic marks', () => {
    expect(wordsOf(`It's "open". [@a]`)).toBe('It’s “open”.');
  });
});

test.describe('the words of a body', () => {
  test('hold no comment of its authors', () => {
    expect(bodyWords('One. {/* Ask the lawyer.\n\nShe knows. */}Two.\n\n<!-- Not yet. -->\n\nThree. [@a]')).toBe(
      'One. Two. Three.',
    );
  });

  test('hold no sign of a heading, a list or a quotation', () => {
    expect(bodyWords('### On foot\nOne.\n\n- two\n  * three\n+ four\n\n> five\n>\n> - six')).toBe(
      'On foot One. two three four five six',
    );
    expect(bodyWords('These:\n1. one\n2. two\n   - three\n3) four\n\n7. seven\n8. eight')).toBe(
      'These: one two three four seven eight',
    );
  });

  test('keep a number, a dash or a sign that begins a line within a paragraph', () => {
    expect(bodyWords('It closed in December\n2022. It opened\n#1 at -5 degrees in\n*March*.')).toBe(
      'It closed in December 2022. It opened #1 at -5 degrees in March.',
    );
    expect(bodyWords('- in December\n  2022. Then\n> in\n> 2023. Later')).toBe('in December 2022. Then in 2023. Later');
  });

  test('know no number of a list that ended', () => {
    expect(bodyWords('1. one\n\nOn day\n2. It rained.')).toBe('one On day 2. It rained.');
  });
});

test.describe('a paragraph', () => {
  test('knows the line on which it starts', () => {
    expect(paragraphsOf('One,\nstill one.\n\nTwo.\n\n\n  \nThree.\n')).toEqual([
      { text: 'One,\nstill one.', line: 1 },
      { text: 'Two.', line: 4 },
      { text: 'Three.', line: 8 },
    ]);
  });

  test('is counted from the first line even if that is empty', () => {
    expect(paragraphsOf('\n\nOne.')).toEqual([{ text: 'One.', line: 3 }]);
    expect(paragraphsOf('\nOne.\n')).toEqual([{ text: 'One.', line: 2 }]);
  });

  test('is neither a heading nor a comment', () => {
    const body = '### Heading\n\nOne.\n\n<!-- a note -->\n\n{/* another */}\n\n#1 on the list.';
    expect(paragraphsOf(body)).toEqual([
      { text: 'One.', line: 3 },
      { text: '#1 on the list.', line: 9 },
    ]);
  });

  test('is not in a comment, whatever that holds, nor is it one with the paragraph above a heading', () => {
    const body = '<!-- One.\n\n### Two\nThree.\n-->\nFour.\n### Five\nSix. {/* seven */}\n';
    expect(paragraphsOf(body)).toEqual([
      { text: 'Four.', line: 6 },
      { text: 'Six.', line: 8 },
    ]);
  });

  test('is no picture either', () => {
    const body = 'One.\n\n<Chart id="some-chart" />\n\n<i lang="az">Two</i>.\n';
    expect(paragraphsOf(body).map(({ text }) => text)).toEqual(['One.', '<i lang="az">Two</i>.']);
  });

  test('is not there in an empty body', () => {
    expect(paragraphsOf('')).toEqual([]);
    expect(paragraphsOf(' \n\n\t\n')).toEqual([]);
  });
});

test.describe('typographic marks', () => {
  test('replace straight ones, but not inside tags and citations', () => {
    expect(typographic(`He said "yes" and 'no'; it's <i lang="az">so</i>. [@a-b]`)).toBe(
      'He said “yes” and ‘no’; it’s <i lang="az">so</i>. [@a-b]',
    );
    expect(typographic('("a" – "b")')).toBe('(“a” – “b”)');
    expect(typographic(`< 100 of "the camp's" people, > 50`)).toBe('< 100 of “the camp’s” people, > 50');
  });

  test('keep a number on the line of its unit', () => {
    expect(typographic('1.5 km off, 60 m, 3 men')).toBe('1.5\u00a0km off, 60\u00a0m, 3 men');
  });

  test('are dashes between words and between years, not in an id or a compound', () => {
    expect(typographic('A stance - Borrell, 2020-2021: a sit-in')).toBe('A stance – Borrell, 2020–2021: a sit-in');
    for (const same of ['[war](event:1992-1994-war-toll)', '[held](page:views/held-1994-2020)', '2022-12-12', 'S-300'])
      expect(typographic(same)).toBe(same);
  });
});
