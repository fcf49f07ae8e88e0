import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './fixtures.ts';
import { overlapsOf } from './overlaps.ts';
import { PATHS } from './paths.ts';
import { typefacesOn } from './typefaces-on.ts';

/** A desktop's, a tablet's and a phone's, pixels. */
const WINDOWS = [
  [1440, 900],
  [768, 1024],
  [390, 800],
] as const;

/** Returns how far from where a link leads to the element with an id stands, pixels. */
const missedBy = (page: Page, id: string): Promise<number> =>
  page.locator(`[id="${id}"]`).evaluate((place) => {
    const margin = Number.parseFloat(getComputedStyle(place).scrollMarginTop);
    const padding = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
    const rest = document.documentElement.scrollHeight - innerHeight - scrollY;
    const at = place.getBoundingClientRect().top - margin - padding;
    // At its end a page goes no further.
    return Math.abs(Math.round(at > 0 && rest < 2 ? 0 : at));
  });

test.describe('the layout', () => {
  for (const path of PATHS)
    test(`of /${path} fits every width from 320 to 3840 px, without a scroll to the side`, async ({ page }) => {
      await page.goto(`./${path}`);
      for (const width of [320, 360, 640, 768, 1024, 1440, 2560, 3840]) {
        await page.setViewportSize({ width, height: 800 });
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(over, `${width} px`).toBeLessThanOrEqual(0);
      }
    });

  for (const path of [
    '',
    'timeline/',
    'road/',
    'chapters/the-checkpoint/',
    'events/2023-04-23-checkpoint/',
    'places/lachin/',
    'positions/checkpoint-lawful/',
    'road/2023-06-15-hakari-clash/',
    'views/checkpoint-2023/',
  ])
    test(`of /${path} has no still map that is smaller than its frame`, async ({ page }) => {
      await page.goto(`./${path}`);
      for (const width of [320, 640, 1000, 1023, 1024, 1440, 2560])
        for (const height of [640, 1400]) {
          await page.setViewportSize({ width, height });
          const bare = await page.evaluate(
            () =>
              [...document.querySelectorAll<SVGSVGElement>('.map-frame > .map-svg')].filter((still) => {
                const [frame, picture] = [still.parentElement, still].map((one) => one?.getBoundingClientRect());
                return frame && picture && (frame.width > picture.width + 1 || frame.height > picture.height + 1);
              }).length,
          );
          expect(bare, `${width} × ${height} px`).toBe(0);
        }
    });

  test('lets the small map in the corner of a still cover no name', async ({ page, guard }) => {
    // The live map hides names by itself.
    guard.expected.push(/Failed to load resource|The live map could not start/);
    await page.route('**/_astro/live-view*.js', (route) => route.abort());
    for (const path of ['', 'map/']) {
      await page.goto(`./${path}`);
      let insets = 0;
      for (const width of [600, 720, 900, 1100, 1180, 1280, 1366, 1440, 1680, 2560])
        for (const height of [720, 800, 1024, 1400]) {
          await page.setViewportSize({ width, height });
          const covered = await page.evaluate(() => {
            const inset = document.querySelector('.map-inset')?.getBoundingClientRect();
            if (!inset?.width) return undefined;
            return [...document.querySelectorAll('.map-frame > .map-svg .labels > text')].flatMap((label) => {
              const box = label.getBoundingClientRect();
              const isFree =
                box.width === 0 ||
                getComputedStyle(label).opacity === '0' ||
                box.right < inset.left ||
                box.left > inset.right ||
                box.bottom < inset.top ||
                box.top > inset.bottom;
              return isFree ? [] : [label.textContent];
            });
          });
          if (covered) insets++;
          expect(covered ?? [], `/${path} at ${width} × ${height} px`).toEqual([]);
        }
      expect(insets).toBeGreaterThan(15);
    }
  });

  test('breaks no link of the head in two', async ({ page }) => {
    for (const path of ['', 'map/'])
      for (const width of [320, 360, 412, 768, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`./${path}`);
        const menu = page.getByRole('button', { name: 'Menu' });
        if (await menu.isVisible()) await menu.click();
        const lines = await page
          .getByRole('banner')
          .getByRole('link')
          .evaluateAll((links) => links.map((link) => link.getClientRects().length + link.clientHeight / 45));
        expect(lines.length, `${path} at ${width} px`).toBeGreaterThan(1);
        expect(Math.max(...lines), `${path} at ${width} px`).toBeLessThan(2);
      }
  });

  test('breaks no name of a place in two, in any of its forms', async ({ page }) => {
    for (const width of [320, 360, 412, 639, 768]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto('./places/');
      await typefacesOn(page);
      const broken = await page.getByRole('table', { name: 'Places' }).evaluate((table) => {
        const found: string[] = [];
        const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode())
          for (const { 0: word, index } of (text.textContent ?? '').matchAll(/[\p{L}\p{M}]+/gu)) {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
            if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(word);
          }
        return found;
      });
      expect(broken, `${width} px`).toEqual([]);
    }
  });

  for (const [path, ids] of [
    ['', ['the-closure', 'the-checkpoint-p2', 'how-the-road-ran-and-moved']],
    ['timeline/', ['phase-corridor', 'phase-since-october-2023']],
    ['road/', ['periods', 'roads', 'new']],
    ['figures/', ['vehicles-early-2023']],
    ['sources/', ['icj-2023-02-22-order-copy']],
    ['booklet/', ['the-closure']],
    ['events/2022-12-12-road-blocked/', ['sources']],
  ] as const)
    test(`lets a link into /${path} lead to its place, wherever on the page that is`, async ({ page }) => {
      test.setTimeout(120_000);
      for (const [width, height] of WINDOWS)
        for (const id of ids) {
          await page.setViewportSize({ width, height });
          await page.goto('about:blank');
          await page.goto(`./${path}#${id}`);
          await page.waitForLoadState('networkidle');
          await expect.poll(() => missedBy(page, id), `#${id} at ${width}`).toBeLessThanOrEqual(4);
        }
    });

  for (const [path, name] of [
    ['', 'Chapters'],
    ['timeline/', 'Phases'],
    ['booklet/', 'Contents'],
  ] as const)
    test(`lets one link of /${path} after another lead to its place`, async ({ page }) => {
      test.setTimeout(120_000);
      for (const [width, height] of WINDOWS) {
        await page.setViewportSize({ width, height });
        await page.goto(`./${path}`);
        await typefacesOn(page);
        const links = page.getByRole('navigation', { name }).locator('a[href^="#"]');
        const count = await links.count();
        // From the end to the beginning and back.
        for (const nth of [count - 1, count - 2, 0, 1, count - 1]) {
          const link = links.nth(nth);
          await link.press('Enter');
          const id = (await link.getAttribute('href'))?.slice(1) ?? '';
          await expect.poll(() => missedBy(page, id), `#${id} at ${width}`).toBeLessThanOrEqual(4);
        }
      }
    });

  test('lets a link lead to the end of the explainer', async ({ page }) => {
    for (const [width, height] of [
      [1440, 900],
      [1024, 768],
      [390, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.goto('about:blank');
      await page.goto('./#the-article');
      await page.waitForLoadState('networkidle');
      await typefacesOn(page);
      await expect(page.locator('#the-article'), `at ${width} px`).toBeInViewport({ ratio: 1 });
    }
  });

  for (const [path, list, least] of [
    ['', '.chapter', 8],
    ['timeline/', '.event-list', 30],
    ['chapters/the-closure/', 'main', 0],
    ['events/2023-04-23-checkpoint/', 'main', 1],
  ] as const)
    test(`of /${path} stays where it is at the focus of what stays in sight, and covers nothing that is gone to`, async ({
      page,
    }) => {
      let count = 0;
      for (const [width, height] of WINDOWS) {
        await page.setViewportSize({ width, height });
        await page.goto(`./${path}`);
        // When they arrive, a line of the text may break elsewhere.
        await typefacesOn(page);
        if (path === 'timeline/') await expect(new ExplorerPage(page).live).toBeVisible();
        const found = await page.evaluate(async (within) => {
          const painted = (): Promise<unknown> =>
            new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          const isSticky = (one: Element | null): boolean =>
            one !== null && (getComputedStyle(one).position === 'sticky' || isSticky(one.parentElement));
          const moved: string[] = [];
          let looked = 0;
          for (const one of document.querySelectorAll<HTMLElement>('main :is(a, button, input, [tabindex="0"])')) {
            if (!isSticky(one)) continue;
            scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: 'instant' });
            // Measured by the text in the window: the browser holds it while what is above it is laid out.
            const seen = (): Element | undefined =>
              [...document.querySelectorAll(`${within} :is(p, li, td, h2)`)].find(
                (words) => !isSticky(words) && words.getBoundingClientRect().top > innerHeight / 2,
              );
            const place = (): string => `${scrollY} ${seen()?.getBoundingClientRect().top}`;
            // Until what came into sight is laid out.
            for (let [still, at] = [0, '']; still < 5; at = place()) {
              await painted();
              still = at === place() ? still + 1 : 0;
            }
            const { top, bottom, width } = one.getBoundingClientRect();
            if (width === 0 || top < 0 || bottom > innerHeight) continue;
            const text = seen();
            const before = text?.getBoundingClientRect().top ?? 0;
            (document.activeElement as HTMLElement | null)?.blur();
            one.focus();
            await painted();
            looked += 1;
            const by = Math.round(before - (text?.getBoundingClientRect().top ?? Number.NaN));
            // It holds it to a pixel.
            if (!(Math.abs(by) <= 1)) moved.push(`${one.ariaLabel ?? one.textContent?.trim()} by ${by} px`);
          }
          // As a step back with Shift+Tab brings it: to the upper edge.
          const covered: string[] = [];
          const links = [...document.querySelectorAll<HTMLElement>(`${within} a`)].filter((one) => !isSticky(one));
          for (const link of links.filter((_, i) => i % 25 === 0)) {
            link.scrollIntoView({ block: 'start', behavior: 'instant' });
            await painted();
            const [box] = link.getClientRects();
            const at = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            if (at && isSticky(at) && !link.contains(at)) covered.push(link.textContent?.trim() ?? '');
          }
          return { moved, covered, looked };
        }, list);
        count += found.looked;
        expect(found, `at ${width}`).toEqual({ moved: [], covered: [], looked: expect.any(Number) });
      }
      expect(count, 'there is something that stays').toBeGreaterThanOrEqual(least);
    });

  for (const [path, selector] of [
    ['', '#the-checkpoint-p3'],
    ['timeline/', 'main [data-event="2023-05-28-lachin-returns"]'],
  ] as const)
    test(`of /${path} keeps what is being read when a phone is turned`, async ({ page, isMobile }) => {
      test.skip(!isMobile, 'only a phone is turned');
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(`./${path}`);
      await typefacesOn(page);
      if (path === 'timeline/') await expect(new ExplorerPage(page).live).toBeVisible();
      const read = page.locator(selector).first();
      // As by hand: what is passed is laid out.
      for (let i = 0; i < 3; i++) {
        await read.evaluate((part) => part.scrollIntoView({ block: 'center', behavior: 'instant' }));
        await page.waitForTimeout(300);
      }
      await page.evaluate(() => scrollBy({ top: 60, behavior: 'instant' }));
      await page.waitForTimeout(300);
      for (const [width, height] of [
        [844, 390],
        [390, 844],
      ] as const) {
        await page.setViewportSize({ width, height });
        await page.waitForTimeout(500);
        await expect(read).toBeInViewport();
      }
    });

  test('keeps the text at a measure that reads well', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('./');
    const letters = await page
      .locator('.chapter .prose > p:not(.standfirst)')
      .first()
      .evaluate((p) => {
        const range = document.createRange();
        const text = document.createTreeWalker(p, NodeFilter.SHOW_TEXT).nextNode() as Text;
        range.setStart(text, 0);
        range.setEnd(text, Math.min(40, text.length));
        return (p.clientWidth / (range.getClientRects()[0]?.width ?? 1)) * Math.min(40, text.length);
      });
    expect(letters).toBeGreaterThan(55);
    expect(letters).toBeLessThan(80);
  });
});

