import { world } from './content.ts';
import { expect, test } from './fixtures.ts';

test.use({ javaScriptEnabled: false });

test.describe('without scripts', () => {
  test('the explainer reads whole, with its maps', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByRole('img', { name: /^Map\. / }).first()).toBeVisible();
    await expect(page.locator('.chapter')).toHaveCount(world.chapters.length);
    await expect(page.getByRole('button')).toHaveCount(0);
  });

  test('the map page shows the map, its legend and its events', async ({ page }) => {
    await page.goto('./map/');
    await expect(page.getByRole('img', { name: /patients pass an Azerbaijani checkpoint/ })).toBeVisible();
    await expect(page.getByText(/^Old road through Lachin \(within 60.m/)).toBeVisible();
    // Only what is on the map that day.
    await expect(page.getByText(/^Held by Armenian forces/)).toBeHidden();
    await expect(page.getByRole('slider')).toHaveCount(0);
    await page.getByRole('link', { name: /^All \d+ events on the timeline/ }).click();
    await page.getByRole('link', { name: 'The road is closed to ordinary traffic near Shusha' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'The road is closed to ordinary traffic near Shusha',
    );
    await expect(page.getByRole('img', { name: /^Map\. 12.December.2022/ })).toBeVisible();
  });

  test('the timeline lists its events and draws its axis', async ({ page }) => {
    await page.goto('./timeline/');
    await expect(page.getByRole('img', { name: new RegExp(`^${world.events.length} events by month`) })).toBeVisible();
    await expect(page.locator('.plot .day').first()).toContainText(/23.April.2023/);
    await expect(page.locator('.event-row')).toHaveCount(world.events.length);
    await expect(page.getByRole('button')).toHaveCount(0);
  });
});
