import { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './fixtures.ts';

test.describe('the timeline', () => {
  test('lists all 65 events in eight phases, in order of time', async ({ page }) => {
    await page.goto('./timeline/');
    await expect(page.locator('.event-row')).toHaveCount(65);
    await expect(page.locator('.event-list section')).toHaveCount(8);
    const days = await page
      .locator('.event-row time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')?.padEnd(10, '-00')));
    expect(days).toEqual([...days].sort());
  });

  test('brings the map to the event that is chosen', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('timeline/');
    await page.getByRole('button', { name: 'Show on map: The road is closed to ordinary traffic near Shusha' }).click();
    await expect.poll(() => explorer.field('focus')).toBe('2022-12-12-road-blocked');
    expect(explorer.field('day')).toBe('2022-12-12');
    await expect(page.locator('.event-row[aria-current]')).toHaveAttribute('data-event', '2022-12-12-road-blocked');
    await expect(page.locator('.dot.chosen')).toHaveAttribute('data-event', '2022-12-12-road-blocked');
    await expect(explorer.live.locator('.focus-ring')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Chosen on the map' })).toContainText('closed to ordinary traffic');
  });

  test('marks what is chosen on the map', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('timeline/', '#map=11/39.95/46.9&day=2023-07-20&focus=none&layers=roads,places,events');
    await page.getByRole('button', { name: '1 event: Aghdam district passes to Azerbaijan' }).click();
    await expect.poll(() => explorer.field('focus')).toBe('2020-11-20-aghdam');
    await expect(page.locator('.event-row[aria-current]')).toHaveAttribute('data-event', '2020-11-20-aghdam');
  });

  test('is walked by keyboard: one event after another', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open(
      'timeline/',
      '#map=10/39.68/46.6&day=2023-04-23&focus=2023-04-23-checkpoint&layers=roads,places,events',
    );
    const steps = page.getByRole('slider', { name: 'Step through the events' });
    await steps.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => explorer.field('focus')).toBe('2023-04-28-sit-in-ends');
    await expect(steps).toHaveAttribute('aria-valuetext', /28.April.2023: /);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => explorer.field('focus')).toBe('2023-04-23-checkpoint');
  });

  test('goes from event to event on the map page', async ({ page }) => {
    const explorer = new ExplorerPage(page);
    await explorer.open('map/');
    await page.getByRole('button', { name: 'Next event' }).click();
    await expect.poll(() => explorer.field('focus')).toBe('2023-04-28-sit-in-ends');
    await page.getByRole('button', { name: 'Previous event' }).click();
    await expect.poll(() => explorer.field('focus')).toBe('2023-04-23-checkpoint');
  });

  test('opens an event’s own page', async ({ page }) => {
    await page.goto('./timeline/');
    await page.getByRole('link', { name: 'Azerbaijan sets up a checkpoint at the Hakari bridge' }).click();
    await expect(page).toHaveURL(/events\/2023-04-23-checkpoint\/$/);
  });
});
