import sharp from 'sharp';
import { toLonLat, toPixels } from '../src/model/projection.ts';
import { ExplorerPage, SIT_IN } from './explorer-page.ts';
import { expect, test } from './fixtures.ts';
import { hold } from './hold.ts';
import { typefacesOn } from './typefaces-on.ts';

test.describe('the live map', () => {
  test('takes the still map’s place without moving a label or the page', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    const release = await hold(page, '**/data/map.json*');
    await page.goto('./map/');
    // Nothing but the map changes from here on.
    await typefacesOn(page);
    const frame = page.locator('corridor-map');
    const [before, box] = [await explorer.labels(), await frame.boundingBox()];
    release();
    await expect(explorer.live).toBeVisible();
    const after = await explorer.labels();
    expect(await frame.boundingBox()).toEqual(box);
    expect(Object.keys(before)).toContain('LachinBerdzor');
    const zoom = await page.locator('.leaflet-control-zoom').boundingBox();
    const [left, top] = [(zoom?.x ?? 0) - (box?.x ?? 0), (zoom?.y ?? 0) - (box?.y ?? 0)];
    for (const [name, { x, y, width, height }] of Object.entries(before)) {
      // A name that the new buttons would cover in part is left out.
      const isCovered =
        x < left + (zoom?.width ?? 0) + 8 &&
        x + width > left - 8 &&
        y < top + (zoom?.height ?? 0) + 8 &&
        y + height > top - 8;
      if (isCovered) continue;
      expect(after[name], name).toBeDefined();
      expect(Math.abs((after[name]?.x ?? 0) - x), name).toBeLessThanOrEqual(1);
      expect(Math.abs((after[name]?.y ?? 0) - y), name).toBeLessThanOrEqual(1);
    }
  });

  test('shows at its edge that the keyboard is on it', async ({ page, guard, browserName }) => {
    // Playwright writes a style of its own into a page whose picture it takes, which Firefox counts as the page's.
    if (browserName === 'firefox') guard.expected.push(/blocked an inline style/);
    const explorer = new ExplorerPage(page);
    await explorer.open('places/hakari-bridge/', '#map=11/39.6/46.6&day=2023-05-15&focus=none');
    await explorer.live.scrollIntoViewIfNeeded();
    const { x = 0, y = 0, height = 0 } = (await explorer.live.boundingBox()) ?? {};
    const ring = [0x0b, 0x5a, 0x63];
    /** How far what is within the map's left edge is from the colour of a ring, of 255 at most. */
    const edge = async (): Promise<number> => {
      const picture = await page.screenshot({ clip: { x: x + 2, y: y + height / 2, width: 1, height: 20 } });
      const { channels } = await sharp(picture).stats();
      return Math.max(...ring.map((value, i) => Math.abs((channels[i]?.mean ?? 0) - value)));
    };
    expect(await edge()).toBeGreaterThan(50);
    // What is given the focus after a key shows that it has it.
    await page.keyboard.press('Shift');
    await explorer.live.focus();
    await expect.poll(edge).toBeLessThan(15);
  });

  test('names both states or neither, however near it is', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/');
    /** Which of the two are named whole in the window. */
    const named = (): Promise<string[]> =>
      page.evaluate(() => {
        const frame = document.querySelector('corridor-explorer')?.getBoundingClientRect() ?? new DOMRect();
        const seen = [...document.querySelectorAll('.live-map .country:not(.is-cut)')].filter((name) => {
          const box = name.getBoundingClientRect();
          return box.left > frame.left && box.right < frame.right && box.top > frame.top && box.bottom < frame.bottom;
        });
        const names = new Set(seen.map(({ textContent }) => textContent ?? ''));
        return ['Armenia', 'Azerbaijan'].filter((state) => names.has(state));
      });
    const found: number[] = [];
    for (const at of [
      '9.5/39.66/46.6',
      '10/39.769/46.7457',
      '10.5/39.71/46.69',
      '11.2/39.615/46.55',
      '11.4/39.6/46.53',
      '12/39.572/46.535',
      '12/39.57/46.58',
      '12.5/39.5655/46.5708',
    ]) {
      await page.evaluate((hash) => location.assign(hash), `#map=${at}&day=2023-04-23&focus=none`);
      await expect.poll(() => explorer.field('map')).toBe(at);
      // Names are fitted to the window once the map stands.
      await page.waitForTimeout(300);
      const states = await named();
      expect(states.length, `${states} alone at ${at}`).not.toBe(1);
      found.push(states.length);
    }
    if ((page.viewportSize()?.width ?? 0) > 1000)
      expect(found.filter((count) => count === 2).length).toBeGreaterThan(3);
  });

  test('names no neighbour alone where it has no room for the two', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', '#map=8/39.2/46.6&day=2023-04-23&focus=none');
    const names = explorer.live.locator('.country:not(.is-cut)');
    const seen = (): Promise<string[]> =>
      names.evaluateAll((all) => {
        const frame = document.querySelector('corridor-map')?.getBoundingClientRect() ?? new DOMRect();
        return all
          .filter((name) => {
            const { left, right, top, bottom } = name.getBoundingClientRect();
            return right > frame.left && left < frame.right && bottom > frame.top && top < frame.bottom;
          })
          .map(({ textContent }) => textContent ?? '');
      });
    await expect.poll(async () => (await seen()).filter((name) => !/Armenia|Azerbaijan/.test(name))).toEqual([]);
    expect(await explorer.live.locator('.country').allTextContents()).toContain('Iran');
  });

  test('answers the press of a mark on the page of an event, and says no more of what the page is about', async ({
    page,
  }) => {
    const explorer = new ExplorerPage(page);
    await page.goto('./events/2023-05-01-arlington-talks/');
    await page.getByRole('button', { name: 'Move the map' }).click();
    await expect(explorer.live).toBeVisible();
    const chosen = page.locator('.chosen');
    await expect(chosen).toBeEmpty();
    await expect(chosen).toHaveAttribute('aria-live', 'polite');
    await page.getByRole('button', { name: /^\d+ events at or about Nagorno-Karabakh and nearby$/ }).press('Enter');
    await expect(chosen.getByRole('link', { name: 'Nagorno-Karabakh' })).toBeInViewport();
    expect(await chosen.getByRole('listitem').count()).toBeGreaterThan(3);
    await page.evaluate(() => history.back());
    await expect(chosen).toBeEmpty();
  });

  test('lists the events of a place whose mark bears another’s name, the latest first, and how many there are', async ({
    page,
  }) => {
    await new ExplorerPage(page).open(
      'map/',
      '#map=10/39.68/46.6&day=2023-10-03&focus=stepanakert&layers=roads,places,events',
    );
    const chosen = page.locator('.chosen');
    const events = chosen.getByRole('listitem');
    await expect(events.first()).toContainText(/^1.October.2023: /);
    expect(await events.count()).toBeGreaterThan(3);
    await expect(chosen).toContainText(`Stepanakert / Khankendi: ${await events.count()} events, latest first`);
  });

  for (const [width, height] of [
    [844, 390],
    [667, 375],
    [568, 320],
    [1280, 540],
  ] as const)
    test(`says in a low window of ${width} by ${height} what was pressed where it is seen`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      const explorer = new ExplorerPage(page);
      await explorer.open('map/', '#map=9.3/39.65/46.5&day=2023-05-01&focus=none&layers=raope');
      const mark = explorer.live.locator('.mark[data-place="lachin"]');
      await mark.focus();
      await page.keyboard.press('Enter');
      const chosen = page.getByRole('region', { name: 'Chosen on the map' });
      await expect(chosen.getByRole('link', { name: 'Lachin / Berdzor' })).toBeInViewport({ ratio: 1 });
      await expect(mark).toBeInViewport({ ratio: 1 });
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await chosen.getByRole('button', { name: 'Close' }).click();
      await expect(explorer.live).toBeInViewport();
    });

  test('says that Enter asks what is at its centre where it does', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/');
    await expect(page.getByRole('application', { name: /^Map\..* Enter asks what is at its centre\.$/ })).toBeVisible();
    await explorer.open('timeline/');
    await expect(page.getByRole('application', { name: /^Map\..* plus and minus zoom\.$/ })).toBeVisible();
  });

  test('has the focus of the button that asked for it, which goes', async ({ page }) => {
    await page.goto('./places/hakari-bridge/');
    const button = page.getByRole('button', { name: 'Move the map' });
    await button.press('Enter');
    await expect(new ExplorerPage(page).live).toBeVisible();
    await expect(button).toBeHidden();
    await expect(page.getByRole('application')).toBeFocused();
  });

  test('has every symbol, mark and name laid out soon after it is drawn, also beyond what is seen', async ({
    page,
  }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/');
    const drawn = explorer.live.locator('.symbols > *, .marks > *, .labels > text:not(.is-cut)');
    expect(await drawn.count()).toBeGreaterThan(50);
    const missing = (all: Element[]): number => all.filter((one) => getComputedStyle(one).display === 'none').length;
    await expect.poll(() => drawn.evaluateAll(missing)).toBe(0);
  });

  test('shows nothing of its own before it is whole', async ({ page }) => {
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seenBefore: seen });
      new MutationObserver(() => {
        const own = document.querySelector('.live-map:not(.is-drawn) .map-svg');
        if (own && own.querySelectorAll('path').length > 3 && own.querySelectorAll('text').length === 0)
          seen.push(getComputedStyle(own).display);
      }).observe(document, { subtree: true, childList: true, attributes: true });
    });
    const explorer = new ExplorerPage(page);
    await explorer.open('map/');
    const displays = await page.evaluate(() => (globalThis as unknown as { seenBefore: string[] }).seenBefore);
    expect(displays.length).toBeGreaterThan(0);
    expect(new Set(displays)).toEqual(new Set(['none']));
  });

  test('shows borders, waters, relief, areas, the corridor, the roads and the checkpoint', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/');
    for (const part of [
      '.land',
      '.border',
      '.river',
      '.relief',
      '.oblast',
      '.peacekeeper-area',
      '.zone',
      '.old-road',
      '.new-road',
      '.shared-road',
      '.other-road',
      '.symbol-checkpoint',
    ])
      await expect(explorer.live.locator(part).first(), part).toBeAttached();
  });

  test('follows the day: roads, areas, checkpoint and the sentence', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    const layers = '&focus=none&layers=areas,zone,roads,places,events';
    await explorer.open('map/', `#map=9/39.7/46.6&day=2021-06-01${layers}`);
    await expect(page.locator('.said')).toContainText('through Lachin town and is open to ordinary traffic');
    await expect(explorer.live.locator('.symbol-checkpoint')).toHaveCount(0);
    await expect(explorer.live.locator('.road-line.old-road').first()).toHaveAttribute('data-status', 'in-use');
    await page.getByLabel('Date', { exact: true }).fill('2023-05-10');
    await expect(page.locator('.said')).toContainText('patients pass an Azerbaijani checkpoint');
    await expect(explorer.live.locator('.symbol-checkpoint')).toHaveCount(1);
    await expect(explorer.live.locator('.road-line.new-road.schematic')).toHaveAttribute('data-status', 'restricted');
    // Within Armenia no road was closed.
    await expect(explorer.live.locator('.road-line.new-road:not(.schematic)')).toHaveAttribute('data-status', 'in-use');
    await expect.poll(() => explorer.field('day')).toBe('2023-05-10');
    const legend = page.locator('.legend');
    await explorer.unfold('Legend');
    await expect(legend.getByText('Pale core: closed to ordinary traffic')).toBeVisible();
    await expect(legend.getByText('Held by Armenian forces, to 2020')).toBeHidden();
    await page.getByLabel('Date', { exact: true }).fill('2019-05-10');
    await expect(legend.getByText('Held by Armenian forces, to 2020')).toBeVisible();
    await expect(legend.getByText('Pale core: closed to ordinary traffic')).toBeHidden();
    await expect(explorer.live.locator('.control-area')).toHaveCount(1);
    await expect(explorer.live.locator('.peacekeeper-area')).toHaveCount(0);
  });

  test('keeps its middle where the words of a day leave it less room', async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 768 });
    const explorer = new ExplorerPage(page);
    const view = (day: string): string => `#map=10/39.68/46.6&day=${day}&focus=none&layers=roads,places`;
    const look = async (): Promise<{ height: number; lachin: number }> => {
      const height = (await page.locator('corridor-map').boundingBox())?.height ?? 0;
      return { height, lachin: ((await explorer.labels())['LachinBerdzor']?.y ?? 0) - height / 2 };
    };
    await explorer.open('map/', view('2024-04-17'));
    await typefacesOn(page);
    const before = await look();
    await page.evaluate((hash) => {
      location.hash = hash;
    }, view('2023-08-07'));
    await expect(page.locator('.said')).toContainText(/^7.August.2023/);
    await expect.poll(async () => (await look()).height).toBeLessThan(before.height - 20);
    await expect.poll(async () => Math.abs((await look()).lachin - before.lachin)).toBeLessThanOrEqual(1);
  });

  test('switches layers, and the address says so', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/');
    await explorer.unfold('Legend');
    await page.getByRole('checkbox', { name: 'Roads' }).uncheck();
    await expect(explorer.live.locator('.road')).toHaveCount(0);
    await expect.poll(() => explorer.field('layers')).not.toContain('roads');
    await page.getByRole('checkbox', { name: 'District lines' }).check();
    await expect(explorer.live.locator('path.district')).toHaveCount(1);
    await expect(explorer.live.locator('text.district:visible').first()).toBeVisible();
    await expect.poll(() => explorer.field('layers')).toContain('districts');
  });

  test('moves and zooms by buttons and keys, and the address follows in place', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/');
    const steps = await page.evaluate(() => history.length);
    const zoom = (): number => Number(explorer.field('map').split('/')[0]);
    const lat = (): number => Number(explorer.field('map').split('/')[1]);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(zoom).toBeGreaterThan(10);
    await explorer.live.focus();
    const north = lat();
    await page.keyboard.press('ArrowUp');
    await expect.poll(lat).toBeGreaterThan(north);
    await page.keyboard.press('-');
    await expect.poll(zoom).toBe(10);
    expect(await page.evaluate(() => history.length)).toBe(steps);
  });

  test('zooms by a click alone, as a screen reader sends it, and the address follows', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', '#map=10/39.62/46.6&day=2023-04-23');
    await page.getByRole('button', { name: 'Zoom in' }).dispatchEvent('click');
    await expect.poll(() => Number(explorer.field('map').split('/')[0])).toBeGreaterThan(10);
  });

  test('keeps its labels apart at every zoom from 7 to 13', async ({ page, browserName }) => {
    // The box of a text has its halo in it in Firefox, and is rounded up to whole pixels.
    const rim = browserName === 'firefox' ? 2.7 : 0;
    const explorer = new ExplorerPage(page);
    for (let zoom = 7; zoom <= 13; zoom++) {
      await page.goto('about:blank');
      await explorer.open(
        'map/',
        `#map=${zoom}/39.68/46.6&day=2023-01-15&focus=none&layers=areas,zone,roads,places,events`,
      );
      const overlaps = await page.evaluate((rim) => {
        const boxes = [...document.querySelectorAll('.live-map .labels text')].map((text) => ({
          name: text.textContent,
          box: text.getBoundingClientRect(),
        }));
        return boxes.flatMap((a, i) =>
          boxes.slice(i + 1).flatMap((b) => {
            const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) - 2 * rim;
            const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) - 2 * rim;
            // Boxes of lines have air above and below their letters.
            return width > 3 && height > 5 ? [`${a.name} × ${b.name}`] : [];
          }),
        );
      }, rim);
      expect(overlaps, `zoom ${zoom}`).toEqual([]);
    }
  });

  test('the list of a place holds the events of its mark at the zoom that is shown', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    const at = (zoom: number): string =>
      `#map=${zoom}/39.62/46.56&day=2023-07-01&focus=hakari-bridge&layers=roads,places,events`;
    await explorer.open('map/', at(13));
    const mark = page.getByRole('button', { name: /events at or about Hakari bridge/ });
    const listed = page.getByRole('region', { name: 'Chosen on the map' }).getByRole('listitem');
    const counts: number[] = [];
    for (const zoom of [13, 9, 12]) {
      await page.evaluate((hash) => location.assign(hash), at(zoom));
      await expect(explorer.live.locator('.map-svg')).toHaveAttribute('data-zoom', String(zoom));
      const count = Number(/\d+/.exec((await mark.getAttribute('aria-label')) ?? '')?.[0]);
      await expect(listed, `zoom ${zoom}`).toHaveCount(count);
      counts.push(count);
    }
    expect(counts[1]).toBeGreaterThan(counts[0] ?? Number.POSITIVE_INFINITY);
  });

  test('a mark brings its events, by press and by key', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', '#map=11/39.62/46.56&day=2023-07-01&focus=none&layers=roads,places,events');
    const mark = page.getByRole('button', { name: /events at or about Hakari bridge/ });
    await mark.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => explorer.field('focus')).toBe('hakari-bridge');
    const chosen = page.getByRole('region', { name: 'Chosen on the map' });
    await expect(chosen.getByRole('link', { name: 'Hakari bridge', exact: true })).toBeVisible();
    await expect(
      chosen.getByRole('link', { name: 'Azerbaijan sets up a checkpoint at the Hakari bridge' }),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: /events at or about Hakari bridge/ })).toBeFocused();
  });

  for (const path of ['map/', 'timeline/'])
    test(`of /${path}: a mark pressed again leads to what is said of it, and Escape back to the mark`, async ({
      page,
    }) => {
      const explorer = new ExplorerPage(page);
      await explorer.open(path, '#map=11/39.62/46.56&day=2023-07-01&focus=none&layers=roads,places,events');
      const mark = page.getByRole('button', { name: /events at or about Hakari bridge/ });
      const chosen = page.getByRole('region', { name: 'Chosen on the map' });
      await expect(mark).not.toHaveAccessibleName(/chosen/);
      await mark.press('Enter');
      await expect(mark).toBeFocused();
      await expect(mark).toHaveAccessibleName(/: chosen; press again to go to what is said of it$/);
      await page.keyboard.press('Enter');
      await expect(chosen.getByRole('link', { name: 'Hakari bridge', exact: true })).toBeFocused();
      await expect(chosen.getByRole('link', { name: 'Hakari bridge', exact: true })).toBeInViewport();
      await page.keyboard.press('Escape');
      await expect(mark).toBeFocused();
      await expect.poll(() => explorer.field('focus')).toBe('none');
    });

  test('moves what was pressed out from under the card that says what it is, and the address follows', async ({
    page,
    hasTouch,
  }) => {
    const explorer = new ExplorerPage(page);
    const [middle, zoom]: readonly [readonly [number, number], number] = [[46.5, 39.6], 10];
    const at = ([lon, lat]: readonly [number, number]): string =>
      `#map=${zoom}/${lat}/${lon}&day=2023-04-23&focus=none&layers=roads,places,events`;
    const mark = page.getByRole('button', { name: /Seven soldiers die in a clash near Tegh/ });
    const card = page.locator('.map-answers .chosen');
    const press = async (): Promise<void> => {
      if (hasTouch) await mark.tap();
      else await mark.click();
      await expect(card).toContainText('Seven soldiers die in a clash near Tegh');
    };
    await explorer.open('map/', at(middle));
    await press();
    const [over, mid] = [await card.boundingBox(), await mark.boundingBox()];
    if (!over || !mid) throw new Error('Nothing was chosen.');
    // Now the map is opened so that the mark lies where the card will come.
    const [x, y] = toPixels(middle, zoom);
    const [dx, dy] = [over.x + over.width / 2 - mid.x, over.y + 30 - mid.y];
    const opened = at(toLonLat([x - dx, y - dy], zoom));
    await page.goto('./map/');
    await explorer.open('map/', opened);
    await expect.poll(() => explorer.field('map')).toMatch(/^10\//);
    const before = explorer.field('map');
    await press();
    await expect.poll(() => explorer.field('map')).not.toBe(before);
    expect(explorer.field('focus')).toBe('2023-04-11-tegh-clash');
    const isClear = async (): Promise<boolean> => {
      const [ring, box] = [await page.locator('.live-map .focus-ring').boundingBox(), await card.boundingBox()];
      const frame = await page.locator('corridor-map').boundingBox();
      if (!ring || !box || !frame) return false;
      const isInFrame = ring.x > frame.x && ring.y > frame.y && ring.x + ring.width < frame.x + frame.width;
      return isInFrame && (ring.y + ring.height < box.y || ring.x + ring.width < box.x);
    };
    await expect.poll(isClear).toBe(true);
  });

  test('moves what was pressed beside the card also where that is wider than half of the map', async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 730 });
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', '#map=11/39.57/46.43&day=2023-07-01&focus=none&layers=roads,places,events');
    await page.getByRole('button', { name: /events at or about Hakari bridge/ }).press('Enter');
    const ring = page.locator('.live-map .focus-ring');
    const leftOf = (selector: string): Promise<number> =>
      page
        .locator(selector)
        .first()
        .evaluate((part) => part.getBoundingClientRect().left);
    await expect
      .poll(async () => (await leftOf('.chosen')) - (await leftOf('.live-map .focus-ring')))
      .toBeGreaterThan(30);
    await expect(ring).toBeInViewport({ ratio: 1 });
    const [box, tools] = [await ring.boundingBox(), await page.locator('.map-tools').boundingBox()];
    expect(box?.y).toBeGreaterThan((tools?.y ?? 0) + (tools?.height ?? 0));
  });

  test('who reads what is chosen is brought back to the map by a step back', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', '#map=11/39.62/46.56&day=2023-07-01&focus=none&layers=roads,places,events');
    const mark = page.getByRole('button', { name: /events at or about Hakari bridge/ });
    await mark.press('Enter');
    await expect.poll(() => explorer.field('focus')).toBe('hakari-bridge');
    await mark.press('Enter');
    const chosen = page.getByRole('region', { name: 'Chosen on the map' });
    await expect(chosen.getByRole('link', { name: 'Hakari bridge', exact: true })).toBeFocused();
    await page.evaluate(() => void setTimeout(() => history.back(), 50));
    await expect(chosen).toBeEmpty();
    await expect(page.locator('.live-map, .live-map .mark').and(page.locator(':focus'))).toHaveCount(1);
  });

  test('moves by keys without a glide where motion is unwelcome', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', '#map=11/39.62/46.56&day=2023-07-01&focus=none&layers=roads,places,events');
    await page.getByRole('application').focus();
    const glides = await page.evaluate(async () => {
      const pane = document.querySelector('.leaflet-map-pane') as HTMLElement;
      const at = (): string => pane.style.transform;
      const map = document.querySelector('.live-map');
      map?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowRight', code: 'ArrowRight', keyCode: 39, bubbles: true }),
      );
      const first = at();
      await new Promise((resolve) => setTimeout(resolve, 400));
      return { moved: first !== '', rests: at() === first };
    });
    expect(glides).toEqual({ moved: true, rests: true });
  });

  test('its names are not read one by one before its events; the map as a list has them in order', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', '#map=9/39.62/46.56&day=2023-07-01&focus=none&layers=roads,places,events');
    await expect(explorer.live.locator('.labels text').first()).toBeVisible();
    const map = page.getByRole('application');
    await expect(map).not.toMatchAriaSnapshot('- text: /Stepanakert/');
    await expect(map.getByRole('button', { name: /event/ }).first()).toBeAttached();
    await page.getByText('The map as a list').click();
    await expect(page.locator('.map-twin')).toContainText('Stepanakert');
  });

  test('a mark that lies wholly under a control is passed over by the keyboard', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    const at = (lat: number, lon: number): string =>
      `#map=11/${lat.toFixed(4)}/${lon.toFixed(4)}&day=2023-07-01&focus=none&layers=roads,places,events`;
    const [lat, lon] = [39.62, 46.56];
    await explorer.open('map/', at(lat, lon));
    const mark = explorer.live.locator('[data-place="hakari-bridge"]');
    await expect(mark).toHaveAttribute('tabindex', '0');
    await typefacesOn(page);
    const [there, under] = await Promise.all(
      [mark, explorer.live.locator('.leaflet-control-zoom')].map(async (one) => {
        const { x = 0, y = 0, width = 0, height = 0 } = (await one.boundingBox()) ?? {};
        return [x + width / 2, y + height / 2] as const;
      }),
    );
    if (!there || !under) throw new Error('no mark, or no control');
    // The map goes as far as the mark has to.
    const [x, y] = toPixels([lon, lat], 11);
    const [newLon, newLat] = toLonLat([x + there[0] - under[0], y + there[1] - under[1]], 11);
    await page.goto('about:blank');
    await explorer.open('map/', at(newLat, newLon));
    await expect(mark).toHaveAttribute('tabindex', '-1');
    await expect(explorer.live.locator('.mark[tabindex="0"]').first()).toBeAttached();
  });

  test('has an edge: what lies beyond it is shown neither as land nor as sea', async ({ page }) => {
    await page.setViewportSize({ width: 1920, height: 1000 });
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', '#map=7/39.68/43&day=2023-04-23');
    const colours = await page.evaluate(() => {
      const [mapped, land] = ['.mapped', '.land path'].map((one) => document.querySelector(`.live-map ${one}`));
      const drawing = document.querySelector('.live-map .map-svg');
      if (!mapped || !land || !drawing) throw new Error('no map');
      return {
        beyond: getComputedStyle(drawing).backgroundColor,
        known: [mapped, land].map((one) => getComputedStyle(one).fill),
        edge: mapped.getBoundingClientRect().left,
      };
    });
    expect(colours.edge).toBeGreaterThan(100);
    expect(new Set([colours.beyond, ...colours.known]).size).toBe(3);
  });

  test('opens on an event page when the reader asks for it', async ({ page }) => {
    await page.goto('./events/2022-12-12-road-blocked/');
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await expect(page.locator('corridor-map > .map-svg')).toBeVisible();
    await page.getByRole('button', { name: 'Move the map' }).click();
    await expect(page.locator('.live-map.is-drawn')).toBeVisible();
    expect(loaded.some((url) => url.includes('data/map.json'))).toBe(true);
  });

  test('comes back to the edge of its region, where its link leads', async ({ page, context }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', '#map=7/42.5/50');
    const frame = await page.locator('.live-map').boundingBox();
    if (!frame) throw new Error('no map');
    const [x, y] = [frame.x + frame.width / 2, frame.y + 120];
    for (let drag = 0; drag < 3; drag++) {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x - 250, y + 150, { steps: 5 });
      await page.mouse.up();
    }
    await expect.poll(() => explorer.field('map')).toBe('7/42.9/50.4');
    const other = await context.newPage();
    await other.goto(page.url());
    const there = other.locator('.live-map.is-drawn .mark').first();
    const at = await there.boundingBox();
    const mark = page.locator(`.live-map [data-mark="${await there.getAttribute('data-mark')}"]`);
    await expect(async () => {
      const now = await mark.boundingBox();
      expect(Math.hypot((now?.x ?? 1e6) - (at?.x ?? 0), (now?.y ?? 1e6) - (at?.y ?? 0))).toBeLessThan(4);
    }).toPass();
  });

  test('is that of the link to the full map, also once the map was moved and a day and an event were chosen', async ({
    page,
  }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('events/2023-04-23-checkpoint/', '#map=9/39.7/46.5&day=2023-05-01&focus=none');
    const link = page.getByRole('link', { name: 'Open the full map' });
    await expect
      .poll(async () => new URL((await link.getAttribute('href')) ?? '', page.url()).hash.slice(1))
      .toBe(explorer.fragment());
    await page.getByRole('button', { name: /events at or about Hakari bridge/ }).press('Enter');
    await expect.poll(() => explorer.field('focus')).toBe('hakari-bridge');
    const shown = explorer.fragment();
    await link.click();
    await expect(page).toHaveURL(/\/map\/#/);
    expect(explorer.fragment()).toBe(shown);
  });

  test('is left as it is by a drag that begins on a mark, but for where the map is', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open(
      'map/',
      '#map=12/39.5655/46.5708&day=2023-05-01&focus=none&layers=areas,zone,roads,places,events',
    );
    await typefacesOn(page);
    const mark = page.getByRole('button', { name: /events at or about Hakari bridge/ });
    const box = await mark.boundingBox();
    if (!box) throw new Error('no mark');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const steps = await page.evaluate(() => history.length);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 80, y + 20, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => explorer.field('map')).not.toBe('12/39.5655/46.5708');
    expect(explorer.field('focus')).toBe('none');
    expect(await page.evaluate(() => history.length)).toBe(steps);
    await mark.click();
    await expect.poll(() => explorer.field('focus')).toBe('hakari-bridge');
  });

  test('is zoomed by Space on the buttons as by Enter, and the page stays where it is', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('events/2023-04-23-checkpoint/', '#map=10/39.68/46.6&day=2023-04-23&focus=none');
    const button = page.getByRole('button', { name: 'Zoom in' });
    await button.focus();
    const top = await page.evaluate(() => scrollY);
    await page.keyboard.press(' ');
    await expect.poll(() => explorer.field('map')).toMatch(/^10.5\//);
    expect(await page.evaluate(() => scrollY)).toBe(top);
    await page.keyboard.press('Enter');
    await expect.poll(() => explorer.field('map')).toMatch(/^11\//);
  });

  test('goes back to the view before', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('timeline/', SIT_IN);
    await page
      .getByRole('button', { name: 'Show on map: Azerbaijan sets up a checkpoint at the Hakari bridge' })
      .click();
    await expect.poll(() => explorer.field('focus')).toBe('2023-04-23-checkpoint');
    await page.goBack();
    await expect.poll(() => `#${explorer.fragment()}`).toBe(SIT_IN);
    await expect(page.locator('.event-row[aria-current]')).toHaveAttribute('data-event', '2022-12-12-road-blocked');
  });

  test('stands in the address, and through loading again, past the link over the head of the page', async ({
    page,
  }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', SIT_IN);
    await page.getByRole('link', { name: 'Skip to the text' }).press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.locator('main :focus')).toHaveCount(1);
    expect(`#${explorer.fragment()}`).toBe(SIT_IN);
  });

  test('leaves the keyboard in its part of the page where a step back takes away what it stood on', async ({
    page,
  }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', '#map=12.5/39.745/46.75&day=2022-12-11&focus=none');
    await page.getByLabel('Date', { exact: true }).fill('2022-12-12');
    await page
      .locator('corridor-day')
      .getByRole('link', { name: /closed to ordinary traffic near Shusha/ })
      .focus();
    await page.evaluate(() => void setTimeout(() => history.back(), 50));
    await expect.poll(() => explorer.field('day')).toBe('2022-12-11');
    await expect(page.getByRole('slider', { name: 'Day' })).toBeFocused();
  });

  test('goes back to where the page stood before the first step, at a heading too', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('timeline/', '#phase-checkpoint');
    const step = page.getByRole('button', { name: 'Show on map: The road is closed to ordinary traffic near Shusha' });
    await step.click();
    await expect.poll(() => explorer.field('focus')).toBe('2022-12-12-road-blocked');
    await page.goBack();
    await expect.poll(() => explorer.fragment()).toBe('phase-checkpoint');
    await expect(page.locator('.event-row[aria-current]')).toHaveCount(0);
  });

  test('stays the reader’s where the browser refuses to change the address, which follows later', async ({ page }) => {
    await page.clock.install();
    await page.addInitScript(() => {
      const { pushState, replaceState } = history;
      const refusable = (call: typeof pushState): typeof pushState =>
        function (this: History, ...args) {
          if (document.documentElement.dataset['refuses']) throw new DOMException('too many', 'SecurityError');
          call.apply(this, args);
        };
      Object.assign(history, { pushState: refusable(pushState), replaceState: refusable(replaceState) });
    });
    const explorer = new ExplorerPage(page);
    await explorer.open('map/');
    await page.evaluate(() => {
      document.documentElement.dataset['refuses'] = 'yes';
    });
    await page.getByRole('button', { name: 'Next event' }).click();
    await page.getByLabel('Date', { exact: true }).fill('2021-05-05');
    await expect(page.getByRole('application', { name: /^Map\. 5.May.2021/ })).toBeVisible();
    expect(explorer.field('day')).toBe('2023-04-23');
    await page.evaluate(() => delete document.documentElement.dataset['refuses']);
    await page.clock.runFor(5000);
    await expect.poll(() => explorer.field('day')).toBe('2021-05-05');
    // The step came later too.
    await page.goBack();
    await expect.poll(() => explorer.field('day')).toBe('2023-04-23');
  });

  test('goes back with its address, however fast the day was changing', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', SIT_IN);
    await page.getByRole('button', { name: 'Next event' }).click();
    await page.getByRole('slider', { name: 'Day' }).focus();
    await page.evaluate(() => {
      const slider = document.activeElement as HTMLInputElement;
      for (let step = 0; step < 4; step++) {
        slider.value = String(Number(slider.value) + (20 * Number(slider.max)) / 1000);
        slider.dispatchEvent(new Event('input', { bubbles: true }));
      }
      history.back();
    });
    await expect.poll(() => `#${explorer.fragment()}`).toBe(SIT_IN);
    // Longer than a change waits for its turn in the address.
    await page.waitForTimeout(600);
    expect(`#${explorer.fragment()}`).toBe(SIT_IN);
  });
});
