import { expect, test } from './fixtures.ts';

test.describe('evidence', () => {
  test('every page says when it was last checked, and to which day events are followed', async ({ page }) => {
    for (const path of ['', 'events/2023-04-23-checkpoint/', 'places/lachin/', 'glossary/', 'search/', 'map/list/']) {
      await page.goto(`./${path}`);
      await expect(page.getByRole('contentinfo'), path).toContainText(/This page was last checked on \d+\s\w+\s\d{4}/);
      await expect(page.getByRole('contentinfo'), path).toContainText(/Events are followed to/);
    }
  });

  test('an event says how exact its date and place are, and how well it is sourced', async ({ page }) => {
    await page.goto('./events/2023-04-23-checkpoint/');
    await expect(page.locator('.support')).toHaveText(
      /^Date: the day is known\. Place: known\. Sourced: strongly, by \d+ sources of \d+ publishers; primary texts: \d+\. Where publishers stand: Armenian, Azerbaijani,/,
    );
    await page.goto('./events/1992-1994-war-toll/');
    await expect(page.locator('.support')).toContainText('only the year is known');
  });

  test('a passage that rests on reference works only says so, where it stands and in the count', async ({ page }) => {
    await page.goto('./about/#fairness');
    const link = page.getByRole('link', { name: /^On 2 September 1991 the Armenian leadership/ });
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/events\/1988-02-oblast-seeks-transfer\/#cite-\d+$/);
    await expect(page.locator('sup.cite:target')).toContainText('reference work only');
  });

  test('an account without a source of its own says so', async ({ page }) => {
    await page.goto('./events/1992-1994-war-toll/');
    await expect(page.locator('.accounts section').first()).toContainText('No source of its own');
  });

  test('the counts of sources add up', async ({ page }) => {
    await page.goto('./about/');
    const rows = await page
      .locator('.counts tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent))));
    const total = rows.at(-1) ?? [];
    // Seven sides, and all of them.
    expect(total.length).toBe(8);
    for (const [i, sum] of total.entries())
      expect(rows.slice(0, -1).reduce((all, row) => all + (row[i] ?? 0), 0)).toBe(sum);
    await page.goto('./sources/');
    await expect(page.locator('.source-list > li')).toHaveCount(total.at(-1) ?? 0);
  });

  test('a place shows who uses each form of its name, each with its language', async ({ page }) => {
    await page.goto('./places/stepanakert/');
    const row = (form: string) =>
      page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: form, exact: true }) });
    await expect(row('Khankendi')).toContainText('Azerbaijani usage');
    await expect(row('Xankəndi')).toContainText('Azerbaijani, Latin');
    await expect(row('Ստեփանակերտ').getByRole('rowheader')).toHaveAttribute('lang', 'hy');
  });
});
