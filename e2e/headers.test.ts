/** The headers that come with a build: within what the hosts take, and at one with the pages. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

interface Rule {
  readonly path: string;
  readonly headers: ReadonlyMap<string, string>;
}

/** Reads a file `_headers`, as Netlify and Cloudflare Pages do. */
const readRules = (text: string): Rule[] =>
  text
    .trim()
    .split(/\n\n/)
    .map((block) => {
      const [path = '', ...lines] = block.split('\n');
      return { path, headers: new Map(lines.map((line) => line.trim().split(/: (.*)/, 2) as [string, string])) };
    });

const holdsFor = (path: string, rule: Rule): boolean =>
  rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path;

for (const { dist, base } of [
  { dist: 'dist', base: '/' },
  { dist: 'dist-sub-path', base: '/repo/' },
])
  test.describe(`the headers of the site built for ${base}`, () => {
    const text = readFileSync(join(dist, '_headers'), 'utf8');
    const rules = readRules(text);
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));

    test('are few and short enough for Cloudflare Pages: 100 rules, 2,000 characters a line', () => {
      expect(rules.length).toBeGreaterThan(20);
      expect(rules.length).toBeLessThanOrEqual(100);
      expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(2000);
    });

    test('let through every inline script and style of each page, and nothing unsafe', () => {
      expect(text).not.toMatch(/unsafe-/);
      const pages = files.filter((file) => file.endsWith('.html'));
      expect(pages.length).toBeGreaterThan(300);
      for (const page of pages) {
        const path = base + page.replace(/(^|\/)index\.html$/, '$1');
        const policy = rules.find(
          (rule) => holdsFor(path, rule) && rule.headers.has('Content-Security-Policy'),
        )?.headers;
        const sources = policy?.get('Content-Security-Policy')?.split(/[ ;]+/) ?? [];
        const own = /http-equiv="content-security-policy" content="([^"]*)"/.exec(
          readFileSync(join(dist, page), 'utf8'),
        );
        const hashes = own?.[1]?.match(/'sha256-[^']+'/g) ?? [];
        expect(hashes.length, page).toBeGreaterThan(0);
        expect(
          hashes.filter((hash) => !sources.includes(hash)),
          page,
        ).toEqual([]);
        expect(policy?.get('X-Frame-Options'), page).toBe(page.startsWith('embed/') ? undefined : 'DENY');
        // Where a host takes the end of an address away, the page falls under the same rule.
        if (path.endsWith('.html'))
          expect(rules.find((rule) => rule.path === path.slice(0, -5))?.headers, page).toEqual(policy);
      }
    });

    test('keep for a year only what is named by its hash', () => {
      const kept = rules.filter(({ headers }) => headers.get('Cache-Control')?.includes('immutable'));
      expect(kept.map(({ path }) => path)).toEqual([`${base}_astro/*`, `${base}offline/*`]);
      for (const file of files.filter((name) => name.startsWith('_astro/')))
        expect(file).toMatch(/\.(?:[\w-]{8}\.css|[\w-]{6}\.js)$/);
      for (const file of files.filter((name) => name.startsWith('offline/')))
        expect(file).toMatch(/\.[\da-f]{12}\.pack$/);
    });

    test('stand beside the pages for nginx and Caddy too', () => {
      for (const name of ['nginx-maps.conf', 'nginx-headers.conf', 'headers.caddy'])
        expect(existsSync(join(dist, '_server', name)), name).toBe(true);
    });
  });
