/** Every browser test runs under a guard: a request to another host, an error in the console or a thrown error fails it. */
import { test as base, expect } from '@playwright/test';

interface Guard {
  /** Texts of the console that this test brings about on purpose. */
  readonly expected: RegExp[];
}

/** What Playwright says in place of a service worker, where a test has none. */
const NO_WORKER = /Service Worker registration blocked by Playwright/;

/**
 * What is said of a file that was asked for and did not come: by a page, or by Firefox of a typeface that was broken off, or of
 * what a service worker was answering still.
 */
const MISSING =
  /could not (?:start|be loaded)|download failed .* status=2152398850|Failed to load ‘.*’\. A ServiceWorker intercepted the request and encountered an unexpected error/;

/** Skips a test, from where it needs what Playwright cannot have Firefox do through WebDriver BiDi. */
const notByBidi = (what: string) => (): never => {
  base.skip(true, `Firefox cannot be ${what} through WebDriver BiDi`);
  throw new Error('A skipped test goes on.');
};

export const test = base.extend<{ guard: Guard }>({
  guard: [
    async ({ context, baseURL, browserName, javaScriptEnabled, bypassCSP }, use) => {
      const problems: string[] = [];
      const guard: Guard = { expected: [NO_WORKER] };
      const host = new URL(baseURL ?? '').host;
      /** What a page said is missing: in Firefox no problem where it is being left, because what it asked for is broken off then. */
      let missing: string[] = [];
      let isLeft = false;
      if (browserName === 'firefox') {
        if (!javaScriptEnabled) notByBidi('kept from running scripts')();
        if (bypassCSP) notByBidi('made to pass over policies')();
        context.on('page', (page) =>
          Object.assign(page, { emulateMedia: notByBidi('told of other colours, motion or paper') }),
        );
        Object.assign(context, { newCDPSession: notByBidi('driven by the protocol of Chromium') });
        context.on('framenavigated', () => {
          isLeft = false;
        });
      }
      context.on('request', (request) => {
        if (browserName === 'firefox' && request.isNavigationRequest()) {
          missing = [];
          isLeft = true;
        }
        const url = new URL(request.url());
        if (!['data:', 'blob:'].includes(url.protocol) && url.host !== host)
          problems.push(`request to ${request.url()}`);
      });
      const hear = (problem: string): void => {
        if (!MISSING.test(problem)) problems.push(problem);
        else if (!isLeft) missing.push(problem);
      };
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) hear(`${message.type()}: ${message.text()}`);
      });
      context.on('weberror', (error) => hear(`thrown: ${error.error().message}`));
      await use(guard);
      const unknown = [...problems, ...missing].filter(
        (problem) => !guard.expected.some((known) => known.test(problem)),
      );
      // An answer that is on its way still when the test has said all is nobody's fault.
      for (const page of context.pages()) await page.unrouteAll({ behavior: 'ignoreErrors' });
      expect(unknown).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
