/** A page comes over the network in pieces, cut anywhere. */
import { expect } from './fixtures.ts';
import { drawn, shiftsOf, watchShifts } from './layout-shifts.ts';
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
  const links = head.getByRole('navigation').getByRole('link', { includeHidden: true });
  await expect(links).toHaveCount(8);
  for (const link of await links.all()) await expect(link).toBeVisible();
});

for (const path of [
  '',
  'timeline/',
  'road/',
  'chapters/the-checkpoint/',
  'events/2023-04-23-checkpoint/',
  'places/',
  'positions/checkpoint-lawful/',
  'sources/',
  'about/',
])
  test(`the first words of /${path} stay where they are when the rest of their paragraph comes`, async ({
    page,
    host,
    browserName,
  }) => {
    test.skip(browserName !== 'chromium', 'only Chromium reports shifts of the layout');
    await watchShifts(page);
    await page.goto(`./${path}`);
    const paragraphs = page.locator('main p');
    const isText = (all: Element[]) => all.findIndex(({ textContent }) => (textContent ?? '').trim().length > 120);
    const first = paragraphs.nth(await paragraphs.evaluateAll(isText));
    const start = await first.evaluate((paragraph) => {
      const texts = document.createNodeIterator(paragraph, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode())
        if ((text.textContent ?? '').trim().length > 20) return (text.textContent ?? '').trim().slice(0, 20);
      return '';
    });
    expect(start).not.toBe('');
    for (const part of [0.2, 0.4, 0.6, 0.8]) {
      let sendRest = (): void => {};
      host.mend();
      host.spoil(new RegExp(`^${path}$`), (response, body) => {
        const file = body.toString();
        const from = file.indexOf(start, file.indexOf('<main'));
        expect(from, 'where its first paragraph starts in the file').toBeGreaterThan(0);
        const near = from + Math.round((file.indexOf('</p>', from) - from) * part);
        // Between two words: the end of a word that is cut would go to the next line with the rest of it.
        const cut = near + file.slice(near).search(/(?<=[a-z]) [a-z]+ [a-z]/);
        response.writeHead(200, { 'content-type': 'text/html;charset=utf-8' });
        response.write(file.slice(0, cut));
        sendRest = () => response.end(file.slice(cut));
      });
      await page.goto(`./${path}`, { waitUntil: 'commit' });
      await expect(first).toContainText(start);
      await drawn(page);
      sendRest();
      await expect(page.getByRole('contentinfo')).toBeAttached();
      expect(await shiftsOf(page), `cut after ${part} of it`).toBeLessThanOrEqual(0.006);
    }
  });

test('a page that is loaded again shows what was read of it, also where half of it is there long before the rest', async ({
  page,
  host,
}) => {
  test.slow(true, 'reads the longest page twice');
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
