/** After one visit to any page the site is read without a network: its host is stopped here. */
import { world } from './content.ts';
import { ExplorerPage, SIT_IN } from './explorer-page.ts';
import { marksOpen } from './marks-open.ts';
import { expect, keptBytes, test, visit } from './offline-fixtures.ts';

const NOTE = /The site does not answer: this is the copy kept on \d\d \w{3} \d{4}\./;

const titleOf = (all: readonly { readonly id: string; readonly title: string }[], id: string): string =>
  all.find((one) => one.id === id)?.title ?? `nothing has the id ${id}`;

const PAGES = [
  ['events/2022-12-12-road-blocked/', titleOf(world.events, '2022-12-12-road-blocked')],
  ['', 'The Lachin corridor'],
  ['booklet/?utm_source=letter', 'The Lachin corridor'],
  ['road/?v=2', 'The road, day by day'],
  ['chapters/the-closure/', titleOf(world.chapters, 'the-closure')],
  ['places/shusha/', 'Shusha'],
  ['sources/', 'Sources'],
  ['data/', 'Files to take away'],
] as const;

for (const [first, count] of [
  ['', PAGES.length],
  ['events/2023-04-23-checkpoint/', 2],
  [`map/${SIT_IN}`, 2],
] as const)
  test(`after one visit to /${first} other pages open without a network`, async ({ page, host }) => {
    test.slow(count > 2, 'opens many pages');
    await visit(page, first);
    await host.stop();
    for (const [path, heading] of PAGES.slice(0, count)) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(heading);
      await expect(page.getByText(NOTE)).toBeVisible();
    }
  });

test('a page names the manifest once its words are there, and a browser finds no fault with it', async ({
  page,
  host,
}) => {
  await visit(page, 'events/2023-04-23-checkpoint/');
  await expect(page.locator('link[rel=manifest]')).toHaveCount(1);
  const browser = await page.context().newCDPSession(page);
  const { url, errors, manifest } = await browser.send('Page.getAppManifest');
  expect(url).toBe(new URL('manifest.webmanifest', host.url).href);
  expect(errors).toEqual([]);
  expect(manifest).toMatchObject({ startUrl: host.url });
});

test('a share link opens the same view without a network', async ({ page, host }) => {
  const explorer = new ExplorerPage(page);
  await visit(page, '');
  await explorer.open('map/', SIT_IN);
  const [address, said, labels] = [page.url(), await page.locator('.said').innerText(), await explorer.labels()];
  await visit(page, 'about/');
  await host.stop();
  await explorer.open('map/', SIT_IN);
  await expect(page.getByText(NOTE)).toBeVisible();
  expect(page.url()).toBe(address);
  await expect(page.locator('.said')).toHaveText(said);
  await expect.poll(async () => Object.keys(await explorer.labels()).sort()).toEqual(Object.keys(labels).sort());
});

test('timeline, search, sources and files work without a network', async ({ page, host }) => {
  await visit(page, 'about/');
  await host.stop();
  await page.goto('timeline/');
  await expect(new ExplorerPage(page).live).toBeVisible();
  await page.goto('search/#q=checkpoint');
  await expect(page.getByRole('status')).toHaveText(/^\d+ results$/);
  await page.goto('events/2023-04-23-checkpoint/');
  const mark = page.locator('.event-body sup.cite a').first();
  await marksOpen(page);
  await mark.press('Enter');
  await expect(page.getByRole('dialog', { name: /^Source / })).toContainText('on it:');
  const events = await page.evaluate(async () => {
    const answer = await fetch(new URL('../../data/events.json', location.href));
    return ((await answer.json()) as unknown[]).length;
  });
  expect(events).toBe(world.events.length);
});

test('a page that is on no list is said not to be here', async ({ page, host, guard }) => {
  guard.expected.push(/status of 404/);
  await visit(page, '');
  await host.stop();
  await page.goto('places/atlantis/');
  await expect(page.getByRole('heading', { name: 'This page is not here' })).toBeVisible();
  await expect(page.getByText(NOTE)).toBeVisible();
});

test('an address that cannot be decoded gets the host’s own answer, and the copy’s without one', async ({
  page,
  host,
  guard,
}) => {
  guard.expected.push(/status of 404/);
  await visit(page, '');
  const broken = ['%', 'events/100%/', 'a%E0%A4%A'];
  // On a busy machine the host may be slower than the reader is patient: then once more.
  for (const path of broken)
    await expect(async () => {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(404);
      await expect(page.getByText('Not found.')).toBeVisible({ timeout: 1000 });
    }).toPass();
  await host.stop();
  for (const path of broken) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: 'This page is not here' })).toBeVisible();
  }
});

test('with a network a page comes from it, and no more than 1 MB is kept', async ({ page, host }) => {
  await visit(page, '');
  // On a busy machine the host may be slower than the reader is patient: then once more.
  await expect(async () => {
    await page.goto('places/shusha/');
    await expect(page.getByText('The site does not answer')).toHaveCount(0);
  }).toPass();
  expect(host.asked).toContain('places/shusha/');
  const kept = Object.values(await keptBytes(page));
  expect(kept.length).toBe(1);
  expect(kept[0]).toBeGreaterThan(100_000);
  expect(kept[0]).toBeLessThanOrEqual(1_000_000);
});

test('an embed is asked of the network alone', async ({ page, host, guard }) => {
  guard.expected.push(/Failed to load resource/);
  await visit(page, '');
  await page.goto('embed/');
  expect(host.asked).toContain('embed/');
  await host.stop();
  await expect(page.goto('embed/')).rejects.toThrow(/CONNECTION_REFUSED/);
});
