/** The explainer in one file, read from disk: small, whole, and asking for nothing. For both builds. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const FILE = 'lachin-corridor.html';

for (const [dist, base] of [
  ['dist', '/'],
  ['dist-sub-path', '/repo/'],
] as const)
  test.describe(`the explainer in one file, of the site built for ${base}`, () => {
    const html = existsSync(`${dist}/${FILE}`) ? readFileSync(`${dist}/${FILE}`, 'utf8') : '';

    test('is 300 kB at most', () => {
      expect(Buffer.byteLength(html)).toBeGreaterThan(100_000);
      expect(Buffer.byteLength(html)).toBeLessThanOrEqual(300_000);
      expect(existsSync(`${dist}/lachin-corridor/index.html`)).toBe(false);
    });

    test('may ask for nothing, and run only what stands in it', () => {
      const policy = /http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
      expect(policy).toMatch(/^default-src 'none'; /);
      expect(policy).not.toContain('unsafe');
      expect(policy).not.toContain("'self'");
      for (const [, text = ''] of html.matchAll(/<(?:script|style)>([\s\S]*?)<\/(?:script|style)>/g))
        expect(policy).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
      expect(
        html.match(/<(?:script|img|image|iframe|source|video|object|embed)\b[^>]*\s(?:src|href|data)=/g),
      ).toBeNull();
      expect(html.match(/<link\b[^>]*>/g)).toEqual(['<link rel="icon" href="data:,">']);
      expect(html).not.toMatch(/@import|url\((?!#|"#)/);
    });

    test('leads inside itself, or to the published site', () => {
      const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
      const links = [...html.matchAll(/<a\b[^>]*\shref="([^"]+)"/g)].map(([, href = '']) => href);
      expect(links.length).toBeGreaterThan(700);
      const inside = links.filter((href) => href.startsWith('#') && !href.startsWith('#map='));
      expect(inside.filter((href) => !ids.has(href.slice(1)))).toEqual([]);
      expect(links.filter((href) => !/^(#|https?:\/\/)/.test(href))).toEqual([]);
      const site = /href="(https:\/\/[^"]+)">https/.exec(html)?.[1] ?? '';
      const own = links
        .filter((href) => href.startsWith(site))
        .map((href) => href.slice(site.length).replace(/#.*/, ''));
      expect(site.endsWith(base)).toBe(true);
      expect(own.filter((path) => !existsSync(`${dist}/${path}`))).toEqual([]);
    });
  });
