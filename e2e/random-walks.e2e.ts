/**
 * Random walks over the map page: short ways of moves, days, events, layers, second days, links, back and forward, in one live
 * page, with laws that hold after every step and memory that does not grow. `WALKS=1000` walks longer than the usual run;
 * `SEED=…` walks other ways: without it the same code is walked over in the same way each time.
 */
import type { CDPSession, Page } from '@playwright/test';
import { PUBLISHED_LINKS } from '../src/share/published-links.ts';
import { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './fixtures.ts';

const WALKS = Number(process.env['WALKS'] ?? 100);
const SEED = Number(process.env['SEED'] ?? 1);
/** Walks between two looks at the memory, and two turns of the window. */
const CHUNK = 25;
const WINDOWS = [
  { width: 1280, height: 720 },
  { width: 720, height: 1280 },
  { width: 390, height: 760 },
  { width: 844, height: 390 },
];
const HOME = 'map=10/39.68/46.6&day=2023-04-23&focus=2023-04-23-checkpoint&layers=areas,zone,roads,places,events';

interface Wrong {
  readonly walk: number;
  readonly steps: readonly string[];
  readonly faults: readonly string[];
}

/** Walks in the page, and returns the first step after which a law did not hold. */
function walk(page: Page, seed: number, walks: number, links: readonly string[]): Promise<Wrong | undefined> {
  return page.evaluate(
    async ({ seed, walks, links }) => {
      type View = {
        day: string;
        against?: string;
        focus: string | null;
        layers: string[];
        lat: number;
        lon: number;
        zoom: number;
      };
      const explorer = document.querySelector('corridor-explorer') as HTMLElement & { readonly view: View };
      const one = <T extends Element = HTMLElement>(selector: string): T | null => document.querySelector<T>(selector);
      const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
      // Mulberry32: small, and the same everywhere.
      let state = seed;
      const random = (): number => {
        state = (state + 0x6d2b79f5) | 0;
        let t = Math.imul(state ^ (state >>> 15), 1 | state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
      };
      const between = (low: number, high: number): number => low + random() * (high - low);
      const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
      const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
      const request = (detail: object): void => {
        explorer.dispatchEvent(new CustomEvent('view-request', { detail, bubbles: true }));
      };
      const key = (name: string, more: object = {}): void => {
        one('corridor-day [type=range]')?.dispatchEvent(
          new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }),
        );
      };
      const travel = async (by: -1 | 1): Promise<void> => {
        const { navigation } = window as unknown as {
          navigation: { entries(): { sameDocument: boolean }[]; currentEntry: { index: number } };
        };
        if (!navigation.entries()[navigation.currentEntry.index + by]?.sameDocument) return;
        const there = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
        history.go(by);
        await there;
      };
      const date = (): string =>
        `${Math.floor(between(1988, 2027))}-${String(Math.floor(between(1, 13))).padStart(2, '0')}-${String(Math.floor(between(1, 29))).padStart(2, '0')}`;
      const ACTS: Record<string, () => unknown> = {
        move: () => request({ change: { lat: between(38, 41.5), lon: between(44, 49) }, isChoice: false }),
        zoom: () => request({ change: { zoom: between(5, 17) }, isChoice: false }),
        'zoom in': () => one('.leaflet-control-zoom-in')?.click(),
        'zoom out': () => one('.leaflet-control-zoom-out')?.click(),
        slide: () => {
          const range = one<HTMLInputElement>('corridor-day [type=range]');
          if (range) range.value = String(between(0, 1000));
          range?.dispatchEvent(new Event('input', { bubbles: true }));
        },
        'a day': () => key(pick(['ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End']) ?? ''),
        'an event by key': () => key(pick(['[', ']']) ?? ''),
        'an event by button': () => pick(all('[data-step]'))?.click(),
        'a date': () => {
          const field = one<HTMLInputElement>('corridor-day [type=date]');
          if (field) field.value = date();
          field?.dispatchEvent(new Event('change', { bubbles: true }));
        },
        'a row': () => pick(all('corridor-timeline .show'))?.click(),
        'a mark': () => pick(all('.live-map .mark'))?.dispatchEvent(new MouseEvent('click', { bubbles: true })),
        'a layer': () => pick(all('corridor-layers input'))?.click(),
        compare: () => one('corridor-compare button')?.click(),
        'the other day': () => {
          const field = one<HTMLInputElement>('corridor-compare input');
          if (!explorer.view.against || !field) return;
          field.value = date();
          field.dispatchEvent(new Event('change', { bubbles: true }));
        },
        handle: () => {
          const range = one<HTMLInputElement>('.compare input');
          if (range) range.value = String(between(0, 100));
          range?.dispatchEvent(new Event('input', { bubbles: true }));
        },
        list: () => one('.map-twin summary')?.click(),
        'a link': () => {
          location.hash = pick(links) ?? '';
        },
        back: () => travel(-1),
        forward: () => travel(1),
      };
      const months = 'January February March April May June July August September October November December'.split(' ');
      const worded = (day: string): string =>
        `${Number(day.slice(8))}\u00a0${months[Number(day.slice(5, 7)) - 1]}\u00a0${day.slice(0, 4)}`;
      const numbers = [
        'd',
        'transform',
        'viewBox',
        'x',
        'y',
        'width',
        'height',
        'cx',
        'cy',
        'x1',
        'x2',
        'style',
        'aria-valuetext',
      ];
      const senseless = numbers
        .flatMap((name) => ['NaN', 'Infinity', 'undefined'].map((bad) => `[${name}*="${bad}"]`))
        .join();
      const thrown: string[] = [];
      const note = (event: ErrorEvent | PromiseRejectionEvent): void => {
        thrown.push('message' in event ? event.message : String(event.reason));
      };
      addEventListener('error', note);
      addEventListener('unhandledrejection', note);

      /** The laws. */
      const faults = (): string[] => {
        const { view } = explorer;
        const day = worded(view.day);
        const row = one('corridor-timeline .event-row[aria-current]');
        const isEvent = all('corridor-timeline .event-row').some(({ dataset }) => dataset['event'] === view.focus);
        const boxes = all('corridor-layers input') as HTMLInputElement[];
        const svg = one<SVGElement>('.live-map .map-svg:not(.other-day)');
        return [
          ...thrown,
          one<HTMLInputElement>('corridor-day [type=date]')?.value !== view.day && 'the field has another day',
          !one('corridor-day [type=range]')?.getAttribute('aria-valuetext')?.startsWith(day) &&
            'the slider says another day',
          !one('.day-words')?.textContent?.endsWith(day) && 'the day control says another day',
          !one('.said')?.textContent?.startsWith(`${day}.`) && 'the sentence says another day',
          !one('.live-map')?.getAttribute('aria-label')?.startsWith(`Map. ${day}.`) && 'the map says another day',
          isEvent && row?.dataset['event'] !== view.focus && 'the event in focus is not marked',
          !isEvent && row && 'an event is marked that is not in focus',
          isEvent && !one(`.chosen a[href$="/events/${view.focus}/"]`) && 'the event in focus is not said',
          all('.live-map .other-day').length !== (view.against ? 1 : 0) && 'a second day is there or not, wrongly',
          all('.live-map .compare').length !== (view.against ? 1 : 0) && 'a handle is there or not, wrongly',
          boxes.some((box) => box.checked !== view.layers.includes(box.value)) && 'the legend has other layers',
          all('.live-map').length !== 1 && 'there is not one map',
          !svg || svg.getBoundingClientRect().width === 0 ? 'the map is not seen' : '',
          document.querySelector(senseless) && 'a number is none',
          document.getElementsByTagName('*').length > 9000 && `${document.getElementsByTagName('*').length} elements`,
        ].filter((fault): fault is string => Boolean(fault));
      };
      const settled = async (): Promise<string[]> => {
        let wrong: string[] = [];
        for (let i = 0; i < 40; i++) {
          await frame();
          wrong = faults();
          if (wrong.length === 0) break;
        }
        return wrong;
      };

      const names = Object.keys(ACTS);
      for (let number = 0; number < walks; number++) {
        const steps: string[] = [];
        const length = Math.floor(between(5, 13));
        location.hash = pick(links) ?? '';
        await settled();
        for (let step = 0; step < length; step++) {
          const name = pick(names) ?? '';
          steps.push(name);
          await ACTS[name]?.();
          const wrong = await settled();
          if (wrong.length > 0) return { walk: number, steps, faults: wrong };
        }
        // A map that still moves tells where it has come to at the end.
        while (one('.live-map :is(.leaflet-zoom-anim, .leaflet-pan-anim)')) await frame();
        // A choice is written into the address at once: then it says what is shown.
        request({ change: { day: date() }, isChoice: true });
        steps.push('a choice');
        const wrong = await settled();
        const { view } = explorer;
        const said = new URLSearchParams(location.hash.slice(1));
        const shown = [view.zoom, view.lat, view.lon].join('/');
        if (said.get('map') !== shown) wrong.push(`the address says ${said.get('map')}, the view is ${shown}`);
        if (said.get('day') !== view.day) wrong.push('the address says another day');
        if (said.get('focus') !== (view.focus ?? 'none')) wrong.push('the address says another focus');
        if (said.get('against') !== (view.against ?? null)) wrong.push('the address says another second day');
        if (wrong.length > 0) return { walk: number, steps, faults: wrong };
      }
      removeEventListener('error', note);
      removeEventListener('unhandledrejection', note);
      return undefined;
    },
    { seed, walks, links },
  );
}

