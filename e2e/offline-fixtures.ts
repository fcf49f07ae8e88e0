/** Tests of what is kept have a host of their own, and a browser that takes a service worker. */
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { test as base } from './own-host.ts';
import { typefacesOn } from './typefaces-on.ts';

export const test = base.extend({ serviceWorkers: 'allow' });

/** Opens a page and waits until the site is kept, its worker answers for the page, and what the page asked of the host before is there. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.evaluate(async () => {
    const { serviceWorker } = navigator;
    if (!serviceWorker.controller)
      await new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
  });
  await page.waitForLoadState('networkidle');
  // Firefox tells of no request for a typeface, and the last are asked for as the page is drawn in the first.
  await typefacesOn(page);
  await page.evaluate(async () => void (await document.fonts.ready));
}

/** Returns how many bytes are kept, by cache. */
export function keptBytes(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const found: Record<string, number> = {};
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      found[name] = 0;
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        found[name] += (await answer?.blob())?.size ?? 0;
      }
    }
    return found;
  });
}

export { expect };
