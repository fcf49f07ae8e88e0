/** The size of type that a reader has set in the browser: set here by the protocol of Chromium. */
import type { Page } from '@playwright/test';
import { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './fixtures.ts';
import { overlapsOf, wordsOver } from './overlaps.ts';
import { PATHS } from './paths.ts';
import { typefacesOn } from './typefaces-on.ts';

/** Sets the size of type of a page, pixels, and sees that pages have it. */
async function setType(page: Page, pixels: number): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send('Page.setFontSizes', { fontSizes: { standard: pixels } });
  await page.goto('./about/');
  await expect(page.locator('html')).toHaveCSS('font-size', `${pixels}px`);
}

test.describe('large type', () => {
  for (const [width, height, type] of [
    [1280, 800, 24],
    [1280, 740, 32],
    [640, 800, 32],
    [360, 740, 24],
  ] as const)
    test(`has room on the map page, at ${type} px, in ${width} × ${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await setType(page, type);
      await new ExplorerPage(page).open('map/');
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over).toBeLessThanOrEqual(0);
      expect(await overlapsOf(page, ['corridor-map', '.map-day', '.map-tools', '#legend-sheet', '.map-more'])).toEqual(
        [],
      );
      const legend = await page.locator('#legend-sheet').boundingBox();
      expect(legend?.height).toBeGreaterThan(10 * type);
    });

  test('fits every page into 320 px, at 32 px: nothing is cut off, nothing scrolls to the side', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await setType(page, 32);
    for (const path of PATHS) {
      await page.goto(`./${path}`);
      const over = await page.evaluate(() => {
        const isCut = (element: Element): boolean => {
          const { right, width } = element.getBoundingClientRect();
          if (width === 0 || right <= innerWidth + 1) return false;
          for (let part: Element | null = element; part; part = part.parentElement) {
            const { overflowX, clipPath } = getComputedStyle(part);
            if (overflowX !== 'visible' || clipPath !== 'none') return false;
          }
          return true;
        };
        const cut = [...document.querySelectorAll('body *')].filter(isCut);
        return [
          ...cut.map((element) => element.outerHTML.slice(0, 80)),
          ...(document.documentElement.scrollWidth > innerWidth ? ['the page scrolls to the side'] : []),
        ];
      });
      expect(over, `/${path}`).toEqual([]);
    }
  });

  for (const [width, height, type] of [
    [320, 640, 24],
    [360, 740, 24],
    [360, 740, 32],
    [640, 800, 32],
  ] as const)
    test(`leaves room for two days and a link to be copied by hand in ${width} × ${height}, at ${type} px`, async ({
      page,
    }) => {
      await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
      await page.setViewportSize({ width, height });
      await setType(page, type);
      await new ExplorerPage(page).open(
        'map/',
        '#map=10/39.68/46.6&day=2022-09-15&focus=none&layers=roads,places&against=2021-06-01',
      );
      const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await over(), 'two days').toBeLessThanOrEqual(0);
      await page.getByRole('button', { name: 'Copy link to this view' }).click();
      const field = page.getByRole('textbox', { name: 'Link', exact: true });
      await expect(field).toBeVisible();
      const { x = 0, width: wide = 0 } = (await field.boundingBox()) ?? {};
      expect(x + wide, 'the link').toBeLessThanOrEqual(width);
      expect(await over(), 'the link').toBeLessThanOrEqual(0);
    });

  for (const [type, width] of [
    [24, 360],
    [32, 360],
    [24, 1440],
    [32, 1600],
  ] as const)
    test(`keeps words clear of each other, at ${type} px, in a width of ${width} px: pictures of numbers and of time`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await setType(page, type);
      for (const [path, pictures] of [
        ['figures/', '.chart-picture'],
        ['timeline/', '.rhythm, .axis'],
        ['road/', '.road-strip, .profile'],
        ['map/', '.road-strip'],
        ['', '.road-strip'],
      ]) {
        await page.goto(`./${path}`);
        await typefacesOn(page);
        const all = await page.locator(`:is(${pictures}):visible`).all();
        expect(all.length).toBeGreaterThan(0);
        for (const [i, picture] of all.entries()) {
          // What is out of sight is laid out late.
          await picture.scrollIntoViewIfNeeded();
          await expect
            .poll(() => wordsOver(picture, 0.35), { message: `/${path}, ${i + 1} of ${pictures}` })
            .toEqual([]);
        }
      }
    });
});
