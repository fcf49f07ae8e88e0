import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { PAGES } from './pages.ts';

test('every page that a text may link to is there', () => {
  for (const page of PAGES)
    expect(existsSync(`src/pages/${page}.astro`) || existsSync(`src/pages/${page}/index.astro`), page).toBe(true);
});
