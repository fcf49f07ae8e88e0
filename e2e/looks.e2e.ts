/**
 * What must not drift: maps at fixed views, the timeline's axis, the calendar and the strip, as pictures. They are drawn without
 * scripts, so that nothing moves. After a change that is meant: `npm test -- e2e/looks.e2e.ts --project=desktop --update-snapshots`, and look
 * at what has changed before it is committed.
 */
import { expect, test } from './fixtures.ts';

// One machine’s letters differ from another’s in their edges, by less than this.
const TOLERANCE = { threshold: 0.25, maxDiffPixelRatio: 0.015 } as const;

test.use({ javaScriptEnabled: false });

const MAPS = [
  ['before 2020', 'views/held-1994-2020/', 'light'],
  ['the ceasefire', 'views/ceasefire-2020/', 'light'],
  ['the sit-in', 'views/sit-in-near-shusha/', 'light'],
  ['the checkpoint', 'views/checkpoint-2023/', 'light'],
  ['the checkpoint', 'views/checkpoint-2023/', 'dark'],
] as const;

for (const [name, path, colorScheme] of MAPS)
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme, viewport: { width: 760, height: 640 } });

    test(`the map of ${name} looks as it did`, async ({ page }) => {
      await page.goto(`./${path}`);
      await page.evaluate(() => document.fonts.ready);
      await expect(page.locator('corridor-map')).toHaveScreenshot(
        `map-${name.replaceAll(' ', '-')}-${colorScheme}.png`,
        TOLERANCE,
      );
    });
  });

for (const width of [390, 1440])
  test.describe(`${width} px wide`, () => {
    // As tall as the calendar: what lies outside a window is not always painted.
    test.use({ viewport: { width, height: 1400 } });

    for (const [name, path, selector] of [
      // On a phone the rhythm of events is the axis.
      ['axis of the timeline', 'timeline/', width < 768 ? '.rhythm' : '.axis-wide'],
      ['calendar of the road', 'road/', '.calendar'],
      ['strip of the road', 'road/', '.strip-band'],
    ] as const)
      test(`the ${name} looks as it did`, async ({ page }) => {
        await page.goto(`./${path}`);
        await page.evaluate(() => document.fonts.ready);
        await expect(page.locator(selector).first()).toHaveScreenshot(
          `${name.replaceAll(' ', '-')}-${width}.png`,
          TOLERANCE,
        );
      });
  });
