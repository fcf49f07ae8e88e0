import { metresPerPixel } from '../src/model/projection.ts';
import { namedView, openingView, viewOf } from '../src/model/views.ts';
import type { View } from '../src/share/view.ts';
import { world } from './content.ts';
import { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './fixtures.ts';

test.describe('on paper', () => {
  test('the map stands with its legend, its sentence, its credit and the address of the view; no controls', async ({
    page,
  }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', '#map=11/39.6/46.55&day=2022-10-01&focus=none&layers=zone,roads,places');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.print-address')).toHaveText(/\/map\/#map=11\/39\.6\/46\.55&day=2022-10-01/);
    await expect(page.locator('.said')).toContainText('over the Hakari bridge and a temporary link');
    await expect(page.locator('.map-credit')).toContainText('OpenStreetMap contributors (ODbL)');
    await expect(page.getByText(/^Old road through Lachin \(within 60.m/)).toBeVisible();
    for (const gone of ['.leaflet-control-zoom', 'corridor-day', '.map-tools', 'place-finder', '.site-head nav'])
      await expect(page.locator(gone)).toBeHidden();
    await expect(page.getByRole('img', { name: 'North is up' })).toBeVisible();
    await expect(page.locator('.map-panel .event-list')).toBeHidden();
  });

  test('the map has the width of the sheet, with all that was on the screen', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await new ExplorerPage(page).open('map/');
    const map = page.locator('.live-map');
    const screen = await map.boundingBox();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    // A4 between its margins.
    await page.setViewportSize({ width: 718, height: 1000 });
    await expect.poll(async () => Math.round((await map.boundingBox())?.width ?? 0)).toBe(700);
    const paper = await map.boundingBox();
    expect((paper?.height ?? 0) / 700).toBeCloseTo((screen?.height ?? 0) / (screen?.width ?? 1), 1);
    const [frame, words] = [
      await page.locator('corridor-map').boundingBox(),
      await page.locator('.said').boundingBox(),
    ];
    expect(words?.y).toBeLessThan((frame?.y ?? 0) + (frame?.height ?? 0) + 60);
  });

  test('the map takes its list of events along if it is open', async ({ page }) => {
    // In a narrow window the list is a sheet over the map.
    await page.setViewportSize({ width: 1280, height: 900 });
    const explorer = new ExplorerPage(page);
    await explorer.open('map/');
    await explorer.unfold('Events');
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.map-panel .event-list')).toBeVisible();
  });

  test('the road keeps its calendar, its answer and its table', async ({ page }) => {
    await page.goto('./road/#day=2023-06-18');
    await expect(page.getByText('Was the road open on 18 June 2023?')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('slider', { name: 'Day' })).toBeVisible();
    await expect(page.locator('.road-periods')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Copy link to this answer' })).toBeHidden();
  });

  test('each period of the road is a card as wide as the sheet, with its days named', async ({ page }) => {
    // A4 between its margins.
    await page.setViewportSize({ width: 718, height: 1000 });
    await page.goto('./road/');
    await page.emulateMedia({ media: 'print' });
    const periods = page.locator('.road-periods tbody tr');
    expect(await periods.count()).toBeGreaterThan(10);
    const cards = await periods.evaluateAll((rows) =>
      rows.map((row) => {
        const [box, days] = [row.getBoundingClientRect(), row.querySelector<HTMLElement>('.number')];
        const cells = [...row.children].map((cell) => cell.getBoundingClientRect());
        return {
          isInSheet: cells.every(({ left, right }) => left >= 0 && right <= innerWidth),
          isCard: cells.some(({ left, width }) => left === box.left && width > 0.9 * box.width),
          days: days?.innerText.trim() ?? '',
          begun:
            row.querySelector('a[href*="/events/"]') === null || (row as HTMLElement).innerText.includes('Begun by'),
        };
      }),
    );
    expect(cards.filter(({ isInSheet, isCard, begun }) => !isInSheet || !isCard || !begun)).toEqual([]);
    for (const { days } of cards) expect(days).toMatch(/^(?:1\sday|(?!1\s)[\d,]+\sdays)$/);
  });

  for (const [width, height] of [
    [718, 1000],
    [1047, 700],
  ] as const)
    test(`nothing stays in sight that does so on a screen, on a sheet of ${width} × ${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      for (const path of [
        '',
        'timeline/',
        'road/',
        'road/2023-06-15-hakari-clash/',
        'sources/',
        'chapters/the-closure/',
        'events/2023-04-23-checkpoint/',
        'positions/checkpoint-lawful/',
      ]) {
        await page.goto(`./${path}`);
        const drive = page.locator('.road-drive input').first();
        if (path === 'road/') await drive.focus();
        await page.emulateMedia({ media: 'print' });
        const stays = await page.evaluate(() =>
          [...document.querySelectorAll('body *')]
            .filter((part) => /^(?:sticky|fixed)$/.test(getComputedStyle(part).position) && part.checkVisibility())
            .map((part) => `${part.localName}.${part.className}`),
        );
        expect([...new Set(stays)], `/${path}`).toEqual([]);
        await page.emulateMedia({ media: 'screen' });
      }
    });

  test('two days keep their names and the line between them, which are grounds that browsers leave out', async ({
    page,
  }) => {
    await new ExplorerPage(page).open('map/', '#map=10/39.68/46.6&day=2022-09-15&focus=none&against=2021-06-01');
    await page.emulateMedia({ media: 'print' });
    const parts = page.locator(':is(.compare-day, .compare-line)');
    await expect(parts).toHaveCount(3);
    for (const part of await parts.all()) {
      await expect(part).toBeVisible();
      await expect(part).toHaveCSS('print-color-adjust', 'exact');
    }
  });
});

test.describe('how exact the map is', () => {
  test('is said for every line, with whose view a disputed one follows', async ({ page }) => {
    await page.goto('./about/#map');
    const table = page.getByRole('region', { name: 'How exact each line is' });
    await expect(table.getByRole('row')).toHaveCount(1 + world.features.length);
    const area = table.getByRole('row', { name: /^Area with Russian peacekeepers/ });
    await expect(area).toContainText('4 km, approximate');
    await expect(area).toContainText('Neither side.');
    await page.goto('./places/hakari-bridge/');
    await expect(page.getByRole('row', { name: /^Disputed/ })).toContainText('not demarcated');
  });

  const stills: readonly (readonly [path: string, view: View | undefined])[] = [
    ['', openingView(world)],
    ['events/2023-04-23-checkpoint/', viewOf(world, '2023-04-23-checkpoint')],
    ['places/yerevan/', viewOf(world, 'yerevan')],
    ['places/hakari-bridge/', viewOf(world, 'hakari-bridge')],
    ...world.views.slice(0, 3).map((one) => [`views/${one.id}/`, namedView(world, one)] as const),
  ];
  for (const [path, view] of stills)
    test(`stands on the still map of /${path} as a scale, true to its zoom`, async ({ page }) => {
      if (!view) throw new Error(`nothing in content/ has the view of /${path}`);
      await page.goto(`./${path}`);
      const scale = page.getByRole('img', { name: /^Scale: / }).first();
      await expect(scale).toBeVisible();
      const [, number = '', unit] =
        /^Scale: ([\d.]+).(km|m)$/.exec((await scale.getAttribute('aria-label')) ?? '') ?? [];
      const metres = Number(number) * (unit === 'km' ? 1000 : 1);
      const drawn = await scale
        .locator('path')
        .evaluate((bar: SVGPathElement) => bar.getBBox().width * (bar.getScreenCTM()?.a ?? 0));
      expect(Math.abs(drawn - metres / metresPerPixel(view.lat, view.zoom))).toBeLessThanOrEqual(1);
      const north = await page.getByRole('img', { name: 'North is up' }).first().boundingBox();
      expect(north?.height).toBeGreaterThan(20);
    });
});
