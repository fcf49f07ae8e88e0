/**
 * A page carries the styles of its own still map; those of all that a map may show come with the live map, and with a legend. So
 * whatever a reader brings to a map, on whatever page, looks as on the full map.
 */
import type { Locator } from '@playwright/test';
import { ExplorerPage } from './explorer-page.ts';
import { expect, test } from './fixtures.ts';
import { marksOpen } from './marks-open.ts';

/** What is on these maps: no page's still map has it all. */
const VIEWS = [
  '#map=8/39.9/46.4&day=1995-06-01&focus=none&layers=relief,areas,districts,zone,roads,places,events',
  '#map=11/39.62/46.54&day=2023-01-15&focus=none&layers=relief,areas,districts,zone,roads,places,events',
  '#map=10/39.68/46.6&day=2023-09-26&focus=2023-09-24-exodus&layers=relief,areas,zone,roads,places,events',
];

const LOOK = [
  'display',
  'fill',
  'fill-opacity',
  'font-size',
  'font-style',
  'font-weight',
  'letter-spacing',
  'mix-blend-mode',
  'opacity',
  'paint-order',
  'stroke',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-opacity',
  'stroke-width',
  'text-transform',
];

/** Returns how each kind of thing in pictures is drawn: by its element, class and status, and those around it. */
const looksOf = (pictures: Locator): Promise<Record<string, string>> =>
  pictures.evaluateAll((svgs, look) => {
    const found: Record<string, string> = {};
    for (const svg of svgs)
      for (const one of svg.querySelectorAll('*')) {
        // Which names the frame cuts, and which are at its edge, depends on the window.
        if (one.closest('defs, .is-cut, .parted')) continue;
        const nameOf = (element: Element): string =>
          `${element.localName}.${element.getAttribute('class') ?? ''}[${element.getAttribute('data-status') ?? ''}]`;
        let name = nameOf(one);
        for (let up = one.parentElement; up && up !== svg; up = up.parentElement) name = `${nameOf(up)} ${name}`;
        const style = getComputedStyle(one);
        found[name] = look.map((property) => `${property}: ${style.getPropertyValue(property)}`).join('; ');
      }
    return found;
  }, LOOK);

for (const path of ['', 'timeline/', 'places/lachin/', 'events/2023-04-23-checkpoint/', 'chapters/september-2023/'])
  test(`what a link brings to the map of /${path} looks as on the full map`, async ({ page }) => {
    const explorer = new ExplorerPage(page);
    for (const view of VIEWS) {
      const drawn = page.locator('.live-map.is-drawn .map-svg');
      await explorer.open('map/', view);
      const full = await looksOf(drawn);
      expect(Object.keys(full).length, view).toBeGreaterThan(40);
      await explorer.open(path, view);
      const here = await looksOf(drawn);
      for (const [name, look] of Object.entries(here))
        if (full[name]) expect(look, `${view}: ${name}`).toBe(full[name]);
      // A smaller map has fewer names, and no other kinds of lines and areas.
      const shapes = (looks: Record<string, string>): string[] =>
        Object.keys(looks).filter((name) => !/labels|marks|symbols/.test(name));
      expect(shapes(here), view).toEqual(shapes(full));
    }
  });

test('the signs of a legend beside the reading look as on its page', async ({ page }) => {
  await page.goto('./map/legend/');
  const whole = await looksOf(page.locator('.legend-rows .map-svg'));
  expect(Object.keys(whole).length).toBeGreaterThan(20);
  for (const path of ['places/lachin/', 'events/2023-04-23-checkpoint/', 'chapters/before-2020/']) {
    await page.goto(`./${path}`);
    await marksOpen(page);
    await page.getByRole('link', { name: 'Legend' }).click();
    const panel = page.getByRole('dialog', { name: 'Legend' });
    await expect(panel).toBeVisible();
    expect(await looksOf(panel.locator('.legend-rows .map-svg')), path).toEqual(whole);
  }
});
