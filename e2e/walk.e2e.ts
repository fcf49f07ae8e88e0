import type { Locator, Page } from '@playwright/test';
import { wordDay } from '../src/i18n/word-dates.ts';
import { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './fixtures.ts';
import { hold } from './hold.ts';

const WIDE = { width: 1440, height: 900 };
const CHECKPOINT = '#the-checkpoint-p1';

/**
 * Scrolls until a paragraph begins above the reading line, and stays there while what is above it is laid out. By script alone,
 * as Firefox loses a turn of the wheel that meets one.
 */
async function readFrom(paragraph: Locator): Promise<void> {
  await expect(async () => {
    const moved = await paragraph.evaluate(async (p) => {
      const top = (): number => p.getBoundingClientRect().top;
      scrollBy({ top: top() - 0.3 * innerHeight, behavior: 'instant' });
      const before = top();
      for (let frames = 0; frames < 12; frames++) await new Promise(requestAnimationFrame);
      return Math.abs(top() - before);
    });
    expect(moved).toBeLessThanOrEqual(1);
  }).toPass();
}

/** Waits until the map walks with the text, and has been told what is being read. */
async function isWalking(page: Page): Promise<void> {
  await expect(page.locator('corridor-explorer > p[role="status"]:not(.notice)')).toHaveCount(1);
  await page.evaluate(async () => {
    for (let frames = 0; frames < 30; frames++) await new Promise(requestAnimationFrame);
  });
}

/** Returns the day of the view of the last paragraph, or head of a chapter, above the reading line, if it is marked as shown. */
const dayOnMap = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const placeOf = (link: Element): Element | null | undefined =>
      link.closest('p') ?? link.closest('.chapter')?.querySelector('.chapter-head');
    const last = [...document.querySelectorAll<HTMLAnchorElement>('main .to-map')].findLast(
      (link) => (placeOf(link)?.getBoundingClientRect().top ?? Number.NaN) < 0.4 * window.innerHeight,
    );
    return (last && placeOf(last)?.hasAttribute('data-on-map') && /day=([\d-]+)/.exec(last.hash)?.[1]) || 'none';
  });

/** Goes to the closure of December 2022 and asks its first paragraph for its view; returns the link that was pressed. */
async function showClosure(page: Page): Promise<Locator> {
  await page.goto('./#the-closure');
  const link = page.locator('#the-closure-p1').getByRole('link', { name: 'Map, 12 December 2022' });
  // The map walks from now on.
  await expect(page.locator('.story [data-on-map]').first()).toBeVisible();
  await link.press('Enter');
  await expect(page.getByRole('application', { name: /^Map\. 12.December.2022/ })).toBeVisible();
  return link;
}

/** Reads as far as the closure of December 2022 and chooses something else on the map beside it; returns the map. */
async function chooseBesideClosure(explorer: ExplorerPage): Promise<Locator> {
  const { page } = explorer;
  await explorer.open('', '#map=9/39.9/46.9&day=2021-06-01&focus=none');
  await isWalking(page);
  await readFrom(page.locator('#the-closure-p1'));
  const map = page.getByRole('application', { name: /^Map\. 12.December.2022/ });
  await expect(map).toBeVisible();
  await map.getByRole('button', { name: /event/ }).first().press('Enter');
  // The address follows the text too: only what was pressed leads to something else.
  await expect.poll(() => explorer.field('focus')).not.toMatch(/^(none|2022-12-12-road-blocked)$/);
  return map;
}

