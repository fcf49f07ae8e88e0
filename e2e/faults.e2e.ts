/**
 * What a reader has when a file does not come: each file that a page or one of its functions asks for is found by using it,
 * and is then blocked, missing, refused, cut short or something else, one at a time. Most pairs of file and fault are tried in
 * rotation; `FAULTS=all` tries every pair.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page, Route } from '@playwright/test';
import { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './fixtures.ts';
import { hold } from './hold.ts';
import { typefacesOn } from './typefaces-on.ts';

const nameOf = (url: string): string => new URL(url).pathname;

/** What a server says of the files that a browser will not take otherwise. */
const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
};

const FAULTS = {
  blocked: (route: Route) => route.abort(),
  missing: (route: Route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<p>Not found' }),
  refused: (route: Route) => route.fulfill({ status: 500, contentType: 'text/plain', body: 'no' }),
  // Half of it; a script ends in what no script may end in, wherever the cut falls.
  cut: (route: Route) => {
    const file = nameOf(route.request().url());
    const whole = readFileSync(`dist${file}`);
    const half = whole.subarray(0, whole.length / 2);
    return route.fulfill({
      contentType: TYPES[file.replace(/.*\./, '')] ?? 'application/octet-stream',
      body: file.endsWith('.js') ? `${half}\n(` : half,
    });
  },
  other: (route: Route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Sign in to the network' }),
} as const;
type Fault = keyof typeof FAULTS;
const KINDS = Object.keys(FAULTS) as Fault[];
const isEvery = process.env['FAULTS'] === 'all';

/** What the browser says of a file that did not come as it should, and what our own code does; nothing else is allowed. */
const SAID = [
  /Failed to load (resource|module script)/,
  /Failed to decode downloaded font|OTS parsing error/,
  /could not (start|be loaded|be made)/,
  /thrown: (Unexpected|Invalid|Unterminated|missing|Private field)/,
];

interface Between {
  /** The file that does not come as it should, and how it does not. */
  file: string;
  fault: Fault | undefined;
  /** How often it has been asked for so far, and how often that has come to an end. */
  served: number;
  ended: number;
}

/** Lets a page have every file but one, and that one in the way that is set. */
async function between(page: Page): Promise<Between> {
  const state: Between = { file: '', fault: undefined, served: 0, ended: 0 };
  await page.route('**/*', async (route) => {
    if (!state.fault || nameOf(route.request().url()) !== state.file) return route.fallback();
    state.served++;
    await FAULTS[state.fault](route);
  });
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', (request) => {
      if (nameOf(request.url()) === state.file) state.ended++;
    });
  return state;
}

/** Collects the files that a page asks for while something is done, the page itself aside. */
async function filesOf(page: Page, act: () => Promise<void>): Promise<string[]> {
  const files = new Set<string>();
  const note = (request: { url(): string; isNavigationRequest(): boolean }): void => {
    if (!request.isNavigationRequest() && request.url().startsWith('http')) files.add(nameOf(request.url()));
  };
  page.on('request', note);
  await act();
  // A picture that is there as an element is asked for with the next frame.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  page.off('request', note);
  return [...files];
}

interface Whole {
  readonly text: number;
  readonly maps: number;
}

/** What is wrong with a page as a reader has it: no heading, little text, no map where there was one, controls that cannot answer. */
const faultsOf = (page: Page, whole: Whole): Promise<string[]> =>
  page.evaluate(({ text, maps }) => {
    const seen = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter(
        (one) => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().height > 0,
      );
    const dead = seen('main :is(button, input, select, textarea):not(:disabled, [popovertarget])')
      .map((control) => ({
        control,
        // The kinds of events are chosen with the pictures of time, above.
        host: control.closest('.kinds')
          ? document.querySelector('corridor-axis:not(:defined)')
          : control.closest(':not(:defined)'),
      }))
      // These two load their script when they are first used.
      .filter(({ host }) => host && !host.matches('.is-live place-finder, corridor-explorer[data-embed]'))
      .map(
        ({ control, host }) => `${control.textContent?.trim() || control.ariaLabel} looks ready in ${host?.localName}`,
      );
    return [
      seen('h1').length === 0 && 'no heading',
      (document.querySelector('main')?.textContent?.length ?? 0) < text * 0.98 && 'text is missing',
      seen('.map-svg').filter((map) => map.getBoundingClientRect().height > 90).length < maps && 'a map is missing',
      ...dead,
    ].filter((fault): fault is string => Boolean(fault));
  }, whole);

