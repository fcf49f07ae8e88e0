import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { parse } from 'yaml';
import type { ChartEntry } from '../src/schema/content.ts';
import { axeFinds, STRICT } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { wordsOver } from './overlaps.ts';
import { typefacesOn } from './typefaces-on.ts';

/** The charts as their authors wrote them, and the chapter that shows each. */
const CHARTS = [
  { id: 'aid-trucks-2023', chapter: 'september-2023' },
  { id: 'arrivals-2023', chapter: 'september-2023' },
  { id: 'court-orders', chapter: 'what-came-after' },
  { id: 'road-heights', chapter: 'how-the-road-ran-and-moved' },
].map(({ id, chapter }) => ({
  id,
  chapter,
  ...(parse(readFileSync(`content/charts/${id}.yaml`, 'utf8')) as Omit<ChartEntry, 'rows'> & {
    rows?: readonly { reads: string; value?: number; who: string; sources: readonly string[] }[];
  }),
}));
const plain = (text: string): string => text.replaceAll("'", '’');

const figureOf = (page: Page, title: string): Locator =>
  page.getByRole('figure').filter({ has: page.getByText(plain(title), { exact: true }) });

test.describe('a picture of numbers', () => {
  for (const { id, title, gist, rows = [], form } of CHARTS)
    test(`is found by what it tells, with its numbers as a table: ${id}`, async ({ page }) => {
      await page.goto('./figures/');
      await expect(page.getByRole('img', { name: plain(gist) })).toBeVisible();
      const figure = figureOf(page, title);
      for (const { reads } of rows) await expect(figure.locator('.chart-picture')).toContainText(plain(reads));
      const table = figure.getByRole('table', { name: plain(title) });
      await expect(table).toBeHidden();
      await figure.getByText('The numbers as a table').press('Enter');
      await expect(table).toBeVisible();
      const written = table.getByRole('row').filter({ has: page.getByRole('rowheader') });
      if (form === 'profile') {
        await expect(written).toHaveCount(15);
        await expect(table.getByRole('row', { name: /^Hakari bridge/ })).toContainText('about 850');
        return;
      }
      await expect(written).toHaveCount(rows.length);
      for (const [i, { reads, who, value, sources }] of rows.entries()) {
        await expect(written.nth(i)).toContainText(plain(reads));
        await expect(written.nth(i)).toContainText(plain(who));
        await expect(written.nth(i).locator('.cite a')).toHaveCount(sources.length);
        if (form === 'units')
          await expect(written.nth(i).getByRole('cell').nth(1)).toHaveText(
            value === undefined ? 'not given' : String(value),
          );
      }
    });

  test('draws a square for each truck', async ({ page }) => {
    await page.goto('./figures/');
    const trucks = CHARTS.find(({ id }) => id === 'aid-trucks-2023')?.rows?.flatMap(({ value }) => value ?? []) ?? [];
    const drawn = await page
      .locator('#aid-trucks-2023 .chart-row .chart-squares')
      .evaluateAll((all) => all.map((one) => one.innerHTML.split(/M\d/).length - 1));
    expect(drawn).toEqual(trucks);
  });

  test('draws a bar as long as its count, on the scale above it, at every width', async ({ page }) => {
    await page.goto('./figures/');
    const counts = CHARTS.find(({ id }) => id === 'arrivals-2023')?.rows?.map(({ value = 0 }) => value) ?? [];
    for (const width of [320, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const [bars, lines] = await page.locator('#arrivals-2023').evaluate((figure) =>
        ['.bar', '.chart-lines line'].map((part) =>
          [...figure.querySelectorAll(part)].map((one) => {
            const { left, right } = one.getBoundingClientRect();
            // The width of a line's stroke is part of its box in Firefox.
            return part === '.bar' ? { left, right } : { left: (left + right) / 2, right };
          }),
        ),
      );
      const [none, , most] = lines ?? [];
      const scale = ((most?.left ?? 0) - (none?.left ?? 0)) / 100_000;
      expect(bars?.length).toBe(counts.length);
      for (const [i, { left, right }] of (bars ?? []).entries()) {
        expect(left).toBeCloseTo(none?.left ?? 0, 0);
        expect(Math.abs(right - left - (counts[i] ?? 0) * scale)).toBeLessThan(1);
      }
    }
  });

  for (const { title, gist, chapter, id, form } of CHARTS)
    test(`stands in its chapter and in the explainer, with a way to its table: ${id}`, async ({ page }) => {
      await page.goto(`./chapters/${chapter}/`);
      await expect(page.getByRole('img', { name: plain(gist) })).toBeVisible();
      await figureOf(page, title).getByText('The numbers as a table').press('Enter');
      await expect(page.getByRole('table', { name: plain(title) })).toBeVisible();
      await page.goto('./');
      // Of a large one only the name stands there.
      const isSmall = form === 'bars' || form === 'axis';
      if (isSmall) await expect(figureOf(page, title).getByRole('img', { name: plain(gist) })).toBeVisible();
      const way = isSmall
        ? figureOf(page, title).getByRole('link', { name: 'The numbers as a table' })
        : page.getByRole('link', { name: plain(title), exact: true });
      await way.press('Enter');
      await expect(page).toHaveURL(new RegExp(`/figures/#${id}$`));
    });

  test('has words that keep clear of each other and are never small, at every width', async ({ page }) => {
    await page.goto('./figures/');
    // The letters of a system, which stand there first, are taller in their boxes.
    await typefacesOn(page);
    for (const width of [320, 360, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      for (const { title } of CHARTS) {
        const figure = figureOf(page, title);
        expect(await wordsOver(figure.locator('.chart-picture')), `${title} at ${width} px`).toEqual([]);
        const smallest = await figure
          .locator('.chart-picture :is(p, span, small, strong, text)')
          .evaluateAll((all) => Math.min(...all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize))));
        expect(smallest, title).toBeGreaterThanOrEqual(12);
        const over = await figure
          .locator('.chart-picture')
          .evaluate((picture) => picture.scrollWidth - picture.clientWidth);
        expect(over, `${title} at ${width} px`).toBeLessThanOrEqual(0);
      }
    }
  });

  test('draws both roads on one scale', async ({ page }) => {
    await page.goto('./figures/');
    const [old, late] = await page
      .locator('#road-heights .profile')
      .evaluateAll((all) =>
        all.map((one) =>
          [...one.querySelectorAll('text')].map((text) => [text.textContent?.trim(), text.getAttribute('x')]),
        ),
      );
    const scale = (texts: typeof old) => texts?.filter(([words]) => /\d (?:km|m)$/.test(words ?? ''));
    expect(scale(old)?.length).toBe(7);
    expect(scale(old)).toEqual(scale(late));
  });

  for (const media of [{ colorScheme: 'dark' }, { forcedColors: 'active' }, { media: 'print' }] as const)
    test(`keeps its shapes with ${JSON.stringify(media)}`, async ({ page }) => {
      await page.emulateMedia(media);
      await page.goto('./figures/');
      for (const shape of [
        '#arrivals-2023 .bar',
        '#aid-trucks-2023 .passed path',
        '#court-orders .chart-time circle',
      ]) {
        const [fill, ground] = await page
          .locator(shape)
          .first()
          .evaluate((one) => [getComputedStyle(one).fill, getComputedStyle(document.body).backgroundColor]);
        expect(fill, shape).not.toBe(ground);
      }
      const open = page.locator('#aid-trucks-2023 .stopped path').first();
      expect(await open.evaluate((one) => getComputedStyle(one).fill), 'open squares').toBe('none');
      if ('media' in media) await expect(page.getByRole('table').first()).toBeVisible();
    });

  test('has nothing that axe finds with its table open', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto('./figures/');
    for (const summary of await page.getByText('The numbers as a table').all()) await summary.press('Enter');
    expect(await axeFinds(page, { within: ['.charts'], tags: STRICT })).toEqual([]);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the pictures and their tables are there', async ({ page }) => {
    await page.goto('./figures/');
    for (const { title, gist } of CHARTS) {
      await expect(page.getByRole('img', { name: plain(gist) })).toBeVisible();
      await figureOf(page, title).getByText('The numbers as a table').press('Enter');
      await expect(page.getByRole('table', { name: plain(title) })).toBeVisible();
    }
  });
});
