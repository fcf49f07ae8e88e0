import { type Pixels, toLonLat, toPixels } from '../src/model/projection.ts';
import { PUBLISHED_LINKS } from '../src/share/published-links.ts';
import { ExplorerPage, SIT_IN } from './explorer-page.ts';
import { expect, test } from './fixtures.ts';
import { hold } from './hold.ts';

test.describe('a share link', () => {
  test('opens for another reader exactly what the sender saw', async ({ page, context, browser, baseURL }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const sender = new ExplorerPage(page);
    await sender.open('map/', SIT_IN);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(() => sender.field('map')).toMatch(/^11\.5\//);
    await page.getByRole('button', { name: 'Copy link to this view' }).click();
    await expect(page.getByText('Link copied.')).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link.length - new URL(link).origin.length).toBeLessThan(120);

    const other = await browser.newContext({ viewport: page.viewportSize(), ...(baseURL ? { baseURL } : {}) });
    const receiver = new ExplorerPage(await other.newPage());
    await receiver.page.goto(link);
    await expect(receiver.live).toBeVisible();
    await expect.poll(() => receiver.page.url()).toBe(page.url());
    await expect(receiver.page.locator('.said')).toHaveText(await page.locator('.said').innerText());
    await expect(async () => expect(await receiver.labels()).toEqual(await sender.labels())).toPass();
    await other.close();
    // What was copied is not what is shown any more.
    await page.getByRole('button', { name: 'Next event' }).click();
    await expect(page.getByText('Link copied.')).toHaveCount(0);
  });

  test('opens on what the sender saw, also where the card of what is chosen lies over that', async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 730 });
    const explorer = new ExplorerPage(page);
    const at = ([lon, lat]: Pixels): string =>
      `#map=11/${Number(lat.toFixed(4))}/${Number(lon.toFixed(4))}&day=2023-01-15&focus=sit-in-site&layers=roads,places,events`;
    const boxes = async () => {
      await expect(page.locator('.chosen')).toContainText('Sit-in site');
      // A map that moves takes a quarter of a second for it.
      await page.waitForTimeout(600);
      const [ring, card] = [
        await page.locator('.live-map .focus-ring').boundingBox(),
        await page.locator('.chosen').boundingBox(),
      ];
      if (!ring || !card) throw new Error('Nothing is chosen.');
      return { ring, card };
    };
    const middle: Pixels = [46.72, 39.74];
    await explorer.open('map/', at(middle));
    const { ring, card } = await boxes();
    const [x, y] = toPixels(middle, 11);
    const sent = at(toLonLat([x - (card.x + 60 - ring.x), y - (card.y + 20 - ring.y)], 11));
    await page.goto('about:blank');
    await explorer.open('map/', sent);
    const now = await boxes();
    expect(Math.abs(now.ring.x - (card.x + 60)), 'what is chosen lies under its card').toBeLessThan(3);
    expect(Math.abs(now.ring.y - (card.y + 20)), 'what is chosen lies under its card').toBeLessThan(3);
    expect(sent).toContain(`map=${explorer.field('map')}&`);
  });

  for (const [path, part, fragment] of [
    ['positions/checkpoint-lawful/', 'corridor-map', SIT_IN],
    ['places/lachin/', 'corridor-map', SIT_IN],
    ['', 'corridor-map', SIT_IN],
    ['events/2022-12-12-road-blocked/', '.notice', '#map=11/39.74/46.72&day=2023-01-15&focus=no-such-event'],
  ] as const)
    test(`to a view of /${path} brings a reader with a phone to the map, and to what is said of the link: ${part}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(`./${path}${fragment}`);
      await expect(page.locator('.live-map')).toBeVisible();
      await expect(page.locator(part).first()).toBeInViewport({ ratio: 0.9 });
      // With what the page says under it.
      if (part === 'corridor-map') await expect(page.locator('.chosen')).toBeInViewport({ ratio: 0.9 });
      // Who goes on, and loads the page again, stays.
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      await page.reload();
      await expect(page.locator('.live-map')).toBeVisible();
      // Firefox may make up for a fraction of a pixel by which the typefaces move a line.
      expect(await page.evaluate(() => Math.round(scrollY))).toBe(0);
    });

  test('shows what is chosen also where the card in a smaller window would lie over it', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const explorer = new ExplorerPage(page);
    await explorer.open(
      'map/',
      '#map=10/39.68/46.6&day=2023-04-23&focus=hakari-bridge&layers=relief,areas,zone,roads,places,events',
    );
    const edge = (selector: string, side: 'top' | 'bottom'): Promise<number> =>
      page
        .locator(selector)
        .first()
        .evaluate((element, at) => element.getBoundingClientRect()[at], side);
    await expect(page.getByRole('region', { name: 'Chosen on the map' })).toContainText('Hakari bridge');
    await expect
      .poll(async () => (await edge('.chosen', 'top')) - (await edge('.live-map .focus-ring', 'bottom')))
      .toBeGreaterThan(0);
    // The address is of what is seen, and a step on leads from there.
    await expect.poll(() => explorer.field('map')).not.toBe('10/39.68/46.6');
    expect(explorer.field('focus')).toBe('hakari-bridge');
  });

  test('from a chapter names what is in focus, since the chapter may come to show something else', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('./chapters/the-checkpoint/');
    await page.getByRole('button', { name: 'Copy link to this view' }).click();
    await expect(page.getByText('Link copied.')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/#map=[^&]+&day=[^&]+&focus=[a-z0-9-]+&/);
  });

  for (const [what, address, isFollowing] of [
    ['the map', '**/data/map.json*', true],
    ['what has the map follow the text', '**/follow-text.*.js', false],
  ] as const)
    test(`is said to be copied also where ${what} comes after it, and as long as the reader goes no further`, async ({
      page,
      context,
    }) => {
      // The map walks with the text.
      await page.setViewportSize({ width: 1440, height: 900 });
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const letGo = await hold(page, address);
      await page.goto('./chapters/the-checkpoint/');
      // By itself the map is to go to the first paragraph: what is copied is that, where it is known already.
      if (isFollowing) await expect(page.locator('[data-on-map]')).toBeVisible();
      await page.getByRole('button', { name: 'Copy link to this view' }).click();
      const said = page.getByText('Link copied.');
      await expect(said).toBeVisible();
      letGo();
      await expect(page.getByRole('application', { name: /^Map\. 23.April.2023/ })).toBeVisible();
      await expect(said).toBeVisible();
      await page
        .getByRole('link', { name: /^Map, (?!23.April.2023)/ })
        .last()
        .press('Enter');
      await expect(said).toHaveCount(0);
    });

  for (const path of ['', 'chapters/the-checkpoint/'])
    test(`of /${path} is no longer said to be copied once the map walks on with the text`, async ({
      page,
      context,
    }) => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto(`./${path}`);
      // On a chapter's page the map walks to its first paragraph by itself.
      if (path) await expect(page.getByRole('application', { name: /^Map\. 23.April.2023/ })).toBeVisible();
      await page.getByRole('button', { name: 'Copy link to this view' }).click();
      const said = page.getByText('Link copied.');
      await expect(said).toBeVisible();
      const link = page.getByRole('link', { name: /^Map, (?!23.April.2023)/ }).last();
      await link.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
      await expect(said).toHaveCount(0);
    });

  test('is copied on an event page before the map is alive', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('./events/2023-04-23-checkpoint/');
    await page.getByRole('button', { name: 'Copy link to this view' }).click();
    await expect(page.getByText('Link copied.')).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain('/events/2023-04-23-checkpoint/#map=10/39.5655/46.5708&day=2023-04-23&layers=razope');
    await expect(page.locator('.live-map')).toHaveCount(0);
  });

  test('is no longer said to be copied once something else is shown', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', '#map=10/39.68/46.6&day=2023-04-23&focus=none&layers=roads,places,events');
    await page.getByRole('button', { name: 'Next event' }).click();
    await expect.poll(() => explorer.field('focus')).toBe('2023-04-28-sit-in-ends');
    await page.getByRole('button', { name: 'Copy link to this view' }).click();
    const said = page.getByText('Link copied.');
    await expect(said).toBeVisible();
    await page.evaluate(() => void setTimeout(() => history.back(), 50));
    await expect(said).toBeHidden();
    await page.goto('./road/#day=2023-01-05');
    await expect(page.getByText('Was the road open on 5 January 2023?')).toBeVisible();
    await page.getByRole('button', { name: 'Copy link to this answer' }).click();
    await expect(said).toBeVisible();
    await page.getByLabel('Ask for another day').fill('2023-01-06');
    await expect(page.getByText('Was the road open on 6 January 2023?')).toBeVisible();
    await expect(said).toBeHidden();
  });

  test('can be copied by hand where there is no clipboard', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.goto('./events/2023-04-23-checkpoint/');
    await page.getByRole('button', { name: 'Copy link to this view' }).click();
    await expect(page.getByRole('textbox', { name: 'Link', exact: true })).toHaveValue(/#map=10\//);
  });

  for (const { fragment, opens } of PUBLISHED_LINKS)
    test(`published as ${fragment} still opens`, async ({ page }) => {
      const explorer = new ExplorerPage(page);
      await explorer.open('map/', `#${fragment.replace(/^#/, '')}`);
      await expect
        .poll(() => (['map', 'day', 'focus', 'layers'] as const).map((name) => explorer.field(name)))
        .toEqual([
          `${opens.zoom}/${opens.lat}/${opens.lon}`,
          opens.day,
          opens.focus ?? 'none',
          opens.layers.join(',') || 'none',
        ]);
    });

  test('to a heading is left alone, by the map that follows the text too', async ({ page }) => {
    await page.goto('./#the-closure');
    await expect(page.getByRole('heading', { level: 2, name: 'The closure of December 2022' })).toBeInViewport();
    await page.evaluate(() => customElements.whenDefined('corridor-explorer').then(() => undefined));
    // Beside the text, on a wide screen, the map comes alive to show what the heading is about; elsewhere nobody asked for it.
    if ((page.viewportSize()?.width ?? 0) >= 1024) await expect(page.locator('.live-map.is-drawn')).toBeVisible();
    else await expect(page.locator('.live-map')).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 2, name: 'The closure of December 2022' })).toBeInViewport();
    expect(page.url()).toMatch(/#the-closure$/);
  });
});
