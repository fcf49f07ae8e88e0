import { axeFinds, STRICT } from './axe.ts';
import { ExplorerPage, SIT_IN } from './explorer-page.ts';
import { expect, test } from './fixtures.ts';
import { PATHS } from './paths.ts';
import { typefacesOn } from './typefaces-on.ts';

test.describe('axe finds nothing', () => {
  test.skip(
    ({ browserName }) => browserName === 'firefox',
    'axe judges what the pages say, which is the same in every engine, and takes minutes for it',
  );
  for (const path of [...PATHS, '404.html'])
    for (const colorScheme of ['light', 'dark'] as const)
      test(`on /${path} in ${colorScheme} colours`, async ({ page }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.goto(`./${path}`);
        await typefacesOn(page);
        if (path === 'map/' || path === 'timeline/') await expect(page.locator('.live-map.is-drawn')).toBeVisible();
        // Every passage of the site stands there, or every chapter and source: axe takes its time.
        if (path === 'sources/' || path === 'booklet/') test.setTimeout(180_000);
        expect(await axeFinds(page, { tags: STRICT })).toEqual([]);
      });
});

test.describe('by keyboard alone', () => {
  test('a reader skips to the text, reaches the map, its controls and an event', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', SIT_IN);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused();
    const reached = new Set<string>();
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => {
        const on = document.activeElement;
        const style = on ? getComputedStyle(on) : undefined;
        const label = on?.getAttribute('aria-label') ?? on?.textContent?.trim() ?? '';
        return `${on?.getAttribute('role') ?? on?.tagName.toLowerCase()}|${on?.getAttribute('type') ?? ''}|${label.slice(0, 60)}|${style?.outlineStyle}`;
      });
      // Once around.
      if (name.startsWith('body|')) break;
      reached.add(name);
      // On a phone the legend is a sheet, opened by its button.
      if (name.startsWith('button|button|Legend')) await page.keyboard.press('Enter');
    }
    const all = [...reached].join('\n');
    for (const part of [
      /^application\|\|Map\./m,
      /^button\|\|/m,
      /\|Zoom in/m,
      /^button\|button\|Copy link/m,
      /^input\|range/m,
      /^input\|date/m,
      /^input\|checkbox/m,
    ])
      expect(all).toMatch(part);
    expect(all).not.toMatch(/^(a|button|input)\|(?!date).*\|none$/m);
  });
});
