/**
 * No day ever shifts: wherever the reader is, whatever calendar and digits their system has, and however wrong its clock,
 * a link shows the same day, in the same words. (A day is a string here, never a `Date`; `checks.test.ts` holds that.)
 */
import type { Page } from '@playwright/test';
import { wordDay, wordWeekday } from '../src/i18n/word-dates.ts';
import { dayNumber, dayOfNumber } from '../src/model/day-numbers.ts';
import { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './fixtures.ts';

const READERS = [
  { where: 'twelve hours behind, in Arabic digits', timezoneId: 'Etc/GMT+12', locale: 'ar-EG' },
  { where: 'fourteen hours ahead, in the Persian calendar', timezoneId: 'Pacific/Kiritimati', locale: 'fa-IR' },
  { where: 'in Yerevan', timezoneId: 'Asia/Yerevan', locale: 'hy-AM' },
  { where: 'in Baku', timezoneId: 'Asia/Baku', locale: 'az-AZ' },
  { where: 'half an hour off, in the Buddhist calendar', timezoneId: 'America/St_Johns', locale: 'th-TH' },
  { where: 'a quarter off, in the Japanese calendar', timezoneId: 'Asia/Kathmandu', locale: 'ja-JP-u-ca-japanese' },
  { where: 'where midnight is skipped in spring', timezoneId: 'Africa/Cairo', locale: 'he-IL' },
  {
    where: 'with a clock ten years behind',
    timezoneId: 'Asia/Tbilisi',
    locale: 'ka-GE',
    clock: '2016-11-26T23:59:59Z',
  },
  {
    where: 'with a clock ten years ahead',
    timezoneId: 'America/Santiago',
    locale: 'en-US',
    clock: '2036-02-29T00:00:01Z',
  },
] as const;

/** Days on which clocks are changed, a leap day, the first and the last. */
const DAYS = ['1988-01-01', '2020-11-10', '2022-12-12', '2023-03-26', '2023-04-28', '2024-02-29', '2026-06-08'];

const fragment = (day: string): string =>
  `map=10/39.68/46.6&day=${day}&focus=none&layers=areas,zone,roads,places,events`;

/** Every place of the map page that says the day. */
const saidOn = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() => {
    const part = (selector: string): string => document.querySelector(selector)?.textContent ?? '';
    return {
      address: new URLSearchParams(location.hash.slice(1)).get('day') ?? '',
      field: document.querySelector<HTMLInputElement>('corridor-day [type=date]')?.value ?? '',
      slider: document.querySelector('corridor-day [type=range]')?.getAttribute('aria-valuetext') ?? '',
      control: part('.day-words'),
      sentence: part('.said').split('. ')[0] ?? '',
      map: document.querySelector('.live-map')?.getAttribute('aria-label')?.split('. ')[1] ?? '',
      list: part('.map-twin h3, .map-twin p'),
    };
  });

/** The dates of a page's file that its scripts have changed. */
async function changedDates(page: Page): Promise<string[]> {
  const file = await (await page.request.get(page.url())).text();
  const dates = [...file.matchAll(/<time [^>]*?datetime="([^"]*)"[^>]*>([^<]+)<\/time>/g)];
  expect(dates.length).toBeGreaterThan(0);
  const now = await page
    .locator('time')
    .evaluateAll((all) => all.map((time) => `${time.getAttribute('datetime')} ${time.textContent?.trim()}`));
  return dates
    .map(([, date, words = '']) => `${date} ${words.replaceAll('&nbsp;', '\u00a0').trim()}`)
    .filter((date) => !now.includes(date));
}

