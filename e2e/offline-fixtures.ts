/** Tests of what is kept have a host of their own, at the base of their project, and a browser that takes a service worker. */
import type { Page } from '@playwright/test';
import { test as base, expect } from './fixtures.ts';
import { SiteServer } from './site-server.ts';

const isSubPath = (): boolean => base.info().project.name === 'sub-path';

/** The base of this project, and the folder of its build. */
export const basePath = (): string => (isSubPath() ? '/repo/' : '/');
export const distFolder = (): string => (isSubPath() ? 'dist-sub-path' : 'dist');

export const test = base.extend<{ host: SiteServer }>({
  serviceWorkers: 'allow',
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures that one needs
  host: async ({}, use) => {
    const host = new SiteServer(distFolder(), basePath());
    await host.start();
    await use(host);
    await host.stop();
  },
  baseURL: async ({ host }, use) => use(host.url),
});

/** Opens a page and waits until the site is kept, its worker answers for the page, and what the page asked of the host before is there. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.evaluate(async () => {
    const { serviceWorker } = navigator;
    if (!serviceWorker.controller)
      await new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
  });
  await page.waitForLoadState('networkidle');
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
