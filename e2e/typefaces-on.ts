/** Waits until the typefaces are on: nothing of the page is set anew after that. */
import type { Page } from '@playwright/test';

export async function typefacesOn(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.style.getPropertyValue('--serif') !== '');
}
