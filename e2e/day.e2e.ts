import { wordDay } from '../src/i18n/word-dates.ts';
import { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './fixtures.ts';
import { typefacesOn } from './typefaces-on.ts';

const AT = (day: string): string => `#map=10/39.68/46.6&day=${day}&focus=none&layers=areas,zone,roads,places,events`;

test.describe('the day control', () => {
  test('goes by a day, a month, an event and to the ends, by keys; map, sentence and address follow', async ({
    page,
  }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', AT('2023-01-31'));
    const slider = page.getByRole('slider', { name: 'Day', exact: true });
    await slider.focus();
    const chosen = page.getByRole('region', { name: 'Chosen on the map' });
    for (const [key, day, words, event] of [
      ['ArrowRight', '2023-02-01', '1 February 2023'],
      ['ArrowLeft', '2023-01-31', '31 January 2023'],
      ['PageUp', '2023-02-28', '28 February 2023'],
      ['PageDown', '2023-01-28', '28 January 2023'],
      ['Shift+ArrowRight', '2023-02-18', '18 February 2023', 'Munich: Aliyev proposes checkpoints on the Lachin road'],
      [']', '2023-02-20', '20 February 2023', 'The EU starts a civilian mission on the Armenian side'],
      ['[', '2023-02-18', '18 February 2023', 'Munich: Aliyev proposes checkpoints on the Lachin road'],
      ['Home', '1988-01-01', '1 January 1988'],
      ['End', '2026-06-08', '8 June 2026'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(slider).toHaveAttribute('aria-valuetext', words.replace(/(\d) (\w+) (\d{4})/, '$1\u00a0$2\u00a0$3'));
      await expect(page.getByLabel('Date', { exact: true })).toHaveValue(day);
      await expect.poll(() => explorer.field('day')).toBe(day);
      await expect(page.locator('.said')).toContainText(words);
      // What a step leads to is said once: by the card, which says itself, for the slider says the day alone.
      if (event) await expect(chosen.getByRole('link')).toHaveText(event);
      if (event) await expect(page.locator('.chosen')).toHaveAttribute('aria-live', 'polite');
    }
    await expect(explorer.live.locator('.symbol-checkpoint')).toHaveCount(1);
  });

  test('says of a chosen event when its day is later than the day shown', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', '#map=11/39.62/46.56&day=2023-04-23&focus=2023-04-23-checkpoint&layers=roads,events');
    const chosen = page.getByRole('region', { name: 'Chosen on the map' });
    await expect(chosen.getByRole('paragraph').first()).toHaveText(/^23.April.2023$/);
    const slider = page.getByRole('slider', { name: 'Day', exact: true });
    await slider.press('ArrowLeft');
    await expect(chosen.getByRole('paragraph').first()).toHaveText(/^23.April.2023: later than the day shown$/);
    await expect(chosen.getByRole('link')).toHaveText('Azerbaijan sets up a checkpoint at the Hakari bridge');
    await slider.press('ArrowRight');
    await expect(chosen.getByRole('paragraph').first()).toHaveText(/^23.April.2023$/);
  });

  test('goes on to the newest event, also while the map still zooms to the one before', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    // From afar, so that the first step zooms.
    await explorer.open('map/', '#map=12/39.6/46.6&day=2023-04-22&focus=none&layers=roads,places,events');
    await page.evaluate(async () => {
      const next = document.querySelector<HTMLElement>('corridor-day [data-step="1"]');
      next?.click();
      await new Promise((resolve) => setTimeout(resolve, 100));
      next?.click();
    });
    await expect.poll(() => explorer.field('focus')).toBe('2023-04-28-sit-in-ends');
    // What is seen at rest is what the address says: to zoom about the middle leaves the middle where it is.
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const places = () =>
            [...document.querySelectorAll('.live-map .mark')].map((mark) => mark.getBoundingClientRect().x).join();
          const before = places();
          await new Promise((resolve) => setTimeout(resolve, 400));
          return places() === before && document.querySelectorAll('.leaflet-zoom-anim').length === 0;
        }),
      )
      .toBe(true);
    const [, lat, lon] = explorer.field('map').split('/');
    const zoomed = (): string[] => explorer.field('map').split('/');
    const before = explorer.field('map');
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(() => explorer.field('map')).not.toBe(before);
    expect(Math.abs(Number(zoomed()[1]) - Number(lat))).toBeLessThan(0.002);
    expect(Math.abs(Number(zoomed()[2]) - Number(lon))).toBeLessThan(0.002);
  });

  test('makes one step of a key that is held down, and says no longer what was true of a walk', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', AT('2023-04-22'));
    const slider = page.getByRole('slider', { name: 'Day', exact: true });
    await slider.focus();
    const steps = await page.evaluate(() => history.length);
    await page.keyboard.down('Shift');
    for (const _ of Array(4)) await page.keyboard.down('ArrowRight');
    await page.keyboard.up('ArrowRight');
    await page.keyboard.up('Shift');
    await expect.poll(() => explorer.field('day')).toBe('2023-04-30');
    expect(await page.evaluate(() => history.length)).toBe(steps + 1);
    await slider.press('End');
    await page.getByRole('button', { name: 'Play' }).click();
    const walk = page.locator('[data-part="play"]');
    await expect(walk).toHaveText('That was the last event.');
    await page.getByRole('button', { name: 'Previous event' }).click();
    await expect(walk).toBeEmpty();
  });

  test('keeps the focus in the links of a day while the map is moved', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', AT('2023-04-23'));
    const link = page.locator('[data-part="events"]').getByRole('link').first();
    await link.focus();
    const before = explorer.field('map');
    await page.evaluate(() => document.querySelector<HTMLElement>('.leaflet-control-zoom-in')?.click());
    await expect.poll(() => explorer.field('map')).not.toBe(before);
    await expect(link).toBeFocused();
  });

  test('says of itself what is new on the ground; the day is said by the slider alone', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', AT('2023-04-19'));
    const slider = page.getByRole('slider', { name: 'Day', exact: true });
    await slider.focus();
    await page.evaluate(() => {
      const heard: string[] = [];
      const ear = new MutationObserver((changes) => {
        for (const { target } of changes) heard.push(target.textContent ?? '');
      });
      for (const place of document.querySelectorAll('[aria-live], [role="status"]'))
        ear.observe(place, { childList: true, subtree: true, characterData: true });
      Object.assign(window, { heard });
    });
    const heard = (): Promise<string[]> => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    for (const day of ['2023-04-20', '2023-04-21', '2023-04-22']) {
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => explorer.field('day')).toBe(day);
    }
    await expect(page.locator('.said')).toContainText(/^22.April.2023\. The road/);
    expect(await heard()).toEqual([]);
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('.said')).toContainText(/^23.April.2023\. The road/);
    const said = await heard();
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^The road .* pass an Azerbaijani checkpoint\./);
  });

  test('stands still from day to day, however long its words: who presses again and again does not miss', async ({
    page,
  }) => {
    const explorer = new ExplorerPage(page);
    const own = page.viewportSize() ?? { width: 0, height: 0 };
    const sizes =
      own.width < 500
        ? [own, { width: 360, height: 640 }]
        : [own, { width: 1024, height: 768 }, { width: 768, height: 1024 }];
    const controls = [
      page.getByRole('button', { name: 'Previous event' }),
      page.getByRole('button', { name: 'Next event' }),
      page.getByRole('slider', { name: 'Day', exact: true }),
    ];
    for (const size of sizes) {
      await page.setViewportSize(size);
      await page.goto('about:blank');
      await explorer.open('map/', AT('2024-05-05'));
      await typefacesOn(page);
      const places: string[] = [];
      // A day without an event, the longest name of a day, a title of two lines, and one of one line.
      for (const day of ['2024-05-05', '2023-09-27', '2023-06-15', '2020-11-10']) {
        await page.evaluate((hash) => {
          location.hash = hash;
        }, AT(day));
        await expect.poll(() => explorer.field('day')).toBe(day);
        await expect(page.locator('.day-words')).toContainText(wordDay(day));
        const boxes = await Promise.all(controls.map((control) => control.boundingBox()));
        places.push(boxes.map((box) => `${Math.round(box?.x ?? -1)} ${Math.round((box?.y ?? -1) / 2)}`).join(', '));
      }
      // By a pixel a line may be taller; by no more.
      expect(new Set(places).size, `${size.width} × ${size.height}: ${places.join(' | ')}`).toBe(1);
    }
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
    // From here on time stands still between the steps, however long a machine takes, also to stop the clock.
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 60_000));
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

  test('takes a date beyond its days for the nearest of them, also one with a year of five digits', async ({
    page,
  }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/', AT('2023-04-22'));
    const field = page.getByLabel('Date', { exact: true });
    for (const [typed, day] of [
      ['12023-05-05', '2026-06-08'],
      ['1900-05-05', '1988-01-01'],
      ['2099-05-05', '2026-06-08'],
    ] as const) {
      await field.evaluate((input: HTMLInputElement, value) => {
        input.value = value;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }, typed);
      await expect.poll(() => explorer.field('day'), typed).toBe(day);
      await expect(field).toHaveValue(day);
    }
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
    await page.getByRole('slider', { name: 'Day', exact: true }).press('End');
    await page.getByRole('button', { name: 'Play' }).click();
    await expect(page.locator('[data-part="play"]')).toHaveText('That was the last event.');
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
