import { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './fixtures.ts';

const SAYS: readonly (readonly [what: string, fragment: string, said: RegExp])[] = [
  ['a position that is none', '#map=ten/39.6/46.5&day=2023-01-01', /the position \(“ten\/39\.6\/46\.5”\)/],
  ['a position far away', '#map=10/-33.9/151.2', /the position/],
  ['30 February', '#map=10/39.6/46.5&day=2023-02-30', /the day \(“2023-02-30”\)/],
  ['a day after the followed time', '#map=10/39.6/46.5&day=2999-01-01', /the day \(“2999-01-01”\)/],
  ['an unknown event', '#map=10/39.6/46.5&focus=2022-13-45-nothing', /the event or place \(“2022-13-45-nothing”\)/],
  ['an unknown layer', '#map=10/39.6/46.5&layers=roads,lava', /a layer \(“roads,lava”\)/],
  [
    'markup',
    '#map=10/39.6/46.5&focus=<img src=x onerror=alert(1)>',
    /the event or place \(“<img src=x onerror=alert\(1\)>”\)/,
  ],
  ['broken percent signs', '#map=10/39.6/46.5&day=%E0%A4%A', /the day/],
  ['endless text', `#map=10/39.6/46.5&focus=${'x'.repeat(9000)}`, /the event or place/],
];

test.describe('a link that is not understood', () => {
  for (const [what, fragment, said] of SAYS)
    test(`opens the nearest view and says so: ${what}`, async ({ page }) => {
      const explorer = new ExplorerPage(page);
      await explorer.open('map/', fragment);
      await expect(explorer.notice).toContainText(said);
      await expect(explorer.notice).toContainText('What you see is the nearest view');
      await expect
        .poll(() => explorer.fragment())
        .toMatch(/^map=[\d.]+\/[\d.]+\/[\d.]+&day=\d{4}-\d\d-\d\d&focus=[a-z0-9-]+&layers=[a-z,]+$/);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await page.locator('.notice img').count()).toBe(0);
    });
});

test('what was not understood of a link is unsaid after a step back to the page', async ({ page }) => {
  const explorer = new ExplorerPage(page);
  await page.goto('./places/lachin/');
  await page.getByRole('button', { name: 'Move the map' }).click();
  await expect(explorer.live).toBeVisible();
  await page.evaluate(() => {
    location.hash = 'map=10/39.6/46.5&day=2023-02-30';
  });
  await expect(explorer.notice).toContainText('2023-02-30');
  await page.evaluate(() => history.back());
  await expect(explorer.notice).toBeEmpty();
});

test.describe('when something fails', () => {
  test('broken data leaves the still map', async ({ page, guard }) => {
    guard.expected.push(/The live map could not start/);
    await page.route('**/data/map.json*', (route) =>
      route.fulfill({ status: 200, contentType: 'application/json', body: '{"world":{}}' }),
    );
    await page.goto('./map/');
    await expect(page.locator('.notice')).toContainText('the still map stays');
    await expect(page.locator('corridor-map > .map-svg')).toBeVisible();
    await expect(page.locator('.live-map')).toHaveCount(0);
  });

  test('the keyboard stays where it was pressed to try again, when it fails again', async ({ page, guard }) => {
    guard.expected.push(/The live map could not start/);
    await page.route('**/data/map.json*', (route) =>
      route.fulfill({ status: 200, contentType: 'application/json', body: '{"world":{}}' }),
    );
    await page.goto('./map/');
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Reload the page' })).toBeFocused();
  });

  test('a storage that throws changes nothing', async ({ page }) => {
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('refused', 'SecurityError');
          },
        });
    });
    const explorer = new ExplorerPage(page);
    await explorer.open('map/');
    await explorer.unfold('Legend');
    await page.getByRole('checkbox', { name: 'Roads' }).uncheck();
    await expect(explorer.live.locator('.road')).toHaveCount(0);
  });
});
