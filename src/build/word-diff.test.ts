import { expect, test } from '@playwright/test';
import { markDifferences } from './word-diff.ts';

test.describe('two wordings', () => {
  test('have marked what only one of them has', () => {
    expect(markDifferences('reopening the road immediately', 'reopening the road as soon as possible')).toEqual({
      one: 'reopening the road <mark>immediately</mark>',
      other: 'reopening the road <mark>as soon as possible</mark>',
    });
  });

  test('have one mark where all of several words differ', () => {
    expect(markDifferences('peace talks go on', 'discussions and pledges go on')).toEqual({
      one: '<mark>peace talks</mark> go on',
      other: '<mark>discussions and pledges</mark> go on',
    });
  });

  test('that are the same have no mark, and markup in them is text', () => {
    expect(markDifferences('a <b> & c', 'a <b> & c')).toEqual({
      one: 'a &#60;b&#62; &#38; c',
      other: 'a &#60;b&#62; &#38; c',
    });
  });

  test('keep every word', () => {
    const words = (html: string): string => html.replace(/<\/?mark>/g, '');
    for (const [one, other] of [
      ['private and commercial vehicles', 'commercial and private vehicles today'],
      ['the significance of Azerbaijan-Armenia peace talks', 'the importance of Armenia-Azerbaijan peace discussions'],
    ] as const) {
      const marked = markDifferences(one, other);
      expect([words(marked.one), words(marked.other)]).toEqual([one, other]);
    }
  });
});
