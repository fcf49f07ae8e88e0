/** What it costs to use a page: from a press or a letter to its answer on the screen, with a slow processor. */
import type { Page } from '@playwright/test';
import type { Browser } from './browser.ts';
import { median } from './median.ts';
import { VIEW } from './pages.ts';
import { CPU_SLOWDOWN, onPhone } from './phone.ts';
import type { Site } from './serve.ts';

/** Something that a reader does. */
interface Use {
  readonly name: string;
  readonly path: string;
  /** Brings the page to where it can be done. */
  ready(page: Page): Promise<void>;
  /** The event that it begins with. */
  readonly begins: 'pointerdown' | 'keydown' | 'input';
  act(page: Page): Promise<void>;
  /** Tells, in the page, whether the answer is there. */
  readonly isDone: () => boolean;
}

/** One run: milliseconds to the answer, of the longest task meanwhile (none: under 50), and bytes of bodies that came. */
interface UseRun {
  readonly time: number;
  readonly longest: number;
  readonly bytes: number;
}

export interface UseRuns {
  readonly name: string;
  readonly runs: readonly UseRun[];
}

/** Waits for the live map, and puts the focus on one of its controls. */
const onLiveMap =
  (role: 'combobox' | 'slider', name: string) =>
  async (page: Page): Promise<void> => {
    await live(page);
    await page.getByRole(role, { name }).focus();
  };
const live = async (page: Page): Promise<void> => {
  await page.waitForSelector('.live-map.is-drawn');
  await page.waitForTimeout(1000);
};
/** Presses a button, which is brought into view before. */
const button = (name: string): Pick<Use, 'ready' | 'begins' | 'act'> => ({
  ready: async (page) => await page.getByRole('button', { name }).scrollIntoViewIfNeeded(),
  begins: 'pointerdown',
  act: async (page) => await page.getByRole('button', { name }).tap(),
});
const options = (): boolean => document.querySelector('[role=listbox] [role=option]') !== null;
const results = (): boolean => /results?$/.test(document.querySelector('site-search [role=status]')?.textContent ?? '');

const USES: readonly Use[] = [
  {
    name: 'The live map is asked for and drawn',
    path: '/places/lachin/',
    ...button('Move the map'),
    isDone: () => document.querySelector('.live-map.is-drawn') !== null,
  },
  {
    name: 'A key changes the day on the map, by an event',
    path: `/map/${VIEW}`,
    ready: onLiveMap('slider', 'Day'),
    begins: 'keydown',
    act: async (page) => await page.keyboard.press('Shift+ArrowLeft'),
    isDone: () => !/\b23\sApril/.test(document.querySelector('.day-words')?.textContent ?? ''),
  },
  {
    name: 'An event is brought to the map from the timeline',
    path: '/timeline/',
    async ready(page) {
      await live(page);
      await page.locator('.event-row[data-event="2023-04-23-checkpoint"]').scrollIntoViewIfNeeded();
    },
    begins: 'pointerdown',
    act: async (page) => await page.locator('.event-row[data-event="2023-04-23-checkpoint"] button').first().tap(),
    isDone: () => document.querySelector('.axis-said')?.textContent?.startsWith('23') === true,
  },
  {
    name: 'A place is looked for on the map: the names are loaded',
    path: '/map/',
    ready: onLiveMap('combobox', 'Find a place'),
    begins: 'input',
    act: async (page) => await page.keyboard.insertText('Berdz'),
    isDone: options,
  },
  {
    name: 'The first search: the index is loaded',
    path: '/search/',
    ready: async (page) => void (await page.waitForSelector('input:enabled')),
    begins: 'input',
    act: async (page) => await page.getByRole('searchbox').fill('checkpoint'),
    isDone: results,
  },
  {
    name: 'The next search',
    path: '/search/',
    async ready(page) {
      await page.getByRole('searchbox').fill('checkpoint');
      await page.waitForFunction(results);
      await page.waitForTimeout(1000);
      await page.evaluate(() => document.querySelector('site-search [role=status]')?.replaceChildren());
    },
    begins: 'input',
    act: async (page) => await page.keyboard.insertText('s Lachin'),
    isDone: results,
  },
  {
    name: 'The share dialog is opened',
    path: '/events/2023-04-23-checkpoint/',
    ...button('Share …'),
    isDone: () => document.querySelector('dialog[open]') !== null,
  },
];

/** Waits, from within a page, for an event and then for the frame that shows its answer. */
function watch(begins: string, isDone: () => boolean): void {
  const tasks: PerformanceEntry[] = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask' });
  const answered = new Promise((resolve) => {
    const begin = ({ timeStamp }: Event): void => {
      const look = (): void => {
        if (!isDone()) requestAnimationFrame(look);
        // The task after a frame: it has been painted.
        else requestAnimationFrame(() => setTimeout(() => resolve({ from: timeStamp, to: performance.now() })));
      };
      requestAnimationFrame(look);
    };
    document.addEventListener(begins, begin, { capture: true, once: true });
  }).then(async (span) => {
    // Long tasks are told of when the browser is idle.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { from, to } = span as { from: number; to: number };
    const within = tasks.filter(({ startTime }) => startTime >= from - 8 && startTime < to);
    return { time: to - from, longest: Math.max(0, ...within.map(({ duration }) => duration)) };
  });
  Object.assign(globalThis, { answered });
}

/** Does one thing once, in a browser of its own. */
function measureUse(browser: Browser, site: Site, { path, ready, begins, act, isDone }: Use): Promise<UseRun> {
  return onPhone(browser, async ({ page, slow }) => {
    await page.goto(site.origin + path);
    await ready(page);
    // What the page does on its own after it has come, its copy for reading without a network among it.
    await page.waitForTimeout(2000);
    await slow();
    await page.evaluate(`(${watch})(${JSON.stringify(begins)}, ${isDone})`);
    Object.assign(site.traffic, { bytes: 0, requests: 0 });
    await act(page);
    const run = await page.evaluate(
      () => (globalThis as unknown as { answered: Promise<Omit<UseRun, 'bytes'>> }).answered,
    );
    return { ...run, bytes: site.traffic.bytes };
  });
}

/** Measures each use so many times, in rounds. */
export async function measureUses(browser: Browser, site: Site, runs: number): Promise<UseRuns[]> {
  const all = USES.map((use) => ({ use, runs: [] as UseRun[] }));
  for (let round = 0; round < runs; round += 1)
    for (const one of all) {
      const run = await measureUse(browser, site, one.use);
      one.runs.push(run);
      console.error(`${one.use.name}: ${run.time.toFixed(0)} ms`);
    }
  return all.map(({ use, runs: list }) => ({ name: use.name, runs: list }));
}

/** Returns the measurements as a table. */
export function usesTable(all: readonly UseRuns[]): string {
  return [
    `Use on a phone’s window, ${CPU_SLOWDOWN}× slower processor, line not slowed: from the press or the letter to the painted answer; median of ${all[0]?.runs.length ?? 0}.`,
    '',
    '| What a reader does | ms | Range | Longest task, ms | KiB fetched |',
    '| --- | --: | --: | --: | --: |',
    ...all.map(({ name, runs }) => {
      const of = (value: (run: UseRun) => number): number => median(runs.map(value));
      const times = runs.map(({ time }) => Math.round(time));
      const longest = of((run) => run.longest);
      return `| ${name} | ${of(({ time }) => time).toFixed(0)} | ${Math.min(...times)}–${Math.max(...times)} | ${longest ? longest.toFixed(0) : 'under 50'} | ${(of(({ bytes }) => bytes) / 1024).toFixed(1)} |`;
    }),
  ].join('\n');
}