for (const { where, timezoneId, locale, ...rest } of READERS)
  test.describe(`for a reader ${where}`, () => {
    test.use({ timezoneId, locale });

    test('every link shows its day, in the same words', async ({ page }) => {
      if ('clock' in rest) await page.clock.setFixedTime(rest.clock);
      const explorer = new ExplorerPage(page);
      await explorer.open('map/', `#${fragment('2023-04-23')}`);
      // The reader's clock and calendar are what the test says they are.
      expect(
        await page.evaluate(() => [
          new Date('2023-06-15T12:00:00Z').getTimezoneOffset() !== 0,
          Intl.DateTimeFormat().resolvedOptions().locale.slice(0, 2),
        ]),
      ).toEqual([true, locale.slice(0, 2)]);
      for (const day of DAYS) {
        await page.evaluate((hash) => {
          location.hash = hash;
        }, fragment(day));
        await expect
          .poll(() => saidOn(page))
          .toMatchObject({
            address: day,
            field: day,
            slider: expect.stringContaining(wordDay(day)),
            control: wordWeekday(day),
            sentence: wordDay(day),
            map: wordDay(day),
          });
      }
      await page.goto(`./timeline/#${fragment('2022-12-12')}`);
      await expect(explorer.live).toBeVisible();
      await expect(page.locator('.axis .day text').first()).toHaveText(wordDay('2022-12-12'));
      expect(await changedDates(page)).toEqual([]);
      await page.goto('./road/#day=2023-03-26');
      await expect(page.getByText(`Was the road open on ${wordDay('2023-03-26')}?`)).toBeVisible();
      await expect(page.getByRole('slider', { name: 'Day' })).toHaveAttribute(
        'aria-valuetext',
        new RegExp(`^${wordDay('2023-03-26')}: `),
      );
      await expect(page.locator('.answer-ask input')).toHaveValue('2023-03-26');
      expect((await changedDates(page)).filter((date) => !date.startsWith('2023-04-23'))).toEqual([]);
    });

    test('four hundred steps of a day are four hundred days, each once, and back', async ({ page }) => {
      if ('clock' in rest) await page.clock.setFixedTime(rest.clock);
      const first = '2023-02-20';
      await new ExplorerPage(page).open('map/', `#${fragment(first)}`);
      const walk = (key: string): Promise<{ fields: string[]; words: string[]; headings: string[] }> =>
        page.evaluate((key) => {
          const range = document.querySelector('corridor-day [type=range]');
          const field = document.querySelector<HTMLInputElement>('corridor-day [type=date]');
          const [fields, words, headings]: string[][] = [[], [], []];
          for (let i = 0; i < 400; i++) {
            range?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
            fields?.push(field?.value ?? '');
            words?.push(range?.getAttribute('aria-valuetext') ?? '');
            headings?.push(document.querySelector('.day-words')?.textContent ?? '');
          }
          return { fields: fields ?? [], words: words ?? [], headings: headings ?? [] };
        }, key);
      const days = Array.from({ length: 400 }, (_, i) => dayOfNumber(dayNumber(first) + i + 1));
      expect(await walk('ArrowRight')).toEqual({
        fields: days,
        words: days.map(wordDay),
        headings: days.map(wordWeekday),
      });
      await expect(page.locator('.said')).toContainText(wordDay(days.at(-1) ?? ''));
      const back = [...days.slice(0, -1).reverse(), first];
      expect((await walk('ArrowLeft')).fields).toEqual(back);
      await expect(page.locator('.said')).toContainText(wordDay(first));
      await expect.poll(() => new ExplorerPage(page).field('day')).toBe(first);
    });
  });

test.describe('the day on which a reader opened what they cite', () => {
  const NOON = '2026-11-26T11:30:00Z';
  for (const [timezoneId, locale, day] of [
    ['Etc/GMT+12', 'ar-EG', 'November 25, 2026'],
    ['Pacific/Kiritimati', 'fa-IR', 'November 27, 2026'],
  ] as const)
    test.describe(timezoneId, () => {
      test.use({ timezoneId, locale });
      test('is their own', async ({ page }) => {
        await page.clock.setFixedTime(NOON);
        await page.goto('./places/lachin/');
        await page.getByRole('button', { name: 'Share …' }).click();
        await page.getByText('Cite', { exact: true }).click();
        await expect(page.getByLabel('Citation')).toHaveValue(new RegExp(day));
      });
    });
});
