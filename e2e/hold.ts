/** Holds back what a page asks for, so that a test sees the time before it comes, however fast the machine. */
import type { Page, Route } from '@playwright/test';

/** From now on nothing comes by such an address, until what is returned is called: then it comes, or the answer given here. */
export async function hold(
  page: Page,
  address: Parameters<Page['route']>[0],
  answer: (route: Route) => Promise<void> = (route) => route.continue(),
): Promise<() => void> {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(address, async (route) => {
    await held;
    await answer(route);
  });
  return release;
}
