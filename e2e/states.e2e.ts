import { contrast, readColour } from './colour.ts';
import { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './fixtures.ts';
import { hold } from './hold.ts';

const PAGES = ['', 'map/', 'timeline/', 'road/', 'events/2023-04-23-checkpoint/', 'places/', 'booklet/'];

test.describe('with the reader’s own spacing of text', () => {
  // The overrides of WCAG 2.2, success criterion 1.4.12.
  const SPACING =
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }';
  test.use({ bypassCSP: true });

  for (const path of PAGES)
    test(`/${path} loses no words and does not scroll to the side`, async ({ page }) => {
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`./${path}`);
        await page.addStyleTag({ content: SPACING });
        const { over, cut } = await page.evaluate(() => ({
          over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          cut: [...document.querySelectorAll<HTMLElement>('.button, summary, h1, h2, h3, th')]
            .filter((box) => box.checkVisibility() && getComputedStyle(box).clipPath === 'none')
            .filter(
              (box) =>
                box.scrollWidth > box.clientWidth + 1 ||
                (box.matches('.button') && box.getBoundingClientRect().right > innerWidth),
            )
            .map(({ tagName, textContent }) => `${tagName}: ${textContent?.trim().slice(0, 40)}`),
        }));
        expect(over, `${width} px`).toBeLessThanOrEqual(0);
        expect(cut, `${width} px`).toEqual([]);
      }
    });
});

test.describe('at 400 per cent', () => {
  test.use({ viewport: { width: 320, height: 256 } });

  for (const path of PAGES)
    test(`what stays on the screen of /${path} leaves most of it to the text`, async ({ page }) => {
      await page.goto(`./${path}`);
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
      await expect
        .poll(() =>
          page.evaluate(() =>
            [...document.querySelectorAll('body *')]
              .filter((element) => {
                const { position } = getComputedStyle(element);
                const { top, bottom } = element.getBoundingClientRect();
                return (
                  (position === 'sticky' || position === 'fixed') && bottom > 0 && top <= 4 && bottom < innerHeight * 2
                );
              })
              .reduce((most, element) => Math.max(most, element.getBoundingClientRect().bottom), 0),
          ),
        )
        .toBeLessThan(256 / 3);
    });
});

test.describe('while the live map is on its way', () => {
  test('the still map stays, and the page says that it is busy', async ({ page }) => {
    const release = await hold(page, '**/data/map.json*');
    await page.goto('./map/');
    const explorer = page.locator('corridor-explorer');
    await expect(explorer.locator('corridor-map')).toHaveAttribute('aria-busy', 'true');
    await expect(page.getByRole('img', { name: /^Map\. 23.April.2023/ })).toBeVisible();
    release();
    await expect(new ExplorerPage(page).live).toBeVisible();
    await expect(explorer.locator('corridor-map')).not.toHaveAttribute('aria-busy');
  });
});

test.describe('without a network', () => {
  test('a map that cannot come is said not to, and comes when the network is back', async ({
    page,
    context,
    guard,
    browserName,
  }) => {
    guard.expected.push(/Failed to load resource/, /live map could not start/);
    await page.goto('./events/2023-04-23-checkpoint/');
    const start = page.getByRole('button', { name: 'Move the map' });
    await expect(start).toBeVisible();
    await context.setOffline(true);
    await start.click();
    await expect(page.locator('.notice')).toContainText('The live map could not be loaded; the still map stays.');
    await expect(page.getByRole('img', { name: /^Map\. / })).toBeVisible();
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    if (browserName === 'firefox') {
      // It keeps a script that did not come until the page is loaded anew, which is offered next.
      await page.getByRole('button', { name: 'Reload the page' }).click();
      await start.click();
    }
    await expect(new ExplorerPage(page).live).toBeVisible();
  });
});

