import { expect, test } from './fixtures.ts';

const PAGES = [
  '',
  'map/',
  'map/list/',
  'timeline/',
  'road/',
  'road/2023-06-15-hakari-clash/',
  'events/2022-12-12-road-blocked/',
  'places/hakari-bridge/',
  'places/',
  'sources/',
  'about/',
  'figures/',
  'chapters/september-2023/',
];

test.describe('the layout', () => {
  for (const path of PAGES)
    test(`of /${path} fits every width from 320 to 2560 px, without a scroll to the side`, async ({ page }) => {
      await page.goto(`./${path}`);
      for (const width of [320, 360, 640, 768, 1024, 1440, 2560]) {
        await page.setViewportSize({ width, height: 800 });
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(over, `${width} px`).toBeLessThanOrEqual(0);
      }
    });

  test('keeps the text at a measure that reads well', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('./');
    const letters = await page
      .locator('.chapter .prose > p:not(.standfirst)')
      .first()
      .evaluate((p) => {
        const range = document.createRange();
        const text = document.createTreeWalker(p, NodeFilter.SHOW_TEXT).nextNode() as Text;
        range.setStart(text, 0);
        range.setEnd(text, Math.min(40, text.length));
        return (p.clientWidth / (range.getClientRects()[0]?.width ?? 1)) * Math.min(40, text.length);
      });
    expect(letters).toBeGreaterThan(55);
    expect(letters).toBeLessThan(80);
  });
});
