import { expect, test } from '@playwright/test';
import { anchorIds, headingAnchor } from './text-anchors.ts';

const chapter = {
  id: 'the-road',
  formerIds: ['the-way', 'the-path'],
  formerAnchors: { p4: 'p2', 'the-bend': 'the-turn' },
};

test('a heading has the anchor of its words, without their signs', () => {
  expect(headingAnchor('19 and 20 September')).toBe('19-and-20-september');
  expect(headingAnchor('The Court’s “order”: what, when')).toBe('the-courts-order-what-when');
  expect(headingAnchor("The Court's order")).toBe(headingAnchor('The Court’s order'));
  expect(headingAnchor('Səkkiz – Ութ')).toBe('səkkiz-ութ');
});

test('a paragraph has the ids of every name that it and its chapter had, that of today first', () => {
  expect(anchorIds(chapter, 'p1')).toEqual(['the-road-p1', 'the-way-p1', 'the-path-p1']);
  expect(anchorIds(chapter, 'p2')).toEqual([
    'the-road-p2',
    'the-way-p2',
    'the-path-p2',
    'the-road-p4',
    'the-way-p4',
    'the-path-p4',
  ]);
});

test('a heading has the ids of the names that it had', () => {
  expect(anchorIds(chapter, 'the-turn')).toEqual(['the-turn', 'the-bend']);
  expect(anchorIds(chapter, 'the-end')).toEqual(['the-end']);
});
