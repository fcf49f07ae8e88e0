/** How far what stands on a page is moved while it comes in. Only Chromium tells. */
import type { Page } from '@playwright/test';

/** Has each page that is opened from now on add up its shifts. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      const { dataset } = document.documentElement;
      for (const entry of list.getEntries())
        dataset['moved'] = String(Number(dataset['moved'] ?? 0) + (entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Waits until what is there is drawn. */
export const drawn = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

/** The sum that browsers call cumulative layout shift, of all that is drawn by now: up to 0.1 counts as good. */
export async function shiftsOf(page: Page): Promise<number> {
  await drawn(page);
  return page.evaluate(() => Number(document.documentElement.dataset['moved'] ?? 0));
}
