/** What a person sees and does in the explorer. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

export class ExplorerPage {
  readonly page: Page;
  readonly live: Locator;
  readonly notice: Locator;

  constructor(page: Page) {
    this.page = page;
    this.live = page.locator('.is-live .live-map.is-drawn');
    this.notice = page.locator('.notice');
  }

  /** Opens a page of the site, with a view if a fragment is given, and waits for the live map. */
  async open(path: string, fragment = ''): Promise<void> {
    await this.page.goto(`./${path}${fragment}`);
    await expect(this.live).toBeVisible();
  }

  /** Opens a part of the map page: on a phone a sheet by its button, elsewhere it stands open or unfolds. */
  async unfold(part: 'Legend' | 'Events' | 'Compare'): Promise<void> {
    const button = this.page.getByRole('button', { name: part, exact: true });
    if (await button.isVisible()) await button.click();
    else if (part === 'Events') await this.page.locator('#events-sheet summary').click();
  }

  /** Returns the fragment of the address, without `#`. */
  fragment(): string {
    return new URL(this.page.url()).hash.slice(1);
  }

  /** Returns one field of the view in the address. */
  field(name: 'map' | 'day' | 'focus' | 'layers'): string {
    return new URLSearchParams(this.fragment()).get(name) ?? '';
  }

  /** Returns the labels that stand on the map, with the place of each, in whole pixels. */
  labels(): Promise<Record<string, { x: number; y: number; width: number; height: number }>> {
    return this.page.evaluate(() => {
      const frame = document.querySelector('corridor-map')?.getBoundingClientRect();
      const found: Record<string, { x: number; y: number; width: number; height: number }> = {};
      for (const text of document.querySelectorAll('corridor-map .labels text')) {
        const box = text.getBoundingClientRect();
        if (
          !frame ||
          box.right < frame.left ||
          box.left > frame.right ||
          box.bottom < frame.top ||
          box.top > frame.bottom
        )
          continue;
        const { width, height } = box;
        found[text.textContent ?? ''] = {
          x: Math.round(box.x - frame.x),
          y: Math.round(box.y - frame.y),
          width,
          height,
        };
      }
      return found;
    });
  }
}

/** The address that holds the view of 15 January 2023 near Shusha, on the sit-in. */
export const SIT_IN =
  '#map=11/39.74/46.72&day=2023-01-15&focus=2022-12-12-road-blocked&layers=areas,zone,roads,places,events';
