/** A new version, and what can go wrong while one is kept: the page at hand and the copy that is there stay whole. */
import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { ExplorerPage } from './explorer-page.ts';
import { marksOpen } from './marks-open.ts';
import { test as base, expect, keptBytes, visit } from './offline-fixtures.ts';
import { basePath, distFolder } from './own-host.ts';
import { type Edition, makeBuild, SECOND } from './site-builds.ts';
import { half, late, type SiteServer, signIn, silent, status } from './site-server.ts';
import { typefacesOn } from './typefaces-on.ts';

const EVENT = 'events/2023-04-23-checkpoint/';
const PACK = /^offline\/pages\./;

/** The builds, made once for each worker of the run. */
const test = base.extend<object, { builds: Readonly<Record<Edition, string>> }>({
  builds: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures that one needs
    async ({}, use) => {
      const make = (edition: Edition): Promise<string> => makeBuild(distFolder(), basePath(), edition);
      const builds = { first: await make('first'), words: await make('words'), second: await make('second') };
      await use(builds);
      for (const folder of Object.values(builds)) rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

test.beforeEach(({ host, builds }) => {
  host.folder = builds.first;
});

/** Looks for a new version, and returns what became of it: `installed` waits, `redundant` failed. */
function update(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise<ServiceWorker | null>((resolve) =>
      registration.addEventListener('updatefound', () => resolve(registration.installing), { once: true }),
    );
    await registration.update();
    const worker = await found;
    return new Promise<string>((resolve) => {
      const tell = (): void => {
        if (worker && worker.state !== 'installing') resolve(worker.state);
      };
      worker?.addEventListener('statechange', tell);
      tell();
    });
  });
}

/** Moves the map of an event page, which needs a script and data of the page's own version. */
async function moveMap(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Move the map' }).click();
  await expect(new ExplorerPage(page).live).toBeVisible();
}

test.describe('a new version', () => {
  test('leaves an open page as it is, and comes with the next one', async ({ page, context, host, builds }) => {
    await visit(page, EVENT);
    const [old] = Object.keys(await keptBytes(page));
    await typefacesOn(page);
    await page.evaluate(() => {
      scrollTo(0, 600);
      document.documentElement.dataset['read'] = 'here';
    });
    host.folder = builds.second;
    expect(await update(page)).toBe('installed');
    await expect(page.locator('html')).toHaveAttribute('data-read', 'here');
    expect(await page.evaluate(() => scrollY)).toBe(600);
    expect(Object.keys(await keptBytes(page))).toContain(old);

    // Its host has lost the old map script; the copy has not.
    host.asked.length = 0;
    await moveMap(page);
    expect(host.asked.filter((path) => /live-view\.|map\.json/.test(path))).toEqual([]);

    // On a busy machine the host may be slower than the reader is patient: then once more.
    await expect(async () => {
      await page.goto(EVENT);
      await expect(page.getByRole('link', { name: SECOND })).toBeVisible({ timeout: 1000 });
    }).toPass();
    await moveMap(page);
    expect(host.asked).toContain('data/map.json');
    expect(host.asked.some((path) => /live-view\..*-second\.js$/.test(path))).toBe(true);

    // No page of the old version is open any more: its copy goes. A page opened too soon after would still be its.
    await page.close();
    let next = await context.newPage();
    await expect(async () => {
      await next.close();
      next = await context.newPage();
      await visit(next, EVENT);
      await expect.poll(async () => Object.keys(await keptBytes(next)).length, { timeout: 1000 }).toBe(1);
    }).toPass();
    expect(Object.keys(await keptBytes(next))).not.toContain(old);
    await host.stop();
    await next.reload();
    await expect(next.getByRole('link', { name: SECOND })).toBeVisible();
  });

  for (const [trouble, happen] of [
    ['without a network', (host: SiteServer) => host.stop()],
    ['where the host holds them no more', (host: SiteServer) => host.spoil(/^_astro\/|^data\/map/, status(404))],
  ] as const)
    test(`gives its pages their scripts and data ${trouble}, while the old one answers still`, async ({
      page,
      host,
      builds,
    }) => {
      await visit(page, EVENT);
      host.folder = builds.second;
      expect(await update(page)).toBe('installed');
      await expect(async () => {
        await page.goto(EVENT);
        await expect(page.getByRole('link', { name: SECOND })).toBeVisible({ timeout: 1000 });
      }).toPass();
      await page.waitForLoadState('networkidle');
      await happen(host);
      await moveMap(page);
    });

  test('of words alone loads no scripts again', async ({ page, host, builds }) => {
    await visit(page, EVENT);
    host.folder = builds.words;
    host.asked.length = 0;
    expect(await update(page)).toBe('installed');
    const loaded = host.asked.filter((path) => path.startsWith('offline/'));
    expect(loaded.map((path) => path.replace(/\..*/, ''))).toEqual(['offline/pages']);
  });

  test('whose copy another version takes away while it is being kept is no version, and comes the next time', async ({
    page,
    host,
    builds,
  }) => {
    await visit(page, EVENT);
    const [old = ''] = Object.keys(await keptBytes(page));
    host.folder = builds.second;
    let release = (): void => {};
    host.spoil(PACK, (response, body) => {
      release = () => response.writeHead(200).end(body);
    });
    host.asked.length = 0;
    const end = update(page);
    await expect.poll(() => host.asked.some((path) => PACK.test(path))).toBe(true);
    // As a version between the two does when it becomes the active one.
    await page.evaluate(async (kept) => {
      for (const name of await caches.keys()) if (name !== kept) await caches.delete(name);
    }, old);
    release();
    expect(await end).toBe('redundant');
    expect(Object.keys(await keptBytes(page))).toEqual([old]);
    host.mend();
    expect(await update(page)).toBe('installed');
    expect(Object.keys(await keptBytes(page))).toHaveLength(2);
  });

  test('that is a step back to the one in use leaves its copy as it is, though the reader saves data by now', async ({
    page,
    host,
    builds,
  }) => {
    await visit(page, EVENT);
    const before = await keptBytes(page);
    host.folder = builds.second;
    expect(await update(page)).toBe('installed');
    host.folder = builds.first;
    host.spoil(/^sw\.js$/, (response, body) => {
      response.writeHead(200, { 'content-type': 'text/javascript' });
      response.end(`Object.defineProperty(navigator, 'connection', { value: { saveData: true } });${body}`);
    });
    expect(await update(page)).toBe('installed');
    expect(await keptBytes(page)).toMatchObject(before);
    await host.stop();
    await page.reload();
    await expect(page.getByText(/The site does not answer/)).toBeVisible();
    await moveMap(page);
  });

  test('that comes by half breaks nothing', async ({ page, host, builds, guard }) => {
    guard.expected.push(/Failed to load resource/);
    await visit(page, EVENT);
    const before = await keptBytes(page);
    host.folder = builds.second;
    for (const fault of [half, status(500), status(404), signIn]) {
      host.spoil(PACK, fault);
      expect(await update(page)).toBe('redundant');
      host.mend();
      expect(await keptBytes(page)).toEqual(before);
    }
    // The host dies in the middle.
    host.spoil(PACK, silent);
    host.asked.length = 0;
    const end = update(page);
    await expect.poll(() => host.asked.some((path) => PACK.test(path))).toBe(true);
    await host.stop();
    expect(await end).toBe('redundant');
    expect(await keptBytes(page)).toEqual(before);

    await page.reload();
    await expect(page.getByText(/The site does not answer/)).toBeVisible();
    await expect(page.getByRole('link', { name: SECOND })).toHaveCount(0);
    await moveMap(page);

    host.mend();
    await host.start();
    expect(await update(page)).toBe('installed');
  });
});

test.describe('a host in trouble', () => {
  for (const [trouble, fault] of [
    ['answers with an error of its own', status(503)],
    ['takes the request and says nothing', silent],
  ] as const)
    test(`that ${trouble} leaves the reader the copy`, async ({ page, host }) => {
      await visit(page, '');
      host.spoil(/^events\//, fault);
      await page.goto(EVENT);
      await expect(page.getByText(/The site does not answer/)).toBeVisible();
      await moveMap(page);
    });

  test('is believed about a page that is newer than the copy, however late it answers', async ({
    page,
    host,
    guard,
  }) => {
    guard.expected.push(/status of 503/);
    await visit(page, '');
    host.spoil(/^events\/of-today\/$/, late(5000, 'Of today'));
    await page.goto('events/of-today/');
    await expect(page.getByRole('heading', { name: 'Of today' })).toBeVisible();
    host.spoil(/^events\/of-tomorrow\/$/, late(0, 'Come back tomorrow', 503));
    await page.goto('events/of-tomorrow/');
    await expect(page.getByRole('heading', { name: 'Come back tomorrow' })).toBeVisible();
  });
});

test.describe('nothing is kept, and the page is as ever,', () => {
  test.afterEach(async ({ page }) => {
    await moveMap(page);
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
  });

  /** Waits until the worker that was asked for has failed. */
  const failed = (page: Page): Promise<void> =>
    expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);

  test('when storage is full', async ({ page, host, baseURL }) => {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Storage.overrideQuotaForOrigin', { origin: new URL(baseURL ?? '').origin, quotaSize: 50_000 });
    await page.goto(EVENT);
    await expect.poll(() => host.asked.some((path) => path.startsWith('offline/'))).toBe(true);
    await failed(page);
  });

  test('when storage is refused to the worker', async ({ page, host }) => {
    host.spoil(/^sw\.js$/, (response, body) => {
      response.writeHead(200, { 'content-type': 'text/javascript' });
      response.end(`caches.open = () => Promise.reject(new DOMException('no', 'SecurityError'));${body}`);
    });
    await page.goto(EVENT);
    await expect.poll(() => host.asked).toContain('sw.js');
    await failed(page);
  });

  test('when the download is killed', async ({ page, host }) => {
    host.spoil(PACK, half);
    await page.goto(EVENT);
    await expect.poll(() => host.asked.some((path) => PACK.test(path))).toBe(true);
    await failed(page);
  });

  for (const [refusal, script] of [
    [
      'refuses',
      "ServiceWorkerContainer.prototype.register = async () => { throw new DOMException('no', 'SecurityError') }",
    ],
    [
      'forbids',
      "Object.defineProperty(navigator, 'serviceWorker', { get() { throw new DOMException('no', 'SecurityError') } })",
    ],
    ['has no', "Object.defineProperty(navigator, 'serviceWorker', { value: undefined })"],
  ] as const)
    test(`when the browser ${refusal} service workers`, async ({ page, host }) => {
      await page.addInitScript(script);
      await page.goto(EVENT);
      await marksOpen(page);
      await page.waitForLoadState('networkidle');
      expect(host.asked).not.toContain('sw.js');
    });

  test('when the reader saves data', async ({ page, host }) => {
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true }),
    );
    await page.goto(EVENT);
    await marksOpen(page);
    await page.waitForLoadState('networkidle');
    expect(host.asked).not.toContain('sw.js');
  });
});
