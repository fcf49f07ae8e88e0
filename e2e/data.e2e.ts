import { world } from './content.ts';
import { expect, test } from './fixtures.ts';

test.describe('the page of files', () => {
  test('hands out each file, in the form it promises', async ({ page, request }) => {
    await page.goto('./data/');
    const links = page.getByRole('region', { name: 'Files' }).getByRole('link');
    expect(await links.count()).toBeGreaterThan(18);
    for (const link of await links.all()) {
      const response = await request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
      expect(response.status(), response.url()).toBe(200);
      expect((await response.body()).length, response.url()).toBeGreaterThan(300);
    }
  });

  test('says for each what it holds, how large it is and under which licence', async ({ page }) => {
    await page.goto('./data/');
    const row = page.getByRole('row', { name: /places\.geojson/ });
    await expect(row).toContainText(`${world.places.length} places with all their names`);
    await expect(row).toContainText(/\d+\.\d\u00a0kB/);
    await expect(row).toContainText('ODbL 1.0');
    await expect(row.getByRole('link', { name: 'JSON Schema' })).toHaveAttribute(
      'href',
      /schemas\/places\.geojson\.schema\.json$/,
    );
  });

  test('is found from every page, and so are the feeds', async ({ page }) => {
    await page.goto('./events/2023-04-23-checkpoint/');
    await expect(page.getByRole('link', { name: 'The data as files' })).toHaveAttribute('href', /\/data\/$/);
    expect(
      await page
        .locator('link[rel="alternate"][type="application/rss+xml"]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href')?.split('/').pop())),
    ).toEqual(['feed.xml', 'corrections.xml']);
  });
});
