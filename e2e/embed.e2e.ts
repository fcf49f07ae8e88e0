import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import {
  type Browser,
  type BrowserContextOptions,
  expect,
  type FrameLocator,
  type Page,
  type Response,
  test,
} from '@playwright/test';
import { axeFinds } from './axe.ts';

const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';
const SIT_IN = '#map=11/39.74/46.72&day=2023-01-15&focus=2022-12-12-road-blocked&layers=areas,zone,roads,places,events';

interface Host {
  readonly page: Page;
  readonly frame: FrameLocator;
  /** What went wrong, as the console and the page say. */
  readonly problems: string[];
  /** Whom the frame asked so far. */
  readonly hosts: ReadonlySet<string>;
  /** Gzipped bytes that the frame asked for so far. */
  bytes(): Promise<number>;
  close(): Promise<void>;
}

/** How many bytes an answer sends: text as gzip makes it. */
async function sizeOf(response: Response): Promise<number> {
  const body = await response.body();
  return /\.(png|webp|woff2)$/.test(response.url()) ? body.length : gzipSync(body, { level: 9 }).length;
}

/** A page of somebody else, on another origin, that holds an embed. */
async function hostPage(
  browser: Browser,
  src: string,
  { sandbox = SANDBOX, height = 480, ...options }: BrowserContextOptions & { sandbox?: string; height?: number } = {},
): Promise<Host> {
  const html = `<!doctype html><title>A page about roads</title><p style="height:300px">Before</p><iframe id="map" title="Map" src="${src.replaceAll('&', '&amp;')}" ${sandbox === 'none' ? '' : `sandbox="${sandbox}"`} style="width:100%;height:${height}px;border:0"></iframe><p style="height:3000px"><a href="#after">After</a></p>`;
  const server: Server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const context = await browser.newContext({ viewport: { width: 800, height: 900 }, ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  const answers: Response[] = [];
  const { host } = new URL(src);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  const asked: string[] = [];
  const hosts = new Set<string>();
  page.on('request', (request) => {
    // The page around the embed asks for itself alone.
    if (request.frame() !== page.mainFrame()) hosts.add(new URL(request.url()).host);
    if (new URL(request.url()).host === host) asked.push(request.url());
  });
  page.on('response', (response) => {
    if (new URL(response.url()).host === host) answers.push(response);
  });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await expect(page.frameLocator('#map').locator('.embed-still')).toBeVisible();
  // All that comes by itself has come, in the frame too: nothing new was asked for in half a second, and all is answered.
  await expect(async () => {
    const count = asked.length;
    await page.waitForTimeout(500);
    expect(asked).toHaveLength(count);
    expect(answers).toHaveLength(count);
  }).toPass();
  return {
    page,
    frame: page.frameLocator('#map'),
    problems,
    hosts,
    bytes: async () => (await Promise.all(answers.map(sizeOf))).reduce((sum, size) => sum + size, 0),
    close: async () => {
      await context.close();
      server.close();
    },
  };
}

/** Presses the button for the live map. Through BiDi Firefox takes no pointer and no keys in a frame, but the event itself. */
async function startMap(frame: FrameLocator, browserName: string): Promise<void> {
  const button = frame.getByRole('button', { name: 'Move the map' });
  await (browserName === 'firefox' ? button.dispatchEvent('click') : button.click());
}
const NO_INPUT = 'Through BiDi Firefox takes no pointer and no keys in a frame';

test.describe('an embed on a page of another origin, closed in by sandbox', () => {
  test('shows title, map, words, credits and a way to the full view, without an error', async ({
    browser,
    baseURL,
  }) => {
    const { frame, problems, close } = await hostPage(browser, `${baseURL}embed/events/2023-04-23-checkpoint/`);
    await expect(
      frame.getByRole('heading', { name: 'Azerbaijan sets up a checkpoint at the Hakari bridge' }),
    ).toBeVisible();
    await expect(frame.getByRole('img', { name: /^Map\. 23.April.2023\./ })).toBeVisible();
    await expect(frame.locator('.said')).toHaveText(/^23.April.2023\. The road/);
    await expect(frame.getByText('OpenStreetMap contributors')).toBeVisible();
    const full = frame.getByRole('link', { name: 'Full view, with sources' });
    await expect(full).toHaveAttribute(
      'href',
      /\/events\/2023-04-23-checkpoint\/#map=10\/39\.5655\/46\.5708&day=2023-04-23/,
    );
    expect(problems).toEqual([]);
    await close();
  });

  for (const path of [
    'embed/',
    'embed/events/2023-04-23-checkpoint/',
    `embed/${SIT_IN}`,
    'embed/#map=8.5/39.7/46.6&day=2020-11-16&focus=none&layers=razope',
  ])
    test(`asks for at most 15 kB before it is touched: /${path.slice(0, 42)}`, async ({ browser, baseURL }) => {
      const { bytes, close } = await hostPage(browser, `${baseURL}${path}`);
      expect(await bytes()).toBeGreaterThan(8000);
      expect(await bytes()).toBeLessThanOrEqual(15_000);
      await close();
    });

  test('shows the view of its fragment, and tells it on', async ({ browser, baseURL }) => {
    const { frame, problems, close } = await hostPage(browser, `${baseURL}embed/${SIT_IN}`);
    await expect(frame.locator('.said')).toHaveText(/^15.January.2023\..*closed to ordinary traffic/);
    await expect(frame.locator('.embed-still image')).toHaveAttribute('href', /embed\/maps\/2022-12-12\/11\.svg$/);
    await expect(frame.getByRole('link', { name: 'Full view, with sources' })).toHaveAttribute(
      'href',
      new RegExp(`map/${SIT_IN}$`),
    );
    expect(problems).toEqual([]);
    await close();
  });

  test('fills its frame with the map also where that was hidden at first, or grows', async ({ browser, baseURL }) => {
    const { page, frame, close } = await hostPage(browser, `${baseURL}embed/${SIT_IN}`);
    const iframe = page.locator('iframe');
    const covers = (): Promise<boolean> =>
      frame.locator('.embed-still').evaluate((svg) => {
        const [map, picture] = [svg, svg.querySelector('image')].map((part) => part?.getBoundingClientRect());
        if (!map || !picture || map.width === 0) return false;
        return (
          picture.left <= map.left &&
          picture.top <= map.top &&
          picture.right >= map.right &&
          picture.bottom >= map.bottom
        );
      });
    await iframe.evaluate((element) => {
      element.style.width = '300px';
    });
    await page.reload();
    await expect.poll(covers).toBe(true);
    for (const [width, height] of [
      ['900px', '700px'],
      ['320px', '900px'],
    ] as const) {
      await iframe.evaluate((element, size) => Object.assign((element as HTMLElement).style, size), { width, height });
      await expect.poll(covers, `${width} by ${height}`).toBe(true);
    }
    await close();
  });

  test('says that there is another day to compare with, which the still map does not show', async ({
    browser,
    baseURL,
  }) => {
    const { frame, close } = await hostPage(browser, `${baseURL}embed/${SIT_IN}&against=2021-06-01`);
    await expect(frame.locator('.said')).toHaveText(
      /^15.January.2023\..*traffic.* Compared with 1.June.2021: move the map to see both days\.$/,
    );
    await close();
  });

  test('becomes the live map when it is asked to, on the same view, and follows the keys', async ({
    browser,
    baseURL,
    browserName,
  }) => {
    test.skip(browserName === 'firefox', NO_INPUT);
    const { page, frame, problems, close } = await hostPage(browser, `${baseURL}embed/${SIT_IN}`);
    await startMap(frame, browserName);
    const live = frame.locator('.live-map.is-drawn');
    await expect(live).toBeVisible();
    await expect(frame.locator('.said')).toHaveText(/^15.January.2023\./);
    await expect(frame.getByRole('link', { name: 'The road is closed to ordinary traffic near Shusha' })).toBeVisible();
    const link = frame.getByRole('link', { name: 'Full view, with sources' });
    await live.focus();
    await page.keyboard.press('ArrowRight');
    await expect(link).not.toHaveAttribute('href', /map=11\/39\.74\/46\.72&/);
    await page.keyboard.press('+');
    await expect(link).toHaveAttribute('href', /map=11\.5\//);
    const address = page.frames()[1]?.url() ?? '';
    expect(address).toContain('day=2023-01-15');
    // Another address is answered once, by the live map alone.
    const answers = await link.evaluate(async (full) => {
      let written = 0;
      const seen = new MutationObserver((records) => {
        written += records.length;
      });
      seen.observe(full, { attributes: true, attributeFilter: ['href'] });
      location.hash = '#map=11/39.74/46.72&day=2023-02-02';
      for (let i = 0; i < 40 && written === 0; i += 1) await new Promise((done) => setTimeout(done, 50));
      await new Promise((done) => setTimeout(done, 300));
      seen.disconnect();
      return written;
    });
    expect(answers).toBe(1);
    await expect(link).toHaveAttribute('href', /day=2023-02-02/);
    expect(problems).toEqual([]);
    await close();
  });

  test('is no trap: the wheel and the tab key pass it, and Back leaves the page', async ({
    browser,
    baseURL,
    browserName,
  }) => {
    test.skip(browserName === 'firefox', NO_INPUT);
    const { page, frame, close } = await hostPage(browser, `${baseURL}embed/`);
    const first = page.url();
    await page.goto(`${first}?second`);
    await startMap(frame, browserName);
    await expect(frame.locator('.live-map.is-drawn')).toBeVisible();
    const before = await frame.getByRole('link', { name: 'Full view, with sources' }).getAttribute('href');
    const box = await page.locator('#map').boundingBox();
    await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 200);
    for (let i = 0; i < 5; i += 1) await page.mouse.wheel(0, 200);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500);
    expect(await frame.getByRole('link', { name: 'Full view, with sources' }).getAttribute('href')).toBe(before);
    // The tab key comes to the map, and out of the frame again.
    const map = frame.getByRole('application');
    await map.focus();
    await expect(map).toBeFocused();
    const after = page.getByRole('link', { name: 'After' });
    await expect(async () => {
      await page.keyboard.press('Tab');
      await expect(after).toBeFocused({ timeout: 50 });
    }).toPass({ intervals: [0] });
    const steps = await page.evaluate(() => history.length);
    await frame.locator('.mark').first().dispatchEvent('click');
    await expect(frame.locator('.chosen')).not.toBeEmpty();
    expect(await page.evaluate(() => history.length)).toBe(steps);
    await page.goBack();
    expect(page.url()).toBe(first);
    await close();
  });

  test('leaves one finger to the page around it', async ({ browser, baseURL, browserName }) => {
    test.skip(browserName === 'firefox', 'Firefox cannot be a phone through BiDi');
    const { page, frame, close } = await hostPage(browser, `${baseURL}embed/`, {
      hasTouch: true,
      isMobile: true,
      viewport: { width: 400, height: 800 },
    });
    await frame.getByRole('button', { name: 'Move the map' }).tap();
    const live = frame.locator('.live-map.is-drawn');
    await expect(live).toBeVisible();
    expect(await live.evaluate((element) => getComputedStyle(element).touchAction)).toBe('pan-x pan-y');
    await expect(live).not.toHaveClass(/leaflet-grab/);
    await page.close();
    await close();
  });

  test('stores nothing and asks nobody else', async ({ browser, baseURL, browserName }) => {
    const { page, frame, hosts, close } = await hostPage(browser, `${baseURL}embed/`);
    await startMap(frame, browserName);
    await expect(frame.locator('.live-map.is-drawn')).toBeVisible();
    expect([...hosts]).toEqual([new URL(String(baseURL)).host]);
    expect(await page.context().cookies()).toEqual([]);
    await close();
  });

  test('is whole without scripts', async ({ browser, baseURL }) => {
    const { frame, close } = await hostPage(browser, `${baseURL}embed/places/lachin/`, { sandbox: '' });
    await expect(frame.getByRole('heading', { name: 'Lachin / Berdzor' })).toBeVisible();
    await expect(frame.getByRole('img', { name: /^Map\./ })).toBeVisible();
    await expect(frame.locator('.embed-still image')).toHaveAttribute('href', /embed\/maps\/.+\.svg$/);
    await expect(frame.getByRole('link', { name: 'Full view, with sources' })).toBeVisible();
    await expect(frame.getByRole('button')).toHaveCount(0);
    await close();
  });

  test('keeps the still map where the live one cannot be loaded', async ({ browser, baseURL, browserName }) => {
    const { page, frame, close } = await hostPage(browser, `${baseURL}embed/`);
    await page.route('**/embed/live.js', (route) => route.abort());
    await startMap(frame, browserName);
    await expect(frame.locator('.notice')).toHaveText(/could not be loaded; the still map stays/);
    await expect(frame.getByRole('img', { name: /^Map\./ })).toBeVisible();
    await page.unroute('**/embed/live.js');
    await startMap(frame, browserName);
    await expect(frame.locator('.live-map.is-drawn')).toBeVisible();
    await close();
  });

  test('gives the map most of a phone’s frame, its words below; a card lies over it when a mark is pressed, and can be closed', async ({
    browser,
    baseURL,
    browserName,
  }) => {
    const { frame, close } = await hostPage(browser, `${baseURL}embed/events/2023-04-23-checkpoint/`, {
      viewport: { width: 376, height: 800 },
      height: 360,
    });
    const map = frame.locator('corridor-map');
    expect((await map.boundingBox())?.height).toBeGreaterThanOrEqual(200);
    const credit = frame.getByText(/OpenStreetMap contributors \(ODbL\)/);
    expect(await credit.evaluate((text) => text.getBoundingClientRect().bottom)).toBeLessThanOrEqual(360);
    await frame.locator('.said').scrollIntoViewIfNeeded();
    await expect(frame.locator('.said')).toContainText('drawn approximately');
    await startMap(frame, browserName);
    const mark = frame.locator('.live-map.is-drawn .mark.in-focus');
    await expect(mark).toBeAttached();
    const chosen = frame.getByRole('region', { name: 'Chosen on the map' });
    await expect(frame.locator('.chosen')).toBeEmpty();
    // The title says what is chosen; the mark, of several events, is pressed for the others.
    await mark.dispatchEvent('click');
    await expect(chosen.getByRole('link', { name: 'Hakari bridge', exact: true })).toBeVisible();
    await chosen.getByRole('button', { name: 'Close' }).dispatchEvent('click');
    await expect(frame.locator('.chosen')).toBeEmpty();
    await expect(frame.locator('.mark.in-focus')).toHaveCount(0);
    // By key too.
    await frame.locator('.mark[data-mark~="2023-04-23-checkpoint"]').dispatchEvent('click');
    await expect(chosen.getByRole('link', { name: 'Hakari bridge', exact: true })).toBeVisible();
    await chosen.dispatchEvent('keydown', { key: 'Escape', bubbles: true });
    await expect(frame.locator('.chosen')).toBeEmpty();
    await close();
  });

  for (const [width, height] of [
    [320, 300],
    [480, 360],
    [1200, 800],
  ] as const)
    test(`fits a frame of ${width} by ${height}`, async ({ browser, baseURL }) => {
      const { frame, close } = await hostPage(browser, `${baseURL}embed/events/2022-12-12-road-blocked/`, {
        viewport: { width: width + 16, height: 900 },
        height,
      });
      const { overflow, map } = await frame.locator('body').evaluate((body) => ({
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        map: body.querySelector('corridor-map')?.getBoundingClientRect().height ?? 0,
      }));
      expect(overflow).toBe(0);
      expect(map).toBeGreaterThanOrEqual(140);
      await close();
    });
});

test.describe('an embed on a page that lets it be', () => {
  test('works without sandbox too', async ({ browser, baseURL, browserName }) => {
    test.skip(browserName === 'firefox', NO_INPUT);
    const { frame, problems, close } = await hostPage(browser, `${baseURL}embed/views/two-roads-2023/`, {
      sandbox: 'none',
    });
    await frame.locator('.embed-still').click({ position: { x: 60, y: 60 } });
    await expect(frame.locator('.live-map.is-drawn')).toBeVisible();
    expect(problems).toEqual([]);
    await close();
  });

  test('can be used by everyone', async ({ page }) => {
    await page.goto('./embed/');
    expect(await axeFinds(page)).toEqual([]);
  });

  test('tells the page around it how high it would like to be', async ({ browser, baseURL }) => {
    const { page, close } = await hostPage(browser, `${baseURL}embed/`);
    const told = page.evaluate(
      () => new Promise((resolve) => addEventListener('message', ({ data }) => resolve(data), { once: true })),
    );
    await page.locator('#map').evaluate((frame: HTMLIFrameElement) => frame.setAttribute('src', frame.src));
    expect(await told).toEqual({ type: 'embed-size', height: expect.any(Number) });
    await close();
  });
});
