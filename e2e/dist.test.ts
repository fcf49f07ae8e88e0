/** What stands in the built site, read from disk: links, policy, markup, bytes. For both builds, at the root and under a sub-path. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { HtmlValidate } from 'html-validate';
import { licences } from '../src/build/licences.ts';
import { CUT_SHORT } from '../src/build/moved.ts';
import { headingsOf, wordsOf } from '../src/model/prose.ts';
import { corridorSpans } from '../src/model/road.ts';
import { headingAnchor } from '../src/model/text-anchors.ts';
import { world } from './content.ts';

const plain = (text: string): string =>
  text.replaceAll('&amp;', '&').replaceAll('&#38;', '&').replaceAll('&quot;', '"').replaceAll('&#34;', '"');
const attributes = (text: string, names: string): string[] =>
  [...text.matchAll(new RegExp(`\\s(?:${names})="([^"]*)"`, 'g'))].map((match) => plain(match[1] ?? ''));

/** Every page and file that a link may lead to, below the base, and the anchors of entries that share a page. Lines are added at the end, and never changed or removed. */
const PUBLISHED = readFileSync('e2e/published-addresses.txt', 'utf8').trim().split('\n');

/** The addresses of the entries that share a page with others. */
const ENTRIES = [
  ...world.glossary.map(({ id }) => `/glossary/#${id}`),
  ...[...world.charts, ...world.figures].map(({ id }) => `/figures/#${id}`),
  ...world.openQuestions.map(({ id }) => `/open-questions/#${id}`),
  ...world.chapters
    .flatMap(({ id, body }) => [id, ...headingsOf(body).map(({ text }) => headingAnchor(text))])
    .map((anchor) => `/#${anchor}`),
];

/** The anchor of every paragraph that can be linked to, on the page of the explainer, and its first words as they were when it was published. */
const PARAGRAPHS = readFileSync('e2e/published-paragraphs.txt', 'utf8').trim().split('\n');

/** Has a policy and a test of its own. */
const ONE_FILE = 'lachin-corridor.html';
/** What has no card, and so no address that search engines learn: what is not there, frames, and the one file. */
const WITHOUT_CARD = /^(404\.html|embed\/.*|lachin-corridor\.html)$/;

/** So many lines are held as they are by this hash, and so many may stand below them that are not yet. */
const HELD = { lines: 509, hash: 'efd1f17e01bc4ae4d82a9bb5291c89c9acce925a4f5b1f27d3361527204c205e' };
const MOST_FREE = 5;

test('the list of published addresses only grows', () => {
  const hashOf = (lines: number): string =>
    createHash('sha256').update(PUBLISHED.slice(0, lines).join('\n')).digest('hex');
  expect(hashOf(HELD.lines)).toBe(HELD.hash);
  const { length } = PUBLISHED;
  expect(
    length - HELD.lines,
    `lines that no hash holds: write lines: ${length}, hash: '${hashOf(length)}' above`,
  ).toBeLessThanOrEqual(MOST_FREE);
  expect(new Set(PUBLISHED).size).toBe(PUBLISHED.length);
});

