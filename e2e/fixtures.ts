/** Every browser test runs under a guard: a request to another host, an error in the console or a thrown error fails it. */
import { test as base, expect } from '@playwright/test';

interface Guard {
  /** Texts of the console that this test brings about on purpose. */
  readonly expected: RegExp[];
}

/** What Playwright says in place of a service worker, where a test has none. */
const NO_WORKER = /Service Worker registration blocked by Playwright/;

export const test = base.extend<{ guard: Guard }>({
  guard: [
    async ({ context, baseURL }, use) => {
      const problems: string[] = [];
      const guard: Guard = { expected: [NO_WORKER] };
      const host = new URL(baseURL ?? '').host;
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (!['data:', 'blob:'].includes(url.protocol) && url.host !== host)
          problems.push(`request to ${request.url()}`);
      });
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
      });
      context.on('weberror', (error) => problems.push(`thrown: ${error.error().message}`));
      await use(guard);
      expect(problems.filter((problem) => !guard.expected.some((known) => known.test(problem)))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
