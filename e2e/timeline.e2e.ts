import type { Page } from '@playwright/test';
import { world } from './content.ts';
import { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './fixtures.ts';
import { hold } from './hold.ts';
import { typefacesOn } from './typefaces-on.ts';

/** Returns what lies on something else, or beyond the page, in the pictures of time: names, dots and bricks. */
const collisions = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const seen = (selector: string) =>
      [...document.querySelectorAll<SVGGraphicsElement>(selector)]
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0);
    const texts = seen('.plot text, .lane-names text');
    const dots = seen('.dot');
    const bricks = seen('.brick');
    const said = ({ element }: { element: Element }) => element.textContent || element.className.toString();
    const found: string[] = [];
    const all = [...texts, ...dots, ...bricks];
    for (const [i, a] of all.entries()) {
      if (a.box.left < -0.5 || a.box.right > document.documentElement.clientWidth + 0.5)
        found.push(`${said(a)} leaves the page`);
      for (const b of all.slice(i + 1)) {
        const areDots = dots.includes(a) && dots.includes(b);
        // Two words that all but touch are read as one.
        const apart = texts.includes(a) && texts.includes(b) ? 2.5 : 0;
        const isOn = areDots
          ? Math.hypot(
              a.box.x - b.box.x + (a.box.width - b.box.width) / 2,
              a.box.y - b.box.y + (a.box.height - b.box.height) / 2,
            ) <
            (a.box.width + b.box.width) / 2
          : // A line of text is four pixels higher than its letters.
            a.box.left < b.box.right - 0.1 + apart &&
            b.box.left < a.box.right - 0.1 + apart &&
            a.box.top + 4 < b.box.bottom &&
            b.box.top + 4 < a.box.bottom;
        if (isOn) found.push(`${said(a)} lies on ${said(b)}`);
      }
    }
    return found;
  });

const all = world.events.length;
const ofKind = (kind: string): number => world.events.filter((event) => event.kind === kind).length;