test.describe('the map page', () => {
  for (const [width, height] of [
    [1024, 560],
    [1440, 900],
    [2560, 1300],
  ] as const)
    test(`fills a window of ${width} × ${height}, and no panel covers the map’s frame`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await new ExplorerPage(page).open('map/');
      expect(
        await overlapsOf(page, ['corridor-map', '.map-panel', '.map-day', '.map-credit', '.site-head', '.site-foot']),
      ).toEqual([]);
      expect(
        await overlapsOf(page, ['.map-panel', '.map-tools button', '.leaflet-control-zoom', '.leaflet-control-scale']),
      ).toEqual([]);
      const bottom = await page.locator('.explorer-map').evaluate((part) => part.getBoundingClientRect().bottom);
      expect(Math.round(bottom)).toBe(height);
      await expect(page.locator('.map-day .said')).toBeInViewport({ ratio: 1 });
    });

  for (const [width, height] of [
    [1280, 800],
    [1440, 690],
    [1366, 625],
    [1280, 577],
  ] as const)
    test(`lets the list of what differs, what is chosen and the buttons of the map stand beside one another at ${width} × ${height}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await new ExplorerPage(page).open(
        'map/',
        '#map=10/39.68/46.6&day=2023-06-18&focus=hakari-bridge&layers=roads,places,events&against=2021-06-01',
      );
      await expect(page.locator('.chosen')).not.toBeEmpty();
      expect(
        await overlapsOf(page, [
          '.map-panel',
          '.map-tools button',
          '.compare-rest',
          '.map-answers',
          '.leaflet-control-zoom',
          '.map-day',
        ]),
      ).toEqual([]);
      await expect(page.locator('.chosen a').first()).toBeInViewport({ ratio: 1 });
      await expect(page.locator('.legend-layer').nth(1).getByRole('checkbox')).toBeInViewport({ ratio: 1 });
    });

  for (const [width, height] of [
    [1024, 560],
    [1024, 768],
    [1366, 625],
    [1366, 768],
    [1440, 900],
    [1920, 1080],
  ] as const)
    test(`names two days where nothing lies over their names at ${width} × ${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await new ExplorerPage(page).open(
        'map/',
        '#map=10/39.68/46.6&day=2022-09-15&focus=hakari-bridge&layers=roads,places,events&against=2021-06-01',
      );
      await typefacesOn(page);
      await expect(page.locator('.chosen')).not.toBeEmpty();
      await expect(page.locator('.compare-day')).toHaveText([/1.June.2021/, /15.September.2022/]);
      const over = await overlapsOf(page, [
        '.compare-day',
        '.map-panel',
        '.map-tools button',
        '.compare-rest',
        '.map-answers',
        '.map-inset',
        '.map-north',
        '.leaflet-control-zoom',
        '.leaflet-control-scale',
        '.map-day',
      ]);
      expect(over.filter((pair) => pair.includes('.compare-day'))).toEqual([]);
    });

  for (const [width, height] of [
    [320, 256],
    [640, 360],
    [800, 1000],
    [1280, 500],
  ] as const)
    test(`lets its parts follow one another at ${width} × ${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await new ExplorerPage(page).open('map/');
      expect(
        await overlapsOf(page, [
          '.map-head',
          'corridor-map',
          '.map-day',
          '.map-tools',
          '#legend-sheet',
          '#events-sheet',
          '.map-credit',
          '.map-more',
        ]),
      ).toEqual([]);
      for (const part of ['Legend', 'Events'])
        await expect(page.locator('.sheet summary', { hasText: part })).toBeVisible();
    });

  for (const [width, height] of [
    [844, 390],
    [740, 360],
    [568, 320],
  ] as const)
    test(`is seen whole on a phone that lies on its side, ${width} × ${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await new ExplorerPage(page).open('map/');
      await expect(page.locator('corridor-map')).toBeInViewport({ ratio: 1 });
      await expect(page.getByRole('heading', { level: 1, name: 'The road on the map' })).toBeAttached();
      await expect(page.getByRole('combobox', { name: 'Find a place, or paste coordinates' })).toBeInViewport({
        ratio: 1,
      });
      for (const name of [/Previous event/, /Next event/])
        await expect(page.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
      expect(
        await overlapsOf(page, ['.home', '.site-head button', '.finder', 'corridor-map', '.map-day', '.map-tools']),
      ).toEqual([]);
    });

  for (const [width, height] of [
    [320, 640],
    [390, 844],
    [740, 360],
  ] as const)
    test(`has the links of its head behind a button at ${width} × ${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      const explorer = new ExplorerPage(page);
      await explorer.open('map/', '#map=9/39.9/46&day=2023-04-23&focus=none&layers=roads');
      const head = page.locator('.site-head');
      expect(await head.evaluate((part) => part.scrollWidth - part.clientWidth)).toBe(0);
      const links = page.getByRole('navigation', { name: 'Site' });
      await expect(links).toBeHidden();
      const menu = page.getByRole('button', { name: 'Menu' });
      await menu.press('Enter');
      await expect(links.getByRole('link')).toHaveCount(8);
      for (const link of await links.getByRole('link').all()) {
        await expect(link).toBeInViewport({ ratio: 1 });
        expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      }
      await page.keyboard.press('Tab');
      await expect(links.getByRole('link', { name: 'Map' })).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(links).toBeHidden();
      await expect(menu).toBeFocused();
      // A press beside it closes it, and asks nothing.
      await menu.click();
      await expect(links).toBeVisible();
      const {
        x = 0,
        y = 0,
        width: wide = 0,
        height: tall = 0,
      } = (await page.locator('corridor-map').boundingBox()) ?? {};
      await page.mouse.click(x + wide / 4, y + tall - 20);
      await expect(links).toBeHidden();
      await page.mouse.click(x + wide / 4, y + tall - 20);
      await expect(page.getByRole('region', { name: 'What is here' })).toBeVisible();
      // In a larger window the links stand in the head.
      await menu.click();
      await page.setViewportSize({ width: 1440, height: 900 });
      await expect(page.locator('nav:popover-open')).toHaveCount(0);
      await expect(menu).toBeHidden();
      await expect(links).toBeVisible();
    });

  test('fills a phone: the day and three more actions at the foot, each a sheet that opens and closes by keys', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const explorer = new ExplorerPage(page);
    await explorer.open('map/');
    expect(
      await overlapsOf(page, ['.finder', 'corridor-map', 'corridor-day', '.map-credit', '.map-tools', '.said']),
    ).toEqual([]);
    for (const [name, sheet, holds] of [
      ['Legend', 'Legend', 'Old road through Lachin'],
      ['Events', 'Events', 'Munich: Aliyev proposes checkpoints on the Lachin road'],
      ['Compare', 'Two days side by side', 'Compare with another day'],
    ] as const) {
      const button = page.getByRole('button', { name, exact: true });
      await expect(button).toBeInViewport({ ratio: 1 });
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      const region = page.getByRole('region', { name: sheet, exact: true });
      await expect(region).toBeHidden();
      await button.press('Enter');
      await expect(region.getByText(holds).first()).toBeVisible();
      await page.keyboard.press('Tab');
      expect(await region.evaluate((part) => part.contains(document.activeElement)), `into ${name}`).toBe(true);
      await page.keyboard.press('Escape');
      await expect(region).toBeHidden();
      await expect(button).toBeFocused();
    }
    await expect(page.getByRole('button', { name: 'Share …' })).toBeInViewport({ ratio: 1 });
    await expect(page.locator('.said')).toBeInViewport({ ratio: 1 });
  });

  test('shows a place found on a phone clear of the card that names it, which can be closed', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const explorer = new ExplorerPage(page);
    await explorer.open('map/');
    await typefacesOn(page);
    const before = await page.locator('corridor-map').boundingBox();
    await page.getByRole('combobox').fill('Lachin');
    await page.getByRole('option').first().click();
    const chosen = page.getByRole('region', { name: 'Chosen on the map' });
    await expect(chosen.getByRole('link', { name: 'Lachin / Berdzor' })).toBeInViewport({ ratio: 1 });
    await expect.poll(() => explorer.field('focus')).toBe('lachin');
    expect(await page.locator('corridor-map').boundingBox()).toEqual(before);
    const over = await overlapsOf(page, ['.chosen', '.finder p', '.leaflet-control-zoom']);
    expect(over).toEqual([]);
    const [map, card] = [before, await chosen.boundingBox()];
    expect(card?.y).toBeGreaterThan((map?.y ?? 0) + (map?.height ?? 0) / 2 + 12);
    await chosen.getByRole('button', { name: 'Close' }).click();
    await expect(chosen).toBeEmpty();
    await expect.poll(() => explorer.field('focus')).toBe('none');
    await expect(page.getByRole('button', { name: /events at or about Lachin/ })).toBeFocused();
  });

  test('closes the sheet of events over what is gone to from it', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const explorer = new ExplorerPage(page);
    await explorer.open('map/');
    await explorer.unfold('Events');
    await page
      .locator('.sheet:popover-open')
      .getByRole('button', { name: /^Show on map/ })
      .first()
      .click();
    await expect(page.locator('.sheet:popover-open')).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Chosen on the map' })).not.toBeEmpty();
  });

  for (const [width, height] of [
    [740, 360],
    [1440, 900],
  ] as const)
    test(`closes an open sheet when the window becomes ${width} × ${height}`, async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      const explorer = new ExplorerPage(page);
      await explorer.open('map/');
      for (const part of ['Legend', 'Events', 'Compare'] as const) {
        await page.setViewportSize({ width: 360, height: 740 });
        await explorer.unfold(part);
        const close = page.getByRole('button', { name: 'Close', exact: true });
        await expect(close).toBeVisible();
        await page.setViewportSize({ width, height });
        await expect(page.locator('.sheet:popover-open'), part).toHaveCount(0);
        await page.setViewportSize({ width: 360, height: 740 });
        await expect(close).toBeHidden();
      }
    });

  test('takes a press beside an open sheet as one that closes it, and the next as a question', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', '#map=9/39.9/46&day=2023-04-23&focus=none&layers=roads');
    await explorer.unfold('Legend');
    const sheet = page.getByRole('region', { name: 'Legend', exact: true });
    const here = page.getByRole('region', { name: 'What is here' });
    const press = () => page.getByRole('application').click({ position: { x: 60, y: 110 } });
    await press();
    await expect(sheet).toBeHidden();
    // Longer than a press waits for a second one, which would zoom.
    await page.waitForTimeout(600);
    await expect(here).toBeHidden();
    await press();
    await expect(here).toBeVisible();
  });

  test('takes a click that no press came before, as by voice, after a press has closed a sheet', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', '#map=11/39.62/46.56&day=2023-07-01&focus=none&layers=roads,places,events');
    await explorer.unfold('Legend');
    await expect(page.locator('.sheet:popover-open')).toHaveCount(1);
    const mark = page.getByRole('button', { name: /events at or about Hakari bridge/ });
    await mark.dispatchEvent('pointerdown');
    await mark.dispatchEvent('click');
    expect(explorer.field('focus')).toBe('none');
    await mark.dispatchEvent('click');
    await expect.poll(() => explorer.field('focus')).toBe('hakari-bridge');
  });

  test('shows a small phone the bridge at once, and is as high on every day, also while it plays', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    const explorer = new ExplorerPage(page);
    await explorer.open('map/');
    const [map, bridge] = await Promise.all(
      [page.locator('corridor-map'), page.locator('.live-map .symbol-checkpoint').first()].map((one) =>
        one.boundingBox(),
      ),
    );
    if (!map || !bridge) throw new Error('no map, or no bridge');
    // Firefox draws what is around it a little higher: the edge may run through the sign, not above its middle.
    expect(bridge.y + bridge.height / 2).toBeLessThan(map.y + map.height);
    await expect(page.getByRole('button', { name: 'Share …' })).toBeInViewport({ ratio: 1 });
    await expect(page.locator('.day-status')).toBeInViewport({ ratio: 1 });
    // A day without an event, one with two whose titles are long, and one whose title has two lines.
    for (const day of ['2021-06-18', '2023-08-07', '2023-04-23']) {
      await page.getByLabel('Date', { exact: true }).fill(day);
      await expect.poll(() => explorer.field('day')).toBe(day);
      expect((await page.locator('corridor-map').boundingBox())?.height, day).toBe(map.height);
    }
    await page.getByRole('button', { name: 'Play' }).click();
    await expect(page.getByText('Walking from event to event.')).toBeVisible();
    expect((await page.locator('corridor-map').boundingBox())?.height).toBe(map.height);
  });

  test('answers on a phone without moving the map', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await new ExplorerPage(page).open('map/');
    await typefacesOn(page);
    const map = page.locator('corridor-map');
    const before = await map.boundingBox();
    await page.getByRole('application').press('Enter');
    await expect(page.getByRole('region', { name: 'What is here' })).toBeInViewport();
    expect(await map.boundingBox()).toEqual(before);
  });
});

for (const path of [
  'timeline/',
  'events/2023-04-23-checkpoint/',
  'events/2022-12-12-road-blocked/',
  'places/lachin/',
  'positions/checkpoint-lawful/',
  'road/2023-06-15-hakari-clash/',
  'chapters/the-closure/',
])
  for (const [width, height] of [
    [1093, 520],
    [1024, 640],
  ] as const)
    test(`what stands beside the text of /${path} can be seen where it has the focus, at ${width} × ${height}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await page.goto(`./${path}`);
      await typefacesOn(page);
      await expect(page.getByRole('button', { name: 'Share …' }).first()).toBeVisible();
      const controls = page.locator('.explorer-map').locator(':is(a, button):visible');
      expect(await controls.count()).toBeGreaterThan(3);
      for (const control of await controls.all()) {
        await control.focus();
        await expect(control).toBeInViewport({ ratio: 0.95 });
      }
    });

test('a table wider than a phone shows at its edge that it goes on, until its end is seen', async ({
  page,
  guard,
  browserName,
}) => {
  // Playwright writes a style of its own into a page whose picture it takes, which Firefox counts as the page's.
  if (browserName === 'firefox') guard.expected.push(/blocked an inline style/);
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('./statement/');
  await typefacesOn(page);
  const box = page.getByRole('region', { name: 'The nine points in short' });
  await box.scrollIntoViewIfNeeded();
  /** How light the table's ground is at its edge, and in its middle. */
  const edge = async (): Promise<{ shaded: number; plain: number }> => {
    const { x = 0, y = 0, width = 0 } = (await box.boundingBox()) ?? {};
    const lightOf = async (at: number): Promise<number> => {
      const picture = await page.screenshot({ clip: { x: at, y: y + 2, width: 2, height: 2 } });
      const { channels } = await sharp(picture).stats();
      return Math.round(channels[0]?.mean ?? 0);
    };
    return { shaded: await lightOf(x + width - 2), plain: await lightOf(x + width / 2) };
  };
  await expect
    .poll(async () => {
      const { shaded, plain } = await edge();
      return Math.abs(shaded - plain);
    })
    .toBeGreaterThan(15);
  const { plain } = await edge();
  await box.evaluate((table) => table.scrollTo(table.scrollWidth, 0));
  await expect.poll(async () => Math.abs((await edge()).shaded - plain)).toBe(0);
});
