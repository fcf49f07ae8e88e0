/** The explainer in one file, opened from a disk without a network. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { axeFinds } from './axe.ts';
import { world } from './content.ts';

const FILE = pathToFileURL(resolve('dist/lachin-corridor.html')).href;

const test = base.extend<{ watched: string[] }>({
  watched: [
    async ({ page, context }, use) => {
      const problems: string[] = [];
      page.on('console', (message) => problems.push(message.text()));
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('request', (request) => {
        const url = request.url();
        if (!/^(data|blob):/.test(url) && !url.startsWith(FILE)) problems.push(url);
      });
      await context.setOffline(true);
      await page.goto(FILE);
      await use(problems);
      expect(problems, 'what it asked for, and what went wrong').toEqual([]);
    },
    { auto: true },
  ],
});

test('reads whole, and its numbers lead to its sources', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The Lachin corridor');
  await expect(page.locator('section.booklet-chapter')).toHaveCount(1 + world.chapters.length + 1 + 1);
  await page.locator('#what-the-corridor-was-p1 sup a').first().click();
  await expect(page.locator('li:target')).toBeInViewport();
});

test('shows any day on a map that moves', async ({ page }) => {
  const map = page.getByRole('application', { name: /^Map\. 23.April.2023/ });
  await expect(map).toBeVisible();
  await page.getByLabel('Date').fill('2021-06-01');
  await expect(page.locator('.said')).toContainText('runs through Lachin town and is open');
  await page.getByRole('slider', { name: 'Day' }).press('ArrowRight');
  await expect(page.getByLabel('Date')).toHaveValue('2021-06-02');
  const frame = page.locator('.map-frame');
  const viewBox = (): Promise<string | null> => frame.locator('svg').first().getAttribute('viewBox');
  const before = await viewBox();
  await frame.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(viewBox).not.toBe(before);
  const moved = await viewBox();
  await frame.scrollIntoViewIfNeeded();
  const box = await frame.boundingBox();
  if (!box) throw new Error('no map');
  await page.mouse.move(box.x + 40, box.y + 120);
  await page.mouse.down();
  await page.mouse.move(box.x + 160, box.y + 160, { steps: 4 });
  await page.mouse.up();
  await expect.poll(viewBox).not.toBe(moved);
  // A button that is let go where the page does not hear of it drags nothing on.
  const dragged = await viewBox();
  await frame.evaluate((one) => {
    const { x, y } = one.getBoundingClientRect();
    const press = { pointerId: 7, pointerType: 'mouse', bubbles: true, clientX: x + 100, clientY: y + 100 };
    one.dispatchEvent(new PointerEvent('pointerdown', { ...press, buttons: 2 }));
    one.dispatchEvent(new PointerEvent('pointermove', { ...press, clientX: x + 160, buttons: 0 }));
  });
  expect(await viewBox()).toBe(dragged);
  const labels = await frame.locator('.labels text').count();
  await page.getByRole('button', { name: 'Zoom out' }).click();
  await page.getByRole('button', { name: 'Zoom out' }).click();
  await expect(frame.locator('svg').first()).toHaveAttribute('data-zoom', '9');
  expect(await frame.locator('.labels text').count()).not.toBe(labels);
});

test('is zoomed by two fingers as far as they go apart, however slowly', async ({ page }) => {
  await expect(page.getByRole('application')).toBeVisible();
  // Each pinch goes from 100 to 110 pixels, and back: a tenth larger, and as before.
  const pinches = [0.25, 0.5, 10].map((step) =>
    page.locator('.map-frame').evaluate((frame, step) => {
      const width = (): number => frame.querySelector<SVGGraphicsElement>('.road-line')?.getBBox().width ?? 0;
      const point = (type: string, pointerId: number, clientX: number): boolean =>
        frame.dispatchEvent(
          new PointerEvent(type, { pointerId, pointerType: 'touch', bubbles: true, buttons: 1, clientX, clientY: 100 }),
        );
      const widths = [width()];
      point('pointerdown', 1, 100);
      point('pointerdown', 2, 200);
      for (let x = 200 + step; x <= 210; x += step) point('pointermove', 2, x);
      widths.push(width());
      for (let x = 210 - step; x >= 200; x -= step) point('pointermove', 2, x);
      widths.push(width());
      for (const finger of [1, 2]) point('pointerup', finger, 100);
      const [first = 0, ...others] = widths;
      return others.map((wide) => wide / first);
    }, step),
  );
  for (const [apart = 0, together = 0] of await Promise.all(pinches)) {
    expect(apart).toBeCloseTo(1.1, 2);
    expect(together).toBeCloseTo(1, 2);
  }
});

test('goes along the timeline, by keyboard alone, and follows the links of the text', async ({ page }) => {
  await page.getByRole('button', { name: 'On the map: The second Karabakh war begins' }).press('Enter');
  await expect(page.getByLabel('Date')).toHaveValue('2020-09-27');
  await expect(page.locator('.map-frame')).toBeFocused();
  await expect(page.locator('.chosen')).toContainText('The second Karabakh war begins');
  await page.getByRole('button', { name: 'Next event' }).click();
  await expect(page.locator('.chosen')).toContainText('Azerbaijan announces the capture of Shusha');
  await page.locator('#the-closure ~ p .to-map').first().click();
  await expect(page.locator('.map-frame')).toBeInViewport();
  await expect(page).toHaveURL(/#map=/);
  // The same link again, after the map was moved.
  const day = await page.getByLabel('Date').inputValue();
  await page.getByRole('button', { name: 'Next event' }).click();
  await expect(page.getByLabel('Date')).not.toHaveValue(day);
  await page.locator('#the-closure ~ p .to-map').first().click();
  await expect(page.getByLabel('Date')).toHaveValue(day);
  await page
    .locator('.mark')
    .filter({ hasText: /^[2-9]$/ })
    .first()
    .press('Enter');
  await expect(page.locator('.chosen')).toContainText('; ');
});

test('keeps the keyboard on a mark that is chosen, and leaves the browser its own keys', async ({ page }) => {
  await expect(page.getByRole('application')).toBeVisible();
  const frame = page.locator('.map-frame');
  const mark = frame.locator('.mark').filter({ hasText: /^1$/ }).first();
  const id = await mark.getAttribute('data-mark');
  await mark.press('Enter');
  await expect(page.locator('.chosen')).not.toBeEmpty();
  await expect(frame.locator(`.mark[data-mark="${id}"]`)).toBeFocused();
  const [zoom, day] = [() => frame.locator('svg').first().getAttribute('viewBox'), page.getByLabel('Date')];
  const before = [await zoom(), await day.inputValue()];
  const taken = await page.evaluate(() => {
    const press = (selector: string, key: string, init: KeyboardEventInit): boolean =>
      !document
        .querySelector(selector)
        ?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
    return [
      ...['+', '=', '-'].flatMap((key) => [
        press('.map-frame', key, { ctrlKey: true }),
        press('.map-frame', key, { metaKey: true }),
      ]),
      press('.map-frame', 'ArrowLeft', { altKey: true }),
      press('.one-days input', 'ArrowLeft', { altKey: true }),
      press('.map-frame', '+', {}),
    ];
  });
  expect(taken).toEqual([...Array(8).fill(false), true]);
  await expect.poll(zoom).not.toBe(before[0]);
  expect(await day.inputValue()).toBe(before[1]);
});

/** Goes back or on; inside a file Firefox tells Playwright of no load. */
const goBy = (page: Page, steps: number): Promise<void> => page.evaluate((by) => history.go(by), steps);