/** Returns what the page holds after its garbage is collected, at the same view as ever. */
async function heldBy(page: Page, cdp: CDPSession): Promise<{ nodes: number; listeners: number; heap: number }> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, HOME);
  await expect(page.locator('.said')).toHaveText(/^23.April.2023\./);
  await expect(page.locator('.live-map .other-day')).toHaveCount(0);
  await expect(page.locator('corridor-compare [data-part="differences"] *')).toHaveCount(0);
  // The map as a list is closed with what it says of this view, not with what it said when it was last closed.
  await page.evaluate(async () => {
    const twin = document.querySelector<HTMLDetailsElement>('.map-twin');
    for (const isOpen of [false, true, false]) {
      // However busy the machine: what answers is told some time after.
      if (twin && twin.open !== isOpen)
        await new Promise((done) => {
          twin.addEventListener('toggle', done, { once: true });
          twin.open = isOpen;
        });
      await new Promise((done) => setTimeout(done, 50));
    }
  });
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { nodes: of('Nodes'), listeners: of('JSEventListeners'), heap: of('JSHeapUsedSize') };
}

test.describe('random walks', () => {
  test(`${WALKS} of them break no law and leave nothing behind`, async ({ page }) => {
    test.setTimeout(120_000 + WALKS * 3_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    await new ExplorerPage(page).open('map/', `#${HOME}`);
    const links = PUBLISHED_LINKS.map(({ fragment }) => fragment);
    const looks: { nodes: number; listeners: number; heap: number }[] = [];
    for (let done = 0; done < WALKS; done += CHUNK) {
      await page.setViewportSize(WINDOWS[(done / CHUNK) % WINDOWS.length] ?? { width: 1280, height: 720 });
      const wrong = await walk(page, SEED + done, Math.min(CHUNK, WALKS - done), links);
      expect(wrong, `SEED=${SEED}, from walk ${done}`).toBeUndefined();
      await page.setViewportSize({ width: 1280, height: 720 });
      looks.push(await heldBy(page, cdp));
    }
    test.info().annotations.push({ type: 'held', description: JSON.stringify({ SEED, looks }) });
    // The first walks fill what is kept on purpose.
    const [warm, last] = [looks[1] ?? looks[0], looks.at(-1)];
    if (!warm || !last) throw new Error('no walks');
    expect(last.nodes, 'nodes').toBeLessThanOrEqual(warm.nodes + 300);
    expect(last.listeners, 'listeners').toBeLessThanOrEqual(warm.listeners + 20);
    expect(last.heap, 'heap').toBeLessThanOrEqual(warm.heap * 1.25 + 4_000_000);
  });

  test('a page that is loaded again anywhere on the way shows the same view', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', `#${HOME}`);
    const links = PUBLISHED_LINKS.map(({ fragment }) => fragment);
    const said = () =>
      page.evaluate(() => {
        const map = document.querySelector('.live-map');
        const box = map?.querySelector('.map-svg')?.getAttribute('viewBox') ?? '';
        const [left = Number.NaN, top = Number.NaN, width = Number.NaN, height = Number.NaN] = box
          .split(' ')
          .map(Number);
        return [
          location.hash,
          ...['.said', '.day-words', '.chosen'].map((part) => document.querySelector(part)?.textContent),
          map?.clientWidth,
          map?.clientHeight,
          // Its middle: the picture reaches beyond the map, and is not drawn anew for one row of pixels more or less.
          left + width / 2,
          top + height / 2,
        ];
      });
    for (let time = 0; time < 4; time++) {
      expect(await walk(page, SEED - 1 - time, 1, links), `SEED=${SEED}`).toBeUndefined();
      // The map follows a change of its height a fifth of a second later.
      await page.waitForTimeout(400);
      const before = await said();
      await page.reload();
      await expect(explorer.live).toBeVisible();
      expect(before.filter((part) => part === undefined || Number.isNaN(part))).toEqual([]);
      await expect
        .poll(async () => {
          const after = await said();
          // Leaflet stands on whole pixels, the address between them: after a move and after loading they may be one apart.
          return before.filter((part, i) =>
            typeof part === 'number' ? Math.abs(part - Number(after[i])) > 1.01 : part !== after[i],
          );
        })
        .toEqual([]);
    }
  });
});
