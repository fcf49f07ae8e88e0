/** A reader's place in a long page: how it is come to, and where in the window it stands. */
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Goes down a page as a reader goes, a screen at a time with a look at each: twelve screens, or half of the page. */
export const readOn = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const end = Math.min(12 * innerHeight, document.documentElement.scrollHeight / 2);
    while (scrollY < end) {
      scrollBy(0, 0.8 * innerHeight);
      await new Promise((done) => setTimeout(done, 60));
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    }
  });

/** How far below the window's upper edge a block of the text stands, in pixels: the first in its lower half if none is asked for. */
const placeOf = (page: Page, which?: number): Promise<{ at: number; top: number }> =>
  page.evaluate((asked) => {
    const blocks = [...document.querySelectorAll('main :is(p, li, h2, h3, td)')];
    const tops = blocks.map((block) => block.getBoundingClientRect());
    const at = asked ?? tops.findIndex(({ top, height }) => height > 0 && top > innerHeight / 2);
    return { at, top: Math.round(tops[at]?.top ?? Number.NaN) };
  }, which);

/** Notes what is read once the page rests; returns the promise that it comes to stand there again. */
export async function whatIsRead(page: Page): Promise<() => Promise<void>> {
  await page.waitForTimeout(500);
  const { at, top } = await placeOf(page);
  // Two lines in twelve screens: above what is seen other fonts stand in for the site's.
  return () =>
    expect
      // A slow processor takes seconds for one look at the longest page.
      .poll(async () => Math.abs((await placeOf(page, at)).top - top), {
        message: `${at} was at ${top}`,
        timeout: 30_000,
      })
      .toBeLessThan(80);
}
