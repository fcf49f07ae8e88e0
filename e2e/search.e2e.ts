import { expect, test } from './fixtures.ts';

test.describe('the search', () => {
  test('loads nothing until its field is used, and then finds a place by its name in any script', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto('./search/');
    await page.waitForLoadState('networkidle');
    expect(asked.filter((url) => /search\.json|search-index/.test(url))).toEqual([]);
    const field = page.getByRole('searchbox', { name: 'Words or names' });
    for (const name of ['Berdzor', 'Laçın', 'Բերձոր', 'Лачин', 'lacin']) {
      await field.fill(name);
      const first = page.locator('.results li').first();
      await expect(first).toContainText('Lachin / Berdzor');
      await expect(first).toContainText('Place');
    }
    expect(asked.filter((url) => url.includes('/search.json')).length).toBe(1);
  });

  test('is used by keyboard alone, and its query can be shared', async ({ page }) => {
    await page.goto('./search/#q=checkpoint+bridge');
    await expect(page.getByRole('status')).toHaveText(/^\d+ results$/);
    await expect(page.getByRole('searchbox')).toHaveValue('checkpoint bridge');
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('Tab');
    await expect(page.locator('.results a').first()).toBeFocused();
    const title = await page.locator('.results a').first().textContent();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '');
  });

  test('shows more when asked, from where the reader was', async ({ page }) => {
    await page.goto('./search/#q=road');
    await expect(page.locator('.results li')).toHaveCount(20);
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect(page.locator('.results li')).toHaveCount(40);
    await expect(page.locator('.results li').nth(20).getByRole('link')).toBeFocused();
  });

  test('says when nothing is found, and takes whatever is pasted', async ({ page }) => {
    await page.goto('./search/');
    const field = page.getByRole('searchbox');
    for (const text of ['zzzzqqqq', '<img src=x onerror=alert(1)>', 'مرحبا بالعالم', '%%%\u202e#&=?']) {
      await field.fill(text);
      await expect(page.getByRole('status')).toHaveText(/^Nothing found/);
    }
    await field.fill('');
    await expect(page.getByRole('status')).toHaveText('');
    await expect(page).toHaveURL(/\/search\/$/);
  });

  test('says so when it cannot be loaded, and loads later', async ({ page, guard }) => {
    guard.expected.push(/Failed to load resource/);
    await page.route('**/search.json*', (route) => route.fulfill({ status: 503 }), { times: 1 });
    await page.goto('./search/#q=lachin');
    await expect(page.getByRole('status')).toHaveText(/could not be loaded/);
    await page.getByRole('searchbox').fill('Lachin');
    await expect(page.getByRole('status')).toHaveText(/results$/);
  });

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });
    test('offers the lists instead of a field that would not work', async ({ page }) => {
      await page.goto('./search/');
      await expect(page.getByRole('searchbox')).toBeHidden();
      await expect(page.getByRole('link', { name: /places with all their names/ })).toBeVisible();
    });
  });
});
