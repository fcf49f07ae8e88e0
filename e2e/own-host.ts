/** Tests that need a host of their own, at the base of their project: it can be told to answer badly, and stops with its test. */
import { test as base } from './fixtures.ts';
import { SiteServer } from './site-server.ts';

const isSubPath = (): boolean => base.info().project.name === 'sub-path';

/** The base of this project, and the folder of its build. */
export const basePath = (): string => (isSubPath() ? '/repo/' : '/');
export const distFolder = (): string => (isSubPath() ? 'dist-sub-path' : 'dist');

export const test = base.extend<{ host: SiteServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures that one needs
  host: async ({}, use) => {
    const host = new SiteServer(distFolder(), basePath());
    await host.start();
    await use(host);
    await host.stop();
  },
  baseURL: async ({ host }, use) => use(host.url),
});
