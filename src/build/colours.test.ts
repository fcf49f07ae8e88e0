import { expect, test } from '@playwright/test';
import { withFlatTokens, withPlainColours } from './colours.ts';

test.describe('colours', () => {
  test('stand in their roles, without the palette', () => {
    expect(withFlatTokens(':root{--grey: light-dark(#111, #eee);--ink:var(--grey);--gap:1px;}')).toBe(
      ':root{--ink:light-dark(#111, #eee);--gap:1px;}',
    );
  });

  test('are the light ones, and on a dark screen the dark ones, without light-dark()', () => {
    expect(
      withPlainColours(':root{--ink:light-dark(#111, #eee);--gap:1px;--land:light-dark(#fed,#1238)}p{top:0}'),
    ).toBe(
      ':root{--ink:#111;--gap:1px;--land:#fed}p{top:0}@media screen and (prefers-color-scheme:dark){:root{--ink:#eee;--land:#1238}}',
    );
  });

  test('are not added to styles without any', () => {
    expect(withPlainColours('p{color:var(--ink)}')).toBe('p{color:var(--ink)}');
  });
});
