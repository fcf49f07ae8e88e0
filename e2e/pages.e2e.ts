import { world } from './content.ts';
import { expect, test } from './fixtures.ts';

test.describe('a chapter', () => {
  test('has a page of its own with its text, its map and its neighbours', async ({ page }) => {
    await page.goto('./');
    const chapter = page.getByRole('region', { name: 'The checkpoint of 23 April 2023' });
    await chapter.getByRole('link', { name: 'This chapter on a page of its own' }).press('Enter');
    await expect(page).toHaveURL(/\/chapters\/the-checkpoint\/$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The checkpoint of 23 April 2023');
    await expect(page.getByText(`Chapter 6 of ${world.chapters.length}`)).toBeVisible();
    await expect(page.locator('.prose .cite').first()).toBeVisible();
    await page.getByRole('navigation', { name: 'Chapters before and after' }).getByRole('link').last().click();
    await expect(page.getByText(`Chapter 7 of ${world.chapters.length}`)).toBeVisible();
  });
});

test.describe('a disputed question', () => {
  test('gives every answer with actor, day and sources', async ({ page }) => {
    await page.goto('./positions/');
    await expect(page.getByRole('heading', { level: 2 })).toHaveCount(world.questions.length);
    await page.getByRole('link', { name: 'Was the April 2023 checkpoint compatible with the 2020 statement?' }).click();
    await expect(page).toHaveURL(/\/positions\/checkpoint-lawful\/$/);
    const answers = page.locator('.positions section');
    await expect(answers).toHaveCount(9);
    for (const answer of await answers.all()) {
      await expect(answer.getByRole('heading', { level: 3 })).not.toBeEmpty();
      await expect(answer.locator('time')).toHaveCount(1);
      await expect(answer.locator('.cite a').first()).toBeVisible();
    }
    expect(await answers.getByRole('heading').allInnerTexts()).toEqual([
      'Armenia',
      'Azerbaijan',
      'Nagorno-Karabakh de facto authorities',
      'European Union',
      'France',
      'International Court of Justice',
      'Russia',
      'Türkiye',
      'United States',
    ]);
  });
});

test.describe('a key number', () => {
  test('stands with what each source says, whose it is, and how to read it', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('link', { name: /numbers, with the spread between sources/ }).press('Enter');
    await expect(page).toHaveURL(/\/figures\/$/);
    const numbers = page.locator('.number');
    await expect(numbers).toHaveCount(world.figures.length);
    for (const number of await numbers.all()) {
      expect(await number.locator('.cite a').count()).toBeGreaterThan(0);
      await expect(number.getByText(/^How to read it:/)).toBeVisible();
      await expect(number.getByText(/^Support:/)).toBeVisible();
    }
    await expect(page.locator('#population-2023').getByRole('row')).toHaveCount(7);
  });
});

test.describe('the ceasefire statement', () => {
  test('stands point by point: promised, by when, what became of it', async ({ page }) => {
    await page.goto('./chapters/the-ceasefire-of-2020/');
    await page.getByRole('link', { name: 'point by point' }).click();
    await expect(page).toHaveURL(/\/statement\/$/);
    const points = page.locator('.point');
    await expect(points).toHaveCount(9);
    for (const point of await points.all()) {
      await expect(point.getByRole('term')).toHaveText(['Promised', 'By when', 'What became of it']);
      expect(await point.locator('.cite a').count()).toBeGreaterThan(1);
      expect(await point.getByRole('listitem').count()).toBeGreaterThan(0);
    }
    await page.getByRole('link', { name: '6. Kalbajar, Lachin and the corridor' }).click();
    await expect(page).toHaveURL(/#point-6$/);
    await expect(page.getByRole('figure')).toContainText(
      'Point six, English text of the Russian foreign ministry, 10\u00a0November\u00a02020',
    );
  });
});

test.describe('a named view', () => {
  test('is found in the gallery and opens on its day', async ({ page }) => {
    await page.goto('./views/');
    await expect(page.getByRole('img')).toHaveCount(world.views.length);
    await page.getByRole('link', { name: 'The checkpoint at the Hakari bridge' }).click();
    await expect(page).toHaveURL(/\/views\/checkpoint-2023\/$/);
    await expect(page.getByRole('img', { name: /^Map\. 23.April.2023\./ })).toBeVisible();
    await page.getByRole('button', { name: 'Move the map' }).click();
    await expect(page.locator('.live-map.is-drawn')).toBeVisible();
  });
});

test.describe('a former address', () => {
  test('goes on to the present one and takes the view along', async ({ page, baseURL }) => {
    await page.goto('./chapters/#map=11/39.74/46.72&day=2023-01-15&focus=none&layers=roads');
    await expect(page).toHaveURL(`${baseURL}#map=11/39.74/46.72&day=2023-01-15&focus=none&layers=roads`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The Lachin corridor');
  });

  test('goes on without scripts too', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
    const page = await context.newPage();
    await page.goto('./chapters/');
    await expect(page).toHaveURL(String(baseURL));
    await context.close();
  });
});
