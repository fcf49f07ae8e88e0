import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { hold } from './hold.ts';
import { marksOpen } from './marks-open.ts';

test.describe('the legend of a small map', () => {
  test('opens beside the reading, with the signs that can be seen on that map and no others', async ({ page }) => {
    for (const [path, signs, others] of [
      [
        'events/2023-04-23-checkpoint/',
        ['Checkpoint, from 23 April 2023', 'Pale core: closed to ordinary traffic', 'Ring: what the page is about'],
        [
          'Held by Armenian forces, to 2020',
          'Azerbaijan’s districts before December 2023',
          'Core of fine bars: no passage on record',
        ],
      ],
      [
        'chapters/before-2020/',
        ['Former autonomous oblast'],
        ['Checkpoint, from 23 April 2023', 'Run by the de facto authorities', 'Pale core: closed to ordinary traffic'],
      ],
    ] as const) {
      await page.goto(`./${path}`);
      await marksOpen(page);
      const link = page.getByRole('link', { name: 'Legend' });
      await link.focus();
      await page.keyboard.press('Enter');
      const panel = page.getByRole('dialog', { name: 'Legend' });
      await expect(panel.getByRole('heading', { name: 'Legend' })).toBeFocused();
      for (const sign of signs) await expect(panel.getByText(sign), `${path}: ${sign}`).toBeVisible();
      for (const sign of others) await expect(panel.getByText(sign), `${path}: ${sign}`).toBeHidden();
      // The map stays in sight beside the panel, or above it.
      const [over, map] = [await panel.boundingBox(), await page.locator('corridor-map').boundingBox()];
      expect(over && map && (over.x + over.width <= map.x || map.y + map.height <= over.y)).toBe(true);
      await expect(page.locator('corridor-map')).toBeInViewport();
      await page.keyboard.press('Escape');
      await expect(link).toBeFocused();
    }
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the legend of a small map is a page', async ({ page }) => {
    await page.goto('./places/lachin/');
    await page.getByRole('link', { name: 'Legend' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Legend of the maps' })).toBeVisible();
    await expect(page.getByText('Core of long dashes: one way out, to Armenia')).toBeVisible();
  });
});

test.describe('a citation', () => {
  test('opens its source beside the reading, and the reader goes on where they were', async ({ page }) => {
    await page.goto('./events/2023-04-23-checkpoint/');
    const mark = page.locator('.event-body sup.cite a').first();
    const number = await mark.textContent();
    await marksOpen(page);
    await mark.focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', { name: `Source ${number}` });
    await expect(panel).toBeVisible();
    await expect(panel.getByRole('heading', { name: `Source ${number}` })).toBeFocused();
    await expect(panel).toContainText(/(Primary text|Report|Reference work)/);
    await expect(panel).toContainText(/publisher is: /);
    await expect(panel).toContainText(/read in (full|part)/);
    await expect(panel).toContainText(/\d+ passages? on \d+ pages? rests? on it:/);
    await expect(page).toHaveURL(/\/events\/2023-04-23-checkpoint\/$/);
    // The sentence stays in sight beside the panel, or above it.
    const [over, of] = [await panel.boundingBox(), await mark.boundingBox()];
    expect(of && over && (of.x + of.width <= over.x || of.y + of.height <= over.y)).toBe(true);
    await expect(mark).toBeInViewport();
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await expect(mark).toBeFocused();
  });

  test('shows another source when another mark is pressed, and closes by its button', async ({ page }) => {
    await page.goto('./positions/checkpoint-lawful/');
    await marksOpen(page);
    const marks = page.locator('.positions sup.cite a');
    for (const at of [0, 1]) {
      const mark = marks.nth(at);
      await mark.focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog', { name: `Source ${await mark.textContent()}` })).toBeVisible();
    }
    await page.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  for (const [end, answer] of [
    ['comes late', undefined],
    ['cannot be had', { status: 404, body: 'Not found.' }],
  ] as const)
    test(`gives way to the mark pressed after it where its source ${end}`, async ({ page, guard }) => {
      guard.expected.push(/Failed to load resource/);
      await page.goto('./positions/checkpoint-lawful/');
      await marksOpen(page);
      const [first, second] = [0, 1].map((at) => page.locator('.positions sup.cite a').nth(at)) as [Locator, Locator];
      const id = (await first.getAttribute('href'))?.split('#')[1] ?? '';
      const isLate = (url: URL | string): boolean => String(url).endsWith(`/sources/${id}.json`);
      const release = await hold(page, isLate, (route) => (answer ? route.fulfill(answer) : route.continue()));
      await first.press('Enter');
      await second.press('Enter');
      const panel = page.getByRole('dialog', { name: `Source ${await second.textContent()}` });
      await expect(panel).toBeVisible();
      const late = page.waitForResponse((response) => isLate(response.url()));
      release();
      await (await late).body();
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      await expect(panel).toBeVisible();
      await expect(second).toHaveAttribute('data-open');
      await expect(first).not.toHaveAttribute('data-open');
      await expect(page).toHaveURL(/\/positions\/checkpoint-lawful\/$/);
    });

  test('does not call back a reader who has gone to another page meanwhile', async ({ page, guard }) => {
    guard.expected.push(/Failed to load resource/);
    const release = await hold(page, /sources\/[^/]*\.json/, (route) => route.fulfill({ status: 404 }));
    const slow = await hold(page, /\/glossary\/$/);
    await page.goto('./positions/checkpoint-lawful/');
    await marksOpen(page);
    await page.locator('.positions sup.cite a').first().press('Enter');
    const away = page.waitForRequest(/\/glossary\/$/);
    await page
      .getByRole('link', { name: 'Terms and names' })
      .evaluate((link: HTMLElement) => void setTimeout(() => link.click(), 20));
    await away;
    // The source fails while the other page is on its way.
    release();
    // Not the page's own time: it waits for the other one.
    await new Promise((resolve) => setTimeout(resolve, 300));
    slow();
    await page.waitForURL(/\/glossary\/$/);
    await expect(page.getByRole('heading', { level: 1, name: 'Terms and names' })).toBeVisible();
  });

  test('is a link to the list where its source cannot be had', async ({ page, guard }) => {
    guard.expected.push(/Failed to load resource/);
    await page.route('**/sources/*.json', (route) => route.fulfill({ status: 404 }));
    await page.goto('./positions/checkpoint-lawful/');
    await marksOpen(page);
    const mark = page.locator('.positions sup.cite a').first();
    const target = await mark.getAttribute('href');
    await mark.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${target}`);
    await expect(page.locator(':target')).toBeVisible();
  });
});

test.describe('the list of sources', () => {
  test('leads from a source to the passage that rests on it', async ({ page }) => {
    await page.goto('./sources/#meydan-2023-04-checkpoint');
    const entry = page.locator(':target');
    const link = entry.getByRole('link', { name: /wrote that this was not confirmed/ });
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/events\/2023-04-23-checkpoint\/#cite-\d+$/);
    await expect(page.locator(':target')).toBeInViewport();
    await expect(page.locator('p:has(:target)')).toContainText('Meydan TV wrote that this was not confirmed');
  });

  test('shows each entry under the number of its marks, at the width of the page', async ({ page }) => {
    await page.goto('./events/2023-04-23-checkpoint/');
    const mark = page.locator('.event-body sup.cite a').first();
    const [number, target] = [await mark.textContent(), await mark.getAttribute('href')];
    await page.goto(`./sources/#${target?.split('#')[1]}`);
    const entry = page.locator(':target');
    await expect(entry.locator('.source-number')).toHaveText(number ?? '');
    const [list, title] = [
      await page.locator('.source-list').boundingBox(),
      await entry.locator('.source-title').boundingBox(),
    ];
    expect(title?.width ?? 0).toBeGreaterThan((list?.width ?? 0) * 0.7);
  });

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });
    test('is one step from a sentence', async ({ page, guard }) => {
      // Chromium says this of a long page that was shown before the transition to it could begin.
      guard.expected.push(/Transition was aborted because of invalid state/);
      await page.goto('./events/2023-04-23-checkpoint/');
      const mark = page.locator('.event-body sup.cite a').first();
      const [number, target] = [await mark.textContent(), await mark.getAttribute('href')];
      expect(number).toMatch(/^\d+$/);
      await mark.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${target}`);
      await expect(page.locator(':target .source-number')).toHaveText(number ?? '');
      await expect(page.locator(':target')).toContainText('Azerbaijan sets up a checkpoint at the Hakari bridge');
    });
  });
});
