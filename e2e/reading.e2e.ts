import { expect, test } from './fixtures.ts';
import { typefacesOn } from './typefaces-on.ts';
import { readOn, whatIsRead } from './what-is-read.ts';

test.describe('a reader of the explainer', () => {
  test('gets the answer, the key figures and at least seven chapters', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1, name: 'The Lachin corridor' })).toBeVisible();
    await expect(page.getByText('5 km', { exact: true })).toBeVisible();
    const contents = page.getByRole('navigation', { name: 'Chapters' }).getByRole('link');
    expect(await contents.count()).toBeGreaterThanOrEqual(8);
    for (const link of await contents.all()) {
      const heading = page.locator(`[id="${(await link.getAttribute('href'))?.slice(1)}"]`);
      await expect(heading).toHaveText(await link.innerText());
    }
  });

  test('finds a citation in every paragraph of every chapter', async ({ page }) => {
    await page.goto('./');
    const bare = await page
      .locator('.chapter .prose > p:not(.standfirst)')
      .evaluateAll((paragraphs) => paragraphs.filter((p) => !p.querySelector('.cite a')).map((p) => p.textContent));
    expect(bare).toEqual([]);
    expect(await page.locator('.chapter .cite a').count()).toBeGreaterThan(150);
  });

  test('follows a citation to its source, and from there to what cites it', async ({ page }) => {
    await page.goto('./');
    const mark = page.locator('.chapter .cite a').first();
    const number = (await mark.textContent()) ?? 'none';
    // Beside the reading, or in the list of sources where the script has not come yet.
    await mark.press('Enter');
    const entry = page
      .getByRole('dialog', { name: `Source ${number}`, exact: true })
      .or(page.locator('li:target').filter({ has: page.getByText(number, { exact: true }) }));
    await expect(entry).toBeVisible();
    await entry
      .locator('.cited-by > ul > li')
      .filter({ hasText: /^Chapter: / })
      .getByRole('link')
      .first()
      .press('Enter');
    await expect(page).toHaveURL(/\/chapters\/([a-z0-9-]+)\/#\1-cite-\d+$/);
    await expect(page.locator('sup.cite:target').getByRole('link', { name: number, exact: true })).toBeVisible();
  });

  test('copies the words of a chapter without the sign that links to them', async ({ page }) => {
    await page.goto('./chapters/the-ceasefire-of-2020/');
    const paragraphs = page.locator('.prose > p[id]');
    // Its script may come a moment later than the pointer.
    await expect(async () => {
      await page.mouse.move(0, 0);
      for (const i of [0, 1]) await paragraphs.nth(i).hover();
      await expect(page.locator('.self-link')).toHaveCount(2, { timeout: 500 });
    }).toPass();
    const copied = await paragraphs.nth(0).evaluate((first) => {
      getSelection()?.setBaseAndExtent(first, 0, first.nextElementSibling as Element, 1);
      return getSelection()?.toString();
    });
    expect(copied?.length).toBeGreaterThan(100);
    expect(copied).not.toContain('¶');
  });

  test('sees all 22 claims of the article with what the record says', async ({ page }) => {
    await page.goto('./');
    await expect(page.getByRole('region', { name: 'The article, claim by claim' })).toContainText('22 claims');
    // By key: chapters above are laid out as they come near, and move what lies below them.
    await page.getByRole('link', { name: /^See each claim/ }).press('Enter');
    await expect(page).toHaveURL(/\/article\/$/);
    const claims = page.locator('.claims li');
    await expect(claims).toHaveCount(22);
    await expect(claims.nth(12)).toContainText('as soon as possible');
    for (const claim of await claims.all()) {
      await expect(claim.locator('strong')).not.toBeEmpty();
      expect(await claim.locator('.cite a').count()).toBeGreaterThan(0);
    }
  });

  test('sees the quotations of the article beside the official wording, with the differing words marked', async ({
    page,
  }) => {
    await page.goto('./article/#quotations');
    const pairs = page.locator('.wordings section');
    await expect(pairs).toHaveCount(4);
    await expect(pairs.nth(1).locator('mark').filter({ hasText: 'immediately' })).toBeVisible();
    await expect(pairs.nth(1).locator('mark').filter({ hasText: 'as soon as possible' })).toBeVisible();
    expect(
      await pairs
        .locator('mark')
        .first()
        .evaluate((mark) => getComputedStyle(mark).backgroundColor),
    ).not.toBe('rgb(255, 255, 0)');
    await expect(pairs.nth(1)).toContainText('30\u00a0April\u00a02023');
    await expect(page.getByRole('heading', { name: 'What the article left out' })).toBeVisible();
  });

  test('sees the map of a chapter when it comes near, and opens it', async ({ page }) => {
    // On a wider screen the map beside the text follows it: walk.e2e.ts.
    await page.setViewportSize({ width: 800, height: 900 });
    await page.goto('./');
    const still = page.getByRole('img', { name: /^Map\. / }).nth(1);
    await still.scrollIntoViewIfNeeded();
    await expect.poll(() => still.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
    await page.getByRole('link', { name: /^Open the map of “What the corridor was”/ }).click();
    await expect(page).toHaveURL(/\/map\/#map=/);
    await expect(page.locator('.live-map.is-drawn')).toBeVisible();
  });

  test('reads an event with each side, its place, its sources, and goes on to the next', async ({ page }) => {
    await page.goto('./events/2023-04-23-checkpoint/');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('checkpoint');
    const sides = page.getByRole('heading', { level: 3 });
    await expect(sides.first()).toHaveText('Armenia');
    const names = await sides.allInnerTexts();
    expect(names).toEqual([...names].sort());
    await expect(page.locator('[lang="hy"]').first()).toBeVisible();
    expect(await page.getByRole('region', { name: 'Sources' }).getByRole('row').count()).toBeGreaterThan(5);
    await page.getByRole('navigation', { name: 'Events before and after' }).getByRole('link').last().click();
    await expect(page).toHaveURL(/events\/2023-04-28-sit-in-ends\/$/);
  });

  test('finds a place by any of its names', async ({ page }) => {
    await page.goto('./places/');
    const row = page.getByRole('row').filter({ hasText: 'Lachin / Berdzor' });
    for (const form of ['Laçın', 'Բերձոր', 'Лачин']) await expect(row).toContainText(form);
    await row.getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lachin / Berdzor');
  });

  test('is told on every page until when events are followed', async ({ page }) => {
    for (const path of ['./', './map/', './timeline/', './sources/', './about/']) {
      await page.goto(path);
      await expect(page.getByRole('contentinfo')).toContainText('Events are followed to');
    }
  });

  test('who mistypes an address gets a page that leads on', async ({ page, guard }) => {
    guard.expected.push(/404/);
    const answer = await page.goto('./no-such-page/');
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not here');
    await page.getByRole('main').getByRole('link', { name: 'The map' }).click();
    await expect(page).toHaveURL(/\/map\//);
  });
});

test.describe('a page that is loaded again', () => {
  for (const path of ['', 'figures/', 'sources/', 'timeline/', 'road/'])
    test(`shows what was read of /${path}, however tall the rest is`, async ({ page }) => {
      test.slow(path === 'sources/', 'reads the longest page twice');
      await page.goto(`./${path}`);
      await typefacesOn(page);
      await readOn(page);
      const standsAgain = await whatIsRead(page);
      expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1000);
      await page.reload();
      await typefacesOn(page);
      await standsAgain();
    });
});
