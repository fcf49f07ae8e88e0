/** Which browser the benchmark runs, and how. */
import { chromium } from '@playwright/test';
import { ADVICE, findBrowser, QUIET } from '../../e2e/find-browser.mjs';

export interface Browser {
  readonly path: string;
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Finds a browser as readers have it: one with windows, of those that the end-to-end tests know. */
export function benchBrowser(): Browser {
  const found = findBrowser({ hasWindows: true });
  if (!found) throw new Error(ADVICE);
  return {
    path: found.executablePath ?? chromium.executablePath(),
    flags: ['--headless=new', '--no-sandbox', '--disable-dev-shm-usage', ...QUIET],
    env: found.env ?? {},
  };
}
