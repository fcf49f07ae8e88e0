/** A page that the reader's browser has translated: the words that stand there are no longer ours. */
import type { Page } from '@playwright/test';
import { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './fixtures.ts';

/** Translates the page as browsers do: each text stands in an element of the translator's own. */
const translate = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, ({ parentElement, nodeValue }) =>
      nodeValue?.trim() && parentElement && !parentElement.closest('script,style,svg')
        ? NodeFilter.FILTER_ACCEPT
        : NodeFilter.FILTER_REJECT,
    );
    const found: Text[] = [];
    while (texts.nextNode()) found.push(texts.currentNode as Text);
    for (const text of found) {
      const ours = document.createElement('bdi');
      ours.textContent = 'перевод';
      text.replaceWith(ours);
    }
  });

test.describe('a translated page', () => {
  test('shows some kinds of events only, as any other', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('timeline/');
    await translate(page);
    const kinds = page.locator('.kinds');
    if (!(await kinds.getAttribute('open').then((open) => open !== null))) await kinds.locator('summary').click();
    await kinds.getByRole('checkbox').first().check();
    await expect(kinds.getByRole('status')).toHaveText(/^[1-9]\d* of \d+ events shown$/);
    await expect(page.locator('.event-row').filter({ visible: true }).first()).toBeVisible();
  });

  test('is not put back into English, sentence by sentence, by a map that is moved', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/');
    // The sentence of a day is ours when the day is chosen, and the translator's soon after.
    await page.getByLabel('Date').fill('2023-01-15');
    await expect(page.locator('.said')).toContainText('15\u00a0January\u00a02023');
    await translate(page);
    const before = explorer.field('map');
    await page.locator('.live-map').press('ArrowRight');
    await expect.poll(() => explorer.field('map')).not.toBe(before);
    await expect(page.locator('.said')).not.toContainText('The road');
    await page.getByLabel('Date').fill('2023-01-16');
    await expect(page.locator('.said')).toContainText('16\u00a0January\u00a02023');
  });
});
