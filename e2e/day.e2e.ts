import { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './fixtures.ts';

const AT = (day: string): string => `#map=10/39.68/46.6&day=${day}&focus=none&layers=areas,zone,roads,places,events`;

test.describe('the day control', () => {
  test('goes by a day, a month, an event and to the ends, by keys; map, sentence and address follow', async ({
    page,
  }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', AT('2023-01-31'));
    const slider = page.getByRole('slider', { name: 'Day', exact: true });
    await slider.focus();
    for (const [key, day, words] of [
      ['ArrowRight', '2023-02-01', '1 February 2023'],
      ['ArrowLeft', '2023-01-31', '31 January 2023'],
      ['PageUp', '2023-02-28', '28 February 2023'],
      ['PageDown', '2023-01-28', '28 January 2023'],
      ['Shift+ArrowRight', '2023-02-18', '18 February 2023: Munich: Aliyev proposes checkpoints on the Lachin road'],
      [']', '2023-02-20', '20 February 2023: The EU starts a civilian mission on the Armenian side'],
      ['[', '2023-02-18', '18 February 2023: Munich: Aliyev proposes checkpoints on the Lachin road'],
      ['Home', '1988-01-01', '1 January 1988'],
      ['End', '2026-06-08', '8 June 2026'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(slider).toHaveAttribute('aria-valuetext', words.replace(/(\d) (\w+) (\d{4})/, '$1\u00a0$2\u00a0$3'));
      await expect(page.getByLabel('Date', { exact: true })).toHaveValue(day);
      await expect.poll(() => explorer.field('day')).toBe(day);
      await expect(page.locator('.said')).toContainText(words.split(':')[0] ?? '');
    }
    await expect(explorer.live.locator('.symbol-checkpoint')).toHaveCount(1);
  });

  test('has the strip for its slider: thumb, mark and ticks stand at the same place, the words say the day', async ({
    page,
  }) => {
    const explorer = new ExplorerPage(page);
    for (const day of ['1988-01-01', '2021-06-01', '2023-04-23', '2023-08-07', '2026-06-08']) {
      await page.goto('about:blank');
      await explorer.open('map/', AT(day));
      const away = await page.locator('corridor-day [type=range]').evaluate((element) => {
        const range = element as HTMLInputElement;
        const box = range.getBoundingClientRect();
        const thumb = Number.parseFloat(getComputedStyle(range).getPropertyValue('--thumb')) * 16;
        const middle = box.left + thumb / 2 + (Number(range.value) / 1000) * (box.width - thumb);
        const mark = document.querySelector('corridor-day .strip-day')?.getBoundingClientRect();
        return Math.abs(middle - ((mark?.left ?? 0) + (mark?.width ?? 0) / 2));
      });
      expect(away, day).toBeLessThan(1.5);
    }
    await explorer.open('map/', AT('2023-08-07').replace('10/', '10.1/'));
    const control = page.getByRole('region', { name: 'Day' });
    await expect(control.getByRole('heading')).toHaveText(/^Monday 7.August.2023$/);
    await expect(control.getByRole('link')).toHaveCount(2);
    await expect(control.locator('.swatch .ground')).toHaveClass('ground kind-closed');
  });

  test('reaches the days of the closure by dragging, and writes the address no oftener than browsers bear', async ({
    page,
  }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', AT('2022-12-01'));
    const slider = page.getByRole('slider', { name: 'Day', exact: true });
    const written = await page.evaluate(() => {
      const range = document.querySelector<HTMLInputElement>('corridor-day [type=range]');
      const replace = history.replaceState.bind(history);
      let count = 0;
      history.replaceState = (...args) => {
        count++;
        replace(...args);
      };
      const begun = performance.now();
      return new Promise<{ count: number; time: number }>((resolve) => {
        let value = 390;
        const move = (): void => {
          if (!range || value > 840) {
            resolve({ count, time: performance.now() - begun });
            return;
          }
          range.value = String(value);
          value += 2;
          range.dispatchEvent(new Event('input', { bubbles: true }));
          requestAnimationFrame(move);
        };
        move();
      });
    });
    // A hundred in half a minute, however slowly the machine draws.
    expect(written.count).toBeLessThanOrEqual(Math.ceil(written.time / 300) + 1);
    await expect(slider).toHaveAttribute('aria-valuetext', /October.2023/);
    await expect.poll(() => explorer.field('day')).toMatch(/^2023-10-1/);
  });

  test('walks from event to event on play, until a hand takes over', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    const explorer = new ExplorerPage(page);
    await page.clock.install();
    await explorer.open('map/', AT('2023-04-22'));
    const steps = await page.evaluate(() => history.length);
    // From here on time stands still between the steps, however long a machine takes.
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => explorer.field('focus')).toBe('2023-04-23-checkpoint');
    await page.clock.runFor(2600);
    await expect.poll(() => explorer.field('focus')).toBe('2023-04-28-sit-in-ends');
    await page.clock.runFor(2600);
    await expect.poll(() => explorer.field('focus')).toBe('2023-04-29-blinken-pashinyan');
    expect(await page.evaluate(() => history.length)).toBe(steps + 1);
    await page.getByRole('slider', { name: 'Day', exact: true }).press('ArrowRight');
    await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
    const { focus } = { focus: explorer.field('focus') };
    await page.clock.runFor(6000);
    expect(explorer.field('focus')).toBe(focus);
  });

  test('ends its walk for a reader who goes back, and leaves the view that stood there', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    const explorer = new ExplorerPage(page);
    await page.clock.install();
    await explorer.open('map/', AT('2023-04-22'));
    const before = explorer.fragment();
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => explorer.field('focus')).toBe('2023-04-23-checkpoint');
    await page.evaluate(() => void setTimeout(() => history.back(), 50));
    await page.clock.runFor(100);
    await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
    await page.clock.runFor(6000);
    expect(explorer.fragment()).toBe(before);
  });

  test('stops the walk when the page is out of sight, and at the last event', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    const explorer = new ExplorerPage(page);
    await page.clock.install();
    await explorer.open('map/', AT('2023-04-22'));
    const play = page.getByRole('button', { name: 'Play' });
    await play.click();
    // What it does now is its name; that it is "pressed" as well would be said of it beside.
    await expect(page.getByRole('button', { name: 'Pause' })).not.toHaveAttribute('aria-pressed');
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await expect(play).toBeVisible();
    await page.getByLabel('Date', { exact: true }).fill('2026-06-01');
    await play.click();
    await expect(page.getByText('That was the last event.')).toBeVisible();
    await expect(play).toBeVisible();
  });

  test('takes a date that is typed, digit by digit, as one step', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    const field = page.getByLabel('Date', { exact: true });
    // A browser takes a digit that comes late, on a busy machine, for the first of another number: then all is tried again.
    await expect(async () => {
      await page.goto('about:blank');
      await explorer.open('map/', AT('2023-04-22'));
      const steps = await page.evaluate(() => history.length);
      await field.focus();
      await page.keyboard.type('12122022');
      await expect(field).toHaveValue('2022-12-12', { timeout: 2000 });
      await expect.poll(() => explorer.field('day'), { timeout: 2000 }).toBe('2022-12-12');
      expect(await page.evaluate(() => history.length)).toBe(steps + 1);
    }).toPass();
    await page.goBack();
    await expect.poll(() => explorer.field('day')).toBe('2023-04-22');
  });

  test('takes a day outside its years as the nearest, once the field is left, and half a year as none', async ({
    page,
  }) => {
    const explorer = new ExplorerPage(page);
    const field = page.getByLabel('Date', { exact: true });
    await expect(async () => {
      await page.goto('about:blank');
      await explorer.open('map/', AT('2023-04-22'));
      await field.focus();
      await page.keyboard.type('0501202');
      await page.getByRole('button', { name: 'Play' }).focus();
      await expect(field).toHaveValue('2023-05-01', { timeout: 2000 });
      await field.focus();
      await page.keyboard.type('05011899');
      await page.keyboard.press('Enter');
      await expect(field).toHaveValue('1988-01-01', { timeout: 2000 });
    }).toPass();
    await expect.poll(() => explorer.field('day')).toBe('1988-01-01');
  });

  test('goes one event for each press where motion is unwelcome', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', AT('2023-04-22'));
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => explorer.field('focus')).toBe('2023-04-23-checkpoint');
    await expect(page.getByText('Motion is reduced here')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  });

  for (const [asked, day] of [
    ['2023-02-30', '2023-02-28'],
    ['1899-01-01', '1988-01-01'],
    ['2077-07-07', '2026-06-08'],
  ] as const)
    test(`takes day=${asked} of a link in its nearest sense, and says so`, async ({ page }) => {
      const explorer = new ExplorerPage(page);
      await explorer.open('map/', AT(asked));
      await expect(page.getByLabel('Date', { exact: true })).toHaveValue(day);
      await expect(explorer.notice).toContainText(`the day (“${asked}”)`);
      await expect.poll(() => explorer.field('day')).toBe(day);
    });
});