test.describe('on a wide screen the map walks with the text', () => {
  test.use({ viewport: WIDE });

  test('a step back from an event that was chosen beside the text shows again what the text is about', async ({
    page,
  }) => {
    const explorer = new ExplorerPage(page);
    const map = await chooseBesideClosure(explorer);
    await page.evaluate(() => history.back());
    await expect.poll(() => explorer.field('day')).toBe('2022-12-12');
    await expect(map).toBeVisible();
  });

  test('a step that the browser refused comes later, though the text went on meanwhile', async ({ page }) => {
    await page.clock.install();
    await page.addInitScript(() => {
      const push = history.pushState.bind(history);
      history.pushState = (...args) => {
        if (document.documentElement.dataset['refuses']) throw new DOMException('too many', 'SecurityError');
        push(...args);
      };
    });
    const explorer = new ExplorerPage(page);
    await explorer.open('', '#map=9/39.9/46.9&day=2021-06-01&focus=none');
    await isWalking(page);
    const mark = page.getByRole('application').getByRole('button', { name: /event/ }).first();
    await page.evaluate(() => {
      document.documentElement.dataset['refuses'] = 'yes';
    });
    await mark.press('Enter');
    await readFrom(page.locator('#the-closure-p1'));
    await expect(page.getByRole('application', { name: /^Map\. 12.December.2022/ })).toBeVisible();
    await page.evaluate(() => delete document.documentElement.dataset['refuses']);
    await mark.press('Enter');
    await expect.poll(() => explorer.field('focus')).not.toMatch(/^(none|2022-12-12-road-blocked)$/);
    await page.evaluate(() => history.back());
    await expect.poll(() => explorer.field('day')).toBe('2022-12-12');
    await page.evaluate(() => history.back());
    await expect.poll(() => explorer.field('day')).toBe('2021-06-01');
  });

  test('what is below the map of a chapter keeps its place, and is under the hand, as the map comes and walks', async ({
    page,
  }) => {
    const letGo = await hold(page, '**/live-view.*.js');
    await page.goto('./chapters/the-checkpoint/');
    const first = page.locator(CHECKPOINT);
    await readFrom(first);
    await expect(first).toHaveAttribute('data-on-map', '');
    /** How far below the top of the map each part begins, pixels. */
    const below = (): Promise<number[]> =>
      page.evaluate(() => {
        const top = (part: string): number =>
          document.querySelector(`corridor-explorer ${part}`)?.getBoundingClientRect().top ?? Number.NaN;
        return ['.map-tools', '.said', '.map-credit'].map((part) => top(part) - top('corridor-map'));
      });
    const before = await below();
    const isKept = async (): Promise<void> => {
      for (const [i, now] of (await below()).entries()) expect(now).toBeCloseTo(before[i] ?? Number.NaN, 0);
    };
    letGo();
    const map = page.getByRole('application', { name: /^Map\. 23.April.2023/ });
    await expect(map).toBeVisible();
    const chosen = page.getByRole('region', { name: 'Chosen on the map' });
    await expect(chosen.getByRole('link')).toHaveText('Azerbaijan sets up a checkpoint at the Hakari bridge');
    await isKept();
    await readFrom(page.locator('main p:has(.to-map)').last());
    await expect(first).not.toHaveAttribute('data-on-map');
    await expect(map).toBeHidden();
    await isKept();
  });

  test('it shows the view of the paragraph that is being read, and the address stays the reader’s', async ({
    page,
  }) => {
    await page.clock.install();
    await page.goto('./#the-checkpoint');
    const paragraph = page.locator(CHECKPOINT);
    await readFrom(paragraph);
    const map = page.getByRole('application', { name: /^Map\. 23.April.2023/ });
    await expect(map).toBeVisible();
    await expect(
      page.getByRole('link', { name: 'Azerbaijan sets up a checkpoint at the Hakari bridge' }),
    ).toBeVisible();
    expect(new URL(page.url()).hash).toBe('#the-checkpoint');
    // Where the paragraph stands in the window: what is laid out above it may change how far that is down the page.
    const top = (): Promise<number> => paragraph.evaluate((p) => p.getBoundingClientRect().top);
    const before = await top();
    await page.clock.runFor(2000);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(Math.abs((await top()) - before), 'the text moves by the reader’s hand only').toBeLessThanOrEqual(1);
  });

  test('a paragraph’s own link shows its view by key', async ({ page }) => {
    const link = await showClosure(page);
    await expect(page.locator('#the-closure-p1')).toHaveAttribute('data-on-map', '');
    await expect(link).toBeFocused();
    // What is chosen changes with the text, and is not read out amid it.
    const chosen = page.getByRole('region', { name: 'Chosen on the map' });
    await expect(chosen).not.toBeEmpty();
    await expect(chosen).not.toHaveAttribute('aria-live', /polite|assertive/);
  });

  test('what is shared is what the map shows', async ({ page }) => {
    await showClosure(page);
    await page.getByRole('button', { name: 'Share …' }).click();
    await expect(page.getByRole('dialog').getByRole('textbox').first()).toHaveValue(/day=2022-12-12/);
  });

  test('an address of a view is that of what the map shows, also when the text goes on', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('', '#map=10/39.68/46.6&day=2020-11-10&focus=lachin&layers=roads,places,events');
    await isWalking(page);
    await readFrom(page.locator(CHECKPOINT));
    await expect(page.getByRole('application', { name: /^Map\. 23.April.2023/ })).toBeVisible();
    await expect.poll(() => explorer.field('day')).toBe('2023-04-23');
  });

  for (const path of ['', 'chapters/the-checkpoint/', 'chapters/september-2023/'])
    test(`a view that a link to /${path} names stays until the reader goes on`, async ({ page }) => {
      const explorer = new ExplorerPage(page);
      await explorer.open(path, '#map=11/39.57/46.58&day=2021-06-01&focus=lachin&layers=roads,places,events');
      await isWalking(page);
      expect(explorer.field('day')).toBe('2021-06-01');
      await expect(page.getByRole('application', { name: /^Map\. 1.June.2021/ })).toBeVisible();
      await readFrom(page.locator('main p:has(.to-map)').last());
      await expect.poll(() => explorer.field('day')).not.toBe('2021-06-01');
    });

  test('what was chosen amid the text is still chosen when the page is loaded again', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await chooseBesideClosure(explorer);
    const chosen = explorer.field('focus');
    await page.reload();
    await expect(explorer.live).toBeVisible();
    await isWalking(page);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(400);
    expect(explorer.field('focus')).toBe(chosen);
  });

  test('what is chosen stands within the map, however many events there are at a place', async ({ page }) => {
    await new ExplorerPage(page).open(
      '',
      '#map=10/39.68/46.6&day=2026-06-01&focus=hakari-bridge&layers=roads,places,events',
    );
    const bottomOf = (selector: string): Promise<number> =>
      page
        .locator(selector)
        .first()
        .evaluate((part) => part.getBoundingClientRect().bottom);
    await expect(page.locator('.chosen li').nth(9)).toBeAttached();
    expect(await bottomOf('.explorer-map .chosen')).toBeLessThan(await bottomOf('corridor-map'));
  });

  test('a legend that is open follows the map', async ({ page }) => {
    await showClosure(page);
    await page.getByRole('link', { name: 'Legend' }).click();
    const legend = page.getByRole('dialog', { name: 'Legend' });
    const sitIn = legend.getByText(/^Sit-in, /);
    const checkpoint = legend.getByText(/^Checkpoint, from /);
    await expect(sitIn).toBeVisible();
    await expect(checkpoint).toBeHidden();
    await readFrom(page.locator(CHECKPOINT));
    await expect(checkpoint).toBeVisible();
  });

  test('a step back from the contents finds map and paragraph as they were', async ({ page }) => {
    await page.goto('./');
    const paragraph = page.locator('#the-closure-p1');
    await expect(async () => {
      await readFrom(paragraph);
      await expect(page.getByRole('application', { name: /^Map\. 12.December.2022/ })).toBeVisible({ timeout: 2000 });
    }).toPass();
    await page.locator('.reading-bar').getByRole('link', { name: 'Contents' }).press('Enter');
    await expect(page).toHaveURL(/#contents$/);
    await page.evaluate(() => void setTimeout(() => history.back(), 50));
    await expect(page).not.toHaveURL(/#contents$/);
    // Whichever paragraph comes to stand at the reading line, the map shows its view.
    await expect(async () => {
      const link = page.locator('.story [data-on-map] .to-map').first();
      const day = /Map, (.*)/.exec((await link.textContent({ timeout: 1000 })) ?? '')?.[1] ?? 'none';
      const map = page.getByRole('application', { name: new RegExp(`^Map\\. ${day.replace(/\s/g, '.')}`) });
      await expect(map).toBeVisible({ timeout: 1000 });
    }).toPass();
  });

  test('loaded again amid the text, the page shows the view that it showed, also between two paragraphs with one', async ({
    page,
  }) => {
    await page.goto('./');
    const onMap = page.locator('main [data-on-map]');
    const map = page.getByRole('application');
    for (const nth of [6, 11, 16]) {
      const place = page.locator('.story .chapter p:not(:has(.to-map))').nth(nth);
      // What is laid out on the way moves the rest: the same place in the text, wherever that comes to be.
      await expect(async () => {
        await place.evaluate((p) => p.scrollIntoView({ block: 'start', behavior: 'instant' }));
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        await expect(place).toBeInViewport({ timeout: 500 });
        // The map has come where the text is: what it shows is no view that it is about to leave.
        const day = await dayOnMap(page);
        expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
        await expect(map).toHaveAttribute('aria-label', new RegExp(`^Map\\. ${wordDay(day)}`), { timeout: 500 });
      }).toPass();
      const [id, name] = [await onMap.getAttribute('id'), await map.getAttribute('aria-label')];
      await page.reload();
      await expect(onMap).toHaveAttribute('id', id ?? '');
      await expect(map).toHaveAttribute('aria-label', name ?? '');
    }
  });

  test('a link that leads to the map beside the text says that it has', async ({ page }) => {
    await page.goto('./');
    const link = page.getByRole('link', { name: 'Map, 12 December 2022' }).first();
    await expect(page.locator('corridor-explorer > [role=status]')).toBeAttached();
    await link.press('Enter');
    await expect(page.locator('corridor-explorer > [role=status]')).toHaveText(
      'Beside the text now: Map, 12 December 2022',
    );
    await expect(page.getByRole('application', { name: /^Map\. 12.December.2022/ })).toBeVisible();
  });

  test('a jump to a chapter shows its view, whatever lies between', async ({ page }) => {
    await page.goto('./');
    const chapters = page.getByRole('navigation', { name: 'Chapters' });
    for (const name of ['What came after, and where things stand', 'The calls and the talks', 'Before 2020']) {
      await chapters.getByRole('link', { name }).press('Enter');
      await expect(page.getByRole('region', { name }).locator('[data-on-map]')).toHaveCount(1);
    }
  });

  test('the caption of a chapter says what its map shows as it follows the text', async ({ page }) => {
    await page.goto('./chapters/the-closure/');
    const caption = page.locator('.map-caption');
    await expect(caption).toHaveText(/^The situation on 15.January.2023/);
    await readFrom(page.getByRole('link', { name: 'Map, 12 December 2022' }).first());
    await expect(page.getByRole('application', { name: /^Map\. 12.December.2022/ })).toBeVisible();
    await expect(caption).toHaveText(/^12.December.2022\. The road/);
    await readFrom(page.getByRole('link', { name: 'Map, 25 March 2023' }).first());
    await expect(caption).toHaveText(/^25.March.2023\. The road/);
  });

  test('back at the top it shows the opening view again', async ({ page }) => {
    await showClosure(page);
    await expect(async () => {
      // Chapters that come into sight may still move the page while it is being laid out.
      await page.keyboard.press('Control+Home');
      await expect(page.getByRole('application', { name: /^Map\. 23.April.2023/ })).toBeVisible({ timeout: 1500 });
    }).toPass();
  });
});