/** What stands in a page that is whole: how much text, and whether there is a map. */
const wholeOf = (page: Page): Promise<Whole> =>
  page.evaluate(() => ({
    text: document.querySelector('main')?.textContent?.length ?? 0,
    maps: document.querySelector('corridor-map .map-svg') ? 1 : 0,
  }));

/** What a page says by itself, before any script adds its controls: the same, of the document as it is sent. */
async function sentOf(browser: Browser, baseURL: string | undefined, path: string): Promise<Whole> {
  const page = await browser.newPage({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  await page.goto(`./${path}`);
  const sent = await wholeOf(page);
  const aside = await page.evaluate(() =>
    [...document.querySelectorAll('main noscript')].reduce((sum, one) => sum + (one.textContent?.length ?? 0), 0),
  );
  await page.close();
  return { ...sent, text: sent.text - aside };
}

/** Waits until every script that comes with the page has run. */
const scripted = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () =>
      !document.querySelector('[type=late]') &&
      document.querySelectorAll('[type=module]').length === (window as unknown as { scriptsRun?: number }).scriptsRun,
  );

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const counted = window as unknown as { scriptsRun?: number };
    const count = ({ target }: Event): void => {
      if (target instanceof HTMLScriptElement) counted.scriptsRun = (counted.scriptsRun ?? 0) + 1;
    };
    document.addEventListener('load', count, { capture: true });
  });
});

/** A page of each kind. */
const PAGES = [
  '',
  'map/',
  'timeline/',
  'road/',
  'road/2023-06-15-hakari-clash/',
  'events/2023-04-23-checkpoint/',
  'places/lachin/',
  'chapters/the-closure/',
  'positions/checkpoint-lawful/',
  'views/',
  'search/',
  'sources/',
  'booklet/',
  'article/',
];

/** Something a reader asks a page for, and where the page says that it is missing. */
interface Asked {
  readonly what: string;
  readonly path: string;
  /** What has to be there before it can be asked for. */
  ready(page: Page): Promise<void>;
  ask(page: Page): Promise<void>;
  /** Asks again, as the page offers it. */
  again(page: Page): Promise<void>;
  works(page: Page): Promise<void>;
  /** The page's own sentence; nothing where another way is taken without a word. */
  says(page: Page): Promise<void>;
  /** And while it is on its way. */
  waits(page: Page): Promise<void>;
  /** In how many tests its files are tried. */
  readonly parts?: number;
}

const at = '#map=10/39.6/46.5&day=2023-05-01&focus=none&layers=areas,zone,roads,places,events';
const live = async (page: Page): Promise<void> => {
  await expect(new ExplorerPage(page).live).toBeVisible();
  await expect(page.locator('corridor-explorer')).toHaveClass(/is-live/);
};
const failed = async (page: Page): Promise<void> => {
  await expect(page.locator('corridor-map')).not.toHaveAttribute('aria-busy');
  await expect(page.locator('.notice')).toContainText(/^The live map could not be loaded; the still map stays\./);
};
const text =
  (selector: string, words: RegExp) =>
  async (page: Page): Promise<void> => {
    await expect(page.locator(selector).first()).toContainText(words);
  };
const press =
  (name: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await page
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click();
  };

