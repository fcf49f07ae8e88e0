import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { axeFinds } from './axe.ts';
import { ExplorerPage, SIT_IN } from './explorer-page.ts';
import { expect, test } from './fixtures.ts';
import { hold } from './hold.ts';
import { typefacesOn } from './typefaces-on.ts';

const NO_DOWNLOADS = 'Playwright is not told of what Firefox saves from a page’s own memory';
const CHECKPOINT = 'events/2023-04-23-checkpoint/';

async function openDialog(page: Page, path: string): Promise<ReturnType<Page['getByRole']>> {
  await page.goto(`./${path}`);
  await page.getByRole('button', { name: 'Share …' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await expect(dialog).toBeVisible();
  return dialog;
}

test.describe('the share dialog', () => {
  for (const path of ['map/', CHECKPOINT, 'places/lachin/', 'road/', 'road/2022-12-12-road-blocked/'])
    test(`is on /${path}, with a link to what is on the screen and one to the page`, async ({ page, baseURL }) => {
      const dialog = await openDialog(page, path);
      const link = dialog.getByRole('textbox', { name: 'Link' });
      await expect(link).toHaveValue(path === 'road/' ? /\/road\/.+\/#day=/ : new RegExp(`${path}#(map|day)=`));
      await dialog.getByRole('radio', { name: 'Just the page' }).check();
      await expect(link).toHaveValue(`${baseURL}${path}`);
    });

  test('gives a link that opens the same view', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const sender = new ExplorerPage(page);
    await sender.open('map/', SIT_IN);
    await page.getByRole('button', { name: 'Share …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByText('Link copied.')).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link.length - new URL(link).origin.length).toBeLessThan(120);
    const here = page.url();
    await page.goto('about:blank');
    await page.goto(link);
    await expect(sender.live).toBeVisible();
    await expect.poll(() => page.url()).toBe(here);
  });

  test('shows a QR code that a camera reads as the link', async ({ page, guard }) => {
    // Of Playwright's own, which hides what blinks while it takes a picture; Chromium lets it.
    guard.expected.push(/The page’s settings blocked an inline style/);
    const dialog = await openDialog(page, CHECKPOINT);
    const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
    await expect(async () => {
      const picture = await dialog.getByRole('img', { name: 'QR code of the link' }).screenshot();
      const { data, info } = await sharp(picture)
        .resize(512, 512, { kernel: 'nearest' })
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(link);
    }).toPass();
  });

  test('saves the map as it is on the screen, with day, address and credits', async ({ page, browserName }) => {
    test.skip(browserName === 'firefox', NO_DOWNLOADS);
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', SIT_IN);
    await page.getByRole('button', { name: 'Share …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share' });
    const save = async (kind: string): Promise<Buffer> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        dialog.getByRole('button', { name: `Save as ${kind}` }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`lachin-corridor-2023-01-15.${kind.toLowerCase()}`);
      return readFile(await download.path());
    };
    const svg = (await save('SVG')).toString();
    for (const words of [
      '15\u00a0January\u00a02023',
      'OpenStreetMap contributors',
      'CC BY 4.0',
      '#map=11/39.74/46.72',
      'Sit-in site',
      '5\u00a0km. North is up.',
      'The road between Armenia and Nagorno-Karabakh',
    ])
      expect(svg).toContain(words);
    expect(svg, 'nobody moves a picture').not.toContain('Arrow keys');
    // What covers it on the page is not in the picture.
    await expect(explorer.live.locator('.labels > .is-cut', { hasText: 'Russian post 8' })).toHaveCount(1);
    expect(svg).toMatch(/<text(?![^>]*display="none")[^>]*>Russian post 8</);
    for (const face of ['Source Sans 3', 'Source Serif 4'])
      expect(svg, 'holds its typefaces').toMatch(new RegExp(`${face}[^}]+url\\(["']?data:[^)]{1000}`));
    expect(svg, 'as on the screen').toContain('AZERBAIJAN');
    expect(svg, 'asks no other file').not.toMatch(/(?:href|src)="(?!#|data:)|url\((?!["']?(?:#|data:|&quot;#))/);
    const png = sharp(await save('PNG'));
    const { width } = await png.metadata();
    expect(width).toBe(2 * Math.round((await page.locator('corridor-map').boundingBox())?.width ?? 0));
    const { channels, entropy } = await png.stats();
    expect(channels.length).toBeGreaterThanOrEqual(3);
    expect(entropy, 'a map, not an empty ground').toBeGreaterThan(0.8);
  });

  test('saves the same picture where the page is scrolled meanwhile', async ({ page, browserName }) => {
    test.skip(browserName === 'firefox', NO_DOWNLOADS);
    await new ExplorerPage(page).open('places/lachin/', '#map=10/39.68/46.6&day=2023-05-01&focus=none');
    await typefacesOn(page);
    await page.getByRole('button', { name: 'Share …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share' });
    const save = async (meanwhile: () => Promise<void>): Promise<string> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        dialog.getByRole('button', { name: 'Save as SVG' }).click().then(meanwhile),
      ]);
      return (await readFile(await download.path())).toString();
    };
    // What comes with the picture is asked for at the first one.
    const release = await hold(page, /relief\.webp/);
    const scrolled = await save(async () => {
      await page.evaluate(() => scrollBy({ top: 200, behavior: 'instant' }));
      release();
    });
    expect(scrolled).toBe(await save(async () => {}));
  });

  test('saves two days side by side as they stand', async ({ page, browserName }) => {
    test.skip(browserName === 'firefox', NO_DOWNLOADS);
    const explorer = new ExplorerPage(page);
    await explorer.open(
      'map/',
      '#map=10/39.68/46.6&day=2023-05-01&focus=none&layers=areas,zone,roads,places&against=2021-06-01',
    );
    await page.getByRole('button', { name: 'Share …' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as SVG' }).click(),
    ]);
    const svg = (await readFile(await download.path())).toString();
    expect(svg).toContain('1\u00a0June\u00a02021 | 1\u00a0May\u00a02023');
    expect(svg.match(/<clipPath/g)).toHaveLength(2);
    // On the picture itself: the line between them, and each day on its side of it.
    const at = Number(/<path d="M([\d.]+) 0v\d+" stroke="[^"]+" stroke-width="2"/.exec(svg)?.[1]);
    const labelOf = (words: string): RegExpExecArray | null =>
      new RegExp(`<text x="([\\d.]+)" y="22" text-anchor="(\\w+)"[^>]*>${words}<`).exec(svg);
    const [left, right] = [labelOf('1\u00a0June\u00a02021'), labelOf('1\u00a0May\u00a02023')];
    expect([Number(left?.[1]) < at, left?.[2], Number(right?.[1]) > at, right?.[2]]).toEqual([
      true,
      'end',
      true,
      'start',
    ]);
    expect(svg).toContain('Left of the line, 1\u00a0June\u00a02021; right of it, 1\u00a0May\u00a02023. The road');
  });

  test('gives an embed code whose frame shows the view', async ({ page, baseURL }) => {
    const dialog = await openDialog(page, CHECKPOINT);
    await dialog.getByText('Embed', { exact: true }).click();
    const code = await dialog.getByRole('textbox', { name: 'Embed code' }).inputValue();
    const src = /src="([^"]+)"/.exec(code)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(src).toContain(`${baseURL}embed/${CHECKPOINT}#map=10/39.5655/46.5708&day=2023-04-23`);
    await page.goto(src);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Azerbaijan sets up a checkpoint at the Hakari bridge',
    );
  });

  test('cites in each format, with the link and today’s day', async ({ page }) => {
    await page.clock.setFixedTime(new Date('2026-11-24T12:00:00'));
    const dialog = await openDialog(page, CHECKPOINT);
    await dialog.getByText('Cite', { exact: true }).click();
    const citation = dialog.getByRole('textbox', { name: 'Citation' });
    await expect(citation).toHaveValue(/Retrieved November 24, 2026, from http/);
    const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
    for (const [format, form] of [
      ['BibTeX', /^@misc\{/],
      ['RIS', /^TY {2}- ELEC/],
      ['CSL-JSON', /"type": "webpage"/],
      ['MediaWiki template', /^\{\{cite web .*access-date=24 November 2026\}\}$/],
    ] as const) {
      await dialog.getByRole('combobox', { name: 'Format' }).selectOption(format);
      await expect(citation).toHaveValue(form);
      expect(await citation.inputValue()).toContain(link);
    }
  });

  test('says what was copied where it is seen, on a small phone too', async ({ page, context, browserName }) => {
    if (browserName === 'chromium') await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.setViewportSize({ width: 360, height: 640 });
    const dialog = await openDialog(page, 'events/2022-12-12-road-blocked/');
    await dialog.getByText('Cite', { exact: true }).press('Enter');
    const copy = dialog.getByRole('button', { name: 'Copy citation' });
    await copy.evaluate((button) => button.focus({ preventScroll: true }));
    await dialog.evaluate((box) => {
      for (const part of [box, ...box.querySelectorAll('*')]) part.scrollTop = part.scrollHeight;
    });
    await page.keyboard.press('Enter');
    const said = dialog.getByText(/^Citation (copied|chosen)/);
    await expect(said).toBeInViewport({ ratio: 1 });
    const { top, bottom } = await said.evaluate((words) => words.getBoundingClientRect());
    const seen = await said.evaluate((words) => {
      const box = words.getBoundingClientRect();
      return words.contains(document.elementFromPoint(box.left + box.width / 2, (box.top + box.bottom) / 2));
    });
    expect(seen, `${top} to ${bottom}`).toBe(true);
  });

  test('copies no citation before there is one', async ({ page, browserName, context }) => {
    if (browserName === 'chromium') await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const release = await hold(page, /\/cite\/.*\.json/);
    await page.goto('./events/2023-04-23-checkpoint/');
    await page.getByRole('button', { name: 'Share …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share' });
    await dialog.getByText('Cite', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Copy citation' }).click();
    await expect(dialog.getByRole('status')).toHaveText('There is no citation yet.');
    release();
    await expect(dialog.getByRole('textbox', { name: 'Citation' })).not.toHaveValue('');
    await dialog.getByRole('button', { name: 'Copy citation' }).click();
    await expect(dialog.getByRole('status')).toHaveText(/^Citation (copied|chosen)/);
  });

  test('says of no link that it is copied when it is another', async ({ page, browserName, context }) => {
    if (browserName === 'chromium') await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('./events/2023-04-23-checkpoint/');
    await page.getByRole('button', { name: 'Share …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share' });
    await dialog.getByRole('button', { name: 'Copy link' }).click();
    await expect(dialog.getByRole('status')).toHaveText(/^Link (copied|chosen)/);
    await dialog.getByRole('radio', { name: 'Just the page' }).check();
    await expect(dialog.getByRole('status')).toBeEmpty();
  });

  test('says so where the citations do not come, and keeps the link', async ({ page, guard }) => {
    guard.expected.push(/500|citations could not be loaded/);
    await page.route('**/cite/**', (route) => route.fulfill({ status: 500, body: '' }));
    const dialog = await openDialog(page, CHECKPOINT);
    await dialog.getByText('Cite', { exact: true }).click();
    await expect(dialog.getByRole('textbox', { name: 'Citation' })).toHaveValue(/could not be loaded\. .* Link: http/);
  });

  test('leads to the same spot on other maps', async ({ page }) => {
    const dialog = await openDialog(page, CHECKPOINT);
    for (const [name, href] of [
      ['OpenStreetMap', 'https://www.openstreetmap.org/#map=10/39.5655/46.5708'],
      ['Google Maps', 'https://www.google.com/maps/@?api=1&map_action=map&center=39.5655,46.5708&zoom=10'],
      ['Apple Maps', 'https://maps.apple.com/?ll=39.5655,46.5708&z=10'],
      ['Map app', 'geo:39.5655,46.5708?z=10'],
    ] as const)
      await expect(dialog.getByRole('link', { name })).toHaveAttribute('href', href);
  });

  test('offers the system’s share sheet where there is one', async ({ page }) => {
    await page.addInitScript(() => {
      const sent: ShareData[] = [];
      Object.assign(globalThis, { sent });
      Object.defineProperty(navigator, 'share', { value: async (data: ShareData) => sent.push(data) });
    });
    const dialog = await openDialog(page, CHECKPOINT);
    await dialog.getByRole('button', { name: 'Send …' }).click();
    const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
    expect(await page.evaluate(() => (globalThis as unknown as { sent: ShareData[] }).sent)).toEqual([
      { title: expect.stringContaining('checkpoint'), url: link },
    ]);
  });

  test('offers none where there is none', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'share', { value: undefined }));
    const dialog = await openDialog(page, CHECKPOINT);
    await expect(dialog.getByRole('button', { name: 'Send …' })).toHaveCount(0);
  });

  test('leaves the link chosen where there is no clipboard', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    const dialog = await openDialog(page, CHECKPOINT);
    await dialog.getByRole('button', { name: 'Copy link' }).click();
    await expect(dialog.getByRole('status')).toHaveText(/^Link chosen: copy it/);
    expect(
      await page.evaluate(() => getSelection()?.toString() || document.activeElement?.getAttribute('aria-label')),
    ).toBeTruthy();
  });

  test('copies the link all the same where it cannot be loaded itself', async ({ page, context, guard }) => {
    guard.expected.push(/share dialog could not be loaded|Failed to load resource|ERR_FAILED/);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.route('**/share-dialog*', (route) => route.abort());
    await page.goto(`./${CHECKPOINT}`);
    await page.getByRole('button', { name: 'Share …' }).click();
    await expect(page.getByText('Link copied.')).toBeVisible();
  });

  test('opens once, however often it was asked for while it was on its way', async ({ page }) => {
    const held: (() => void)[] = [];
    await page.route('**/share-dialog*', async (route) => {
      await new Promise<void>((resolve) => held.push(resolve));
      await route.fallback();
    });
    await page.goto(`./${CHECKPOINT}`);
    const share = page.getByRole('button', { name: 'Share …' });
    await share.click();
    await share.click();
    await expect.poll(() => held.length).toBeGreaterThan(0);
    for (const release of held) release();
    await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await share.click();
    await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
  });

  test('closes by a press beside it, and not by one on its margin or a sweep out of it', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    const dialog = await openDialog(page, CHECKPOINT);
    const box = await dialog.boundingBox();
    const link = await dialog.getByRole('textbox', { name: 'Link' }).boundingBox();
    if (!box || !link) throw new Error('no dialog');
    await page.mouse.click(box.x + 6, box.y + box.height / 2);
    await page.mouse.move(link.x + 20, link.y + link.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x - 4, link.y + link.height / 2, { steps: 3 });
    await page.mouse.up();
    await expect(dialog).toBeVisible();
    await page.mouse.click(box.x - 4, box.y - 4);
    await expect(dialog).toBeHidden();
  });

  test('embeds the view of the link, also while its map is on its way', async ({ page }) => {
    await page.route('**/data/map.json*', () => {});
    const dialog = await openDialog(page, `${CHECKPOINT}${SIT_IN}`);
    await dialog.getByText('Embed', { exact: true }).click();
    await expect(dialog.getByRole('textbox', { name: 'Embed code' })).toHaveValue(/day=2023-01-15/);
  });

  test('says that it is on its way until it is there, and holds what the map shows by then', async ({ page }) => {
    const map = await hold(page, '**/data/map.json*');
    const styles = await hold(page, /\/share\.[^/]*\.css$/);
    await page.goto(`./${CHECKPOINT}${SIT_IN}`);
    await page.getByRole('button', { name: 'Share …' }).click();
    const said = page.getByText('One moment …');
    await expect(said).toBeVisible();
    map();
    await expect(new ExplorerPage(page).live).toBeVisible();
    await expect(said).toBeVisible();
    styles();
    const dialog = page.getByRole('dialog', { name: 'Share' });
    await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/day=2023-01-15/);
    await expect(said).toHaveCount(0);
    // What can move under it: a map that follows the text.
    await page.evaluate(() => {
      const detail = { change: { day: '2023-02-01' }, isChoice: false };
      document.querySelector('corridor-map')?.dispatchEvent(new CustomEvent('view-request', { detail, bubbles: true }));
    });
    await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/day=2023-02-01/);
  });

  test('opens and closes by keys, and gives the focus back', async ({ page }) => {
    await page.goto(`./${CHECKPOINT}`);
    const share = page.getByRole('button', { name: 'Share …' });
    await expect(share).toBeVisible();
    await share.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Share' });
    await expect(dialog).toBeVisible();
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(share).toBeFocused();
  });

  test('can be used by everyone', async ({ page }) => {
    const dialog = await openDialog(page, CHECKPOINT);
    for (const name of ['Embed', 'Cite']) await dialog.getByText(name, { exact: true }).click();
    expect(await axeFinds(page, { within: ['dialog'] })).toEqual([]);
    const overflows = await dialog.evaluate((element) => element.scrollWidth > element.clientWidth);
    expect(overflows).toBe(false);
  });
});