test.describe('words from right to left', () => {
  for (const [path, field] of [
    ['map/', 'Find a place, or paste coordinates'],
    ['search/', 'Words or names'],
  ] as const)
    test(`pasted on /${path} run their own way and move nothing`, async ({ page }) => {
      await page.goto(`./${path}`);
      const input = page.getByLabel(field);
      await expect(input).toBeEnabled();
      await input.fill('ممر لاتشين 2020 — Lachin');
      expect(await input.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over).toBeLessThanOrEqual(0);
      await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
    });
});

test.describe('with very long names', () => {
  /** As long as any name of a place in the world, and without a space to break it at. */
  const NAME = 'Taumatawhakatangihangakoauauotamateaturipukakapikimaungahoronukupokaiwhenuakitanatahu';

  for (const path of [...PAGES, 'places/lachin/', 'map/legend/', 'map/list/'])
    test(`/${path} breaks them, and does not scroll to the side`, async ({ page }) => {
      await page.goto(`./${path}`);
      await page.evaluate((name) => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const text = texts.currentNode as Text;
          if (!text.parentElement?.closest('svg, script, style'))
            text.data = text.data.replace(/Lachin|Aghdam|Shusha|Hakari/g, name);
        }
      }, NAME);
      for (const width of [320, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(over, `${width} px`).toBeLessThanOrEqual(0);
      }
    });

  test('the live map still draws, finds and lists', async ({ page }) => {
    for (const file of ['map', 'names'])
      await page.route(`**/data/${file}.json*`, async (route) => {
        const answer = await route.fetch();
        await route.fulfill({
          response: answer,
          body: (await answer.text()).replaceAll('"Hakari bridge"', `"${NAME}"`),
        });
      });
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', '#map=10/39.6/46.4&day=2023-04-23');
    const finder = page.getByLabel('Find a place, or paste coordinates');
    await finder.fill('Taumata');
    await expect(page.getByRole('option').first()).toContainText(NAME);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(() => [
        document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ...[...document.querySelectorAll('[role="option"]')].map((box) => box.scrollWidth - box.clientWidth),
      ]);
      expect(Math.max(...wide), `${width} px`).toBeLessThanOrEqual(0);
    }
  });
});

test.describe('in forced colours', () => {
  test.skip(({ browserName }) => browserName === 'firefox', 'Firefox is not told through BiDi to force colours');
  /** Returns an opaque `rgb(…)` as `#rrggbb`. */
  const hexOf = (rgb: string): string => {
    const parts = rgb.match(/\d+/g)?.map((part) => Number(part).toString(16).padStart(2, '0'));
    return `#${parts?.join('')}`;
  };

  for (const colorScheme of ['light', 'dark'] as const)
    for (const path of PAGES)
      test(`/${path} can be read in ${colorScheme} ones, pictures too`, async ({ page }) => {
        await page.emulateMedia({ colorScheme, forcedColors: 'active' });
        await page.goto(`./${path}`);
        const pairs = await page.evaluate(() => {
          const canvas = getComputedStyle(document.body).backgroundColor;
          return [...document.querySelectorAll('svg text')]
            .filter((text) => text.checkVisibility() && !text.closest('.map-svg'))
            .map((text) => [getComputedStyle(text).fill, canvas, text.textContent] as const);
        });
        expect(pairs.length > 0).toBe(path !== 'places/');
        for (const [text, ground, words] of pairs)
          expect(contrast(readColour(hexOf(text)), readColour(hexOf(ground))), words).toBeGreaterThanOrEqual(4.5);
        for (const button of await page.locator('.button:visible').all())
          await expect(button).toHaveCSS('border-top-style', 'solid');
        const here = page.locator('.site-head [aria-current="page"]');
        const isInHead = /^(?:map|timeline|road|places)\/$/.test(path);
        await expect(here).toHaveCount(isInHead ? 1 : 0);
        if (isInHead) await expect(here).toHaveCSS('text-decoration-line', 'underline');
      });
});
