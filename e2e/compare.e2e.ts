import { axeFinds } from './axe.ts';
import { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './fixtures.ts';

const BOTH = '#map=10/39.68/46.6&day=2023-05-10&focus=none&layers=areas,zone,roads,places,events&against=2021-06-01';

test.describe('two days side by side', () => {
  test('are opened by a button and a date, and shared by the address', async ({ page, browser }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', BOTH.replace(/&against.*/, ''));
    await explorer.unfold('Compare');
    await page.getByRole('button', { name: 'Compare with another day' }).click();
    await page.getByLabel('The other day, left of the handle').fill('2019-05-10');
    await expect(explorer.live.locator('.other-day path.control-area')).toHaveCount(1);
    await expect.poll(() => explorer.fragment()).toMatch(/&against=2019-05-10$/);
    const row = page.locator('.legend [data-shows]', { hasText: 'Held by Armenian forces, to 2020' });
    await expect(row).not.toHaveAttribute('hidden');
    const other = await browser.newPage();
    await other.goto(page.url());
    const receiver = new ExplorerPage(other);
    await expect(receiver.live.locator('.other-day path.control-area')).toHaveCount(1);
    await expect(other.getByLabel('The other day, left of the handle')).toHaveValue('2019-05-10');
    await other.close();
    await page.getByRole('button', { name: 'Stop comparing' }).click();
    await expect(explorer.live.locator('.other-day')).toHaveCount(0);
    await expect.poll(() => explorer.fragment()).not.toContain('against');
    await expect(row).toHaveAttribute('hidden');
  });

  test('leave the map where it is where what differs stands below it', async ({ page }) => {
    await page.setViewportSize({ width: 768, height: 1024 });
    await new ExplorerPage(page).open('map/');
    const button = page.getByRole('button', { name: 'Compare with another day' });
    await button.scrollIntoViewIfNeeded();
    await page.evaluate(() => scrollTo(0, 590));
    await button.click();
    await expect(page.getByRole('heading', { name: /^What differs/ })).toBeAttached();
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(await page.evaluate(() => scrollY)).toBe(590);
  });

  test('have one handle, moved by keys, that shows more of the one and less of the other', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', BOTH);
    const handle = page.getByRole('slider', { name: 'Handle between the two days' });
    await handle.focus();
    const shown = (which: string) =>
      page.locator(which).evaluate((svg) => Number(/([\d.]+)%/.exec((svg as SVGElement).style.clipPath)?.[1]));
    const before = [await shown('.other-day'), await shown('.live-map .map-svg:not(.other-day)')];
    for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowRight');
    await expect(handle).toHaveValue('70');
    expect(await shown('.other-day')).toBeLessThan((before[0] ?? 0) - 5);
    expect(await shown('.live-map .map-svg:not(.other-day)')).toBeGreaterThan((before[1] ?? 0) + 5);
    await expect(explorer.live.locator('.compare-day').first()).toHaveText(/1.June.2021/);
    await expect(explorer.live.locator('.compare-day').nth(1)).toHaveText(/10.May.2023/);
    await expect(explorer.live.locator('.other-day .symbol-checkpoint')).toHaveCount(0);
    await expect(explorer.live.locator('.symbol-checkpoint')).toHaveCount(1);
  });

  test('cut no name in half, unless the other day goes on with it', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', BOTH);
    const handle = page.getByRole('slider', { name: 'Handle between the two days' });
    /** The names that can be seen and that the handle crosses, by day: with where they stand. */
    const crossed = (): Promise<string[][]> =>
      page.locator('.live-map .map-svg').evaluateAll((days) => {
        const line = document.querySelector('.compare-line')?.getBoundingClientRect();
        const at = line ? line.left + line.width / 2 : 0;
        return days.map((day) =>
          [...day.querySelectorAll('.labels > text')].flatMap((label) => {
            const { left, right, top } = label.getBoundingClientRect();
            const isSeen = getComputedStyle(label).visibility === 'visible';
            const place = `${label.textContent} ${Math.round(left)} ${Math.round(top)}`;
            return isSeen && left < at && at < right ? [place] : [];
          }),
        );
      });
    let names = 0;
    for (let part = 30; part <= 70; part += 2) {
      await handle.fill(String(part));
      const [one = [], other = []] = await crossed();
      expect(one.toSorted()).toEqual(other.toSorted());
      names += one.length;
    }
    expect(names).toBeGreaterThan(0);
    await handle.fill('50');
    const lachin = explorer.live.locator('.other-day .labels > text', { hasText: /^Lachin/ });
    await expect(lachin).toBeHidden();
    await handle.fill('60');
    await expect(lachin).toBeVisible();
  });

  test('take away no name that nothing covers, and leave none half under what names the days', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', BOTH);
    for (const name of ['Stepanakert', 'Shusha', 'Hakari bridge'])
      await expect(
        explorer.live.locator('.map-svg:not(.other-day) .labels > text', { hasText: name }),
        name,
      ).not.toHaveClass(/is-cut/);
    const handle = page.getByRole('slider', { name: 'Handle between the two days' });
    const half = () =>
      page.evaluate(() => {
        const days = [...document.querySelectorAll('.compare-day')].map((one) => one.getBoundingClientRect());
        // By its letters: the box of a name that runs aslant is far larger, and not the same in every browser.
        const corners = (label: SVGTextElement) =>
          Array.from({ length: label.getNumberOfChars() }, (_, i) => label.getExtentOfChar(i)).flatMap(
            ({ x, y, width, height }) =>
              [0, 1, 2, 3].map((k) =>
                new DOMPoint(x + (k % 2) * width, y + (k > 1 ? height : 0)).matrixTransform(
                  label.getScreenCTM() ?? undefined,
                ),
              ),
          );
        const labels = [...document.querySelectorAll<SVGTextElement>('.live-map .labels > text:not(.is-cut)')];
        return labels.flatMap((label) => {
          const isUnder = corners(label).some(({ x, y }) =>
            days.some((day) => day.left < x && x < day.right && day.top < y && y < day.bottom),
          );
          return isUnder ? [label.textContent] : [];
        });
      });
    for (const part of ['40', '50', '60', '70', '80']) {
      await handle.fill(part);
      expect(await half(), part).toEqual([]);
    }
  });

  test('have a line that is seen in forced colours, and no ring across the map', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'light' });
    await new ExplorerPage(page).open('map/', BOTH);
    await expect(page.locator('.compare-line')).toHaveCSS('background-color', 'rgb(0, 0, 0)');
    const handle = page.getByRole('slider', { name: 'Handle between the two days' });
    await handle.press('ArrowRight');
    await expect(handle).toHaveCSS('outline-style', 'none');
  });

  test('are parted where they were when they are compared again', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', BOTH);
    const handle = page.getByRole('slider', { name: 'Handle between the two days' });
    await handle.fill('70');
    const parted = () => page.locator('.compare').evaluate((box) => box.style.getPropertyValue('--at'));
    await expect.poll(parted).toBe('70%');
    await explorer.unfold('Compare');
    await page.getByRole('button', { name: 'Stop comparing' }).click();
    await expect(handle).toHaveCount(0);
    await page.getByRole('button', { name: 'Compare with another day' }).click();
    await expect(handle).toHaveValue('70');
    await expect.poll(parted).toBe('70%');
  });

  test('keep the other day in its field, where it is cleared', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', BOTH);
    await explorer.unfold('Compare');
    const field = page.getByLabel('The other day, left of the handle');
    await field.fill('');
    await expect(field).toHaveValue('2021-06-01');
    expect(explorer.fragment()).toMatch(/&against=2021-06-01$/);
  });

  test('come with a plain list of what differs', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', BOTH);
    await explorer.unfold('Compare');
    const list = page.locator('[data-part="differences"]');
    await expect(list.getByRole('heading', { name: /What differs between 1.June.2021 and 10.May.2023/ })).toBeVisible();
    await expect(list.getByRole('row', { name: /^What could pass on the road/ })).toContainText(
      'OpenCheckpoint: peacekeepers, aid and patients',
    );
    await expect(list.getByRole('row', { name: /^The way of the road/ })).toContainText('over the Hakari bridge');
    await expect(list.getByRole('heading', { name: /events in between/ })).toBeVisible();
    expect(await axeFinds(page, { within: ['corridor-compare', '.compare'] })).toEqual([]);
    // How much differs is said; the list itself is there to be read, not spoken at each step.
    const said = page.locator('corridor-compare').getByRole('status');
    await expect(said).toHaveText(/^\d+ differences and \d+ events between the two days, listed below\.$/);
    expect(await list.evaluate((element) => element.closest('[aria-live], [role=status]'))).toBeNull();
    await page.getByLabel('Date', { exact: true }).fill('2021-06-01');
    await expect(said).toHaveText('0 differences and 0 events between the two days, listed below.');
    await expect(list).toContainText('Nothing that the map draws differs between these two days.');
  });

  test('leave a reader who is in the list there while the map is moved, and bring who goes back to the button', async ({
    page,
  }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', BOTH.replace(/&against.*/, ''));
    await explorer.unfold('Compare');
    const button = page.getByRole('button', { name: 'Compare with another day' });
    await button.click();
    const link = page.locator('[data-part="differences"]').getByRole('link').first();
    await link.focus();
    const before = explorer.field('map');
    await page.evaluate(() => document.querySelector<HTMLElement>('.leaflet-control-zoom-in')?.click());
    await expect.poll(() => explorer.field('map')).not.toBe(before);
    await expect(link).toBeFocused();
    await page.getByLabel('The other day, left of the handle').focus();
    await page.evaluate(() => void setTimeout(() => history.back(), 50));
    await expect(button).toBeFocused();
  });

  test('answer a press on either side, each of its own day; no stop of the keyboard lies where nothing is seen', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', '#map=9.5/39.68/46.6&day=2023-05-01&focus=none&layers=raope&against=2020-12-01');
    const handle = page.getByRole('slider', { name: 'Handle between the two days' });
    for (let i = 0; i < 40; i++) await handle.press('ArrowRight');
    const at = await explorer.live.evaluate((map) => {
      const { left, width } = map.getBoundingClientRect();
      return left + 0.9 * width;
    });
    const stops = await explorer.live
      .locator('.map-svg:not(.other-day) .mark[tabindex="0"]')
      .evaluateAll((marks) =>
        marks.map((mark) => mark.getBoundingClientRect()).map(({ left, right }) => (left + right) / 2),
      );
    expect(stops.filter((x) => x < at)).toEqual([]);
    await explorer.live.locator('.other-day .mark[data-place="lachin"]').click();
    await expect.poll(() => explorer.field('focus')).toBe('lachin');
    await expect(explorer.live.locator('.other-day .focus-ring')).toHaveCount(1);
    await expect(explorer.live.locator('.other-day .mark[tabindex="0"]')).toHaveCount(0);
    // A spot of open ground beside the marks of the earlier day.
    const box = await explorer.live.boundingBox();
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) * 0.5, (box?.y ?? 0) + (box?.height ?? 0) * 0.3);
    await expect(page.locator('.here')).toContainText('1\u00a0December\u00a02020');
  });

  test('leave who stands on a link of the list in its part, when a step back takes that away', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', BOTH);
    await explorer.unfold('Compare');
    const other = page.getByLabel('The other day, left of the handle');
    await other.fill('2019-05-10');
    await expect(page.getByRole('heading', { name: /What differs between 10.May.2019/ })).toBeVisible();
    await page.locator('[data-part="differences"]').getByRole('link').last().focus();
    await page.evaluate(() => void setTimeout(() => history.back(), 50));
    await expect(page.getByRole('heading', { name: /What differs between 1.June.2021/ })).toBeVisible();
    await expect(other).toBeFocused();
  });

  test('take an impossible other day in its nearest sense, and say so', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', BOTH.replace('2021-06-01', '2021-02-31'));
    await expect(page.getByLabel('The other day, left of the handle')).toHaveValue('2021-02-28');
    await expect(explorer.notice).toContainText('the other day (“2021-02-31”)');
  });
});

