/** Waits until the typefaces are on: nothing of the page is set anew after that. */
import type { Page } from '@playwright/test';

export async function typefacesOn(page: Page): Promise<void> {
  // Asked for by the clock: a browser that has nothing new to draw need not draw.
  const isOn = () => document.documentElement.style.getPropertyValue('--serif') !== '';
  await page.waitForFunction(isOn, undefined, { polling: 100 });
}
