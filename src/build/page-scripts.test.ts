import { expect, test } from '@playwright/test';
import { scriptsOf } from './page-scripts.ts';

const SCRIPTS = new Map([
  ['page.a1.js', 'import{x}from"./words.b2.js";const open=()=>import(`./panel.c3.js`)'],
  ['words.b2.js', 'export const x=`word`'],
  ['panel.c3.js', 'import"./page.a1.js";panel.className=`side-panel`'],
  ['other.d4.js', 'other.className=`other`'],
]);

test.describe('the scripts of a page', () => {
  test('are those that it names, and what these import, at once or later, also in a circle', () => {
    expect([...scriptsOf('<script type="late" src="/repo/_astro/page.a1.js"></script>', SCRIPTS)]).toEqual([
      SCRIPTS.get('page.a1.js'),
      SCRIPTS.get('words.b2.js'),
      SCRIPTS.get('panel.c3.js'),
    ]);
  });

  test('are also those that stand in it, and not what it tells search engines', () => {
    expect([
      ...scriptsOf('<script>wake("words.b2.js")</script><script type="application/ld+json">{}</script>', SCRIPTS),
    ]).toEqual(['wake("words.b2.js")', SCRIPTS.get('words.b2.js')]);
  });

  test('are none of a page that names none', () => {
    expect(scriptsOf('<p>other.js and main.d4.js</p>', SCRIPTS).size).toBe(0);
  });
});
