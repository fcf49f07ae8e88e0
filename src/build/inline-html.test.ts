import { expect, test } from '@playwright/test';
import { sampleWorld } from '../model/sample-world.ts';
import { formsHtml, inlineHtml, passageHtml } from './inline-html.ts';

const world = sampleWorld();

test.describe('words of another language in a text', () => {
  test('keep their language', () => {
    const html = 'a name, <i lang="hy">Լաչին</i>';
    expect(inlineHtml(world, html)).toBe(html);
    expect(passageHtml(html)).toBe(html);
  });

  test('stand apart from the text around where they run from right to left', () => {
    const html = 'a name, <i lang="fa" dir="rtl">نمونه</i>, and more';
    expect(inlineHtml(world, 'a name, <i lang="fa">نمونه</i>, and more')).toBe(html);
    expect(passageHtml('a name, <i lang="fa">نمونه</i>, and more')).toBe(html);
  });

  test('are the forms of a place, each with its language', () => {
    const place = world.places[0];
    if (!place) throw new Error('the sample has no place');
    const forms = { hy: ['Նմուշ'], az: ['Nümunə'] };
    expect(formsHtml({ ...place, forms }, ['az', 'hy'])).toBe('<i lang="az">Nümunə</i>, <i lang="hy">Նմուշ</i>');
  });
});
