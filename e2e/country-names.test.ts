/** No still map names one of the two states alone, in whatever window. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { MultiPolygon, Polygon } from 'geojson';
import { readWorld } from '../src/build/read-content.ts';
import { EDGE_STEP } from '../src/build/still-frame.ts';
import { type LonLat, toLonLat, toPixels } from '../src/model/projection.ts';
import type { View } from '../src/share/view.ts';

const STATES = ['Armenia', 'Azerbaijan'];

/** The map of an event in a laptop’s window, 1366 to 1440 px wide, and how much of it one step from its middle takes on both sides: see `src/styles/map-frame.css`. */
const FRAME = { x: 654, y: 432 } as const;
const STEP = 2 * EDGE_STEP;
const SPARE = 2;

interface StillMap {
  readonly of: string;
  /** For each of the two states that it names, the classes by which a frame hides its name: sorted. */
  readonly named: readonly (readonly [state: string, classes: string])[];
  readonly view: View | undefined;
  readonly width: number;
  readonly height: number;
}

/** Every still map of the site with what it names. */
function stillMaps(): StillMap[] {
  const pages = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  return pages.flatMap((page) => {
    const html = readFileSync(`dist/${page}`, 'utf8');
    const view = /data-view="([^"]*)"/.exec(html)?.[1]?.replaceAll('&quot;', '"');
    return [...html.matchAll(/<svg class="map-svg[^>]* width="(\d+)" height="(\d+)"[\s\S]*?<\/svg>/g)].map(
      ([svg, width, height], i) => ({
        of: `${page} ${i}`,
        view: view ? (JSON.parse(view) as View) : undefined,
        width: Number(width),
        height: Number(height),
        named: [...svg.matchAll(/<text class="([^"]*)\bcountry"[^>]*>([^<]*)/g)]
          .filter(([, , name = '']) => STATES.includes(name))
          .map(([, classes = '', name = '']) => [name, classes.trim()] as const)
          .sort(),
      }),
    );
  });
}

const { geometry } = readWorld(process.cwd());

/** Tells whether a state has a point: whether a ray from it crosses its lines an odd number of times. */
function has(state: string, [lon, lat]: LonLat): boolean {
  const shape = geometry.countries.features.find(({ properties }) => properties?.['name'] === state)?.geometry as
    | MultiPolygon
    | Polygon;
  const rings = shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();
  const crossed = rings.flatMap((ring) =>
    ring.filter(([x = 0, y = 0], i) => {
      const [fromX = 0, fromY = 0] = ring.at(i - 1) ?? [];
      return fromY > lat !== y > lat && lon < ((fromX - x) * (lat - y)) / (fromY - y) + x;
    }),
  );
  return crossed.length % 2 === 1;
}

/** Returns which part of a map's frame is ground of a state, by 21 points across and down. */
function partOf(state: string, { view, width, height }: StillMap): number {
  if (!view) return 1;
  const [x, y] = toPixels([view.lon, view.lat], view.zoom);
  const steps = Array.from({ length: 21 }, (_, i) => i / 20 - 0.5);
  const points = steps.flatMap((across) =>
    steps.map((down) => toLonLat([x + across * width, y + down * height], view.zoom)),
  );
  return points.filter((point) => has(state, point)).length / points.length;
}

/** Tells whether a frame of that size shows a name with these classes. */
const isSeen = (classes: string): boolean =>
  [...classes.matchAll(/(?:^|\s)([xy])(\d+)/g)].every(
    ([, side, steps]) => Number(steps) * STEP - SPARE <= FRAME[side as 'x' | 'y'],
  );

test('a still map names both states or neither, in a window of any size: one alone only where all but its edge lies in that one', () => {
  const maps = stillMaps();
  expect(maps.length).toBeGreaterThan(200);
  const uneven = maps.filter(({ named: [one, other, third] }) => third || (other && one?.[1] !== other[1]));
  expect(uneven.map(({ of }) => of)).toEqual([]);
  const alone = maps.filter(({ named }) => named.length === 1);
  expect(alone.map(({ of }) => of)).toContain('places/yerevan/index.html 0');
  const others = alone.map((map) => ({
    of: map.of,
    part: partOf(STATES.find((state) => state !== map.named[0]?.[0]) ?? '', map),
  }));
  expect(others.filter(({ part }) => part > 0.05)).toEqual([]);
});

test('many maps of events name both in a laptop’s window, that of the checkpoint among them', () => {
  const events = stillMaps().filter(({ of }) => of.startsWith('events/'));
  const both = events.filter(({ named }) => named.length === 2 && named.every(([, classes]) => isSeen(classes)));
  expect(both.map(({ of }) => of)).toContain('events/2023-04-23-checkpoint/index.html 0');
  expect(both.length).toBeGreaterThan(25);
});