test('brings the reader back to where each link to the map was pressed, and the map to what it showed', async ({
  page,
}) => {
  await expect(page.getByRole('application')).toBeVisible();
  const frame = page.locator('.map-frame');
  const viewBox = (): Promise<string | null> => frame.locator('svg').first().getAttribute('viewBox');
  const day = page.getByLabel('Date');
  const [opening, openingDay] = [await viewBox(), await day.inputValue()];
  // Where a link stands in the window, which a reader sees, whatever room is estimated above it.
  const topOf = (link: Locator): Promise<number> => link.evaluate((one) => one.getBoundingClientRect().top);
  const left: { link: Locator; top: number; day: string }[] = [];
  for (const at of [3, 7, 11]) {
    const link = page.locator('.booklet-chapter > p > .to-map').nth(at);
    await link.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    await link.evaluate((one) =>
      one.addEventListener('click', () => one.setAttribute('data-top', `${one.getBoundingClientRect().top}`)),
    );
    const before = await day.inputValue();
    await link.click();
    left.push({ link, top: Number(await link.getAttribute('data-top')), day: before });
    await expect(frame).toBeFocused();
    await expect(frame).toBeInViewport({ ratio: 1 });
  }
  const last = { url: page.url(), day: await day.inputValue() };
  for (const { link, top, day: before } of left.toReversed()) {
    await goBy(page, -1);
    await expect(day).toHaveValue(before);
    await expect(link).toBeInViewport();
    // A page is scrolled by whole pixels.
    await expect.poll(async () => Math.abs((await topOf(link)) - top)).toBeLessThanOrEqual(1);
    await expect(link).toBeFocused();
  }
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('');
  expect([await viewBox(), await day.inputValue()]).toEqual([opening, openingDay]);
  await goBy(page, left.length);
  await expect(page).toHaveURL(last.url);
  await expect(day).toHaveValue(last.day);
  await expect(frame).toBeFocused();
  await expect(frame).toBeInViewport({ ratio: 1 });
  // An address that is typed or pasted leads to the map, from anywhere.
  await page.evaluate(() => scrollTo(0, 5000));
  await expect(frame).not.toBeInViewport();
  await page.evaluate(() => location.assign('#map=10/39.7/46.5&day=2021-06-01&focus=none&layers=areas'));
  await expect(day).toHaveValue('2021-06-01');
  await expect(frame).toBeInViewport({ ratio: 1 });
  await goBy(page, -1);
  await expect(day).toHaveValue(last.day);
  await expect(frame).not.toBeInViewport();
});

