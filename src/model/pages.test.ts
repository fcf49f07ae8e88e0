import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { PAGES } from './pages.ts';

test('every page that a text may link to is there', () => {
  for (const page of PAGES)
    expect(existsSync(`src/pages/${page}.astro`) || existsSync(`src/pages/${page}/index.astro`), page).toBe(true);
});

test('every page of that kind may be linked to', () => {
  const pages = readdirSync('src/pages').flatMap((name) => {
    const folder = `src/pages/${name}/index.astro`;
    const file = name.endsWith('.astro') ? `src/pages/${name}` : existsSync(folder) ? folder : undefined;
    const card = file && / card="pages\/([a-z-]+)"/.exec(readFileSync(file, 'utf8'))?.[1];
    return card && name !== 'index.astro' ? [name.replace('.astro', '')] : [];
  });
  expect(pages.length).toBeGreaterThan(15);
  expect(
    pages.filter((page) => !PAGES.includes(page)),
    'names to be added to src/model/pages.ts',
  ).toEqual([]);
});
