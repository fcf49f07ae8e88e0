import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { worstFragments } from './hostile-fragments.ts';

const WORST = worstFragments();

/** Puts each fragment into the address of the page as it is, and returns what went wrong, by fragment. */
function tryAll(page: Page, fragments: readonly string[], map: string): Promise<string[]> {
  return page.evaluate(
    async ({ fragments, map }) => {
      const wrong: string[] = [];
      const scripts = document.scripts.length;
      const elements = document.querySelectorAll('iframe, object, embed, img[src="x"]').length;
      const here = location.origin + location.pathname + location.search;
      addEventListener('error', ({ message }) => wrong.push(`thrown: ${message}`));
      addEventListener('unhandledrejection', ({ reason }) => wrong.push(`refused: ${reason}`));
      for (const fragment of fragments) {
        location.hash = fragment;
        await new Promise((resolve) => setTimeout(resolve, 15));
        const faults = [
          'injected' in window && 'a script ran',
          document.scripts.length !== scripts && 'a script was added',
          document.querySelectorAll('iframe, object, embed, img[src="x"]').length !== elements &&
            'an element was added',
          location.origin + location.pathname + location.search !== here && 'the page was left',
          !document.querySelector(map) && 'the map is gone',
          document.querySelector(map)?.getBoundingClientRect().height === 0 && 'the map is flat',
          /NaN|Infinity|undefined/.test(document.querySelector(map)?.getAttribute('viewBox') ?? '') &&
            'the map is nowhere',
        ].filter(Boolean);
        if (faults.length > 0) wrong.push(`${faults.join(', ')}: ${fragment.slice(0, 120)}`);
      }
      return wrong;
    },
    { fragments, map },
  );
}

test.describe('three hundred hostile links', () => {
  test.beforeAll(() => expect(WORST.length).toBeGreaterThanOrEqual(300));

  test('leave the live map whole, run nothing and lead nowhere', async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto('./map/');
    await expect(page.locator('.live-map.is-drawn')).toBeVisible();
    expect(await tryAll(page, WORST, '.live-map.is-drawn svg.map-svg')).toEqual([]);
    // And an honest link still opens what it says.
    await page.evaluate(() => {
      location.hash = 'map=11/39.74/46.72&day=2023-01-15&focus=none&layers=roads,places';
    });
    await expect(page.locator('.said')).toHaveText(/^15.January.2023\./);
    expect(await page.locator('.live-map svg.map-svg path').count()).toBeGreaterThan(5);
  });

  test('leave an embed whole', async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto('./embed/');
    expect(await tryAll(page, WORST, '.embed-still')).toEqual([]);
    await expect(page.locator('.embed-still image')).toHaveAttribute(
      'href',
      /\/embed\/maps\/\d{4}-\d\d-\d\d\/[\d.]+\.svg$/,
    );
  });

  test('leave the answer about the road whole', async ({ page }) => {
    await page.goto('./road/');
    await expect(page.getByRole('button', { name: 'Share …' }).first()).toBeVisible();
    expect(
      await tryAll(
        page,
        WORST.map((fragment) => fragment.replace('map=', 'day=')),
        '.road-answer',
      ),
    ).toEqual([]);
    await expect(page.getByRole('heading', { name: /^Was the road open on/ })).toBeVisible();
  });

  test('open the page as it is when they are opened first', async ({ page }) => {
    test.setTimeout(120_000);
    for (const fragment of WORST.filter((_, i) => i % 12 === 0)) {
      await page.goto('about:blank');
      await page.goto(`./events/2023-04-23-checkpoint/#${fragment.replaceAll('\uD800', '')}`);
      await expect(page.locator('.is-live .live-map.is-drawn')).toBeVisible();
      expect(await page.evaluate(() => 'injected' in window)).toBe(false);
      expect(new URL(page.url()).pathname).toMatch(/\/events\/2023-04-23-checkpoint\/$/);
    }
  });
});
