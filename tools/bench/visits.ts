/** What a visit is like over a slow line with a slow processor: the first, a second one, and one without a network. */
import type { Page } from '@playwright/test';
import type { Browser } from './browser.ts';
import { median } from './median.ts';
import { CPU_SLOWDOWN, onPhone, type Phone } from './phone.ts';
import type { Line, Site } from './serve.ts';

/** Chromium's own "Slow 3G", as its developer tools set it: 400 kbit/s, 2 s until an answer begins. */
const SLOW_3G: Line = { latency: 2000, bytesPerSecond: 50_000 };
/** Milliseconds after the page's last file, in which nothing larger is painted any more. */
const SETTLED = 3000;

/** One visit: times in milliseconds, bytes of bodies as transferred. */
interface Visit {
  readonly fcp: number;
  readonly lcp: number;
  readonly bytes: number;
  readonly requests: number;
}

export interface PageVisits {
  readonly name: string;
  readonly path: string;
  readonly first: readonly Visit[];
  readonly second: readonly Visit[];
  /** Without a network, from the reader's own copy. */
  readonly kept: readonly Visit[];
}

/** Returns, from within a page, when something was first painted and when the largest part of it was. */
async function paints(): Promise<{ fcp: number; lcp: number }> {
  const last = (type: string): Promise<number> =>
    new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
        type,
        buffered: true,
      });
    });
  return { fcp: await last('paint'), lcp: await last('largest-contentful-paint') };
}

/** Opens an address and waits until no more is painted. */
async function visit(page: Page, site: Site, path: string): Promise<Visit> {
  await page.goto('about:blank');
  Object.assign(site.traffic, { bytes: 0, requests: 0 });
  await page.goto(site.origin + path, { timeout: 120_000 });
  const { bytes, requests } = site.traffic;
  await page.waitForTimeout(SETTLED);
  return { ...(await page.evaluate(paints)), bytes, requests };
}

type Three = readonly [first: Visit, second: Visit, kept: Visit];

/** Visits a page three times in one browser: new to the site, back after its copy was kept, and without a network. */
async function visitPage(browser: Browser, site: Site, path: string): Promise<Three> {
  const visits = async ({ page, slow }: Phone): Promise<Three> => {
    await slow();
    site.setLine(SLOW_3G);
    const first = await visit(page, site, path);
    site.setLine(undefined);
    // An embed, in a frame of another site, keeps nothing: it is visited again as any page that the browser knows.
    const keeps = !path.startsWith('/embed/');
    if (keeps) await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    site.setLine(SLOW_3G);
    const second = await visit(page, site, path);
    if (!keeps) return [first, second, { fcp: Number.NaN, lcp: Number.NaN, bytes: 0, requests: 0 }];
    site.setDown(true);
    const kept = await visit(page, site, path);
    site.setDown(false);
    return [first, second, kept];
  };
  return onPhone(browser, visits, 'allow').finally(() => {
    site.setDown(false);
    site.setLine(undefined);
  });
}

/** Measures the visits of some pages, each so many times. */
export async function measureVisits(
  browser: Browser,
  site: Site,
  pages: Readonly<Record<string, string>>,
  runs: number,
): Promise<PageVisits[]> {
  const all: PageVisits[] = [];
  for (const [name, path] of Object.entries(pages)) {
    const visits: Three[] = [];
    for (let run = 0; run < runs; run += 1) visits.push(await visitPage(browser, site, path));
    const [first, second, kept] = [0, 1, 2].map((which) => visits.map((three) => three[which] as Visit));
    all.push({ name, path, first: first ?? [], second: second ?? [], kept: kept ?? [] });
    console.error(`${name}: LCP ${first?.[0]?.lcp.toFixed(0)}, then ${second?.[0]?.lcp.toFixed(0)} ms`);
  }
  return all;
}

const seconds = (ms: number): string => (Number.isNaN(ms) ? '–' : (ms / 1000).toFixed(1));

/** Returns the measurements as a table. */
export function visitsTable(all: readonly PageVisits[]): string {
  const row = ({ name, path, first, second, kept }: PageVisits): string => {
    const of = (visits: readonly Visit[], value: (visit: Visit) => number): number => median(visits.map(value));
    const times = (visits: readonly Visit[]): string[] => [
      seconds(of(visits, ({ fcp }) => fcp)),
      seconds(of(visits, ({ lcp }) => lcp)),
    ];
    const traffic = (visits: readonly Visit[]): string[] => [
      (of(visits, ({ bytes }) => bytes) / 1024).toFixed(1),
      String(of(visits, ({ requests }) => requests)),
    ];
    const cells = [...times(first), ...traffic(first), ...times(second), ...traffic(second), ...times(kept)];
    return `| ${name} \`${path}\` | ${cells.join(' | ')} |`;
  };
  return [
    `Visits over slow 3G (${(SLOW_3G.bytesPerSecond * 8) / 1000} kbit/s, ${SLOW_3G.latency} ms until an answer begins), ${CPU_SLOWDOWN}× slower processor; seconds; KiB and requests until the page is loaded. ` +
      'Second: the site’s copy has been kept meanwhile. Kept: without a network.',
    '',
    '| Page | First: FCP | LCP | KiB | Requests | Second: FCP | LCP | KiB | Requests | Kept: FCP | LCP |',
    `| --- |${' --: |'.repeat(10)}`,
    ...all.map(row),
  ].join('\n');
}
