import { expect, test } from '@playwright/test';
import { hiddenIn, markupIn, seen, unwrittenIn, withoutHidden } from './plain-text.ts';

test.describe('a character that cannot be seen', () => {
  for (const [name, char] of [
    ['an override of direction', '\u202e'],
    ['an isolate', '\u2066'],
    ['a mark of direction', '\u200f'],
    ['a space of no width', '\u200b'],
    ['a joiner', '\u200d'],
    ['a soft hyphen', '\u00ad'],
    ['a byte order mark', '\ufeff'],
    ['a control character', '\u0000'],
    ['a carriage return', '\r'],
    ['a line separator', '\u2028'],
    ['a tag', '\u{e0041}'],
    ['a variation selector', '\ufe0f'],
    ['a private character', '\ue000'],
    ['half a character', '\ud800'],
    ['no character', '\uffff'],
    ['what is left of a broken one', '\ufffd'],
  ] as const)
    test(`is found: ${name}`, () => {
      const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      expect(hiddenIn(`ab${char}c`)).toEqual({
        at: 2,
        what: expect.stringMatching(`^U\\+${code} stands here, .*Delete it$`),
      });
      expect(seen(`ab${char}c`)).toMatch(/^ab\\u\{[0-9a-f]+\}c$/);
      expect(withoutHidden(`${char}ab${char}c`)).toBe('abc');
    });

  test('is none of those that our languages are written with', () => {
    const text = 'Laçın, Xankəndi, İstanbul; Լաչին, Ստեփանակերտ՞ «և»; Лачин, Ё; “é” – … 5\u00a0km² A\tb\nc';
    expect(hiddenIn(text)).toBeUndefined();
    expect(seen(text)).toBe(text);
    expect(withoutHidden(text)).toBe(text);
  });
});

test('a word that stands for what is still to be written is found, and no other', () => {
  expect(unwrittenIn('A road. TODO: its length.')?.at).toBe(8);
  expect(unwrittenIn('FIXME')?.what).toBe('FIXME stands here. Write what is missing, or take it out');
  expect(unwrittenIn('Todo lists of XXXII towns, and what is to do.')).toBeUndefined();
});

test.describe('markup', () => {
  for (const text of [
    'Plain words, 5 < 6, a <3, x > y & z.',
    'The <i lang="az">yol</i> and the <i lang="hy">ճանապարհ</i>.',
    'As [told](event:2023-04-23-checkpoint), at [Lachin](place:lachin), on a [page](page:statement). [@one; @two]',
  ])
    test(`is none of ours: ${text.slice(0, 30)}`, () => {
      expect(markupIn(text)).toEqual([]);
    });

  for (const [text, found] of [
    ['</script><script>alert(1)</script>', '"</script>" is markup'],
    ['"><img src=x onerror=alert(1)>', '"<img src=x onerror=alert(1)>" is markup'],
    ['<svg/onload=alert(1)', '"<svg/onload=alert(1)" is markup'],
    ['<!-- x', '"<!-- x" is markup'],
    ['<?xml version="1.0"?>', '"<?xml version="1.0"?>" is markup'],
    ['<i lang="az" onclick="x">yol</i>', '"<i lang="az" onclick="x">" is markup'],
    ['<i lang="az">yol', '"<i lang="az">" is markup'],
    ['<i lang="az"><b>yol</b></i>', '"<i lang="az">" is markup'],
    ['[x](javascript:alert(1))', 'a link to "javascript:alert(1)"'],
    ['[x](data:text/html,x)', 'a link to "data:text/html,x"'],
    ['[x](//example.org)', 'a link to "//example.org"'],
    ['[x](event:../../y)', 'a link to "event:../../y"'],
  ] as const)
    test(`is found in ${text}`, () => {
      const [first] = markupIn(text);
      expect(first).toContain(found);
    });
});