test('what differs between two days begins to be read beside the map, in the window of a laptop', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await new ExplorerPage(page).open('map/', BOTH);
  await expect(page.locator('[data-part="differences"]').getByRole('link').first()).toBeInViewport({ ratio: 0.6 });
});

test('the name of the earlier day is clear of what is chosen, on a phone on its side', async ({ page }) => {
  await page.setViewportSize({ width: 740, height: 360 });
  await new ExplorerPage(page).open('map/', BOTH.replace('focus=none', 'focus=lachin'));
  const chosen = await page.getByRole('region', { name: 'Chosen on the map' }).boundingBox();
  const day = await page.locator('.compare-day').first().boundingBox();
  expect((chosen?.x ?? 0) + (chosen?.width ?? 0)).toBeLessThanOrEqual(day?.x ?? 0);
});

test('everything on the map page fits 320 px: the day, two days, the finder, what is here', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const explorer = new ExplorerPage(page);
  await explorer.open('map/', BOTH);
  await page.getByRole('combobox').fill('Sh');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.getByRole('combobox').press('Escape');
  await page.getByRole('application').press('Enter');
  await expect(page.locator('.here')).toBeVisible();
  await page.getByText('The map as a list').click();
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await over()).toBeLessThanOrEqual(0);
  await explorer.unfold('Compare');
  for (const name of ['Previous event', 'Next event', 'Play', 'Stop comparing']) {
    const box = await page.getByRole('button', { name }).boundingBox();
    expect(box?.height, name).toBeGreaterThanOrEqual(24);
    expect((box?.x ?? 0) + (box?.width ?? 0), name).toBeLessThanOrEqual(320);
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a link leads to what changed when', async ({ page }) => {
    await page.goto('./map/');
    await page.getByRole('link', { name: 'What changed when: the periods of the road' }).click();
    await expect(page.getByRole('heading', { name: 'The periods' })).toBeVisible();
  });
});
