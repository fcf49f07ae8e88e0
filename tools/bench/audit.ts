/** One Lighthouse run: the mobile preset with simulated throttling, in a browser of its own. */
import { launch } from 'chrome-launcher';
import lighthouse, { type Result, type RunnerResult } from 'lighthouse';
import { ProcessedNavigation } from 'lighthouse/core/computed/processed-navigation.js';
import { ProcessedTrace } from 'lighthouse/core/computed/processed-trace.js';
import { blockingOfProcessor, type TraceEvent } from './blocking.ts';
import type { Browser } from './browser.ts';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** One run's figures: bytes as transferred, times in milliseconds, scores of 100 in the order of `CATEGORIES`. */
export interface Audit {
  readonly bytes: number;
  readonly bytesWithoutFonts: number;
  readonly scriptBytes: number;
  readonly requests: number;
  readonly fcp: number;
  readonly lcp: number;
  readonly tbt: number;
  /** The same by processor time: what of it is the page's own work. */
  readonly ownTbt: number;
  readonly cls: number;
  readonly scores: readonly number[];
  /** The audits that cost a score, by name. */
  readonly failures: readonly string[];
  /** Lighthouse's measure of the machine's speed during the run. */
  readonly cpuIndex: number;
}

interface NetworkRequest {
  readonly url: string;
  readonly resourceType: string;
  readonly transferSize: number;
}

/** Returns whether one item of Lighthouse's list is a request that went over the network. */
function isRequest(item: unknown): item is NetworkRequest {
  return (
    typeof item === 'object' &&
    item !== null &&
    'url' in item &&
    'transferSize' in item &&
    !String(item.url).startsWith('data:')
  );
}

/** Returns the requests of a run. */
function requestsOf(result: Result): readonly NetworkRequest[] {
  const details = result.audits['network-requests']?.details;
  return details?.type === 'table' ? (details.items as readonly unknown[]).filter(isRequest) : [];
}

/** Adds up the bytes of the requests that a test lets through. */
const bytesOf = (requests: readonly NetworkRequest[], counts: (type: string) => boolean): number =>
  requests.filter(({ resourceType }) => counts(resourceType)).reduce((sum, { transferSize }) => sum + transferSize, 0);

/** Returns the names of the audits that count and are not passed in full. */
function failuresOf(result: Result): readonly string[] {
  const counted = Object.values(result.categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0),
  );
  return counted.map(({ id }) => id).filter((id) => (result.audits[id]?.score ?? 1) < 1);
}

/** How many times slower the mobile preset's processor is. */
const SLOWDOWN = 4;

/** Returns the blocking time of a page's own work from its first paint on, milliseconds. */
async function ownBlockingOf({ artifacts }: RunnerResult): Promise<number> {
  const context = { computedCache: new Map() } as never;
  const processed = await ProcessedTrace.request(artifacts.Trace, context);
  const { timestamps } = await ProcessedNavigation.request(processed, context);
  return blockingOfProcessor(
    processed.mainThreadEvents as readonly TraceEvent[],
    timestamps.firstContentfulPaint,
    SLOWDOWN,
  );
}

/** Returns the figures of a Lighthouse run. */
async function auditOf(run: RunnerResult): Promise<Audit> {
  const result = run.lhr;
  const requests = requestsOf(result);
  const value = (id: string): number => {
    const found = result.audits[id]?.numericValue;
    if (found === undefined) throw new Error(`Lighthouse has no ${id} for ${result.finalDisplayedUrl}.`);
    return found;
  };
  return {
    bytes: bytesOf(requests, () => true),
    bytesWithoutFonts: bytesOf(requests, (type) => type !== 'Font'),
    scriptBytes: bytesOf(requests, (type) => type === 'Script'),
    requests: requests.length,
    fcp: value('first-contentful-paint'),
    lcp: value('largest-contentful-paint'),
    tbt: value('total-blocking-time'),
    ownTbt: await ownBlockingOf(run),
    cls: value('cumulative-layout-shift'),
    scores: CATEGORIES.flatMap((id) => result.categories[id]?.score ?? []).map((score) => Math.round(score * 100)),
    failures: failuresOf(result),
    cpuIndex: result.environment.benchmarkIndex,
  };
}

/** Runs Lighthouse once on an address and returns its full result, with what it was made of. */
async function runLighthouse(browser: Browser, url: string, categories: readonly string[]): Promise<RunnerResult> {
  const chrome = await launch({
    chromePath: browser.path,
    chromeFlags: [...browser.flags],
    envVars: { ...process.env, ...browser.env },
    logLevel: 'silent',
  });
  try {
    const run = await lighthouse(url, {
      port: chrome.port,
      logLevel: 'error',
      output: 'json',
      onlyCategories: [...categories],
    });
    if (!run) throw new Error(`Lighthouse gave no result for ${url}.`);
    if (run.lhr.runtimeError) throw new Error(`Lighthouse on ${url}: ${run.lhr.runtimeError.message}`);
    return run;
  } finally {
    chrome.kill();
  }
}

/** Audits an address, a second time when the first run fails. */
export async function audit(browser: Browser, url: string, categories: readonly string[] = CATEGORIES): Promise<Audit> {
  try {
    return await auditOf(await runLighthouse(browser, url, categories));
  } catch (error) {
    console.error(`  again, because: ${error instanceof Error ? error.message : String(error)}`);
    return await auditOf(await runLighthouse(browser, url, categories));
  }
}
