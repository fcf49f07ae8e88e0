import { expect, test } from '@playwright/test';
import { orderProblems, sideOrderProblems, spaceProblems } from './positions.ts';

test.describe('answers to a disputed question', () => {
  test('have the parties first, in a stable order, then others by name', () => {
    expect(orderProblems(['Armenia', 'Azerbaijan', 'European Union', 'Russia'])).toEqual([]);
    expect(orderProblems(['Armenia and the de facto authorities', 'Azerbaijan', 'Russia'])).toEqual([]);
    expect(orderProblems(['Azerbaijan', 'Armenia', 'Russia'])).toEqual([
      '"Azerbaijan" is out of order. The parties first, then others by name: Armenia, Azerbaijan, Russia',
    ]);
    expect(orderProblems(['Armenia', 'Russia', 'France'])).toHaveLength(1);
  });

  test('give both parties about equal space', () => {
    const says = (words: number): string => Array.from({ length: words }, () => 'word').join(' ');
    const of = (armenia: number, azerbaijan: number) =>
      spaceProblems([
        { actor: 'Armenia', says: says(armenia) },
        { actor: 'Azerbaijan', says: `${says(azerbaijan)} [@a-source]` },
        { actor: 'Russia', says: says(200) },
      ]);
    expect(of(30, 10)).toEqual([]);
    expect(of(40, 30)).toEqual([]);
    expect(of(40, 12)).toEqual(['Armenia answers in 40 words, Azerbaijan in 12. Give both about equal space']);
  });
});

test.describe('accounts of an event', () => {
  test('stand by the names of their sides', () => {
    expect(sideOrderProblems(['Armenian side', 'Azerbaijan', 'European Union', 'Russia', 'Türkiye'])).toEqual([]);
    expect(sideOrderProblems(['Azerbaijan', 'Armenia', 'Russia'])).toEqual([
      '"Azerbaijan" is out of order. Sides stand by name: Armenia, Azerbaijan, Russia',
    ]);
  });

  test('give the Armenian side and Azerbaijan about equal space', () => {
    const says = 'word '.repeat(40).trim();
    expect(
      spaceProblems([
        { actor: 'Armenian side', says },
        { actor: 'Azerbaijan', says: 'a word' },
      ]),
    ).toEqual(['Armenian side answers in 40 words, Azerbaijan in 2. Give both about equal space']);
  });
});