test.describe('the timeline', () => {
  test('lists all events in eight phases, in order of time', async ({ page }) => {
    await page.goto('./timeline/');
    await expect(page.locator('.event-row')).toHaveCount(all);
    await expect(page.locator('.event-list section')).toHaveCount(8);
    const days = await page
      .locator('.event-row time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')?.padEnd(10, '-00')));
    expect(days).toEqual([...days].sort());
  });

  test('brings the map to the event that is chosen', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('timeline/');
    await page.getByRole('button', { name: 'Show on map: The road is closed to ordinary traffic near Shusha' }).click();
    await expect.poll(() => explorer.field('focus')).toBe('2022-12-12-road-blocked');
    expect(explorer.field('day')).toBe('2022-12-12');
    await expect(page.locator('.event-row[aria-current]')).toHaveAttribute('data-event', '2022-12-12-road-blocked');
    const marks = page.locator('.in-focus:is(.dot, .brick)');
    await expect(marks).toHaveCount(3);
    await expect(marks.filter({ visible: true }).first()).toBeVisible();
    await expect(explorer.live.locator('.focus-ring')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Chosen on the map' })).toContainText('closed to ordinary traffic');
  });

  test('marks what is chosen on the map', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('timeline/', '#map=11/39.95/46.9&day=2023-07-20&focus=none&layers=roads,places,events');
    await page.getByRole('button', { name: '1 event: Aghdam district passes to Azerbaijan' }).click();
    await expect.poll(() => explorer.field('focus')).toBe('2020-11-20-aghdam');
    await expect(page.locator('.event-row[aria-current]')).toHaveAttribute('data-event', '2020-11-20-aghdam');
  });

  test('is walked by keyboard: one event after another', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open(
      'timeline/',
      '#map=10/39.68/46.6&day=2023-04-23&focus=2023-04-23-checkpoint&layers=roads,places,events',
    );
    const steps = page.getByRole('slider', { name: 'Step through the events' });
    await steps.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => explorer.field('focus')).toBe('2023-04-28-sit-in-ends');
    await expect(steps).toHaveAttribute('aria-valuetext', /28.April.2023: /);
    // What the slider says is not said once more by what is chosen; what another control chooses is.
    const chosen = page.getByRole('region', { name: 'Chosen on the map' });
    await expect(chosen).toContainText(/28.April.2023/);
    await expect(chosen).toHaveAttribute('aria-live', 'off');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => explorer.field('focus')).toBe('2023-04-23-checkpoint');
    await page.getByRole('button', { name: 'Show on map: The road is closed to ordinary traffic near Shusha' }).click();
    await expect(chosen).toContainText('closed to ordinary traffic');
    await expect(chosen).toHaveAttribute('aria-live', 'polite');
  });

  test('makes a step of its own of the first one after a step back', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open(
      'timeline/',
      '#map=10/39.68/46.6&day=2023-04-23&focus=2023-04-23-checkpoint&layers=roads,places,events',
    );
    const steps = page.getByRole('slider', { name: 'Step through the events' });
    await steps.press('ArrowRight');
    await expect.poll(() => explorer.field('focus')).toBe('2023-04-28-sit-in-ends');
    await page.evaluate(() => void setTimeout(() => history.back(), 50));
    await expect.poll(() => explorer.field('focus')).toBe('2023-04-23-checkpoint');
    await expect(steps).toBeFocused();
    await steps.press('ArrowRight');
    await expect.poll(() => explorer.field('focus')).toBe('2023-04-28-sit-in-ends');
    await page.evaluate(() => void setTimeout(() => history.back(), 50));
    await expect.poll(() => explorer.field('focus')).toBe('2023-04-23-checkpoint');
  });

  test('takes a little more or less of the slider for a step, also where the day of the map is not the event’s', async ({
    page,
  }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open(
      'timeline/',
      '#map=10/39.68/46.6&day=2020-12-05&focus=2020-11-10-trilateral-statement&layers=roads,places,events',
    );
    const steps = page.getByRole('slider', { name: 'Step through the events' });
    // As assistive technology does it, which sends no key.
    await steps.evaluate((range: HTMLInputElement) => {
      range.value = String(Number(range.value) + 1);
      range.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await expect.poll(() => explorer.field('focus')).toBe('2020-11-20-aghdam');
  });

  test('steps on while the map is on its way', async ({ page }) => {
    const release = await hold(page, /map\.json/);
    const explorer = new ExplorerPage(page);
    await page.goto('./timeline/');
    const steps = page.getByRole('slider', { name: 'Step through the events' });
    await expect(steps).toBeEnabled();
    for (let i = 0; i < 3; i++) await steps.press('ArrowRight');
    release();
    const after = world.events.findIndex(({ id }) => id === '2023-04-23-checkpoint') + 3;
    await expect.poll(() => explorer.field('focus')).toBe(world.events[after]?.id ?? '');
  });

  for (const late of ['Explorer', 'timeline'])
    test(`knows the day of the page and its event before the map is here, also where the script ${late} comes last`, async ({
      page,
    }) => {
      await hold(page, /map\.json/);
      const release = await hold(page, new RegExp(`/${late}\\.[^/]*\\.js$`));
      await page.goto('./timeline/');
      await page.waitForFunction(() => ['corridor-axis', 'corridor-explorer'].some((name) => customElements.get(name)));
      release();
      await expect(page.getByRole('slider', { name: 'Step through the events' })).toHaveAttribute(
        'aria-valuetext',
        /^23.April.2023. Last event: 23.April.2023: Azerbaijan sets up a checkpoint/,
      );
    });

  test('keeps what is chosen through a link to a phase, and through loading again', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open(
      'timeline/',
      '#map=10/39.68/46.6&day=2020-11-10&focus=2020-11-10-trilateral-statement&layers=roads,places,events',
    );
    await page.getByRole('navigation', { name: 'Phases' }).getByRole('link').last().press('Enter');
    await expect(page).toHaveURL(/#phase-/);
    await page.reload();
    await expect(explorer.live).toBeVisible();
    await expect(page.locator('.event-row[aria-current]')).toHaveAttribute(
      'data-event',
      '2020-11-10-trilateral-statement',
    );
  });

  test('steps back from a day on which nothing is chosen to the last event before it', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('timeline/', '#map=10/39.68/46.6&day=2023-07-20&focus=none&layers=roads,places,events');
    const steps = page.getByRole('slider', { name: 'Step through the events' });
    await expect(steps).toHaveAttribute('aria-valuetext', /Last event: 18.July.2023: Barriers go up on/);
    await steps.press('ArrowLeft');
    await expect.poll(() => explorer.field('focus')).toBe('2023-07-18-aghdam-barriers');
    await steps.press('ArrowLeft');
    await expect.poll(() => explorer.field('focus')).toBe('2023-07-14-evacuations-again');
  });

  test('lets words of an event be selected, and leaves the map as it is', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('timeline/');
    await typefacesOn(page);
    const before = explorer.fragment();
    const when = page.locator('.event-row time').filter({ visible: true }).first();
    await when.scrollIntoViewIfNeeded();
    const box = await when.boundingBox();
    if (!box) throw new Error('no event');
    await page.mouse.move(box.x + 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    expect(await page.evaluate(() => String(getSelection()).length)).toBeGreaterThan(3);
    expect(explorer.fragment()).toBe(before);
    await expect(page.locator('.event-row[aria-current]')).toHaveCount(0);
  });

  test('shows every name, dot and brick free of the others, from 320 to 2560 px', async ({ page, browserName }) => {
    test.skip(browserName === 'firefox', 'its boxes hold strokes, whole pixels and the space after a word');
    await page.goto('./timeline/');
    await typefacesOn(page);
    for (const width of [320, 360, 640, 768, 1024, 1440, 2560]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await collisions(page), `${width} px`).toEqual([]);
    }
  });

  test('marks the day of the view on the axis, from the first and as it changes', async ({ page }) => {
    await page.goto('./timeline/');
    const days = page.locator('.day text').filter({ visible: true });
    const first = await days.allTextContents();
    expect(first.length).toBeGreaterThan(0);
    expect(first.every((text) => /^23.April.2023$/.test(text.trim()))).toBe(true);
    await expect(page.locator('.live-map.is-drawn')).toBeVisible();
    await page
      .getByRole('button', { name: 'Show on map: The sit-in near Shusha ends after 138 days', exact: true })
      .click();
    await expect(days.first()).toHaveText(/^28.April.2023$/);
    const [line, mark] = await page.evaluate(() => {
      const plot = [...document.querySelectorAll('.plot')].findLast((one) => one.getClientRects().length > 0);
      const middle = (selector: string): number => {
        const box = plot?.querySelector(selector)?.getBoundingClientRect();
        return (box?.x ?? 0) + (box?.width ?? 0) / 2;
      };
      return [middle('.day line'), middle('.in-focus')];
    });
    // A brick stands for a month, a dot for its day.
    expect(Math.abs((line ?? 0) - (mark ?? 99))).toBeLessThan(6);
    await expect(page.locator('.axis-said')).toHaveText(/^28.April.2023: The sit-in near Shusha ends after 138 days$/);
  });

  test('says what is chosen when the list moves under a pointer at rest', async ({ page }) => {
    await page.goto('./timeline/');
    const row = (id: string) => page.locator(`.event-row[data-event="${id}"]`);
    await row('2023-04-28-sit-in-ends')
      .getByRole('button', { name: /^Show on map/ })
      .click();
    const said = page.locator('.axis-said');
    await expect(said).toHaveText(/The sit-in near Shusha ends/);
    await row('2023-04-28-sit-in-ends').evaluate((one) => {
      const scrolling = one.closest('.scrolls');
      const list = scrolling && scrolling.scrollHeight > scrolling.clientHeight ? scrolling : document.scrollingElement;
      list?.scrollBy({ top: -one.clientHeight, behavior: 'instant' });
    });
    await expect(page.locator('.event-row:hover:not([data-event="2023-04-28-sit-in-ends"])')).toHaveCount(1);
    await expect(said).toHaveText(/The sit-in near Shusha ends/);
  });

  test('lights the dot of the row under the pointer, and the row of the dot', async ({ page, isMobile }) => {
    test.skip(isMobile, 'a finger does not hover');
    await page.goto('./timeline/');
    await expect(page.locator('.live-map.is-drawn')).toBeVisible();
    await expect(page.locator('corridor-axis:defined')).toHaveCount(1);
    await page.getByRole('link', { name: 'World Court orders unimpeded movement on the corridor' }).hover();
    await expect(page.locator('.axis .dot.lit').filter({ visible: true })).toHaveCount(1);
    await expect(page.locator('.axis-said')).toContainText('World Court orders unimpeded movement');
    await page.locator('.axis .dot.major').filter({ visible: true }).first().hover();
    await expect(page.locator('.event-row.lit')).toHaveAttribute('data-event', '2020-09-27-second-war-begins');
  });

  test('brings the map to the event whose mark is pressed', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('timeline/');
    const mark = page.locator('.axis .dot.major, .rhythm .brick.major').filter({ visible: true }).last();
    await mark.click();
    await expect.poll(() => explorer.field('focus')).toBe('2025-08-08-washington');
  });

  test('shows only the kinds that are asked for, says how many, and steps among them', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('timeline/');
    const court = ofKind('court');
    const kinds = page.locator('.kinds');
    if ((await kinds.getAttribute('open')) === null) await kinds.locator('summary').click();
    await page.getByRole('checkbox', { name: /^Court/ }).check();
    await expect(page.locator('.event-row:visible')).toHaveCount(court);
    await expect(page.getByRole('status').filter({ hasText: 'shown' })).toHaveText(`${court} of ${all} events shown`);
    await expect(page.locator('.dot.out')).toHaveCount(2 * (all - court));
    // A phase says how many events it has: here that these are some of them.
    const saidOf = (phase: string): Promise<string> =>
      page
        .locator('section', { has: page.getByRole('heading', { name: phase, exact: true }) })
        .locator('.phase-head span')
        .evaluate((count) => getComputedStyle(count, '::before').content);
    expect(await saidOf('The checkpoint')).toBe('"Some of "');
    await page.getByRole('slider', { name: 'Step through the events' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => explorer.field('focus')).toBe('2023-07-06-icj-modification');
    await page.getByRole('checkbox', { name: /^Agreement/ }).check();
    await expect(page.getByRole('status').filter({ hasText: 'shown' })).toHaveText(
      `${court + ofKind('agreement')} of ${all} events shown`,
    );
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect(page.locator('.event-row:visible')).toHaveCount(all);
    expect(await saidOf('The checkpoint')).toBe('none');
  });

  test('leads to each phase', async ({ page }) => {
    await page.goto('./timeline/');
    await page.getByRole('navigation', { name: 'Phases' }).getByRole('link', { name: 'Checkpoint' }).click();
    await expect(page.getByRole('heading', { name: 'The checkpoint' })).toBeInViewport();
  });

  test('keeps the map in sight on a small screen, as long as it is wanted', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto('./timeline/');
    const map = page.locator('corridor-map');
    const row = page.getByRole('link', { name: 'World Court orders unimpeded movement on the corridor' });
    await row.scrollIntoViewIfNeeded();
    await expect(map).toBeInViewport();
    expect((await map.boundingBox())?.height).toBeLessThan(800 / 3);
    await page.getByRole('checkbox', { name: 'Keep the map in sight' }).uncheck();
    await row.scrollIntoViewIfNeeded();
    await expect(map).not.toBeInViewport();
  });

  test('says what is pressed on the map that is kept in sight where the reader is, and lets it go', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const explorer = new ExplorerPage(page);
    await explorer.open('timeline/');
    const chosen = page.getByRole('region', { name: 'Chosen on the map' });
    const heading = page.getByRole('heading', { name: 'Ordinary traffic stops' });
    await heading.evaluate((element) => element.scrollIntoView());
    await expect(heading).toBeInViewport();
    await page.getByRole('button', { name: 'events at or about Hakari bridge' }).click();
    await expect(chosen).toContainText('Azerbaijan sets up a checkpoint at the Hakari bridge');
    await expect(chosen).toBeInViewport({ ratio: 1 });
    await expect(heading).toBeInViewport({ ratio: 1 });
    await chosen.getByRole('button', { name: 'Close' }).click();
    await expect(chosen).toBeEmpty();
    await expect(heading).toBeInViewport({ ratio: 1 });
    await expect.poll(() => explorer.field('focus')).toBe('none');
  });

  test('says what is chosen over nothing that has the focus', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const explorer = new ExplorerPage(page);
    await explorer.open('timeline/');
    await page.getByRole('button', { name: 'events at or about Hakari bridge' }).click();
    await expect(page.getByRole('region', { name: 'Chosen on the map' })).toContainText('Azerbaijan sets up');
    for (const name of ['Blinken urges Aliyev to reopen the road', 'World Court orders unimpeded movement']) {
      const link = page.locator('.event-list').getByRole('link', { name });
      await link.focus();
      await expect
        .poll(() =>
          link.evaluate((element) => {
            const { left, bottom } = element.getBoundingClientRect();
            return element.contains(document.elementFromPoint(left + 4, bottom - 6));
          }),
        )
        .toBe(true);
    }
  });

  test('leads to the map who asks for an event on it, where it is out of sight', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    const map = page.locator('corridor-map');
    const show = page.getByRole('button', {
      name: 'Show on map: World Court orders unimpeded movement on the corridor',
    });
    await page.setViewportSize({ width: 844, height: 390 });
    await explorer.open('timeline/');
    // What could not act here is not offered.
    await expect(page.getByRole('checkbox', { name: 'Keep the map in sight' })).toBeHidden();
    await show.scrollIntoViewIfNeeded();
    await expect(map).not.toBeInViewport();
    await show.click();
    await expect.poll(() => explorer.field('focus')).toBe('2023-02-22-icj-order');
    await expect(map).toBeInViewport({ ratio: 1 });
  });

  test('keeps the focus by the slider where a step back takes the link away that had it', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('timeline/', '#map=10/39.68/46.6&day=2023-04-23&focus=2023-04-23-checkpoint');
    const steps = page.getByRole('slider', { name: 'Step through the events' });
    await steps.press('ArrowRight');
    await expect.poll(() => explorer.field('focus')).toBe('2023-04-28-sit-in-ends');
    await page.locator('.axis-said').getByRole('link').focus();
    await page.evaluate(() => void setTimeout(() => history.back(), 50));
    await expect(page.locator('.axis-said')).toContainText(/23.April.2023/);
    await expect(steps).toBeFocused();
  });

  test('opens on the map page where the day of the map is', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', '#map=10/39.68/46.6&day=2023-07-30&focus=none&layers=roads,places,events');
    await explorer.unfold('Events');
    const row = page.locator('[data-event="2023-07-29-khachatryan"]');
    await expect(row).toHaveClass(/of-day/);
    await expect(row.getByRole('link').first()).toBeInViewport({ ratio: 1 });
    await expect(page.getByText('An autonomous Karabakh oblast is created')).not.toBeInViewport();
  });

  test('goes from event to event on the map page', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/');
    await page.getByRole('button', { name: 'Next event' }).click();
    await expect.poll(() => explorer.field('focus')).toBe('2023-04-28-sit-in-ends');
    await page.getByRole('button', { name: 'Previous event' }).click();
    await expect.poll(() => explorer.field('focus')).toBe('2023-04-23-checkpoint');
  });

  test('opens an event’s own page', async ({ page }) => {
    await page.goto('./timeline/');
    await page.getByRole('link', { name: 'Azerbaijan sets up a checkpoint at the Hakari bridge' }).click();
    await expect(page).toHaveURL(/events\/2023-04-23-checkpoint\/$/);
  });
});
