/** A page comes over the network in pieces, cut anywhere. */
import { expect } from './fixtures.ts';
import { test } from './own-host.ts';
import { typefacesOn } from './typefaces-on.ts';
import { readOn, whatIsRead } from './what-is-read.ts';

test('the links of the head are shown when all of them are here, since each would move those before it', async ({
  page,
  host,
}) => {
  let sendRest = (): void => {};
  host.spoil(/^about\/$/, (response, body) => {
    const cut = body.indexOf('</a>', body.indexOf('<nav aria-label="Site"'));
    response.writeHead(200, { 'content-type': 'text/html;charset=utf-8' });
    response.write(body.subarray(0, cut));
    sendRest = () => response.end(body.subarray(cut));
  });
  const head = page.getByRole('banner');
  await page.goto('./about/', { waitUntil: 'commit' });
  await expect(head.getByRole('link', { name: 'The Lachin corridor' })).toBeVisible();
  await expect(head.getByText('Map')).toBeAttached();
  await expect(head.getByText('Map')).toBeHidden();
  sendRest();
  for (const link of await head.getByRole('navigation').getByRole('link').all()) await expect(link).toBeVisible();
  await expect(head.getByRole('link', { name: 'Search' })).toBeVisible();
});

test('the first words of the list of places stay where they are when the rest of their paragraph comes', async ({
  page,
  host,
  browserName,
}) => {
  test.skip(browserName !== 'chromium', 'only Chromium reports shifts of the layout');
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      const { dataset } = document.documentElement;
      for (const entry of list.getEntries())
        dataset['moved'] = String(Number(dataset['moved'] ?? 0) + (entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const words of ['comes first', 'The order', 'Each place', 'uses which']) {
    let sendRest = (): void => {};
    host.mend();
    host.spoil(/^places\/$/, (response, body) => {
      const cut = body.indexOf(words) + words.length;
      response.writeHead(200, { 'content-type': 'text/html;charset=utf-8' });
      response.write(body.subarray(0, cut));
      sendRest = () => response.end(body.subarray(cut));
    });
    await page.goto('./places/', { waitUntil: 'commit' });
    await expect(page.locator('.standfirst')).toContainText(words);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    sendRest();
    await expect(page.getByRole('contentinfo')).toBeAttached();
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    const moved = await page.evaluate(() => Number(document.documentElement.dataset['moved'] ?? 0));
    expect(moved, `cut after "${words}"`).toBeLessThanOrEqual(0.006);
  }
});

test('a page that is loaded again shows what was read of it, also where half of it is there long before the rest', async ({
  page,
  host,
}) => {
  await page.goto('./sources/');
  await typefacesOn(page);
  await readOn(page);
  const standsAgain = await whatIsRead(page);
  let sendRest = (): void => {};
  host.spoil(/^sources\/$/, (response, body) => {
    const cut = body.length / 2;
    response.writeHead(200, { 'content-type': 'text/html;charset=utf-8' });
    response.write(body.subarray(0, cut));
    sendRest = () => response.end(body.subarray(cut));
  });
  await page.evaluate(() => document.documentElement.setAttribute('data-old', ''));
  const again = page.reload();
  await expect(page.locator('html:not([data-old]) main .laid-out-late').nth(9)).toBeAttached();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 500))));
  sendRest();
  await again;
  await typefacesOn(page);
  await standsAgain();
});
