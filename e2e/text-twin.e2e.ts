import { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './fixtures.ts';

test.describe('the map as a list', () => {
  test('follows the day, the place and the layers', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', '#map=12/39.566/46.571&day=2023-06-18&focus=none&layers=zone,roads,places,events');
    await page.getByText('The map as a list').click();
    const twin = page.locator('.map-twin');
    await expect(twin).toContainText('No passage on record');
    await expect(twin).toContainText(
      'New road, Hakari bridge to the Berdadzor turn: no passage on record; approximate, within 1.5 km',
    );
    await expect(twin.getByRole('link', { name: 'Hakari bridge', exact: true })).toBeVisible();
    await expect(twin).toContainText('Hakari bridge, checkpoint');
    await expect(twin.getByRole('link', { name: 'Stepanakert / Khankendi' })).toHaveCount(0);
    await page.getByLabel('Date', { exact: true }).fill('2022-10-01');
    await expect(twin).toContainText('New road, Hakari bridge to the Berdadzor turn: in use');
    await expect(twin).not.toContainText('checkpoint');
    await explorer.unfold('Legend');
    await page.getByRole('checkbox', { name: 'Roads' }).uncheck();
    await expect(twin).not.toContainText('New road, Hakari bridge');
    await page.getByRole('checkbox', { name: 'Roads' }).check();
    await page.getByLabel('Date', { exact: true }).fill('2024-07-01');
    await expect(twin).toContainText('not in use as a corridor');
  });

  test('says in live sentences what the map shows', async ({ page }) => {
    await new ExplorerPage(page).open('map/');
    const live = page.locator('.said [aria-live="polite"]');
    await expect(live).toContainText('patients pass an Azerbaijani checkpoint');
    await page.getByLabel('Date', { exact: true }).fill('2023-09-25');
    await expect(live).toContainText('carries people leaving for Armenia');
    await expect(page.locator('.said')).toContainText(/^25.September.2023\. The road/);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the still map has its list too', async ({ page }) => {
    await page.goto('./map/');
    await page.getByText('The map as a list').click();
    await page.getByRole('link', { name: 'This map as a list' }).click();
    const twin = page.locator('.map-twin');
    await expect(twin).toContainText('Road used by every version of the corridor');
    await expect(twin.getByRole('link', { name: 'Lachin / Berdzor' })).toBeVisible();
  });
});
