/** Which browser the benchmark runs, and how. */
import { chromium } from '@playwright/test';
import { ADVICE, findBrowser, QUIET } from '../../e2e/find-browser.mjs';

export interface Browser {
  readonly path: string;
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Finds the browser of the end-to-end tests. */
export function benchBrowser(): Browser {
  const found = findBrowser();
  if (!found) throw new Error(ADVICE);
  return {
    path: found.executablePath ?? chromium.executablePath(),
    flags: ['--headless=new', '--no-sandbox', '--disable-dev-shm-usage', ...QUIET],
    env: found.env ?? {},
  };
}
