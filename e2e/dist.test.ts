import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const DIST = 'dist';
const base = process.env['BASE_PATH'] ?? '/';
const pages = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.html')).map((f) => f.replaceAll('\\', '/'));
const html = new Map(pages.map((f) => [f, readFileSync(join(DIST, f), 'utf8')]));
const plain = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&#38;', '&').replaceAll('&quot;', '"');
const attributes = (text: string, names: string): string[] => [...text.matchAll(new RegExp(`\\s(?:${names})="([^"]*)"`, 'g'))].map((m) => plain(m[1] ?? ''));

/** What is wrong with one reference of one page, or nothing. */
function fault(page: string, reference: string, site: string): string | undefined {
  const here = new URL(base + page.replace(/(^|\/)index\.html$/, '$1'), 'https://site.invalid');
  let url: URL;
  try {
    url = new URL(reference, here);
  } catch {
    return `${page}: ${reference} is no address`;
  }
  if (site && url.origin === site) url = new URL(url.pathname + url.hash, here);
  if (url.origin !== here.origin) return undefined;
  if (!url.pathname.startsWith(base)) return `${page}: ${reference} leaves the base ${base}`;
  const path = decodeURIComponent(url.pathname.slice(base.length));
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!existsSync(join(DIST, file)) || !statSync(join(DIST, file)).isFile()) return `${page}: ${reference} leads to no file`;
  const id = decodeURIComponent(url.hash.slice(1));
  if (id && !attributes(html.get(file) ?? '', 'id').includes(id)) return `${page}: ${reference} names no id there`;
  return undefined;
}

test('every reference inside the site leads somewhere, fragments too', () => {
  expect(pages.length).toBeGreaterThan(3);
  const site = /<link rel="canonical" href="(https:\/\/[^/"]+)/.exec(html.get('index.html') ?? '')?.[1] ?? '';
  const references = pages.flatMap((page) => attributes(html.get(page) ?? '', 'href|src|poster|data-geo').filter((r) => !/^(mailto|tel|data|javascript):/.test(r)).map((r) => [page, r] as const)).filter(([page]) => page !== '404.html');
  expect(references.length).toBeGreaterThan(20);
  expect(references.map(([page, r]) => fault(page, r, site)).filter((f) => f !== undefined)).toEqual([]);
});

test('every inline script and style is named by the page’s own policy', () => {
  const faults: string[] = [];
  for (const [page, text] of html) {
    const policy = /http-equiv="content-security-policy" content="([^"]*)"/.exec(text)?.[1] ?? '';
    if (!policy.includes("script-src 'self'") || /unsafe-(inline|eval)/.test(policy)) faults.push(`${page}: no strict policy`);
    for (const [, tag = '', attrs = '', body = ''] of text.matchAll(/<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g)) {
      if (/\ssrc=/.test(attrs) || /type="application\/(ld\+)?json"/.test(attrs)) continue;
      if (!policy.includes(`'sha256-${createHash('sha256').update(body).digest('base64')}'`)) faults.push(`${page}: inline ${tag} ${body.slice(0, 40)}`);
    }
    if (/<[a-z][^>]*\s(?:style|on[a-z]+)="/i.test(text)) faults.push(`${page}: inline style or handler attribute`);
  }
  expect(faults).toEqual([]);
});