test('the map walks with the text when a tablet is turned, and no more when it is turned back', async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 1200 });
  await page.goto('./#the-closure');
  await page.waitForFunction(() => customElements.get('corridor-explorer'));
  await page.setViewportSize({ width: 1200, height: 800 });
  const paragraph = page.locator('#the-closure-p1');
  await expect(async () => {
    await readFrom(paragraph);
    await expect(page.getByRole('application', { name: /^Map\. 12.December.2022/ })).toBeVisible({ timeout: 2000 });
  }).toPass();
  await page.setViewportSize({ width: 800, height: 1200 });
  await paragraph.getByRole('link', { name: 'Map, 12 December 2022' }).press('Enter');
  await expect(page).toHaveURL(/\/map\/#map=/);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 800 } });

  test('each chapter has its map between its paragraphs, and a paragraph’s link opens the full map', async ({
    page,
  }) => {
    await page.goto('./#the-checkpoint');
    const chapter = page.getByRole('region', { name: 'The checkpoint of 23 April 2023' });
    await expect(chapter.getByRole('img', { name: /^Map\. 15.May.2023/ })).toBeVisible();
    const link = chapter.getByRole('link', { name: 'Map, 23 April 2023' });
    await link.press('Enter');
    await expect(page).toHaveURL(/\/map\/#map=12\/.*day=2023-04-23/);
  });

  test('what is pressed on a map is said in sight', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('button', { name: 'Move the map' }).press('Enter');
    await expect(page.locator('.live-map.is-drawn')).toBeVisible();
    await page
      .locator('corridor-map')
      .first()
      .evaluate((map) => map.scrollIntoView({ block: 'end', behavior: 'instant' }));
    await page
      .getByRole('button', { name: /events? at or about/ })
      .first()
      .press('Enter');
    await expect(page.locator('.chosen').first()).toBeInViewport({ ratio: 0.9 });
    const [tools, chosen] = [
      await page.locator('.map-tools').first().boundingBox(),
      await page.locator('.chosen').first().boundingBox(),
    ];
    expect((chosen?.y ?? 0) - (tools?.y ?? 0) - (tools?.height ?? 0), 'clear of the buttons').toBeGreaterThan(8);
  });
});

