/** The typefaces as a reader gets them: after the words, few bytes, without moving a line. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { hold } from './hold.ts';
import { shiftsOf, watchShifts } from './layout-shifts.ts';
import { typefacesOn } from './typefaces-on.ts';

/** Opens a page, waits until the typefaces are on, and returns the size of each file of them, by name; of all its parts if the whole is asked for. */
async function facesOf(page: Page, path: string, whole = false): Promise<Map<string, number>> {
  await page.goto(`./${path}`);
  await page.evaluate((isWhole) => {
    if (isWhole)
      for (const part of document.querySelectorAll<HTMLElement>('main *')) part.style.contentVisibility = 'visible';
  }, whole);
  await typefacesOn(page);
  await page.evaluate(() => document.fonts.ready);
  const files = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => name.endsWith('.woff2'))
      .map(({ name, encodedBodySize }) => [name.replace(/^.*\/|\.woff2$/g, ''), encodedBodySize] as const),
  );
  return new Map(files);
}
const sum = (sizes: Map<string, number>): number => [...sizes.values()].reduce((all, size) => all + size, 0);

test.describe('the typefaces', () => {
  for (const path of ['about/', 'search/', 'statement/'])
    test(`of /${path}, a page in English, are two files of 40 kB together`, async ({ page }) => {
      const sizes = await facesOf(page, path);
      expect([...sizes.keys()].sort()).toEqual(['sans', 'serif']);
      expect(sum(sizes)).toBeLessThanOrEqual(40_000);
    });

  test('of the home page stay under 60 kB with its names in Armenian, Azerbaijani and Russian', async ({ page }) => {
    const sizes = await facesOf(page, '', true);
    expect([...sizes.keys()].sort()).toEqual([
      'sans',
      'sans-hy-400',
      'sans-ru-400',
      'serif',
      'serif-az',
      'serif-hy-400',
    ]);
    expect(sum(sizes)).toBeLessThanOrEqual(60_000);
  });

  test('bring a script only where its letters stand, in the weight in which they stand', async ({ page }) => {
    const sizes = await facesOf(page, 'places/lachin/');
    expect([...sizes.keys()].sort()).toEqual(['sans', 'sans-hy-600', 'sans-ru-600', 'serif']);
  });

  test('make no line taller that holds a name in another script', async ({ page, browserName }) => {
    await facesOf(page, 'places/lachin/');
    const heights = await page.evaluate(() => {
      const heightOf = (text: string, normal: boolean, face: string) => {
        const line = document.createElement('p');
        line.textContent = text;
        line.style.fontFamily = `var(${face})`;
        if (normal) line.style.lineHeight = 'normal';
        document.querySelector('main')?.append(line);
        return line.getBoundingClientRect().height;
      };
      return ['--serif', '--sans'].map((face) =>
        ['Lachin', 'Լաչին Բերձոր', 'Лачин', 'Xankəndi'].flatMap((text) => [
          heightOf(text, false, face),
          heightOf(text, true, face),
        ]),
      );
    });
    for (const [own, ownNormal, ...others] of heights)
      for (const [i, height] of others.entries()) {
        // Where a line is as high as its face, which is nowhere on the site, Firefox rounds that of each face by itself.
        const digits = browserName === 'firefox' && i % 2 ? 0 : 1;
        expect(height).toBeCloseTo((i % 2 ? ownNormal : own) ?? 0, digits);
      }
  });

  test('set figures of one width in a table and of their own width in the text', async ({ page }) => {
    await facesOf(page, 'statement/');
    const widths = await page.evaluate(() => {
      const widthOf = (parent: Element | null, text: string) => {
        const part = document.createElement('span');
        part.textContent = text;
        parent?.append(part);
        return part.getBoundingClientRect().width;
      };
      const table = document.createElement('table');
      const cell = table.insertRow().insertCell();
      document.querySelector('main')?.append(table);
      return [cell, document.querySelector('main')].map((parent) => [
        widthOf(parent, '111111'),
        widthOf(parent, '888888'),
      ]);
    });
    expect(widths[0]?.[0]).toBeCloseTo(widths[0]?.[1] ?? 0, 1);
    expect(widths[1]?.[0]).toBeLessThan((widths[1]?.[1] ?? 0) * 0.9);
  });

  test('change no word of the page, and give way by a hair', async ({ page, guard }) => {
    guard.expected.push(/Failed to load resource|download failed/);
    const words = () => page.evaluate(() => document.body.innerText.replace(/\s+/g, ' '));
    await page.route('**/*.woff2', (route) => route.abort());
    await facesOf(page, 'chapters/the-checkpoint/');
    const before = await words();
    await page.unroute('**/*.woff2');
    await facesOf(page, 'chapters/the-checkpoint/');
    expect(await words()).toBe(before);
    const set = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main [style]')].map((element) => {
        const { wordSpacing, marginInlineEnd } = element.style;
        const margin = Math.abs(Number.parseFloat(marginInlineEnd) || 0);
        const isInline = getComputedStyle(element).display === 'inline';
        return {
          words: Math.abs(Number.parseFloat(wordSpacing) || 0),
          gap: isInline ? margin : 0,
          room: isInline ? 0 : margin,
        };
      }),
    );
    expect(set.filter(({ words: space }) => space > 0).length).toBeGreaterThan(3);
    for (const { words: space, gap, room } of set) {
      // In em of its letters, and for a block in pixels.
      expect(space).toBeLessThanOrEqual(0.08);
      expect(gap).toBeLessThanOrEqual(0.03);
      expect(room).toBeLessThanOrEqual(12);
    }
  });

  test('leave what a link leads to where it is, also in a browser that does not care for what is above', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    const release = await hold(page, '**/*.woff2');
    await page.goto('./#how-the-road-ran-and-moved');
    // As in such a browser, and with a stand-in so wide that many lines break elsewhere.
    await page.evaluate(() => {
      const styles = new CSSStyleSheet();
      styles.replaceSync('*{overflow-anchor:none}:root{--serif:monospace}');
      document.adoptedStyleSheets.push(styles);
    });
    const placeOf = (): Promise<{ inWindow: number; onPage: number }> =>
      page.locator('#how-the-road-ran-and-moved').evaluate((heading) => {
        const { top } = heading.getBoundingClientRect();
        return { inWindow: top, onPage: top + scrollY };
      });
    await page.locator('#how-the-road-ran-and-moved').evaluate((heading) => heading.scrollIntoView());
    const before = await placeOf();
    release();
    await typefacesOn(page);
    const after = await placeOf();
    expect(Math.abs(after.onPage - before.onPage)).toBeGreaterThan(200);
    expect(Math.abs(after.inWindow - before.inWindow)).toBeLessThan(12);
  });

  for (const path of [
    '',
    'map/',
    'timeline/',
    'road/',
    'events/2023-04-23-checkpoint/',
    'places/',
    'places/lachin/',
    'positions/checkpoint-lawful/',
    'about/',
    'glossary/',
  ])
    test(`move nothing to speak of on /${path} when they arrive, nor does the page as it comes in`, async ({
      page,
      browserName,
    }) => {
      test.skip(browserName !== 'chromium', 'only Chromium reports shifts of the layout, and slows its line');
      // The fitting of letters gives up after some milliseconds by the clock, on a busy machine before it is done.
      await page.addInitScript(() => {
        performance.now = () => 0;
      });
      await watchShifts(page);
      // A line of 1.6 Mbit/s, on which a page comes in parts.
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Network.enable');
      await devtools.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 50,
        downloadThroughput: 200_000,
        uploadThroughput: 90_000,
      });
      await facesOf(page, path);
      expect(await shiftsOf(page)).toBeLessThanOrEqual(0.006);
    });
});
