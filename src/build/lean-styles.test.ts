import { expect, test } from '@playwright/test';
import { leanStyles, pageWords, propertiesIn, rulesIn, scriptWords, withoutUnread } from './lean-styles.ts';

const lean = (css: string, page: string, script = ''): string =>
  leanStyles(css, [pageWords([page]), scriptWords([script])]);

test.describe('lean styles', () => {
  test('a rule for an element, a class or an id that the page has not goes', () => {
    expect(lean('.a{color:red}.b{color:red}#c{color:red}p{color:red}q{color:red}', '<p class="a">b, c and q')).toBe(
      '.a{color:red}p{color:red}',
    );
    expect(lean('#c,#d{top:0}LINEARGRADIENT{top:0}', '<p class="x  y" id="d"><linearGradient>')).toBe(
      '#d,LINEARGRADIENT{top:0}',
    );
  });

  test('a rule keeps those of its selectors that can apply, also where it holds or is held by another', () => {
    expect(lean('.a,.b{color:red}.a .b,.b .a{color:red}', '<p class="a">')).toBe('.a{color:red}');
    expect(lean('.a,.b{top:0;& .b,& i{left:0}}.a,.b{right:0}', '<p class="a"><i>')).toBe(
      '.a{top:0;& i{left:0}}.a{right:0}',
    );
  });

  test('a choice stays while one of its ways can apply, and what is ruled out is not asked for', () => {
    const page = '<html><p class="a"><i>';
    expect(lean(':is(.a,.b) i{top:0}', page)).toContain('i{top:0}');
    expect(lean(':is(.b,.c) i{top:0}', page)).toBe('');
    expect(lean('html:has(.b) i{top:0}', page)).toBe('');
    expect(lean('i:not(.b){top:0}', page)).toBe('i:not(.b){top:0}');
  });

  test('inside a layer, a condition and another rule it is the same', () => {
    expect(lean('@layer x{@media (width>=9px){.a{top:0}.b{top:0}}}', '<p class="a">')).toBe(
      '@layer x{@media (width>=9px){.a{top:0}}}',
    );
    expect(lean('.a{top:0;& .b{left:0}& .c{left:0}}', '<p class="a"><i class="b">')).toBe('.a{top:0;& .b{left:0}}');
  });

  test('a condition under which nothing is left goes, a layer stays in its order', () => {
    expect(lean('@layer x{@supports (top:0){@container f (width<9px){.b{top:0}}}}p{top:0}', '<p>')).toBe(
      '@layer x{}p{top:0}',
    );
  });

  test('what a script names stays, and a name that it puts together', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a script
    const script = 'className:`place place-${t}`;createElement(`button`)';
    expect(lean('.place-town{top:0}.kind-closed{top:0}.other{top:0}button{top:0}', '<p>', script)).toBe(
      '.place-town,.kind-closed{top:0}button{top:0}',
    );
  });

  test('properties, keyframes, fonts and what the policy of layers says stay as they are', () => {
    const css =
      '@layer a,b;@font-face{font-family:X;src:local(X)}@keyframes k{to{scale:1}}:root{--x:light-dark(#fff,#000)}p{animation-name:k;animation-timeline:--story}';
    expect(lean(css, '<p>')).toBe(css);
  });

  test('a custom property goes that neither the styles nor what else comes to the page read', () => {
    const css =
      ':root{--a:light-dark(#fff,#000);--b:2px;--c:1px}p{--k:1;color:var(--a);margin:var(--c,0);paint-order:stroke}';
    expect(withoutUnread(css, propertiesIn('x.getPropertyValue(`--b`)'))).toBe(
      ':root{--a:light-dark(#fff,#000);--b:2px;--c:1px}p{color:var(--a);margin:var(--c,0);paint-order:stroke}',
    );
    expect(withoutUnread(css, propertiesIn('q{top:var(--k)}'))).toBe(
      ':root{--a:light-dark(#fff,#000);--c:1px}p{--k:1;color:var(--a);margin:var(--c,0);paint-order:stroke}',
    );
  });

  test('a rule for a value of a data attribute that the page has not goes', () => {
    const css = '[data-zoom="9"] p{top:0}[data-zoom="11"] p{top:0}[data-zoom] p{left:0}p:not([data-x=a]){top:0}';
    expect(leanStyles(css, [pageWords(['<div data-zoom="9"><p>'])])).toBe(
      '[data-zoom="9"] p{top:0}[data-zoom] p{left:0}p:not([data-x=a]){top:0}',
    );
    // Where there are scripts, they may set any number.
    expect(lean(css, '<div data-zoom="9"><p>', 'x.dataset.zoom=zoom')).toContain('[data-zoom="11"]');
    expect(lean('[data-x=a] p{top:0}', '<p>', 'x.dataset.x=y')).toBe('');
  });

  test('a rule that comes again with what a script puts on the page stands there for the page’s own words only', () => {
    const css = '.lake{fill:red}@media print{.lake .deep{fill:red}}.river{fill:red}.panel{top:0}';
    const [page, script] = [pageWords(['<p class="river">']), scriptWords(['lake deep panel'])];
    const rules = rulesIn('@layer map{.lake{fill:red}.river{fill:red}@media print{.lake .deep{fill:red}}}');
    expect(leanStyles(css, [page, script], { rules, words: [page] })).toBe('.river{fill:red}.panel{top:0}');
    expect(leanStyles(css, [page, script])).toContain('.lake{fill:red}');
    // A selector of such a rule goes, and stays in a rule that does not come again.
    const both = rulesIn('.lake,.river{fill:red}');
    expect(
      leanStyles('.lake,.river{fill:red}.lake,.panel{top:0}', [page, script], { rules: both, words: [page] }),
    ).toBe('.river{fill:red}.lake,.panel{top:0}');
  });
});
