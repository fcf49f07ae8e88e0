import type { Page } from '@playwright/test';

/** Waits for the script that opens sources: it comes after the first paint, and until it has run a mark is a link. */
export async function marksOpen(page: Page): Promise<void> {
  const script = page.locator('script[type="module"][src*="/Page."]');
  // As text, since Playwright would make something else of an import of its own.
  await page.evaluate(`import(${JSON.stringify(await script.evaluate((tag: HTMLScriptElement) => tag.src))})`);
}
