import { axeFinds } from './axe.ts';
import { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './fixtures.ts';
import { hold } from './hold.ts';

const AT = '#map=9/39.9/46.9&day=2023-05-01&focus=none&layers=areas,zone,roads,places,events';

test.describe('the place finder', () => {
  for (const query of ['Berdzor', 'Laçın', 'Բերձոր', 'Лачин', 'lahcin'])
    test(`goes to Lachin by "${query}", with keys alone`, async ({ page }) => {
      const explorer = new ExplorerPage(page);
      await explorer.open('map/', AT);
      const field = page.getByRole('combobox', { name: 'Find a place, or paste coordinates' });
      await field.focus();
      await page.keyboard.type(query);
      await expect(page.getByRole('option', { name: /^Lachin \/ Berdzor/ }).first()).toBeVisible();
      await page.keyboard.press('Enter');
      await expect.poll(() => explorer.field('focus')).toBe('lachin');
      await expect.poll(() => explorer.field('map')).toMatch(/\/39\.64\d*\/46\.54\d*$/);
      await expect(page.getByRole('listbox')).toBeHidden();
    });

  test('says where the map goes until it goes elsewhere', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', AT);
    const field = page.getByRole('combobox');
    await field.fill('Berdzor');
    await page
      .getByRole('option', { name: /^Lachin \/ Berdzor/ })
      .first()
      .click();
    const said = page.getByText('The map goes to Lachin / Berdzor.');
    await expect(said).toBeVisible();
    await expect.poll(() => explorer.field('focus')).toBe('lachin');
    await page.getByRole('button', { name: 'Next event' }).click();
    await expect(said).toHaveCount(0);
  });

  test('names the form that was found in its language, steps by arrows and closes by Escape', async ({ page }) => {
    await new ExplorerPage(page).open('map/', AT);
    const field = page.getByRole('combobox');
    await field.fill('Շ');
    await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
    await expect(page.locator('.finder i[lang="hy"]').first()).toBeVisible();
    await field.press('ArrowDown');
    await expect(page.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
    await expect(field).toHaveAttribute('aria-activedescendant', 'finder-option-1');
    await field.press('Escape');
    await expect(page.getByRole('listbox')).toBeHidden();
  });

  test('chooses by a whole press of the main button, and not by one that begins a scroll or a menu', async ({
    page,
  }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', AT);
    const field = page.getByRole('combobox');
    await field.fill('Sh');
    const option = page.getByRole('option').nth(1);
    const box = await option.boundingBox();
    if (!box) throw new Error('no option');
    await option.click({ button: 'right' });
    await page.mouse.move(box.x + 20, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 20, box.y - 200, { steps: 4 });
    await page.mouse.up();
    await expect(option).toBeVisible();
    await expect(field).toHaveValue('Sh');
    expect(explorer.field('focus')).toBe('none');
    await option.click();
    await expect.poll(() => explorer.field('focus')).not.toBe('none');
  });

  test('offers nothing again of a query that is gone', async ({ page }) => {
    await new ExplorerPage(page).open('map/', AT);
    const field = page.getByRole('combobox');
    for (const gone of ['', '51.5, -0.12', 'qqqqqqqq']) {
      await field.fill('Sh');
      await expect(page.getByRole('option').first()).toBeVisible();
      await field.fill(gone);
      await expect(page.getByRole('listbox')).toBeHidden();
      await field.press('ArrowDown');
      await expect(page.getByRole('listbox'), gone).toBeHidden();
    }
  });

  test('offers nothing again of a query that was answered, nor to who has gone on until they come back', async ({
    page,
  }) => {
    const explorer = new ExplorerPage(page);
    const release = await hold(page, '**/data/names.json*');
    await explorer.open('map/', AT);
    const field = page.getByRole('combobox');
    await field.fill('Shus');
    await expect(page.locator('.finder [role=status]')).toHaveText('The names are being loaded.');
    await field.blur();
    release();
    await expect(page.locator('.finder [role=status]')).toHaveText(/match/);
    await expect(page.getByRole('listbox')).toBeHidden();
    await expect(field).toHaveAttribute('aria-expanded', 'false');
    await field.focus();
    await expect(page.getByRole('option').first()).toBeVisible();
    await field.press('Enter');
    await expect.poll(() => explorer.field('focus')).toBe('shusha');
    await field.press('ArrowDown');
    await expect(page.getByRole('listbox')).toBeHidden();
  });

  for (const [pasted, map] of [
    ['39.5655, 46.5708', '12/39.5655/46.5708'],
    ['46.5708, 39.5655', '12/39.5655/46.5708'],
    ['39°33\'56"N 46°34\'15"E', '12/39.5656/46.5708'],
    ['https://www.openstreetmap.org/#map=11/39.64/46.55', '11/39.64/46.55'],
    ['https://www.google.com/maps/@39.64,46.55,13z', '13/39.64/46.55'],
  ] as const)
    test(`goes to ${pasted}`, async ({ page }) => {
      const explorer = new ExplorerPage(page);
      await explorer.open('map/', AT);
      await page.getByRole('combobox').fill(pasted);
      await page.getByRole('option').click();
      await expect.poll(() => explorer.field('map')).toBe(map);
    });

  test('says what it cannot find or go to', async ({ page, guard }) => {
    guard.expected.push(/503/, /The names could not be loaded/);
    await new ExplorerPage(page).open('map/', AT);
    const field = page.getByRole('combobox');
    const said = page.locator('.finder [role=status]');
    await field.fill('51.5, -0.12');
    await expect(said).toHaveText('51.5000, -0.1200 lies outside this map.');
    await field.fill('qqqqqqqq');
    await expect(said).toContainText('Nothing found.');
    await page.reload();
    await page.route('**/data/names.json*', (route) => route.fulfill({ status: 503 }));
    await expect(page.locator('.live-map.is-drawn')).toBeVisible();
    await field.fill('Shusha');
    await expect(said).toContainText('The names could not be loaded.');
    await field.fill('39.5655, 46.5708');
    await expect(said).toHaveText('One position.');
    await field.fill('Shusha');
    await expect(said).toContainText('The names could not be loaded.');
    await field.press('ArrowDown');
    await expect(page.getByRole('listbox')).toBeHidden();
  });

  test('says nothing of names that did not come once a position is asked for', async ({ page, guard }) => {
    guard.expected.push(/503/, /The names could not be loaded/);
    const release = await hold(page, '**/data/names.json*', (route) => route.fulfill({ status: 503 }));
    await new ExplorerPage(page).open('map/', AT);
    const field = page.getByRole('combobox');
    const said = page.locator('.finder [role=status]');
    await field.fill('Shusha');
    await expect(said).toHaveText('The names are being loaded.');
    await field.fill('39.5655, 46.5708');
    await expect(said).toHaveText('One position.');
    const failed = page.waitForEvent('console', (message) => message.text().includes('names could not be loaded'));
    release();
    await failed;
    await expect(page.getByRole('option')).toHaveText('Go to 39.5655, 46.5708');
    await expect(said).toHaveText('One position.');
  });
});

test.describe('what is here?', () => {
  const BRIDGE = '#map=12/39.5655/46.5708&day=2023-05-01&focus=none&layers=areas,zone,roads,places,events';

  test('is answered by a key for the middle of the map', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', BRIDGE);
    await page.getByRole('application').focus();
    await page.keyboard.press('Enter');
    const here = page.getByRole('region', { name: 'What is here' });
    await expect(here).toContainText('39.5655, 46.5708');
    await expect(here.getByRole('link', { name: 'Hakari bridge', exact: true })).toBeVisible();
    await expect(here).toContainText('Hakari bridge, checkpoint');
    await expect(here).toContainText('Corridor zone along the new road (our reading)');
    await expect(here).toContainText('closed to ordinary traffic; approximate, within 1.5 km');
    await expect(here).toContainText('much of it is not demarcated');
    await expect(here.getByRole('heading', { level: 2 })).toBeFocused();
    expect(await axeFinds(page, { within: ['.here'] })).toEqual([]);
    await here.getByRole('button', { name: 'Close' }).click();
    await expect(here).toBeHidden();
    await expect(page.getByRole('application')).toBeFocused();
  });

  test('takes nobody from the field to which they went while it was on its way', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', BRIDGE);
    const release = await hold(page, /here-panel/);
    await page.getByRole('application').focus();
    await page.keyboard.press('Enter');
    const field = page.getByRole('combobox', { name: 'Find a place, or paste coordinates' });
    await field.focus();
    await page.keyboard.type('Go');
    release();
    await expect(page.getByRole('region', { name: 'What is here' })).toContainText('39.5655, 46.5708');
    await page.keyboard.type('ris');
    await expect(field).toHaveValue('Goris');
  });

  test('goes at Escape, then what is chosen; who was at a mark stays there', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', BRIDGE);
    const here = page.getByRole('region', { name: 'What is here' });
    const chosen = page.getByRole('region', { name: 'Chosen on the map' });
    const mark = page.getByRole('button', { name: /events at or about Hakari bridge/ });
    await mark.focus();
    await page.keyboard.press('Enter');
    await expect(chosen).toContainText('Hakari bridge');
    await page.getByRole('application').focus();
    await page.keyboard.press('Enter');
    await expect(here.getByRole('heading', { level: 2 })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(here).toBeHidden();
    await expect(page.getByRole('application')).toBeFocused();
    await expect(chosen).toContainText('Hakari bridge');
    await mark.focus();
    await page.keyboard.press('Escape');
    await expect(chosen).toBeEmpty();
    await expect.poll(() => explorer.field('focus')).toBe('none');
    await expect(mark).toBeFocused();
    await page.keyboard.press('Enter');
    await chosen.getByRole('link', { name: 'Hakari bridge', exact: true }).focus();
    await page.keyboard.press('Escape');
    await expect(chosen).toBeEmpty();
    await expect(mark).toBeFocused();
  });

  test('is answered by a press on the map, and not by a drag or a press on a mark', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await page.clock.install();
    await explorer.open('map/', BRIDGE);
    const here = page.locator('.here');
    const map = page.getByRole('application');
    // What answers is loaded, so that a wrong answer would be there at once.
    await map.press('Enter');
    await page.getByRole('region', { name: 'What is here' }).getByRole('button', { name: 'Close' }).click();
    const box = await map.boundingBox();
    if (!box) throw new Error('no map');
    const [x, y] = [box.x + box.width * 0.8, box.y + box.height * 0.75];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 60, y - 30, { steps: 5 });
    await page.mouse.up();
    // Longer than a press waits for a second one, which would zoom.
    await page.clock.runFor(1000);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await expect(here).toBeHidden();
    await page.getByRole('button', { name: /events at or about Hakari bridge/ }).click();
    await expect.poll(() => explorer.field('focus')).toBe('hakari-bridge');
    await page.clock.runFor(1000);
    await expect(here).toBeHidden();
    // What is chosen would cover the map on a phone.
    await page.goBack();
    await expect(page.locator('.chosen')).toBeEmpty();
    await page.mouse.click(x, y);
    await page.clock.runFor(1000);
    await expect(here).toBeVisible();
    await expect(here).toContainText('What is here on 1 May 2023?');
    expect(explorer.field('focus')).toBe('none');
  });
});

