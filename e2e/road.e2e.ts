import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { hold } from './hold.ts';
import { typefacesOn } from './typefaces-on.ts';

/** Presses 5 February 2021 in the calendar, the fourth row, the fifth column; returns the calendar and where its top was. */
async function pressFebruary(page: Page): Promise<{ days: Locator; top: number }> {
  const days = page.getByRole('slider', { name: 'Day' });
  await typefacesOn(page);
  await days.scrollIntoViewIfNeeded();
  const box = await days.boundingBox();
  if (!box) throw new Error('no calendar');
  await days.click({ position: { x: (4.5 / 31) * box.width, y: 20 + 3 * 16 + 10 + 6 } });
  return { days, top: box.y };
}

test.describe('the road, day by day', () => {
  test('answers for the day in the link, with what could pass, the event and its sources', async ({ page }) => {
    await page.goto('./road/#day=2023-06-18');
    const answer = page.getByRole('region', { name: 'Was the road open on 18 June 2023?' });
    await expect(answer).toContainText('No, to nobody on record.');
    await expect(answer).toContainText('15–24 June 2023');
    await expect(answer.getByRole('link', { name: 'Shooting at the Hakari bridge' })).toBeVisible();
    await expect(answer.locator('.cite a').first()).toHaveAttribute('href', /sources\/#/);
    await answer.getByText('What each side said').click();
    await expect(answer.getByText('a guard was wounded by fire from Armenia')).toBeVisible();
    await expect(answer.getByText('the flag was to stand on Armenian territory')).toBeVisible();
    await expect(page.getByRole('row', { name: /15–24 June 2023/ })).toHaveAttribute('aria-current', 'true');
  });

  test('says the day that is pressed where it is seen, though the answer is above the window', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 780 });
    await page.goto('./road/');
    const days = page.getByRole('slider', { name: 'Day', exact: true });
    await expect(days).toBeAttached();
    const said = page.locator('.picked-said');
    await expect(said).toBeEmpty();
    const picked = page.locator('.picked');
    await picked.evaluate((rect) => rect.scrollIntoView({ block: 'center' }));
    const [row, month] = [await picked.boundingBox(), await page.locator('.calendar-days').boundingBox()];
    // The middle of the 25th of 31 columns.
    await page.mouse.click((month?.x ?? 0) + ((month?.width ?? 0) * 24.5) / 31, (row?.y ?? 0) + (row?.height ?? 0) / 2);
    await expect(page.locator('.road-answer time').first()).toHaveText(/^25.April.2023$/);
    await expect(page.locator('.road-answer time').first()).not.toBeInViewport();
    await expect(said).toHaveText(/^25.April.2023: Checkpoint: peacekeepers, aid and patients$/);
    await expect(said).toBeInViewport({ ratio: 1 });
    // Who asks by the field reads the answer below it.
    await page.getByLabel('Ask for another day').fill('2023-05-01');
    await expect(page.locator('.road-answer time').first()).toHaveText(/^1.May.2023$/);
    await expect(said).toBeEmpty();
  });

  test('says on the page of a period too when traffic was stopped for some hours', async ({ page }) => {
    await page.goto('./road/#day=2022-12-03');
    const stop = page.getByRole('region', { name: 'Was the road open on 3 December 2022?' });
    await expect(stop).toContainText('On 3\u00a0December\u00a02022 traffic was stopped for some hours');
    await page.goto('./road/2020-11-10-trilateral-statement/');
    await expect(page.locator('.road-answer')).toContainText(
      'On 3\u00a0December\u00a02022 traffic was stopped for some hours',
    );
  });

  test('answers for the day that is pressed in the calendar, and holds it in the address', async ({ page }) => {
    await page.goto('./road/');
    await pressFebruary(page);
    await expect(page.getByText('Was the road open on 5 February 2021?')).toBeVisible();
    await expect(page.locator('.answer')).toHaveText('Yes, to ordinary traffic.');
    await expect(page).toHaveURL(/#day=2021-02-05$/);
  });

  test('answers for the day that was pressed, also when the page was scrolled before it came', async ({ page }) => {
    const release = await hold(page, '**/road-days*');
    await page.goto('./road/');
    const { days, top } = await pressFebruary(page);
    await page.evaluate(() => scrollBy({ top: scrollY < 100 ? 100 : -100, behavior: 'instant' }));
    await expect.poll(async () => Math.abs(((await days.boundingBox())?.y ?? 0) - top)).toBeGreaterThan(50);
    release();
    await expect(page.getByText('Was the road open on 5 February 2021?')).toBeVisible();
  });

  test('follows a mouse that is drawn over the calendar, but not one that selects words from elsewhere', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 1800 });
    await page.goto('./road/');
    await typefacesOn(page);
    const days = page.getByRole('slider', { name: 'Day' });
    await days.press('Home');
    await expect(page).toHaveURL(/#day=2020-11-10$/);
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    const box = await days.boundingBox();
    const words = await page.locator('.answer').boundingBox();
    if (!box || !words) throw new Error('no calendar');
    const middle = { x: box.x + box.width / 2, y: box.y + 20 + 3 * 16 };
    await page.mouse.move(words.x + 40, words.y + words.height / 2);
    await page.mouse.down();
    await page.mouse.move(middle.x, middle.y, { steps: 8 });
    await page.mouse.up();
    expect(await page.evaluate(() => getSelection()?.isCollapsed)).toBe(false);
    // What is done now follows what the mouse did.
    await days.press('ArrowRight');
    await expect(page).toHaveURL(/#day=2020-11-11$/);
    // Firefox would drag away what is selected.
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    await page.mouse.move(middle.x + 40, middle.y + 32, { steps: 8 });
    await page.mouse.up();
    await expect(page).toHaveURL(/#day=2021-0/);
  });

  test('writes the address no oftener than browsers bear, and the last day in the end', async ({ page }) => {
    await page.goto('./road/');
    const days = page.getByRole('slider', { name: 'Day' });
    await days.press('Home');
    await expect(page).toHaveURL(/#day=2020-11-10$/);
    const written = await page.evaluate(async () => {
      const replace = history.replaceState.bind(history);
      let count = 0;
      history.replaceState = (...args) => {
        count++;
        replace(...args);
      };
      const days = document.querySelector('.calendar-days');
      const begun = performance.now();
      for (let i = 0; i < 100; i++) {
        days?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return { count, time: performance.now() - begun };
    });
    expect(written.count).toBeLessThanOrEqual(Math.ceil(written.time / 300) + 1);
    await expect(page).toHaveURL(/#day=2021-02-18$/);
    await expect(page.getByText('Was the road open on 18 February 2021?')).toBeVisible();
  });

  test('shows its own day again after a step back to the page', async ({ page }) => {
    await page.goto('./road/');
    const own = await page.locator('.road-answer h2').innerText();
    await page.evaluate(() => {
      location.hash = 'periods';
    });
    await page.getByLabel('Ask for another day').fill('2022-12-03');
    await expect(page).toHaveURL(/#day=2022-12-03$/);
    await page.evaluate(() => history.back());
    await expect(page.locator('.road-answer h2')).toHaveText(own);
    await expect(page).toHaveURL(/road\/$/);
  });

  test('understands a link whose marks a program has encoded', async ({ page }) => {
    await page.goto('./road/#day%3D2023-06-22');
    await expect(page.getByText('Was the road open on 22 June 2023?')).toBeVisible();
    await expect(page.locator('.road-answer .notice')).toBeEmpty();
  });

  test('walks the days by keys: a day, a month, a year, the ends', async ({ page }) => {
    await page.goto('./road/#day=2023-01-31');
    const days = page.getByRole('slider', { name: 'Day' });
    await days.focus();
    for (const [key, day] of [
      ['ArrowRight', '1 February 2023: Peacekeepers and aid only'],
      ['ArrowLeft', '31 January 2023: Peacekeepers and aid only'],
      ['ArrowDown', '28 February 2023: Peacekeepers and aid only'],
      ['PageUp', '28 February 2022: Open'],
      ['Home', '10 November 2020: Open'],
      ['End', '8 June 2026: No longer a corridor'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(days).toHaveAttribute('aria-valuetext', day.replace(/(\d) (\w+) (\d{4})/, '$1\u00a0$2\u00a0$3'));
    }
  });

  test('says to a screen reader which day it has answered for, though the answer be the same', async ({ page }) => {
    await page.goto('./road/');
    const live = page.locator('.road-answer [aria-live]');
    for (const [day, said] of [
      ['2022-12-20', '20\u00a0December\u00a02022.'],
      ['2023-02-02', '2\u00a0February\u00a02023.'],
    ] as const) {
      await page.getByLabel('Ask for another day').fill(day);
      await expect(live).toContainText(said);
    }
  });

  test('keeps its day through the link over the head of the page, and through loading again', async ({ page }) => {
    await page.goto('./road/#day=2022-12-20');
    await expect(page.getByText('Was the road open on 20 December 2022?')).toBeVisible();
    await page.getByRole('link', { name: 'Skip to the text' }).press('Enter');
    await expect(page).toHaveURL(/#day=2022-12-20$/);
    await page.reload();
    await expect(page.getByText('Was the road open on 20 December 2022?')).toBeVisible();
  });

  test('answers for a date that is typed', async ({ page }) => {
    await page.goto('./road/');
    await page.getByLabel('Ask for another day').fill('2022-12-03');
    await expect(page.getByText('Was the road open on 3 December 2022?')).toBeVisible();
    await expect(page.locator('.answer')).toHaveText('Yes, to ordinary traffic.');
    await expect(page.locator('.road-answer')).toContainText('traffic was stopped for some hours');
    await page.getByLabel('Ask for another day').fill('');
    await expect(page.getByLabel('Ask for another day')).toHaveValue('2022-12-03');
  });

  test('copies a link to the page of the period, which opens on that day in another browser', async ({
    page,
    browser,
    baseURL,
  }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('./road/#day=2023-01-05');
    // Until it stands there the link is of the day that does.
    await expect(page.getByText('Was the road open on 5 January 2023?')).toBeVisible();
    await page.getByRole('button', { name: 'Copy link to this answer' }).click();
    await expect(page.getByText('Link copied.')).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(`${baseURL}road/2022-12-12-road-blocked/#day=2023-01-05`);
    const other = await browser.newPage();
    await other.goto(link);
    await expect(other).toHaveTitle(/^Peacekeepers and aid only: the road, 12.December.2022 – 22.April.2023/);
    await expect(other.getByText('Was the road open on 5 January 2023?')).toBeVisible();
    const description = await other.locator('meta[property="og:description"]').getAttribute('content');
    expect(description).toMatch(/^Was the road open\? No, not to ordinary traffic\. .*132 days/);
    await other.close();
  });

  test('answers on the page of one period only when it is asked, then for every day of it', async ({
    page,
    baseURL,
  }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    await page.goto('./road/2023-06-15-hakari-clash/');
    const ask = page.getByLabel('Ask for another day');
    await expect(ask).toBeEnabled();
    await page.waitForLoadState('networkidle');
    expect(scripts.filter((url) => /corridor-road|road-days/.test(url))).toEqual([]);
    const copied = async (): Promise<string> => {
      await page.getByRole('button', { name: 'Copy link to this answer' }).click();
      await expect(page.getByText('Link copied.')).toBeVisible();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    expect(await copied()).toBe(`${baseURL}road/2023-06-15-hakari-clash/#day=2023-06-15`);
    expect(scripts.filter((url) => url.includes('corridor-road'))).toEqual([]);
    await ask.focus();
    await expect.poll(() => scripts.some((url) => url.includes('corridor-road'))).toBe(true);
    await ask.fill('2023-06-20');
    await expect(page.getByText('Was the road open on 20 June 2023?')).toBeVisible();
    await expect(page).toHaveURL(/hakari-clash\/#day=2023-06-20$/);
    expect(await copied()).toBe(`${baseURL}road/2023-06-15-hakari-clash/#day=2023-06-20`);
    await page.evaluate(() => location.assign('#day=2023-06-22'));
    await expect(page.getByText('Was the road open on 22 June 2023?')).toBeVisible();
    await expect(ask).toHaveValue('2023-06-22');
    await expect(page.locator('.road-answer .notice')).toBeEmpty();
  });

  test('on the page of one period understands a day that is put into its address later', async ({ page }) => {
    await page.goto('./road/2023-06-15-hakari-clash/');
    await expect(page.getByLabel('Ask for another day')).toBeEnabled();
    await page.evaluate(() => location.assign('#day=2023-06-19'));
    await expect(page.getByText('Was the road open on 19 June 2023?')).toBeVisible();
  });

  test('does not ask again for a date that was typed before, when a reader comes back', async ({ page }) => {
    await page.goto('./road/2023-06-15-hakari-clash/');
    await page.getByLabel('Ask for another day').fill('2021-05-05');
    await expect(page).toHaveURL(/\/road\/#day=2021-05-05$/);
    // Not within the call, whose answer would go with the page.
    await page.evaluate(() => void setTimeout(() => history.back(), 50));
    // Firefox takes the page from its memory, of which Playwright hears nothing: it waits for ever where it looks by itself.
    await expect(async () => {
      const back = await page.evaluate(async () => {
        const ask = document.querySelector<HTMLInputElement>('.answer-ask input');
        // Not yet there, or not yet to be asked.
        if (!ask || ask.disabled) return [];
        ask.focus();
        await customElements.whenDefined('corridor-road');
        await new Promise((resolve) => setTimeout(resolve, 500));
        return [location.href, ask.value, document.querySelector('.road-answer time')?.getAttribute('datetime')];
      });
      expect(back).toEqual([expect.stringMatching(/hakari-clash\/$/), '2023-06-15', '2023-06-15']);
    }).toPass();
  });

  for (const path of ['', '2023-06-15-hakari-clash/'])
    test(`answers for a date that is typed, digit by digit, on /road/${path}`, async ({ page }) => {
      await page.goto(`./road/${path}`);
      const ask = page.getByLabel('Ask for another day');
      await expect(ask).toBeEnabled();
      // A browser takes a digit that comes late, on a busy machine, for the first of another number.
      await expect(async () => {
        await ask.blur();
        await ask.focus();
        await page.keyboard.type('12122022');
        await expect(page).toHaveURL(/\/road\/#day=2022-12-12$/, { timeout: 3000 });
      }).toPass();
      await expect(page.getByText('Was the road open on 12 December 2022?')).toBeVisible();
      await expect(page.locator('.road-answer .notice')).toBeEmpty();
    });

  test('looks up a day outside the period on the page of all days', async ({ page }) => {
    await page.goto('./road/2023-06-15-hakari-clash/');
    await page.getByLabel('Ask for another day').fill('2021-05-05');
    await expect(page).toHaveURL(/\/road\/#day=2021-05-05$/);
    await expect(page.locator('.answer')).toHaveText('Yes, to ordinary traffic.');
  });

  test('opens a link to a day that is another period’s by now where that day is', async ({ page }) => {
    await page.goto('./about/');
    await page.goto('./road/2023-06-15-hakari-clash/#day=2021-05-05');
    await expect(page).toHaveURL(/\/road\/#day=2021-05-05$/);
    await expect(page.getByText('Was the road open on 5 May 2021?')).toBeVisible();
    await expect(page.locator('.road-answer .notice')).toBeEmpty();
    // The page that did not hold it is no step back.
    await page.evaluate(() => void setTimeout(() => history.back(), 50));
    // Firefox takes the page from its memory, of which Playwright hears nothing.
    await expect(async () => {
      expect(await page.evaluate(() => location.pathname)).toMatch(/\/about\/$/);
    }).toPass();
  });

  for (const [asked, day] of [
    ['2023-02-30', '28 February 2023'],
    ['1999-01-01', '10 November 2020'],
    ['2093-01-01', '8 June 2026'],
    ['%3Cscript%3Ealert(1)%3C/script%3E', '23 April 2023'],
    ['%E0%A4%A', '23 April 2023'],
  ] as const)
    test(`understands #day=${asked} in its nearest sense, and says so`, async ({ page }) => {
      await page.goto(`./road/#day=${asked}`);
      await expect(page.getByText(`Was the road open on ${day}?`)).toBeVisible();
      await expect(page.locator('.road-answer .notice')).toContainText('was not understood');
    });

  for (const mark of ['.', ',', '”', '%E2%80%9D'])
    test(`reads the day of a link that a sentence ended with ${mark}`, async ({ page }) => {
      await page.goto(`./road/#day=2023-01-05${mark}`);
      await expect(page.getByText('Was the road open on 5 January 2023?')).toBeVisible();
      await expect(page.locator('.road-answer .notice')).toBeEmpty();
    });

  test('counts every day once', async ({ page }) => {
    await page.goto('./road/');
    const counts = page.getByRole('region', { name: 'Days of each kind' });
    const numbers = await counts.locator('tbody td').allTextContents();
    const sum = numbers.reduce((total, text) => total + Number(text.replace(/\D/g, '')), 0);
    await expect(counts.locator('tfoot td')).toHaveText(sum.toLocaleString('en'));
    expect(sum).toBe(2037);
  });
});

test.describe('the old road and the new', () => {
  test('has a slider along each profile, tied to the map, that says what is passed', async ({ page }) => {
    await page.goto('./road/');
    const old = page.getByRole('region', { name: 'The old road through Lachin' });
    const slider = old.getByLabel('Along the road');
    await slider.focus();
    await slider.fill('40.5');
    await expect(old.getByText('Passing Lachin / Berdzor.')).toBeVisible();
    await expect(old.getByText(/^km 40\.5 of 88, about 8\d0 m$/)).toBeVisible();
    const mark = page.locator('.driver-old');
    const at = await mark.boundingBox();
    await slider.fill('70');
    await expect(old.getByText(/^Between Zarysly.* and Shusha/)).toBeVisible();
    expect((await mark.boundingBox())?.x).toBeGreaterThan((at?.x ?? Number.POSITIVE_INFINITY) + 20);
  });

  test('goes from place to place where motion is unwelcome', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto('./road/');
    const road = page.getByRole('region', { name: 'The new road over the Hakari bridge' });
    for (const place of ['Goris', 'Tegh', 'Kornidzor', 'Hakari bridge']) {
      await road.getByRole('button').click();
      await expect(road.getByText(new RegExp(`^Passing ${place}`))).toBeVisible();
    }
  });

  test('drives, and pauses when asked', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.clock.install();
    await page.goto('./road/');
    const road = page.getByRole('region', { name: 'The new road over the Hakari bridge' });
    await road.getByRole('button', { name: 'Drive it' }).click();
    await expect(road.getByText(/^Passing Goris/)).toBeVisible();
    await road.getByRole('button', { name: 'Pause' }).click();
    await expect(road.getByRole('button', { name: 'Drive it' })).toBeVisible();
    const km = await road.getByLabel('Along the road').inputValue();
    expect(Number(km)).toBeGreaterThan(0);
    await page.clock.runFor(2000);
    expect(await road.getByLabel('Along the road').inputValue()).toBe(km);
  });

  test('drives on a profile that is seen below the map, on a phone too', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 700 });
    await page.goto('./road/');
    const road = page.getByRole('region', { name: 'The old road through Lachin' });
    await road.evaluate((part) => part.scrollIntoView({ block: 'start', behavior: 'instant' }));
    await road.getByRole('button', { name: 'Drive it' }).press('Enter');
    await expect(road.getByText(/^Passing Goris/)).toBeVisible();
    const bottom = await page.locator('.road-map').evaluate((map) => map.getBoundingClientRect().bottom);
    expect((await road.locator('.profile').first().boundingBox())?.y).toBeGreaterThanOrEqual(bottom - 1);
  });

  test('drives when it was asked twice while the course was on its way', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    const release = await hold(page, '**/data/road.json*');
    await page.goto('./road/');
    const road = page.getByRole('region', { name: 'The new road over the Hakari bridge' });
    const drive = road.getByRole('button', { name: 'Drive it' });
    await drive.click();
    await expect(road.getByText('The course is being loaded.')).toBeVisible();
    await drive.click();
    release();
    await expect(road.getByRole('button', { name: 'Pause' })).toBeVisible();
  });

  test('says so where the course cannot be loaded, and the rest stays', async ({ page, guard }) => {
    guard.expected.push(/503/, /The course could not be loaded/);
    await page.route('**/data/road.json*', (route) => route.fulfill({ status: 503 }));
    await page.goto('./road/');
    const old = page.getByRole('region', { name: 'The old road through Lachin' });
    await old.getByRole('button', { name: 'Drive it' }).click();
    await expect(old.getByText('The course could not be loaded.')).toBeVisible();
    await expect(old.getByRole('link', { name: 'Lachin / Berdzor' })).toBeVisible();
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the page gives an answer, the table of all periods, the counts and both roads', async ({ page }) => {
    await page.goto('./road/');
    await expect(page.getByText('No, not to ordinary traffic.').first()).toBeVisible();
    const rows = page.locator('.road-periods tbody tr');
    await expect(rows).toHaveCount(18);
    await expect(rows.nth(3)).toContainText('762');
    await expect(page.getByRole('link', { name: '15–24 June 2023' })).toBeVisible();
    await expect(page.getByRole('img', { name: /^Every day from/ })).toBeVisible();
    await expect(page.getByRole('img', { name: /^Heights from Goris/ })).toHaveCount(2);
    await expect(page.getByLabel('Ask for another day')).toBeHidden();
  });
});
