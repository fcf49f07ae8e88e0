/** How long the live map takes from its request to its drawing, and what it fetches: a slow processor, no slow network. */
import type { Page } from '@playwright/test';
import type { Browser } from './browser.ts';
import { onPhone } from './phone.ts';

/** One run's figures: times in milliseconds, bytes of bodies as transferred. */
export interface LiveMapRun {
  readonly time: number;
  readonly scriptBytes: number;
  readonly dataBytes: number;
  /** All else that came meanwhile, such as the relief picture. */
  readonly otherBytes: number;
}

interface Marks {
  readonly requested?: number;
  readonly drawn?: number;
}

/**
 * Notes in the page when the live map is asked for and when it is drawn; runs before the page's own scripts. The one is noted at
 * once: an observer would hear of it when the first files may be here already.
 */
function watchLiveMap(): void {
  const marks: { requested?: number; drawn?: number } = {};
  Object.assign(globalThis, { liveMapMarks: marks });
  const busy = Object.getOwnPropertyDescriptor(Element.prototype, 'ariaBusy');
  Object.defineProperty(Element.prototype, 'ariaBusy', {
    ...busy,
    set(this: Element, value: string | null) {
      if (value && this.matches('corridor-map')) marks.requested ??= performance.now();
      busy?.set?.call(this, value);
    },
  });
  const watcher = new MutationObserver(() => {
    if (!document.querySelector('.live-map.is-drawn')) return;
    marks.drawn = performance.now();
    watcher.disconnect();
  });
  watcher.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
}

/** Returns, from within the page, the marks and every file that was still coming after the request. */
function readLiveMap(): { marks: Marks; files: { path: string; bytes: number }[] } {
  const { liveMapMarks: marks } = globalThis as unknown as { liveMapMarks: Marks };
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const files = entries
    .filter(({ responseEnd, startTime }) => responseEnd > (marks.requested ?? 0) && startTime < (marks.drawn ?? 0))
    .map(({ name, encodedBodySize }) => ({ path: new URL(name).pathname, bytes: encodedBodySize }));
  return { marks, files };
}

/** Opens the map page once in a fresh browser and measures its live map. */
export function measureLiveMap(browser: Browser, url: string): Promise<LiveMapRun> {
  return onPhone(browser, async ({ page, slow }) => {
    await slow();
    return measureLiveMapOn(page, url);
  });
}

/** Opens a page whose live map starts by itself and measures it. Throws where it is not seen to be asked for and drawn. */
export async function measureLiveMapOn(page: Page, url: string): Promise<LiveMapRun> {
  await page.addInitScript(watchLiveMap);
  await page.goto(url);
  await page.waitForSelector('.live-map.is-drawn', { timeout: 60_000 });
  const { marks, files } = await page.evaluate(readLiveMap);
  if (marks.requested === undefined || marks.drawn === undefined)
    throw new Error('The live map was drawn without being asked for.');
  const bytes = (end: RegExp): number =>
    files.filter(({ path }) => end.test(path)).reduce((sum, file) => sum + file.bytes, 0);
  return {
    time: marks.drawn - marks.requested,
    scriptBytes: bytes(/\.js$/),
    dataBytes: bytes(/\.json$/),
    otherBytes: bytes(/(?<!\.js|\.json)$/),
  };
}
