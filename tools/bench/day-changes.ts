/** What a change of the day costs the script while the slider is dragged, on a slow processor, and with many more features. */
import type { Browser } from './browser.ts';
import { CPU_SLOWDOWN, onPhone } from './phone.ts';

/** Steps of the slider from one end to the other. */
const CHANGES = 333;

export interface DayChanges {
  /** How many times the site's own features, places and events. */
  readonly times: number;
  /** Milliseconds of script for each change, in order of size. */
  readonly costs: readonly number[];
}

interface MapData {
  world: Record<'features' | 'places' | 'events', { id: string; lon?: number; lat?: number }[]>;
}

/** Returns the map's data with everything on it so many times, each copy under an id of its own and a little beside. */
function multiplied(data: MapData, times: number): MapData {
  const { world } = data;
  const copies = <T extends { id: string; lon?: number; lat?: number }>(list: readonly T[]): T[] =>
    Array.from({ length: times }, (_, copy) =>
      list.map((one) =>
        copy === 0
          ? one
          : {
              ...one,
              id: `${one.id}-copy-${copy}`,
              ...(one.lon === undefined || one.lat === undefined
                ? {}
                : { lon: one.lon + 0.05 * Math.sin(copy * 7), lat: one.lat + 0.05 * Math.cos(copy * 5) }),
            },
      ),
    ).flat();
  const inTime = (list: MapData['world']['events']) =>
    (list as { id: string; date?: string }[]).toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1));
  return {
    ...data,
    world: {
      ...world,
      features: copies(world.features),
      places: copies(world.places),
      events: inTime(copies(world.events)),
    },
  };
}

/** Drags the slider of the day from end to end, a step for each frame; returns the script's part of each change, ms. */
async function drag(changes: number): Promise<number[]> {
  const range = document.querySelector<HTMLInputElement>('corridor-day [type=range]');
  if (!range) throw new Error('no slider');
  const costs: number[] = [];
  const frame = globalThis.requestAnimationFrame.bind(globalThis);
  const settle = async (): Promise<void> => {
    // What the change set off goes on in the same task, as answers to promises.
    for (let i = 0; i < 20; i++) await Promise.resolve();
  };
  for (let i = 0; i <= changes; i++) {
    let done: () => void = () => {};
    const finished = new Promise<void>((resolve) => {
      done = resolve;
    });
    globalThis.requestAnimationFrame = (callback) =>
      frame(async (now) => {
        const start = performance.now();
        callback(now);
        await settle();
        costs.push(performance.now() - start);
        done();
      });
    range.value = String((i / changes) * 1000);
    range.dispatchEvent(new Event('input', { bubbles: true }));
    globalThis.requestAnimationFrame = frame;
    await finished;
    await new Promise((resolve) => frame(resolve));
  }
  return costs;
}

/** Measures day changes on the map page with the site's features so many times. */
export function measureDayChanges(browser: Browser, url: string, times: number): Promise<DayChanges> {
  return onPhone(browser, async ({ page, slow }) => {
    if (times > 1)
      await page.route('**/data/map.json*', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ json: multiplied((await response.json()) as MapData, times) });
      });
    await page.goto(url);
    await page.waitForSelector('.live-map.is-drawn', { timeout: 120_000 });
    await page.waitForTimeout(1000);
    await slow();
    const costs = await page.evaluate(drag, CHANGES);
    return { times, costs: costs.toSorted((a, b) => a - b) };
  });
}

/** Returns the measurements as a table. */
export function dayChangesTable(all: readonly DayChanges[]): string {
  const at = (costs: readonly number[], part: number): string =>
    (costs[Math.min(costs.length - 1, Math.floor(costs.length * part))] ?? Number.NaN).toFixed(1);
  return [
    `Day changes: ${CHANGES + 1} while the slider is dragged over all days, script’s part in ms, ${CPU_SLOWDOWN}× slower processor.`,
    '',
    '| Features | Median | 95 % under | Longest |',
    '| --- | --: | --: | --: |',
    ...all.map(
      ({ times, costs }) =>
        `| ${times === 1 ? 'the site’s' : `${times} times as many`} | ${at(costs, 0.5)} | ${at(costs, 0.95)} | ${at(costs, 1)} |`,
    ),
  ].join('\n');
}