test.describe('without scripts', () => {
  test.use({ viewport: WIDE, javaScriptEnabled: false });

  test('each chapter has its own map beside it', async ({ page }) => {
    await page.goto('./#the-checkpoint');
    const chapter = page.getByRole('region', { name: 'The checkpoint of 23 April 2023' });
    const [text, map] = [chapter.locator('#the-checkpoint-p1'), chapter.getByRole('img', { name: /^Map\. / })];
    await expect(map).toBeVisible();
    const [left, right] = [await text.boundingBox(), await map.boundingBox()];
    expect(right?.x ?? 0).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0));
  });
});

test.describe('a long text', () => {
  test('marks no day on the band of the corridor before there was one', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('', '#map=10/39.68/46.6&day=1992-01-01');
    const day = page.locator('.road-strip .strip-day');
    await expect(day).toHaveCSS('visibility', 'hidden');
    await explorer.open('', '#map=10/39.68/46.6&day=2021-06-01');
    await expect(day).toHaveCSS('visibility', 'visible');
  });

  test('says which chapter is being read, and leads back to the contents', async ({ page }) => {
    await page.goto('./#the-closure');
    const bar = page.locator('.reading-bar');
    await expect(bar).toContainText('The closure of December 2022');
    await expect(page.getByRole('navigation', { name: 'Chapters' }).locator('[aria-current]')).toHaveText(
      'The closure of December 2022',
    );
    await bar.getByRole('link', { name: 'Contents' }).press('Enter');
    await expect(page).toHaveURL(/#contents$/);
    await expect(page.getByRole('navigation', { name: 'Chapters' })).toBeInViewport();
    await page.evaluate(() => scrollTo(0, 0));
    await expect(bar).not.toContainText('The closure of December 2022');
  });

  test('offers a link to each paragraph and each heading, also by key', async ({ page }) => {
    await page.goto('./chapters/the-closure/');
    const paragraph = page.locator('#the-closure-p1');
    const offered = paragraph.getByRole('link', { name: 'Link to this paragraph' });
    await expect(async () => {
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await paragraph.getByRole('link').first().focus();
      await expect(offered).toHaveCount(1, { timeout: 300 });
    }).toPass();
    await offered.focus();
    await expect(offered).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#the-closure-p1$/);
  });
});