test('goes back over a chapter, and over a view that was come to twice, to each as it was left', async ({ page }) => {
  const frame = page.locator('.map-frame');
  const day = page.getByLabel('Date');
  await expect(page.getByRole('application')).toBeVisible();
  const opening = await day.inputValue();
  await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Timeline' }).click();
  await expect(page.locator('#events')).toBeInViewport();
  const links = page.locator('.booklet-chapter > p > .to-map');
  const [first, between, again, last] = [links.nth(3), links.nth(11), links.nth(7), links.nth(13)];
  // One more link to the first view.
  await again.evaluate((one, hash) => one.setAttribute('href', hash), (await first.getAttribute('href')) ?? '');
  const pressed = [first, between, again, last];
  const days: string[] = [];
  for (const link of pressed) {
    days.push(await day.inputValue());
    await link.press('Enter');
    await expect(frame).toBeFocused();
  }
  for (const link of pressed.toReversed()) {
    await goBy(page, -1);
    await expect(link).toBeFocused();
    await expect(day).toHaveValue(days.pop() ?? '');
  }
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('#events');
  await expect(day).toHaveValue(opening);
});

test('keeps the map as the reader moved it when a note is followed and left', async ({ page }) => {
  const day = page.getByLabel('Date');
  await expect(page.getByRole('application')).toBeVisible();
  await day.fill('2021-06-01');
  for (const begun of ['', 'map=10/39.7/46.5&day=2022-12-12&focus=none&layers=areas']) {
    await page.evaluate((hash) => hash && location.assign(`#${hash}`), begun);
    await expect(day).toHaveValue(begun ? '2022-12-12' : '2021-06-01');
    await day.fill('2021-06-01');
    const note = page.locator('#what-the-corridor-was-p1 sup a').first();
    await note.click();
    await expect(page.locator('li:target')).toBeInViewport();
    await goBy(page, -1);
    await expect(note).toBeInViewport();
    await expect(day).toHaveValue('2021-06-01');
  }
});

test('leads by Tab to the marks that are seen, and to no other, and the page stays where it is', async ({ page }) => {
  const frame = page.locator('.map-frame');
  await expect(page.getByRole('application')).toBeVisible();
  /** The marks that stand in the window of the map, by their events. */
  const seen = (): Promise<(string | undefined)[]> =>
    frame.evaluate((one) => {
      const window = one.getBoundingClientRect();
      return [...one.querySelectorAll<SVGGElement>('.mark')]
        .filter((mark) => {
          const { e: x, f: y } = mark.getScreenCTM() ?? { e: 0, f: 0 };
          return window.left <= x && x <= window.right && window.top <= y && y <= window.bottom;
        })
        .map((mark) => mark.dataset['mark']);
    });
  const reached = async (): Promise<(string | undefined)[]> => {
    await frame.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    await frame.focus();
    const before = await page.evaluate(() => scrollY);
    const marks: (string | undefined)[] = [];
    for (;;) {
      await page.keyboard.press('Tab');
      const mark = await page.evaluate(() => {
        const { activeElement } = document;
        return activeElement?.closest('.map-frame') ? (activeElement as SVGElement).dataset['mark'] : '';
      });
      if (mark === '') return marks;
      marks.push(mark);
      expect(await page.evaluate(() => scrollY), `where the page is, at ${mark}`).toBe(before);
    }
  };
  const first = await seen();
  expect(first.length).toBeGreaterThan(3);
  expect(first.length).toBeLessThan(await frame.locator('.mark').count());
  expect(await reached()).toEqual(first);
  // The map moved: others come into sight.
  await frame.focus();
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowRight');
  const moved = await seen();
  expect(moved).not.toEqual(first);
  expect(await reached()).toEqual(moved);
});

test('can be used by everybody', async ({ page }) => {
  await expect(page.getByRole('application')).toBeVisible();
  // Two hundred sources are like the first few, and axe would take its time over each.
  await page.evaluate(() => {
    for (const one of document.querySelectorAll(
      '.booklet-sources li:nth-child(n + 6), .booklet-chapter > p ~ p ~ p ~ p',
    ))
      one.remove();
  });
  test.setTimeout(120_000);
  expect(await axeFinds(page)).toEqual([]);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test.skip(({ browserName }) => browserName === 'firefox', 'Firefox cannot be kept from running scripts through BiDi');

  test('is text with a still map', async ({ page }) => {
    await expect(page.getByRole('img', { name: /^Map\. 23.April.2023/ })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Next event' })).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible();
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('does not scroll to the side', async ({ page }) => {
    await expect(page.getByRole('application')).toBeVisible();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over).toBeLessThanOrEqual(0);
  });
});
