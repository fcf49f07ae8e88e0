/** What stands in browsers below the list of the README: the text, the still map, the list of events, and no control that does nothing. */
import type { Page } from '@playwright/test';
import { world } from './content.ts';
import { expect, test } from './fixtures.ts';

/** What an older browser lacks, taken away before a page's own scripts run. */
const LACKS: Readonly<Record<string, () => void>> = {
  'scripts that are modules': () => {
    Object.defineProperty(HTMLScriptElement.prototype, 'type', {
      set(type: string) {
        this.setAttribute('type', type === 'module' ? 'not-known' : type);
      },
    });
  },
  'elements of a page’s own': () => Object.defineProperty(window, 'customElements', { value: undefined }),
  'a watch on what is in sight': () => Object.defineProperty(window, 'IntersectionObserver', { value: undefined }),
};

/** Expects the page as it is without scripts: its map, its words, and nothing to press. */
async function expectStill(page: Page): Promise<void> {
  // The boot script adds it as it wakes the scripts of the page.
  await expect(page.locator('link[rel="manifest"]')).toHaveCount(1);
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('img', { name: /^Map\. 23.April.2023/ })).toBeVisible();
  await expect(page.locator('.said')).toContainText('patients pass an Azerbaijani checkpoint');
  await expect(page.locator('.live-map')).toHaveCount(0);
}

for (const [lack, take] of Object.entries(LACKS))
  test(`a browser without ${lack} keeps the still map and the words`, async ({ page, guard }) => {
    guard.expected.push(/IntersectionObserver|customElements|(?:of|from) undefined/);
    await page.addInitScript(take);
    await page.goto('./map/');
    await expectStill(page);
    if (lack !== 'a watch on what is in sight') await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
    await page.getByRole('link', { name: /^All \d+ events on the timeline/ }).press('Enter');
    await expect(page.locator('.event-row')).toHaveCount(world.events.length);
  });

/** The land of `tokens.css`, by day and by night. */
const LAND = { light: 'rgb(245, 242, 234)', dark: 'rgb(42, 48, 53)' } as const;

test.describe('a browser that does not know light-dark()', () => {
  test.use({ bypassCSP: true });

  for (const colorScheme of ['light', 'dark'] as const)
    test(`draws every map in its ${colorScheme} colours`, async ({ page }) => {
      // As one before the spring of 2024: the function is of a name that none knows.
      await page.route(/(?:\/|\.svg|\.css)$/, async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, body: (await answer.text()).replaceAll('light-dark(', 'not-known(') });
      });
      await page.emulateMedia({ colorScheme });
      await page.goto('./map/');
      await expect(page.locator('.map-svg .land').first()).toHaveCSS('fill', LAND[colorScheme]);
      await page.goto('./stills/the-checkpoint.svg');
      await expect(page.locator('.land').first()).toHaveCSS('fill', LAND[colorScheme]);
    });

  test('prints in light colours also from a dark screen', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    await page.goto('./map/');
    await expect(page.locator('.map-svg .land').first()).toHaveCSS('fill', LAND.light);
  });
});
