import { expect, test } from '@playwright/test';
import { plainColours, withFlatTokens, withPlainColours } from './colours.ts';

test.describe('colours', () => {
  test('stand in their roles, without the palette', () => {
    expect(withFlatTokens(':root{--grey: light-dark(#111, #eee);--ink:var(--grey);--gap:1px;}')).toBe(
      ':root{--ink:light-dark(#111, #eee);--gap:1px;}',
    );
  });

  test('are the light ones where light-dark() is not known, of each role that is used', () => {
    const css = ':root{--ink:light-dark(#111,#eee);--gap:1px;--land:light-dark(#fed,#123)}p{color:var(--ink)}';
    expect(withPlainColours(css)).toBe(`${css}@supports not (color:light-dark(red,red)){:root{--ink:#111}}`);
    expect(plainColours(css, 'path{fill:var(--land)}')).toBe(
      '@supports not (color:light-dark(red,red)){:root{--land:#fed}}',
    );
  });

  test('are not added to styles without any', () => {
    expect(withPlainColours('p{color:var(--ink)}')).toBe('p{color:var(--ink)}');
  });
});