const ASKED: readonly Asked[] = [
  {
    what: 'the live map',
    path: 'events/2023-04-23-checkpoint/',
    ready: async (page) => {
      await expect(page.getByRole('button', { name: 'Move the map' })).toBeVisible();
    },
    ask: press('Move the map'),
    // After a second failure the page is to be loaded again.
    again: async (page) => {
      const reload = page.getByRole('button', { name: 'Reload the page' });
      if (await reload.isVisible()) {
        await Promise.all([page.waitForEvent('load'), reload.click()]);
        await press('Move the map')(page);
      } else await press('Try again')(page);
    },
    parts: 4,
    works: live,
    says: failed,
    waits: text('.notice', /^The live map is slow to come\.$/),
  },
  {
    what: 'the place finder',
    parts: 2,
    path: `map/${at}`,
    ready: live,
    ask: async (page) => {
      await page.getByRole('combobox').blur();
      await page.getByRole('combobox').fill('Berdzo');
    },
    again: async (page) => {
      await page.getByRole('combobox').blur();
      await page.getByRole('combobox').fill('Berdzor');
    },
    works: async (page) => {
      await expect(page.getByRole('option', { name: /^Lachin/ }).first()).toBeVisible();
    },
    says: text('.finder [role=status]', /could not be loaded\. The list of all places is below/),
    waits: text('.finder [role=status]', /^The names are slow to come\.$/),
  },
  {
    what: 'what is here',
    parts: 2,
    path: `map/${at}`,
    ready: live,
    ask: (page) => page.getByRole('application').press('Enter'),
    again: (page) => page.getByRole('application').press('Enter'),
    works: async (page) => {
      await expect(page.getByRole('heading', { name: /^What is here on/ })).toBeVisible();
    },
    says: text('.here', /^What is here could not be loaded\. Ask again/),
    waits: text('.here', /^What is here is slow to come\.$/),
  },
  {
    what: 'the relief',
    path: `map/${at}`,
    ready: live,
    ask: async (page) => {
      await page.getByRole('checkbox', { name: /^Relief/ }).check();
    },
    again: async (page) => {
      await page.getByRole('checkbox', { name: /^Relief/ }).uncheck();
      await page.getByRole('checkbox', { name: /^Relief/ }).check();
    },
    works: async (page) => {
      await expect(page.locator('.live-map image.relief')).toHaveCount(1);
      await expect(page.locator('.notice')).toBeEmpty();
    },
    says: text('.notice', /^The relief could not be loaded; the map is drawn without it\./),
    waits: async () => {},
  },
  {
    what: 'the share dialog',
    parts: 2,
    path: 'places/lachin/',
    ready: async (page) => {
      await expect(page.getByRole('button', { name: 'Share …' })).toBeVisible();
    },
    ask: press('Share …'),
    again: press('Share …'),
    works: async (page) => {
      await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
    },
    says: text('share-link [role=status]', /^The share dialog could not be loaded\. (Link copied|Copy this link)/),
    waits: text('share-link [role=status]', /^One moment …$/),
  },
  {
    what: 'the citation',
    path: 'places/lachin/',
    ready: async (page) => {
      await press('Share …')(page);
      await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
    },
    ask: (page) => page.getByText('Cite', { exact: true }).click(),
    again: async (page) => {
      await page.getByText('Cite', { exact: true }).click();
      await page.getByText('Cite', { exact: true }).click();
    },
    works: async (page) => {
      await expect(page.getByLabel('Citation')).toHaveValue(/Lachin.*http/);
    },
    says: async (page) => {
      await expect(page.getByLabel('Citation')).toHaveValue(
        /^The citations could not be loaded\. .*try again\. Link: http/,
      );
    },
    waits: async () => {},
  },
  {
    what: 'the search',
    path: 'search/',
    ready: async (page) => {
      await expect(page.getByRole('searchbox')).toBeEnabled();
    },
    ask: (page) => page.getByRole('searchbox').fill('Lachi'),
    again: (page) => page.getByRole('searchbox').fill('Lachin'),
    works: text('site-search [role=status]', /results$/),
    says: text('site-search [role=status]', /^The search could not be loaded\. .*use the lists below/),
    waits: text('site-search [role=status]', /^The search is being loaded\.$/),
  },
  {
    what: 'the answer for another day',
    path: 'road/',
    ready: async (page) => {
      await scripted(page);
      // What makes the calendar a slider comes by itself, a moment later.
      await expect(page.getByRole('slider', { name: 'Day', exact: true })).toBeAttached();
    },
    ask: (page) => page.getByLabel('Ask for another day').fill('2023-06-16'),
    again: (page) => page.getByLabel('Ask for another day').fill('2023-06-17'),
    works: text('.road-answer time', /^1[67].June.2023$/),
    says: text(
      '.road-answer .notice',
      /^The answer for other days could not be loaded\. The table of periods on the page of the road/,
    ),
    waits: text('.road-answer .notice', /^The answer is slow to come\.$/),
  },
  {
    what: 'the answer for another day, on the page of one period',
    path: 'road/2023-06-15-hakari-clash/',
    ready: async (page) => {
      await expect(page.getByLabel('Ask for another day')).toBeEnabled();
    },
    ask: (page) => page.getByLabel('Ask for another day').fill('2023-06-16'),
    again: async (page) => {
      // What came broken is kept so until the page is loaded again, as it says.
      if (/Reload/.test((await page.locator('.road-answer .notice').textContent()) ?? ''))
        await Promise.all([page.waitForEvent('load'), page.reload()]);
      await page.getByLabel('Ask for another day').fill('2023-06-17');
    },
    works: text('.road-answer time', /^1[67].June.2023$/),
    says: text(
      '.road-answer .notice',
      /^The answer for other days could not be loaded\. The table of periods|^The answer did not come\. Reload the page/,
    ),
    waits: text('.road-answer .notice', /^The answer is slow to come\.$/),
  },
  {
    what: 'the drive along the road',
    parts: 2,
    path: 'road/',
    ready: async (page) => {
      await expect(page.getByRole('button', { name: 'Drive it' }).first()).toBeVisible();
    },
    ask: press('Drive it'),
    again: press('Drive it'),
    works: text('.road-course [data-part="where"]', /^km /),
    says: text('.road-course [data-part="here"]', /^The course could not be loaded\. The list below/),
    waits: text('.road-course [data-part="here"]', /^The course is being loaded\.$/),
  },
  {
    what: 'the source of a citation',
    parts: 2,
    path: 'positions/checkpoint-lawful/',
    ready: async (page) => {
      await scripted(page);
    },
    ask: (page) => page.locator('.positions sup.cite a').first().press('Enter'),
    again: async (page) => {
      await page.goBack();
      await scripted(page);
      await page.locator('.positions sup.cite a').first().press('Enter');
    },
    works: async (page) => {
      await expect(page.getByRole('dialog', { name: /^Source/ })).toBeVisible();
    },
    // The mark is a link: it leads to the same source in the list.
    says: (page) => page.waitForURL(/\/sources\/#/),
    waits: (page) => page.waitForURL(/\/sources\/#/),
  },
  {
    what: 'the legend of a small map',
    parts: 2,
    path: 'places/lachin/',
    ready: async (page) => {
      await scripted(page);
    },
    ask: (page) => page.getByRole('link', { name: 'Legend' }).press('Enter'),
    again: async (page) => {
      await page.goBack();
      await scripted(page);
      await page.getByRole('link', { name: 'Legend' }).press('Enter');
    },
    works: async (page) => {
      await expect(page.getByRole('dialog', { name: 'Legend' })).toBeVisible();
    },
    // The link leads to the page of all signs.
    says: (page) => page.waitForURL(/\/map\/legend\/#rows$/),
    waits: (page) => page.waitForURL(/\/map\/legend\/#rows$/),
  },
  {
    what: 'the live map of an embed',
    parts: 3,
    path: 'embed/events/2023-04-23-checkpoint/',
    ready: async (page) => {
      await expect(page.getByRole('button', { name: 'Move the map' })).toBeVisible();
    },
    ask: press('Move the map'),
    again: press(/^(Try again|Move the map)$/),
    works: live,
    says: failed,
    waits: text('.notice', /^One moment …$|^The live map is slow to come\./),
  },
];

/** Files without which a function does all the same: the dialog opens in the browser's own dress, the map has no relief. */
const isSpared = (what: string, file: string): boolean =>
  /\/share\.[^/]*css$/.test(file) || (file.endsWith('relief.webp') && what !== 'the relief');
/** Functions in place of which a link is followed, where they do not come. */
const isLink = (what: string): boolean => what === 'the source of a citation' || what === 'the legend of a small map';
/** Files that come with the page. */
const OF_THE_PAGE = /\/(?:fonts|stills|cards)\/|keep-offline/;

test.describe('every file', () => {
  test('of the site’s scripts and styles is asked for by something that is tried here', async ({ page, context }) => {
    test.setTimeout(120_000);
    const asked = new Set<string>();
    context.on('request', (request) => asked.add(nameOf(request.url()).replace(/^.*\//, '')));
    for (const path of PAGES) {
      await page.goto(`./${path}`);
      await typefacesOn(page);
    }
    for (const { path, ready, ask, works } of ASKED) {
      await page.goto('about:blank');
      await page.goto(`./${path}`);
      await ready(page);
      await ask(page);
      await works(page);
    }
    await page.goto('./');
    // The helps for reading come with the first step into the text.
    await Promise.all([page.waitForRequest(/\/reading\./), page.mouse.wheel(0, 900)]);
    expect(readdirSync('dist/_astro').filter((file) => !asked.has(file))).toEqual([]);
  });
});

for (const { what, path, ready, ask, again, works, says, parts = 1 } of ASKED)
  for (let part = 0; part < parts; part++)
    test(`without one of its files, ${what} is said to be missing, and comes when it is asked for again: part ${part + 1}`, async ({
      page,
      guard,
    }) => {
      test.setTimeout(isEvery ? 400_000 : 90_000);
      guard.expected.push(...SAID);
      const state = await between(page);
      const open = async (): Promise<void> => {
        state.fault = undefined;
        await page.goto('about:blank');
        await page.goto(`./${path}`);
        await ready(page);
      };
      await open();
      const whole = await wholeOf(page);
      const files = (
        await filesOf(page, async () => {
          await ask(page);
          await works(page);
        })
      ).filter((file) => !OF_THE_PAGE.test(file));
      expect(files.length).toBeGreaterThan(0);
      for (const [i, file] of files.entries()) {
        if (i % parts !== part) continue;
        const isScript = file.endsWith('.js');
        // Of scripts that belong together one is as good as another: each has one fault, and the function all of them.
        const faults = (isScript && !isEvery && files.length > 2 ? [KINDS[i % KINDS.length] as Fault] : KINDS).filter(
          // Half a picture is shown as far as it goes.
          (fault) => !(fault === 'cut' && file.endsWith('.webp')),
        );
        let isAsked = false;
        for (const fault of faults)
          await test.step(`${fault}: ${file}`, async () => {
            const spared = isSpared(what, file);
            if (!isAsked || spared) await open();
            Object.assign(state, { file, fault, served: 0, ended: 0 });
            await (isAsked && !spared ? again : ask)(page);
            isAsked = true;
            if (spared) {
              await works(page);
              return;
            }
            const isHere = (): boolean => page.url().includes(path.replace(/#.*/, ''));
            // A page that is left hears no more of what it asked for.
            await expect.poll(() => state.ended > 0 || (state.served > 0 && !isHere())).toBe(true);
            await says(page);
            if (isHere()) expect(await faultsOf(page, whole)).toEqual([]);
            // A module that came broken stays so until the page is loaded again.
            if (fault === 'cut' && isScript && !path.startsWith('embed/')) isAsked = false;
          });
        if (isSpared(what, file)) continue;
        state.fault = undefined;
        if (!isAsked) await open();
        await (isAsked ? again : ask)(page);
        await works(page);
      }
    });

test('a live map whose script came broken offers to reload the page, and then comes', async ({ page, guard }) => {
  guard.expected.push(...SAID);
  const state = await between(page);
  await page.goto('./events/2023-04-23-checkpoint/');
  const script = (
    await filesOf(page, async () => {
      await press('Move the map')(page);
      await live(page);
    })
  ).find((file) => file.includes('live-view'));
  Object.assign(state, { file: script, fault: 'cut' });
  await page.goto('./events/2023-04-23-checkpoint/');
  await press('Move the map')(page);
  await press('Try again')(page);
  state.fault = undefined;
  await press('Reload the page')(page);
  await press('Move the map')(page);
  await live(page);
});

test('a live map that fails once it is seen gives its place back to the still one', async ({ page, guard }) => {
  guard.expected.push(...SAID);
  await page.addInitScript(() =>
    addEventListener('DOMContentLoaded', () => {
      const events = document.querySelector('corridor-explorer [data-fill="events"]') as HTMLElement;
      const set = (): never => {
        // From here on it can be filled.
        delete (events as Partial<HTMLElement>).innerHTML;
        throw new Error('The list cannot be filled.');
      };
      Object.defineProperty(events, 'innerHTML', { configurable: true, set });
    }),
  );
  await page.goto('./map/');
  await failed(page);
  const map = page.getByRole('img', { name: /^Map\. 23.April.2023\./ });
  await expect(map).toBeVisible();
  await expect(page.locator('.live-map')).toHaveCount(0);
  await press('Try again')(page);
  await live(page);
  await expect(map).toHaveCount(0);
});

test('a map that cannot be had is tried once for who only reads on, and then shows what is being read', async ({
  page,
  guard,
}) => {
  guard.expected.push(...SAID);
  await page.setViewportSize({ width: 1440, height: 900 });
  let asked = 0;
  await page.route('**/data/map.json*', (route) => {
    asked++;
    return asked === 1 ? route.abort() : route.continue();
  });
  await page.goto('./');
  const readFrom = (id: string) =>
    page
      .locator(`#${id}`)
      .evaluate((part) => scrollBy({ top: part.getBoundingClientRect().top - 0.3 * innerHeight, behavior: 'instant' }));
  await readFrom('before-2020-p1');
  await expect(page.locator('.notice')).toContainText('The live map could not be loaded');
  const heard = await page.locator('.notice').evaluateHandle((notice) => {
    const said: string[] = [];
    new MutationObserver(() => said.push(notice.textContent ?? '')).observe(notice, { childList: true });
    return said;
  });
  for (const id of ['how-the-road-ran-and-moved-p1', 'the-closure-p3', 'the-closure-p1']) {
    // What is laid out late moves what is below it.
    await expect(async () => {
      await readFrom(id);
      await expect(page.locator(`#${id}`)).toHaveAttribute('data-on-map', '', { timeout: 300 });
    }).toPass();
  }
  // A failure is said after 0.2 s.
  await page.waitForTimeout(500);
  expect(asked).toBe(1);
  expect(await heard.jsonValue()).toEqual([]);
  await press('Try again')(page);
  await expect(page.getByRole('application', { name: /^Map\. 12.December.2022/ })).toBeVisible();
});

test('a link opens what it says when the live map comes at the second try', async ({ page, guard }) => {
  guard.expected.push(...SAID);
  const state = await between(page);
  Object.assign(state, { file: '/data/map.json', fault: 'blocked' });
  await page.goto('./events/2023-04-23-checkpoint/#map=11/39.74/46.72&day=2023-01-35&focus=none&layers=roads,places');
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(state.served).toBe(1);
  state.fault = undefined;
  await press('Try again')(page);
  await live(page);
  await expect(page.locator('.notice')).toContainText('the day (“2023-01-35”)');
  await expect.poll(() => page.url()).toContain('map=11/39.74/46.72&day=2023-01-31');
});

for (const { what, path, ready, ask, works, waits } of ASKED)
  test(`while a file is on its way, the page says so of ${what}, and shows it when it is there`, async ({
    page,
    guard,
  }) => {
    guard.expected.push(...SAID);
    await page.clock.install();
    let isHeld = false;
    const held: (() => void)[] = [];
    const files: string[] = [];
    await page.route('**/*', async (route) => {
      const request = route.request();
      if (isHeld && !request.isNavigationRequest()) {
        files.push(nameOf(request.url()));
        await new Promise<void>((resolve) => held.push(resolve));
      }
      await route.fallback().catch(() => {});
    });
    await page.goto(`./${path}`);
    await page.clock.runFor(2000);
    await ready(page);
    const whole = await wholeOf(page);
    isHeld = true;
    await ask(page);
    await page.clock.runFor(400);
    await expect.poll(() => held.length).toBeGreaterThan(0);
    await page.clock.runFor(9000);
    if (isLink(what)) isHeld = false;
    await waits(page);
    if (page.url().includes(path.replace(/#.*/, ''))) expect(await faultsOf(page, whole)).toEqual([]);
    isHeld = false;
    for (const release of held) release();
    await page.clock.resume();
    if (!isLink(what)) await works(page);
  });

for (const [half, paths] of [0, 1, 2, 3, 4, 5, 6].map((pair) => PAGES.slice(2 * pair, 2 * pair + 2)).entries())
  test(`a page reads whole without any one of the files that come with it, and says so: part ${half + 1}`, async ({
    page,
    guard,
    browser,
    baseURL,
  }) => {
    test.setTimeout(isEvery ? 400_000 : 90_000);
    guard.expected.push(...SAID);
    const state = await between(page);
    // The live map is tried above: here it stays on its way.
    await page.route('**/data/map.json*', () => {});
    let turn = half;
    for (const path of paths) {
      state.fault = undefined;
      await page.goto(`./${path}`);
      const files = await filesOf(page, async () => {
        await page.reload();
        await typefacesOn(page);
        await scripted(page);
      });
      const whole = await wholeOf(page);
      const sent = await sentOf(browser, baseURL, path);
      const scripts = await page
        .locator('[type=module]')
        .evaluateAll((all) => all.map((script) => script.getAttribute('src')));
      const seen = new Set<string>();
      for (const file of files) {
        // What the live map asks for is tried above; the typefaces are tried once, and one picture of each folder.
        if (/live-view|map\.json|\/live\./.test(file) || (file.includes('/fonts/') && path !== '')) continue;
        const folder = /^.*\/(?:stills|cards)\//.exec(file)?.[0];
        if (folder && seen.has(folder)) continue;
        if (folder) seen.add(folder);
        for (const fault of isEvery ? KINDS : [KINDS[turn++ % KINDS.length] as Fault])
          await test.step(`${path} ${fault}: ${file}`, async () => {
            Object.assign(state, { file, fault, served: 0, ended: 0 });
            await page.goto('about:blank');
            await page.goto(`./${path}`);
            await expect.poll(() => state.ended).toBeGreaterThan(0);
            if (scripts.includes(file) && (await page.locator('.notice').count()) > 0)
              await expect(page.locator('.notice').first()).toContainText('Part of this page could not be loaded');
            expect(await faultsOf(page, sent)).toEqual([]);
            // Without a script, its controls stay away; without any other file all of them come.
            if (!file.endsWith('.js')) await expect.poll(() => faultsOf(page, whole)).toEqual([]);
          });
      }
    }
  });

test.describe('typefaces', () => {
  test('that come late or never move hardly anything', async ({ page, guard }) => {
    guard.expected.push(...SAID);
    const held: (() => void)[] = [];
    await page.route('**/*.woff2', async (route) => {
      await new Promise<void>((resolve) => held.push(resolve));
      await route.fallback().catch(() => {});
    });
    await page.addInitScript(() => {
      const moved: number[] = [];
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { readonly value: number })[])
          moved.push(entry.value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const shift = (): Promise<number> =>
      page.evaluate(() => (window as unknown as { moved: number[] }).moved.reduce((sum, value) => sum + value, 0));
    for (const path of ['about/', 'events/2023-04-23-checkpoint/', '']) {
      held.length = 0;
      await page.goto(`./${path}`);
      await expect.poll(() => held.length).toBeGreaterThan(1);
      expect(await page.evaluate(() => document.documentElement.style.length)).toBe(0);
      const before = await shift();
      await expect
        .poll(async () => {
          for (const release of held) release();
          return page.evaluate(() => document.documentElement.style.length > 0);
        })
        .toBe(true);
      // What browsers call good, for all that moves on a page; no more than when they come in time.
      expect((await shift()) - before, `/${path}`).toBeLessThan(0.1);
    }
  });
});

test.describe('a picture that does not come', () => {
  for (const path of ['views/', 'booklet/'])
    test(`leaves its words in its place, without the browser’s sign: /${path}`, async ({ page, guard }) => {
      guard.expected.push(...SAID);
      await page.goto(`./${path}`);
      const image = page.locator('main img').first();
      // In its figure: below what is seen, a text above it may take a line less in the typefaces than before.
      const place = (): Promise<number[]> =>
        image.evaluate((element) => {
          const [box, around] = [element, element.parentElement ?? element].map((part) => part.getBoundingClientRect());
          if (!box || !around) return [];
          return [box.left - around.left, box.top - around.top, box.width, box.height].map(Math.round);
        });
      await typefacesOn(page);
      const before = await place();
      expect(before[3]).toBeGreaterThan(100);
      await page.route('**/stills/**', (route) => route.abort());
      await page.reload();
      await typefacesOn(page);
      await expect
        .poll(() =>
          image.evaluate(
            (element) => (element as HTMLImageElement).complete && getComputedStyle(element, '::after').content,
          ),
        )
        .toMatch(/^"(Map\.|Who held)/);
      expect(await image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(0);
      expect(await place()).toEqual(before);
      expect(await image.getAttribute('alt')).toMatch(/Map\. /);
    });

  test('an embed without its script shows its own map, its words and its link, and no button', async ({
    page,
    guard,
  }) => {
    guard.expected.push(...SAID);
    const state = await between(page);
    for (const fault of KINDS) {
      Object.assign(state, { file: '/embed/embed.js', fault });
      await page.goto('about:blank');
      await page.goto('./embed/#map=11/39.74/46.72&day=2023-01-15&focus=none&layers=roads');
      await expect(page.getByRole('img', { name: /^Map\. 23.April.2023/ })).toBeVisible();
      await expect(page.locator('.said')).toHaveText(/^23.April.2023/);
      await expect(page.getByRole('link', { name: 'Full view, with sources' })).toBeVisible();
      await expect(page.getByRole('button')).toHaveCount(0);
    }
  });
});

test('a map is saved as a picture even where its relief and typefaces cannot be had', async ({ page, guard }) => {
  guard.expected.push(...SAID);
  await page.goto(`./map/${at.replace('areas', 'relief,areas')}`);
  await live(page);
  await press('Share …')(page);
  await page.route(/relief\.webp|\.woff2/, (route) => route.abort());
  for (const kind of ['SVG', 'PNG']) {
    const [download] = await Promise.all([page.waitForEvent('download'), press(`Save as ${kind}`)(page)]);
    expect(download.suggestedFilename()).toMatch(/^lachin-corridor-2023-05-01\.(svg|png)$/);
  }
});

test('what of a link was not understood stays said where the relief is missing too, whichever is noticed first', async ({
  page,
  guard,
}) => {
  guard.expected.push(...SAID);
  const notice = page.locator('corridor-explorer .notice');
  const letGo = await hold(page, '**/relief.webp', (route) => route.abort());
  await page.goto('./map/#map=10/39.6/46.5&day=2023-02-30&layers=relief,roads');
  await live(page);
  await expect(notice).toContainText('2023-02-30');
  letGo();
  await expect(notice).toHaveText(
    /^This link was not understood in full: .*2023-02-30.* The relief could not be loaded;/,
  );
  // Now the relief is known to be missing before the next link comes.
  await page.evaluate(() => {
    location.hash = 'map=10/39.6/46.5&day=2023-02-31&layers=relief,roads';
  });
  await expect(notice).toHaveText(
    /^This link was not understood in full: .*2023-02-31.* The relief could not be loaded;/,
  );
  expect((await notice.innerText()).match(/The relief/g)).toHaveLength(1);
});

test('what the page lacks stays said when its map is there, and comes back after a word about the address', async ({
  page,
  guard,
}) => {
  guard.expected.push(...SAID);
  const notice = page.locator('corridor-explorer .notice');
  const lacks = 'Part of this page could not be loaded. Its text is whole. Reload the page to try again.';
  await page.route('**/_astro/ShareButtons*.js', (route) => route.abort());
  await page.goto('./map/');
  await live(page);
  await expect(notice).toHaveText(lacks);
  await page.goto('./map/#map=10/39.6/46.5&day=2023-02-30');
  await expect(notice).toContainText('2023-02-30');
  await page.getByRole('button', { name: 'Next event' }).click();
  await expect(notice).toHaveText(lacks);
});
