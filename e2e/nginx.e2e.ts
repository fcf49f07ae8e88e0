/** The site behind a real nginx, with the configuration that is shipped. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { precompress } from '../tools/precompress.ts';
import { test as base, expect } from './fixtures.ts';
import { marksOpen } from './marks-open.ts';
import { type Nginx, startNginx } from './nginx.ts';

const EVENT = 'events/2023-04-23-checkpoint/';
/** What is asked for in its compressed forms. */
const COMPRESSED =
  /^(?:index\.html|404\.html|events\/2023-04-23-checkpoint\/index\.html|data\/map\.json|_astro\/live-view.*)$/;

const test = base.extend<object, { nginx: Nginx }>({
  nginx: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what is needed from the pattern.
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'site-'));
      cpSync('dist', folder, { recursive: true, preserveTimestamps: true });
      await precompress(folder, (file) => COMPRESSED.test(file));
      const nginx = await startNginx(
        { site: folder, 'sub-path': 'dist-sub-path' },
        '<!doctype html><title>Blank</title><link rel="icon" href="data:,">',
      );
      await use(nginx);
      await nginx.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ nginx }, use) => use(nginx.root),
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks without a browser, which would follow and unpack. */
const ask = (url: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((answer, fail) => {
    request(url, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        answer({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on('error', fail)
      .end();
  });

test.describe.configure({ mode: 'default' });

test.describe('behind nginx', () => {
  for (const [place, of] of [
    ['at the root', 'root'],
    ['under a sub-path', 'subPath'],
  ] as const)
    test.describe(place, () => {
      test('a page is sent with its headers', async ({ nginx }) => {
        const { status, headers } = await ask(nginx[of] + EVENT);
        expect(status).toBe(200);
        expect(headers).toMatchObject({
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-cache',
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'same-origin',
          'x-frame-options': 'DENY',
          'cross-origin-opener-policy': 'same-origin',
        });
        expect(headers['content-security-policy']).toMatch(
          /^default-src 'self'; .*require-trusted-types-for 'script'.*script-src 'self' 'sha256-.*style-src 'self' 'sha256-.*frame-ancestors 'none'$/,
        );
        expect(headers['permissions-policy']).toContain('camera=()');
        expect(headers['access-control-allow-origin']).toBeUndefined();
        expect(headers['etag']).toBeTruthy();
        expect(headers['server']).toBe('nginx');
      });

      test('an embed may be framed by anyone', async ({ nginx }) => {
        for (const path of ['embed/', `embed/${EVENT}`]) {
          const { status, headers } = await ask(nginx[of] + path);
          expect(status).toBe(200);
          expect(headers['x-frame-options']).toBeUndefined();
          expect(headers['content-security-policy']).toContain("script-src 'self' 'sha256-");
          expect(headers['content-security-policy']).not.toContain('frame-ancestors');
          expect(headers['access-control-allow-origin']).toBe('*');
        }
      });

      test('what does not exist has the status 404, the page for it, and its headers', async ({ nginx }) => {
        for (const path of [
          'nothing/',
          'events/nothing',
          'embed/nothing/',
          '_astro/',
          '_headers',
          '_server/nginx-maps.conf',
        ]) {
          const { status, headers, body } = await ask(nginx[of] + path);
          expect(status, path).toBe(404);
          expect(body.toString(), path).toContain('<meta name="robots" content="noindex">');
          expect(headers['content-type'], path).toBe('text/html; charset=utf-8');
          expect(headers['x-frame-options'], path).toBe('DENY');
          expect(headers['cache-control'], path).toBe('no-cache');
          expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
        }
      });

      test('an address without its slash leads to the page, with its query and without a host', async ({ nginx }) => {
        const path = new URL(nginx[of]).pathname;
        const { status, headers } = await ask(`${nginx[of] + EVENT.slice(0, -1)}?from=a&to=b`);
        expect(status).toBe(301);
        expect(headers.location).toBe(`${path + EVENT}?from=a&to=b`);
        if (path !== '/') expect((await ask(nginx[of].slice(0, -1))).headers.location).toBe(path);
      });

      test('each file has its type', async ({ nginx }) => {
        for (const [file, type] of Object.entries({
          'data/routes.geojson': 'application/geo+json',
          'data/events.ics': 'text/calendar; charset=utf-8',
          'data/events.csv': 'text/csv; charset=utf-8',
          'data/roads.gpx': 'application/gpx+xml',
          'data/roads.kml': 'application/vnd.google-earth.kml+xml',
          'data/sources.bib': 'application/x-bibtex',
          'data/LICENSE.txt': 'text/plain; charset=utf-8',
          'feed.xml': 'application/xml; charset=utf-8',
          'feed.json': 'application/json',
          'embed/embed.js': 'text/javascript; charset=utf-8',
          'embed/live.css': 'text/css; charset=utf-8',
          'fonts/serif.woff2': 'font/woff2',
          'map/relief.webp': 'image/webp',
          'cards/pages/home.png': 'image/png',
          'stills/the-checkpoint.svg': 'image/svg+xml; charset=utf-8',
        })) {
          const { status, headers } = await ask(nginx[of] + file);
          expect([status, headers['content-type']], file).toEqual([200, type]);
          expect(headers['x-content-type-options'], file).toBe('nosniff');
        }
      });
    });

  test('a file named by its hash is kept for a year, all else is asked for anew', async ({ nginx }) => {
    const home = (await ask(nginx.root)).body.toString();
    const script = /src="\/(_astro\/[^"]+\.js)"/.exec(home)?.[1] ?? '';
    expect((await ask(nginx.root + script)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    for (const path of ['', 'data/map.json', 'search.json', 'embed/embed.js', 'map/relief.webp']) {
      const { headers } = await ask(nginx.root + path);
      expect(headers['cache-control'], path).toBe('no-cache');
      const again = await ask(nginx.root + path, { 'if-none-match': headers['etag'] ?? '' });
      expect([again.status, again.body.length], path).toEqual([304, 0]);
    }
  });

  test('other sites may read the files to take away, and the feeds', async ({ nginx }) => {
    for (const path of ['data/events.json', 'data/routes.geojson', 'feed.xml', 'corrections.json'])
      expect((await ask(nginx.root + path)).headers['access-control-allow-origin'], path).toBe('*');
  });

  test('pages and data come compressed as the reader’s browser can read them', async ({ nginx }) => {
    for (const path of ['', EVENT, 'data/map.json', 'nothing/']) {
      const plain = await ask(nginx.root + path);
      const gzip = await ask(nginx.root + path, { 'accept-encoding': 'gzip' });
      expect(plain.headers['content-encoding'], path).toBeUndefined();
      expect(gzip.headers['content-encoding'], path).toBe('gzip');
      expect(gunzipSync(gzip.body).equals(plain.body), path).toBe(true);
      expect(gzip.headers['content-type'], path).toBe(plain.headers['content-type']);
      for (const { headers } of [plain, gzip]) expect(headers['vary'], path).toBe('Accept-Encoding');
      if (!nginx.hasBrotli) continue;
      const brotli = await ask(nginx.root + path, { 'accept-encoding': 'gzip, deflate, br, zstd' });
      expect(brotli.headers['content-encoding'], path).toBe('br');
      expect(brotliDecompressSync(brotli.body).equals(plain.body), path).toBe(true);
      expect(brotli.body.length, path).toBeLessThan(gzip.body.length);
      expect(brotli.headers['vary'], path).toBe('Accept-Encoding');
    }
  });

  test('what has no compressed copy comes as it is: nginx spends no time on it', async ({ nginx }) => {
    for (const path of ['about/', 'data/events.csv']) {
      const { status, headers } = await ask(nginx.root + path, { 'accept-encoding': 'gzip, br' });
      expect([status, headers['content-encoding']], path).toEqual([200, undefined]);
    }
  });

  test('a part of a file can be had', async ({ nginx }) => {
    const whole = readFileSync('dist/map/relief.webp');
    const part = await ask(`${nginx.root}map/relief.webp`, { range: 'bytes=100-199' });
    expect(part.status).toBe(206);
    expect(part.headers['content-range']).toBe(`bytes 100-199/${whole.length}`);
    expect(part.body.equals(whole.subarray(100, 200))).toBe(true);
    const outside = await ask(`${nginx.root}map/relief.webp`, { range: `bytes=${whole.length}-` });
    expect(outside.status).toBe(416);
  });

  test('pages, the live map, a source and the share dialog work under the headers', async ({ page, context }) => {
    await page.goto(`./${EVENT}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.goto('./map/');
    await expect(page.locator('.live-map.is-drawn')).toBeVisible();
    await context.grantPermissions(['clipboard-write']);
    await page.getByRole('button', { name: 'Share …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByText('Link copied.')).toBeVisible();
    await page.goto('./');
    await marksOpen(page);
    await page.locator('.cite a').first().click();
    await expect(page.locator('.side-panel')).toBeVisible();
  });

  test('an embed works in a frame of another origin, and leads to the full view; a page shows nothing there', async ({
    context,
    page,
    guard,
    nginx,
  }) => {
    // The page of somebody else; the blank one is of another origin.
    guard.expected.push(/request to http:\/\/127/);
    const frame = async (src: string): Promise<void> => {
      await page.goto(nginx.blank);
      await page.evaluate((address) => {
        const element = document.createElement('iframe');
        element.setAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox');
        Object.assign(element, { id: 'map', width: 700, height: 500, src: address });
        document.body.append(element);
      }, src);
    };
    await frame(`${nginx.root}embed/${EVENT}`);
    const embed = page.frameLocator('#map');
    await embed.getByRole('button', { name: 'Move the map' }).click();
    await expect(embed.locator('.live-map.is-drawn')).toBeVisible();
    const opened = context.waitForEvent('page');
    await embed.getByRole('link', { name: 'Full view, with sources' }).click();
    await expect((await opened).getByRole('heading', { level: 1 })).toContainText('checkpoint');

    guard.expected.push(/frame-ancestors 'none'/);
    const refused = page.waitForEvent('console', (message) => message.text().includes("frame-ancestors 'none'"));
    await frame(nginx.root + EVENT);
    await refused;
    await expect(page.frameLocator('#map').getByRole('heading', { level: 1 })).toHaveCount(0);
  });
});
