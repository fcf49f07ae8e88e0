import { expect, test } from '@playwright/test';
import { leanStyles, wordsIn } from './lean-styles.ts';

const lean = (css: string, ...texts: string[]): string => leanStyles(css, [wordsIn(texts)]);

test.describe('lean styles', () => {
  test('a rule for a class or an id that is nowhere named goes', () => {
    expect(lean('.a{color:red}.b{color:red}#c{color:red}p{color:red}', '<p class="a">')).toBe(
      '.a{color:red}p{color:red}',
    );
  });

  test('a rule stays whole while one of its selectors can apply', () => {
    expect(lean('.a,.b{color:red}.a .b,.b .a{color:red}', 'class="a"')).toBe('.a,.b{color:red}');
  });

  test('a choice stays while one of its ways can apply, and what is ruled out is not asked for', () => {
    expect(lean(':is(.a,.b) i{top:0}', 'a')).toContain('i{top:0}');
    expect(lean(':is(.b,.c) i{top:0}', 'a')).toBe('');
    expect(lean('html:has(.b) i{top:0}', 'a')).toBe('');
    expect(lean('i:not(.b){top:0}', 'a')).toBe('i:not(.b){top:0}');
  });

  test('inside a layer, a condition and another rule it is the same', () => {
    expect(lean('@layer x{@media (width>=9px){.a{top:0}.b{top:0}}}', 'a')).toBe(
      '@layer x{@media (width>=9px){.a{top:0}}}',
    );
    expect(lean('.a{top:0;& .b{left:0}& .c{left:0}}', 'a b')).toBe('.a{top:0;& .b{left:0}}');
  });

  test('a name that a script puts together stays', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a script
    expect(lean('.place-town{top:0}.kind-closed{top:0}.other{top:0}', 'className:`place place-${t}`')).toBe(
      '.place-town,.kind-closed{top:0}',
    );
  });

  test('properties, keyframes, fonts and what the policy of layers says stay as they are', () => {
    const css =
      '@layer a,b;@font-face{font-family:X;src:local(X)}@keyframes k{to{scale:1}}:root{--x:light-dark(#fff,#000)}p{animation-name:k;animation-timeline:--story}';
    expect(lean(css)).toBe(css);
  });
});
