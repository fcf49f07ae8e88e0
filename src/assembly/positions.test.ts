import { expect, test } from '@playwright/test';
import { orderProblems, spaceProblems } from './positions.ts';

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
