/** A phone's window in a browser of its own. */
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import type { Browser } from './browser.ts';

/** How many times slower the processor is made: as Lighthouse's mobile preset. */
export const CPU_SLOWDOWN = 4;

export interface Phone {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly session: CDPSession;
  /** Slows the processor from now on. */
  slow(): Promise<void>;
}

/** Starts a browser, opens a page as on a phone, hands it over, and ends the browser whatever comes of it. No copy of the site is kept unless it is asked for. */
export async function onPhone<T>(
  browser: Browser,
  use: (phone: Phone) => Promise<T>,
  serviceWorkers: 'allow' | 'block' = 'block',
): Promise<T> {
  const chrome = await chromium.launch({
    executablePath: browser.path,
    args: [...browser.flags],
    env: { ...process.env, ...browser.env },
  });
  try {
    const context = await chrome.newContext({
      viewport: { width: 412, height: 823 },
      isMobile: true,
      hasTouch: true,
      deviceScaleFactor: 1.75,
      serviceWorkers,
    });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const slow = async (): Promise<void> => {
      await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    };
    return await use({ context, page, session, slow });
  } finally {
    await chrome.close();
  }
}