for (const { dist, base } of [
  { dist: 'dist', base: '/' },
  { dist: 'dist-sub-path', base: '/repo/' },
]) {
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replaceAll('\\', '/'));
  const html = new Map(pages.map((file) => [file, readFileSync(join(dist, file), 'utf8')]));
  const ids = new Map([...html].map(([file, text]) => [file, new Set(attributes(text, 'id'))]));

  /** Tells whether a page answers at no address of its own. */
  const isNowhere = (text: string): boolean => text.includes('<meta name="robots" content="noindex">');

  /** What is wrong with one reference of one page, or nothing. */
  const fault = (page: string, reference: string, site: string): string | undefined => {
    const here = new URL(base + page.replace(/(^|\/)index\.html$/, '$1'), 'https://site.invalid');
    if (!URL.canParse(reference, here.href)) return `${page}: ${reference} is no address`;
    let url = new URL(reference, here);
    if (site && url.origin === site) url = new URL(url.pathname + url.hash, here);
    if (url.origin !== here.origin) return undefined;
    if (!url.pathname.startsWith(base)) return `${page}: ${reference} leaves the base ${base}`;
    const path = decodeURIComponent(url.pathname.slice(base.length));
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (!existsSync(join(dist, file)) || !statSync(join(dist, file)).isFile())
      return `${page}: ${reference} leads to no file`;
    const id = decodeURIComponent(url.hash.slice(1));
    if (id && !id.startsWith('map=') && !ids.get(file)?.has(id)) return `${page}: ${reference} names no id there`;
    return undefined;
  };

  test.describe(`the site built for ${base}`, () => {
    test('has a page for each event, place and period of the road', () => {
      const moved = new Set(world.moved.map(({ from }) => `${from}index.html`));
      const below = (folder: string): number =>
        pages.filter((page) => page.startsWith(`${folder}/`) && !moved.has(page)).length;
      expect(below('events')).toBe(1 + world.events.length);
      expect(below('places')).toBe(1 + world.places.length);
      expect(below('road')).toBe(1 + corridorSpans(world).length);
      expect(below('chapters')).toBe(1 + world.chapters.length);
      expect(below('positions')).toBe(1 + world.questions.length);
      expect(below('views')).toBe(1 + world.views.length);
    });

    test('has a card for each page that search engines may find', () => {
      const moved = new Set([...CUT_SHORT, ...world.moved].map(({ from }) => from));
      const hidden = [...html]
        .filter(([page, text]) => isNowhere(text) && !WITHOUT_CARD.test(page) && !moved.has(page.slice(0, -10)))
        .map(([page]) => page);
      expect(
        hidden,
        'pages without a card: give <Page> its card="pages/...", and name it in src/build/cards.ts',
      ).toEqual([]);
    });

    test('leads to each page from another one', () => {
      const led = new Map<string, string>();
      for (const [page, text] of html)
        for (const reference of attributes(text, 'href')) {
          if (!reference.startsWith(base)) continue;
          const [path = ''] = reference.slice(base.length).split(/[#?]/);
          const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
          if (file !== page) led.set(file, page);
        }
      const lonely = [...html].filter(([page, text]) => !isNowhere(text) && !led.has(page)).map(([page]) => page);
      expect(lonely, 'pages to which no other page leads: link to them where a reader would look').toEqual([]);
    });

    test('has no link inside itself that leads nowhere, fragments too', () => {
      const site = /<link rel="canonical" href="(https:\/\/[^/"]+)/.exec(html.get('index.html') ?? '')?.[1] ?? '';
      const references = [...html].flatMap(([page, text]) =>
        attributes(text, 'href|src|data-map')
          .filter((reference) => !/^(mailto|tel|data):/.test(reference))
          .map((reference) => [page, reference] as const),
      );
      expect(references.length).toBeGreaterThan(3000);
      expect(references.map(([page, reference]) => fault(page, reference, site)).filter(Boolean)).toEqual([]);
    });

    test('has a strict policy on each page that names every inline script and style', () => {
      const faults: string[] = [];
      for (const [page, text] of html) {
        if (page === ONE_FILE) continue;
        const policy = /http-equiv="content-security-policy" content="([^"]*)"/.exec(text)?.[1] ?? '';
        if (
          !policy.includes("default-src 'self'") ||
          !policy.includes("script-src 'self'") ||
          /unsafe-(inline|eval)/.test(policy)
        )
          faults.push(`${page}: no strict policy`);
        for (const [, tag = '', attrs = '', body = ''] of text.matchAll(/<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g)) {
          if (/\ssrc=/.test(attrs) || /type="application\/(ld\+)?json"/.test(attrs)) continue;
          if (!policy.includes(`'sha256-${createHash('sha256').update(body).digest('base64')}'`))
            faults.push(`${page}: inline ${tag} ${body.slice(0, 40)}`);
        }
        if (/<[a-z][^>]*\s(?:style|on[a-z]+)="/i.test(text)) faults.push(`${page}: inline style or handler attribute`);
      }
      expect(faults).toEqual([]);
    });

    test('gives each page a title, a description, a language and an address of its own', () => {
      const seen = new Map<string, string>();
      for (const [page, text] of html) {
        const title = /<title>([^<]+)<\/title>/.exec(text)?.[1] ?? '';
        expect(title.length, page).toBeGreaterThan(8);
        expect(seen.get(title), `${page} has the title of another page`).toBeUndefined();
        seen.set(title, page);
        const description = plain(/<meta name="description" content="([^"]*)"/.exec(text)?.[1] ?? '');
        expect(description.length, `${page}: description`).toBeGreaterThan(20);
        expect(description.length, `${page}: description`).toBeLessThanOrEqual(300);
        expect(text, page).toContain('<html lang="en"');
        if (isNowhere(text)) continue;
        expect(
          attributes(text, 'content').some((value) => value.endsWith(base + page.replace(/(^|\/)index\.html$/, '$1'))),
          `${page}: og:url`,
        ).toBe(true);
      }
    });

    test('shows a crawler a title, a text and a picture of its own for each page', () => {
      const pictures = new Set<string>();
      for (const [page, text] of html) {
        if (isNowhere(text)) continue;
        const meta = new Map(
          [...text.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)"/g)].map(
            ([, name = '', value = '']) => [name, plain(value)],
          ),
        );
        const canonical = /<link rel="canonical" href="([^"]+)"/.exec(text)?.[1];
        expect(meta.get('og:url'), page).toBe(canonical);
        for (const name of ['og:title', 'og:description', 'og:site_name', 'og:type', 'og:image:alt'])
          expect(meta.get(name)?.length, `${page}: ${name}`).toBeGreaterThan(2);
        expect(meta.get('og:image:alt'), `${page}: a sentence ends once`).not.toMatch(/[.?!]\s*\.(\s|$)/);
        for (const name of ['title', 'description', 'image', 'image:alt'])
          expect(meta.get(`twitter:${name}`), `${page}: twitter:${name}`).toBe(meta.get(`og:${name}`));
        expect(meta.get('twitter:card'), page).toBe('summary_large_image');
        const image = new URL(meta.get('og:image') ?? '', 'https://none.invalid');
        expect(image.origin, page).toBe(new URL(canonical ?? '').origin);
        const file = join(dist, image.pathname.slice(base.length));
        const png = readFileSync(file);
        expect(png.subarray(1, 4).toString(), page).toBe('PNG');
        expect([png.readUInt32BE(16), png.readUInt32BE(20)].map(String), page).toEqual([
          meta.get('og:image:width'),
          meta.get('og:image:height'),
        ]);
        expect([png.readUInt32BE(16), png.readUInt32BE(20)], page).toEqual([1200, 630]);
        expect(png.length, `${file}: bytes`).toBeLessThanOrEqual(60_000);
        expect(pictures.has(file), `${page} has the picture of another page`).toBe(false);
        pictures.add(file);
      }
      expect(pictures.size).toBeGreaterThan(170);
    });

    test('has an oEmbed document for each page, as version 1.0 asks for', () => {
      for (const [page, text] of html) {
        if (isNowhere(text)) continue;
        const link = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(text)?.[1] ?? '';
        const document = JSON.parse(readFileSync(join(dist, new URL(link).pathname.slice(base.length)), 'utf8'));
        expect(document, page).toMatchObject({ type: 'rich', version: '1.0', width: 720, height: 540 });
        const src = plain(/ src="([^"]+)"/.exec(document.html)?.[1] ?? '');
        expect(existsSync(join(dist, new URL(src).pathname.slice(base.length), 'index.html')), `${page}: ${src}`).toBe(
          true,
        );
        const [, frame] = / title="([^"]*)"/.exec(document.html) ?? [];
        const inside = html.get(`${new URL(src).pathname.slice(base.length)}index.html`) ?? '';
        expect(inside, `${page}: the frame is named for what is in it`).toContain(`>${frame}</a> </h1>`);
        expect(existsSync(join(dist, new URL(document.thumbnail_url).pathname.slice(base.length))), page).toBe(true);
        expect([document.thumbnail_width, document.thumbnail_height]).toEqual([1200, 630]);
      }
    });

    test('lists among the sources of a page all that it cites', () => {
      const listing = [...html].filter(([, text]) => text.includes('<table class="sources"'));
      expect(listing.length).toBeGreaterThan(90);
      const idsIn = (text: string): Set<string> =>
        new Set([...text.matchAll(/href="[^"]*sources\/#([a-z\d-]+)"/g)].map(([, id = '']) => id));
      for (const [page, text] of listing) {
        const [before = '', list = ''] = text.split('<table class="sources"');
        const listed = idsIn(list.split('</table>')[0] ?? '');
        const missing = [...idsIn(before)].filter((id) => !listed.has(id));
        expect(missing, page).toEqual([]);
      }
    });

    test('says what each page is in JSON-LD', () => {
      const dataOf = (page: string): Record<string, unknown> =>
        JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html.get(page) ?? '')?.[1] ?? 'null');
      for (const [page, text] of html) {
        if (isNowhere(text)) continue;
        const data = dataOf(page);
        expect(data, page).toMatchObject({
          '@context': 'https://schema.org',
          inLanguage: 'en',
          isAccessibleForFree: true,
        });
        expect(['Article', 'WebPage'], page).toContain(data['@type']);
        expect(text, page).toContain(`<link rel="canonical" href="${data['url']}"`);
      }
      expect(dataOf('events/2023-04-23-checkpoint/index.html')).toMatchObject({
        '@type': 'Article',
        about: {
          '@type': 'Event',
          startDate: '2023-04-23',
          location: { '@type': 'Place', name: 'Hakari bridge', geo: { latitude: 39.56553, longitude: 46.57077 } },
        },
      });
      expect(dataOf('events/2023-04-23-checkpoint/index.html')['citation']).toContainEqual(
        expect.stringMatching(/^https:\/\//),
      );
      expect(dataOf('places/lachin/index.html')).toMatchObject({
        about: { '@type': 'Place', alternateName: expect.arrayContaining(['Berdzor', 'Laçın', 'Բերձոր', 'Лачин']) },
      });
    });

    test('leads from each former address to the present one', () => {
      const text = html.get('chapters/index.html') ?? '';
      expect(isNowhere(text)).toBe(true);
      expect(text).toContain(`<meta http-equiv="refresh" content="0; url=${base}">`);
      expect(text).toContain(`<a href="${base}">`);
    });

    test('tells crawlers where the list of its pages is', () => {
      const [, list = ''] =
        /^Sitemap: https:\/\/[^/]+\/(.*)$/m.exec(readFileSync(join(dist, 'robots.txt'), 'utf8')) ?? [];
      expect(`/${list}`).toBe(`${base}sitemap-index.xml`);
      expect(existsSync(join(dist, 'sitemap-index.xml'))).toBe(true);
    });

    test('has its search call each page and each section of one as its heading does', () => {
      const documents: { kind: string; title: string; path: string }[] = JSON.parse(
        readFileSync(join(dist, 'search.json'), 'utf8'),
      );
      // The booklet bears the name of the site.
      const pages = documents.filter(({ kind, path }) => kind === 'Page' && path !== 'booklet/');
      expect(pages.length).toBeGreaterThan(20);
      const headingsOf = (path: string): string[] =>
        [...(html.get(`${path.split('#')[0]}index.html`) ?? '').matchAll(/<h[12]\b[^>]*>([^<]*)</g)].map(
          ([, text = '']) => plain(text).trim(),
        );
      expect(pages.filter(({ title, path }) => !headingsOf(path).includes(title))).toEqual([]);
    });

    test('lists no page that asks not to be listed, and its search finds each that is listed', () => {
      const listed = [...readFileSync(join(dist, 'sitemap-0.xml'), 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
        ([, url = '']) => new URL(plain(url)).pathname.slice(base.length),
      );
      expect(listed.length).toBeGreaterThan(170);
      expect(
        listed.filter((path) => isNowhere(html.get(`${path}index.html`) ?? '')),
        'pages of the sitemap that are noindex',
      ).toEqual([]);
      const documents: { path: string }[] = JSON.parse(readFileSync(join(dist, 'search.json'), 'utf8'));
      const found = new Set(documents.map(({ path }) => path.replace(/#.*$/, '')));
      expect(
        listed.filter((path) => path !== 'search/' && !found.has(path)),
        'pages that the search does not find: add them to src/build/search-pages.ts',
      ).toEqual([]);
      const isThere = (path: string): boolean => {
        const [page = '', id] = path.split('#');
        const known = ids.get(`${page}index.html`);
        return known !== undefined && (id === undefined || known.has(id));
      };
      expect(
        documents.map(({ path }) => path).filter((path) => !isThere(path)),
        'results of the search that lead nowhere',
      ).toEqual([]);
    });

    test('brings along the licences of what others made, and tells of them', () => {
      expect(readFileSync(join(dist, 'licences.txt'), 'utf8')).toBe(licences());
      expect(html.get('about/index.html')).toContain(`href="${base}licences.txt"`);
    });

    test('answers at every address that was ever published', () => {
      const missing = PUBLISHED.filter((address) => {
        const [path = '', anchor] = address.split('#');
        const file = path.slice(1) + (path.endsWith('/') ? 'index.html' : '');
        return !existsSync(join(dist, file)) || (anchor !== undefined && !ids.get(file)?.has(anchor));
      });
      expect(missing, 'published addresses that lead nowhere: give what was renamed its formerIds').toEqual([]);
    });

    test('has each page in the list of published addresses', () => {
      const known = new Set(PUBLISHED);
      const missing = [...html]
        .filter(([, text]) => !isNowhere(text))
        .map(([page]) => `/${page.replace(/(^|\/)index\.html$/, '$1')}`)
        .filter((path) => !known.has(path));
      expect(missing, 'lines to be added at the end of e2e/published-addresses.txt').toEqual([]);
    });

    test('has each entry that shares a page with others in the list of published addresses', () => {
      const missing = ENTRIES.filter((address) => !PUBLISHED.includes(address));
      expect(missing, 'lines to be added at the end of e2e/published-addresses.txt').toEqual([]);
    });

    test('links to paragraphs lead to the ones that were linked', () => {
      const found = [...(html.get('index.html') ?? '').matchAll(/<p id="([^"]*-p\d+)"[^>]*>(.*?)<\/p>/gs)].map(
        ([, id, inside = '']) => `${id} ${wordsOf(plain(inside)).split(' ').slice(0, 6).join(' ')}`,
      );
      expect(
        found.sort(),
        'e2e/published-paragraphs.txt: where words were changed, change the line; where a paragraph was put in or taken out, write `paragraphs:` at the head of the chapter (content/README.md), and add the line of the new one',
      ).toEqual(PARAGRAPHS.toSorted());
    });

    test('is valid HTML', async () => {
      const validator = new HtmlValidate({
        extends: ['html-validate:standard'],
        rules: { 'no-inline-style': 'error', 'long-title': 'off', 'script-type': 'off' },
      });
      const faults: string[] = [];
      for (const [page, text] of html) {
        const report = await validator.validateString(text, page);
        for (const { messages } of report.results)
          for (const { ruleId, message, line, column } of messages)
            faults.push(`${page}:${line}:${column} ${ruleId}: ${message}`);
      }
      expect([...new Set(faults)].slice(0, 20)).toEqual([]);
    });
  });
}