test.describe('the newest answer', () => {
  const VIEW = '#map=10/39.68/46.6&day=2023-04-23&focus=none&layers=areas,zone,roads,places,events';

  for (const [width, height] of [
    [1440, 900],
    [768, 1024],
    [1440, 690],
    [1366, 625],
    [1280, 577],
  ] as const)
    test(`is seen at ${width} × ${height}: what is chosen takes the place of what is here, and what is here stands before it`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      const explorer = new ExplorerPage(page);
      for (const against of ['', '&against=2021-06-01']) {
        await explorer.open('map/', VIEW + against);
        const map = page.getByRole('application');
        const here = page.getByRole('region', { name: 'What is here' });
        const chosen = page.getByRole('region', { name: 'Chosen on the map' });
        await map.press('Enter');
        await expect(here.getByRole('heading', { level: 2 })).toBeInViewport();
        await page.getByRole('button', { name: /events at or about Lachin/ }).press('Enter');
        await expect(here).toBeHidden();
        await expect(chosen.getByRole('link', { name: 'Lachin / Berdzor' })).toBeInViewport({ ratio: 1 });
        await map.press('Enter');
        await expect(here.getByRole('heading', { level: 2 })).toBeInViewport({ ratio: 1 });
      }
    });

  test('is not that of a question that something was chosen after, however late it comes', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    const release = await hold(page, '**/here-panel*');
    const asked = page.waitForRequest('**/here-panel*');
    await explorer.open('map/', VIEW);
    const here = page.getByRole('region', { name: 'What is here' });
    await page.getByRole('application').press('Enter');
    const script = (await asked).url();
    await expect(here).toContainText('What is here is slow to come.');
    await page.getByRole('button', { name: /events at or about Lachin/ }).press('Enter');
    await expect(here).toBeHidden();
    release();
    // Until it has run, and what waited for it.
    await page.evaluate(async (url) => {
      await import(url);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }, script);
    await expect(here).toBeHidden();
    await expect(page.getByRole('region', { name: 'Chosen on the map' })).toContainText('Lachin / Berdzor');
  });

  test('is of the day shown: what is here closes when the day changes', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', VIEW);
    await page.getByRole('application').press('Enter');
    const here = page.getByRole('region', { name: 'What is here' });
    await expect(here).toContainText('What is here on 23 April 2023?');
    await expect(here.getByRole('heading', { level: 2 })).toBeFocused();
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      VIEW.replace('2023-04-23', '2022-12-20'),
    );
    await expect(here).toBeHidden();
    await expect(page.getByRole('application')).toBeFocused();
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the list of all places stands in its stead', async ({ page }) => {
    await page.goto('./map/');
    await expect(page.getByRole('combobox')).toBeHidden();
    await page.getByRole('link', { name: 'All places with all their names' }).click();
    await expect(page.getByRole('link', { name: 'Lachin / Berdzor' })).toBeVisible();
  });
});
