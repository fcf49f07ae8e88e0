/** No map of an event names one of the two states alone, where both lie in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

/** The map of an event in a laptop’s window, 1366 to 1440 px wide. */
const FRAME = { x: 654, y: 432 } as const;
/** How much of a frame one step from its middle takes, and what a frame may lack of it: see `src/styles/map-frame.css`. */
const STEP = 80;
const SPARE = 2;

/** Maps in which only one of them has room for its name. */
const ALONE = [
  // Yeghegnadzor, within Armenia.
  '2023-02-20-eu-mission',
  // Lisagor: Armenia begins at the map’s edge.
  '2023-03-25-side-road',
  // Nakhchivan, between Armenia and Iran.
  '2026-01-13-tripp-framework',
];

/** Returns the states that the still map of a page names in the frame. */
function statesNamed(page: string): string[] {
  const labels = readFileSync(page, 'utf8').matchAll(/<text class="([^"]*\bcountry)"[^>]*>(Armenia|Azerbaijan)</g);
  const seen = [...labels].filter(([, classes = '']) =>
    [...classes.matchAll(/(?:^|\s)([xy])(\d+)/g)].every(
      ([, side, steps]) => Number(steps) * STEP - SPARE <= FRAME[side as 'x' | 'y'],
    ),
  );
  return [...new Set(seen.map(([, , name = '']) => name))].sort();
}

test('a map of an event names both states or neither, where both have room', () => {
  const events = readdirSync('dist/events').filter((event) => !event.includes('.'));
  const named = new Map(events.map((event) => [event, statesNamed(`dist/events/${event}/index.html`)]));
  const alone = events.filter((event) => named.get(event)?.length === 1);
  expect(alone.sort()).toEqual(ALONE);
  expect(named.get('2023-04-23-checkpoint')).toEqual(['Armenia', 'Azerbaijan']);
  expect(events.filter((event) => named.get(event)?.length === 2).length).toBeGreaterThan(25);
});
