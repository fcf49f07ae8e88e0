import { world } from './content.ts';
import { expect, test } from './fixtures.ts';

test.describe('the booklet', () => {
  test('is reached from the explainer, and holds every chapter with its map', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('link', { name: 'as a booklet' }).click();
    await expect(page).toHaveURL(/\/booklet\/$/);
    const chapters = page.locator('.booklet-chapter').filter({ has: page.getByRole('figure') });
    const contents = page.getByRole('navigation', { name: 'Contents' }).getByRole('link');
    // The chapters, then events and sources.
    expect(await contents.count()).toBe(world.chapters.length + 2);
    for (const map of await page.getByRole('img', { name: /^Map\. / }).all())
      await expect.poll(() => map.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
    expect(await chapters.count()).toBeGreaterThanOrEqual(world.chapters.length);
  });

  test('has a numbered source for every mark in its text', async ({ page }) => {
    await page.goto('./booklet/');
    const marks = await page.locator('.booklet .cite a').allTextContents();
    const listed = new Set(await page.locator('.booklet-sources .source-number').allTextContents());
    expect(marks.length).toBeGreaterThan(200);
    expect([...new Set(marks)].filter((mark) => mark !== 'editors' && !listed.has(mark))).toEqual([]);
  });

  test('names all events, with their days', async ({ page }) => {
    await page.goto('./booklet/');
    const events = page.locator('.booklet-events > div');
    await expect(events).toHaveCount(world.events.length);
    await expect(events.filter({ hasText: 'Azerbaijan sets up a checkpoint' })).toContainText(
      '23\u00a0April\u00a02023',
    );
  });

  test('on paper has no navigation, and its maps are vectors of the page’s width', async ({ page }) => {
    await page.goto('./booklet/');
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['.site-head', '.site-foot', '.needs-paper', '.booklet .to-map'])
      await expect(page.locator(gone).first()).toBeHidden();
    const map = page.getByRole('img', { name: /^Map\. / }).first();
    expect(await map.getAttribute('src')).toMatch(/\.svg$/);
    const [inner, outer] = [await map.boundingBox(), await page.locator('.booklet').boundingBox()];
    expect(inner?.width ?? 0).toBeGreaterThan((outer?.width ?? 0) * 0.95);
  });
});
