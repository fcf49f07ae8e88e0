import { expect, test } from '@playwright/test';
import { buildTopology } from '../build/map-geometry.ts';
import { mapNames } from '../build/map-names.ts';
import { readWorld } from '../build/read-content.ts';
import { LAYERS, type Layer } from '../share/view.ts';
import { MAX_ZOOM, MIN_ZOOM } from './map-limits.ts';
import { eventsAt, linesOf, type MapPoints, placePoints } from './map-points.ts';
import { decodeShapes, isInside, type MapName, type Shape } from './map-shapes.ts';
import type { Label } from './place-labels.ts';
import { type Pixels, toLonLat, toPixels } from './projection.ts';
import { SegmentGrid } from './segment-grid.ts';
import { snapshotAt } from './snapshot.ts';
import { STATES } from './state-names.ts';
import { type MapWorld, mapWorldOf } from './world.ts';

/** A reader has to hit a mark with a finger: WCAG 2.2 asks for targets of 24 pixels. */
const LEAST_SPACING = 24;
/** The least that type on the map takes up, pixels: a letter is wider and a line higher than this. */
const LEAST = { letter: 6.5, ascent: 10, descent: 2.5, secondLine: 13 };
const ZOOMS = Array.from({ length: (MAX_ZOOM - MIN_ZOOM) * 2 + 1 }, (_, i) => MIN_ZOOM + i / 2);
const ALL: readonly Layer[] = LAYERS;

// The maps are drawn once, so all tests of this file share one worker.
test.describe.configure({ mode: 'default' });

let world: MapWorld;
let names: MapName[];
let shapes: ReadonlyMap<string, Shape>;
/** The day of the checkpoint at every zoom, and before and after it at some: sit-in and two roads, war, the end. */
let everyMap: { day: string; zoom: number; points: MapPoints }[];

test.beforeAll(() => {
  const { world: whole, geometry } = readWorld(process.cwd());
  world = mapWorldOf(whole);
  names = mapNames(geometry);
  shapes = decodeShapes(buildTopology(geometry));
  const maps = [
    ...ZOOMS.map((zoom) => ({ day: '2023-04-23', zoom })),
    ...['1994-06-01', '2022-09-15', '2026-01-01'].flatMap((day) => [8, 10, 12].map((zoom) => ({ day, zoom }))),
  ];
  everyMap = maps.map(({ day, zoom }) => ({ day, zoom, points: pointsOn(day, zoom) }));
});

function pointsOn(day: string, zoom: number, layers = ALL, origin: Pixels = [0, 0]): MapPoints {
  const snapshot = snapshotAt(world, day);
  return placePoints(snapshot, layers, names, linesOf(snapshot, shapes), zoom, origin);
}

/** The room that a label takes up at the very least. */
function boxOf({ x, y, anchor, lines }: Label): { left: number; top: number; right: number; bottom: number } {
  const width = Math.max(...lines.map(({ length }) => length)) * LEAST.letter;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  const bottom = y + LEAST.descent + (lines.length - 1) * LEAST.secondLine;
  return { left, top: y - LEAST.ascent, right: left + width, bottom };
}

test.describe('a label on the map', () => {
  test('lies on no other, at any zoom on any day', () => {
    const overlaps = everyMap.flatMap(({ day, zoom, points }) => {
      const boxes = points.labels.map((label) => ({ id: label.id, ...boxOf(label) }));
      return boxes.flatMap((a, i) =>
        boxes
          .slice(i + 1)
          .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
          .map((b) => `${day}, zoom ${zoom}: ${a.id} and ${b.id}`),
      );
    });
    expect(overlaps).toEqual([]);
  });

  test('lies on no mark', () => {
    const hidden = everyMap.flatMap(({ day, zoom, points }) =>
      points.labels.flatMap((label) => {
        const { left, top, right, bottom } = boxOf(label);
        return points.marks
          .filter(({ x, y }) => x > left && x < right && y > top && y < bottom)
          .map(({ place }) => `${day}, zoom ${zoom}: ${label.id} on the mark at ${place}`);
      }),
    );
    expect(hidden).toEqual([]);
  });

  test('of a lesser place lies on no road', () => {
    for (const { day, zoom, points } of everyMap) {
      const roads = new SegmentGrid(linesOf(snapshotAt(world, day), shapes).roads, zoom, [0, 0]);
      const lesser = new Set(points.places.filter(({ place }) => (place.rank ?? 9) > 1).map(({ place }) => place.id));
      const onRoad = points.labels.filter(({ id, box }) => lesser.has(id) && roads.crossings(box) > 0);
      expect(onRoad.map(({ id }) => `${day}, zoom ${zoom}: ${id}`)).toEqual([]);
    }
  });

  test('of a country or a river stands again only far away', () => {
    for (const { zoom, points } of everyMap) {
      const ground = points.labels.filter(({ className }) => className === 'country' || className === 'water');
      const near = ground.flatMap((a, i) =>
        ground
          .slice(i + 1)
          .filter((b) => a.lines[0] === b.lines[0] && Math.hypot(a.x - b.x, a.y - b.y) < 400)
          .map(({ id }) => `zoom ${zoom}: ${id}`),
      );
      expect(near).toEqual([]);
    }
  });

  test('names both states wherever the corridor fills the map', () => {
    for (const zoom of [9, 10]) {
      const [x, y] = toPixels([46.6, 39.68], zoom);
      const seen = pointsOn('2023-04-23', zoom).labels.filter(
        (label) => Math.abs(label.x - x) < 440 && Math.abs(label.y - y) < 290,
      );
      expect(seen.flatMap(({ lines }) => lines)).toEqual(expect.arrayContaining(['Armenia', 'Azerbaijan']));
    }
  });

  test('says what Nagorno-Karabakh is at every zoom, and from zoom 8 to 9 who held what', () => {
    const without = everyMap.filter(({ points }) => !points.labels.some(({ id }) => id === 'former-oblast'));
    expect(without.map(({ day, zoom }) => `${day}, zoom ${zoom}`)).toEqual([]);
    for (const zoom of [8, 8.5, 9]) {
      const named = (day: string): string[] => pointsOn(day, zoom).labels.map(({ lines }) => lines.join(' '));
      expect(named('2019-05-01')).toContain('Held by Armenian forces');
      expect(named('2020-11-15').filter((name) => name.startsWith('Held until')).length).toBeGreaterThan(0);
    }
    expect(pointsOn('2022-01-01', 8.5).labels.map(({ id }) => id)).toContain('peacekeeper-area');
  });

  test('of a state stands on no ground that others held, where a wide map has room for it elsewhere', () => {
    for (const zoom of [7, 7.5, 8, 8.5, 8.75, 9])
      for (const day of ['1994-06-01', '2019-05-01', '2020-11-12', '2022-01-01']) {
        const { held } = linesOf(snapshotAt(world, day), shapes);
        const states = pointsOn(day, zoom).labels.filter(({ id }) => STATES.includes(id));
        const onHeld = states.filter(({ box: { left, right }, y }) =>
          [left, (left + right) / 2, right].some((x) => {
            const spot = toLonLat([x, y], zoom);
            return held.some(({ lines }) => isInside(lines, spot));
          }),
        );
        expect(onHeld.map(({ id }) => `${day}, zoom ${zoom}: ${id}`)).toEqual([]);
        expect([...new Set(states.map(({ id }) => id))].sort()).toEqual([...STATES].sort());
      }
  });

  test('is there for the places that tell the story, when the map opens', () => {
    const labels = pointsOn('2023-04-23', 10).labels.map(({ id }) => id);
    for (const id of ['lachin', 'stepanakert', 'shusha', 'hakari-bridge']) expect(labels).toContain(id);
  });

  test('of Stepanakert is there at every zoom, also where everything lies on one spot', () => {
    const without = everyMap.filter(({ points }) => !points.labels.some(({ id }) => id === 'stepanakert'));
    expect(without.map(({ day, zoom }) => `${day}, zoom ${zoom}`)).toEqual([]);
  });

  test('stands near its place on an overview, or not at all, unless it is a city’s', () => {
    const far = everyMap
      .filter(({ zoom }) => zoom < 9)
      .flatMap(({ day, zoom, points: { places, labels } }) =>
        places.flatMap(({ place, x, y }) => {
          const box = labels.find(({ id }) => id === place.id)?.box;
          if (!box || ['capital', 'city'].includes(place.kind)) return [];
          const across = Math.max(box.left - x, x - box.right, 0);
          const up = Math.max(box.top - y, y - box.bottom, 0);
          return Math.hypot(across, up) > 14 ? [`${day}, zoom ${zoom}: ${place.id}`] : [];
        }),
      );
    expect(far).toEqual([]);
  });

  test('of a lesser place stands nearer to it than to any other', () => {
    const away = ({ left, top, right, bottom }: Label['box'], x: number, y: number): number =>
      Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    const another = everyMap.flatMap(({ day, zoom, points: { places, labels } }) =>
      places.flatMap(({ place, x, y }) => {
        const box = labels.find(({ id }) => id === place.id)?.box;
        if (!box || (place.rank ?? 3) === 1) return [];
        const nearer = places.filter((one) => away(box, one.x, one.y) < away(box, x, y));
        return nearer.map((one) => `${day}, zoom ${zoom}: the name of ${place.id} is nearer to ${one.place.id}`);
      }),
    );
    expect(another).toEqual([]);
  });

  test('of one of two neighbours does not stand at the symbol of the other, however far out', () => {
    for (const day of ['2019-06-01', '2020-12-15', '2023-05-10', '2026-06-01'])
      for (const zoom of [7, 8]) {
        const { places, labels } = pointsOn(day, zoom);
        const away = (label: string, place: string): number => {
          const box = labels.find(({ id }) => id === label)?.box;
          const at = places.find((one) => one.place.id === place);
          if (!box || !at) return Number.NaN;
          return Math.hypot(
            Math.max(box.left - at.x, at.x - box.right, 0),
            Math.max(box.top - at.y, at.y - box.bottom, 0),
          );
        };
        expect(away('stepanakert', 'stepanakert'), `${day}, zoom ${zoom}`).toBeLessThan(away('stepanakert', 'shusha'));
        expect(away('shusha', 'stepanakert') < away('shusha', 'shusha'), `${day}, zoom ${zoom}`).toBe(false);
      }
  });

  test('stays in its place when the map is panned', () => {
    const origin = toPixels([46.6, 39.68], 10).map(Math.round) as unknown as Pixels;
    const [still, panned] = [pointsOn('2023-04-23', 10), pointsOn('2023-04-23', 10, ALL, origin)];
    const places = (points: MapPoints, [left, top]: Pixels): string[] =>
      points.labels.map(({ id, x, y, anchor }) => `${id} ${anchor} ${(x + left).toFixed(3)} ${(y + top).toFixed(3)}`);
    expect(places(panned, origin)).toEqual(places(still, [0, 0]));
  });

  test('is the same each time', () => {
    expect(pointsOn('2023-04-23', 10)).toEqual(pointsOn('2023-04-23', 10));
  });

  test('belongs to a place only if places are shown', () => {
    const { places, labels } = pointsOn(
      '2023-04-23',
      10,
      ALL.filter((layer) => layer !== 'places'),
    );
    expect(places).toEqual([]);
    expect(labels.filter(({ className }) => className.startsWith('place'))).toEqual([]);
  });
});

test.describe('a mark on the map', () => {
  test('is far enough from every other to be pressed', () => {
    const tooNear = everyMap.flatMap(({ day, zoom, points }) =>
      points.marks.flatMap((a, i) =>
        points.marks
          .slice(i + 1)
          .filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < LEAST_SPACING)
          .map((b) => `${day}, zoom ${zoom}: ${a.place} and ${b.place}`),
      ),
    );
    expect(tooNear).toEqual([]);
  });

  test('stands for every event of the day, each once, those of one mark in order of time', () => {
    for (const { day, points } of everyMap) {
      const marked = points.marks.flatMap(({ events }) => events.map(({ id }) => id));
      expect(marked.sort()).toEqual(
        snapshotAt(world, day)
          .events.map(({ id }) => id)
          .sort(),
      );
      for (const { events } of points.marks) {
        const dates = events.map(({ date }) => date);
        expect(dates).toEqual([...dates].sort());
      }
    }
  });

  test('tells the events of every place: with those near it where it bears its name, else only its own', () => {
    const ids = (events: readonly { id: string }[]): string[] => events.map(({ id }) => id);
    let others = 0;
    for (const { day, points } of everyMap) {
      const { events } = snapshotAt(world, day);
      for (const place of new Set(events.map((event) => event.place))) {
        const own = events.filter((event) => event.place === place);
        const told = eventsAt(place, points.marks);
        const mark = points.marks.find((one) => one.place === place);
        if (mark) expect(told).toEqual(mark.events);
        else {
          expect(ids(told).sort()).toEqual(ids(own).sort());
          others++;
        }
      }
    }
    expect(others).toBeGreaterThan(10);
    expect(eventsAt('atlantis', everyMap[0]?.points.marks ?? [])).toEqual([]);
  });

  test('is there only if events are shown', () => {
    expect(
      pointsOn(
        '2023-04-23',
        10,
        ALL.filter((layer) => layer !== 'events'),
      ).marks,
    ).toEqual([]);
  });
});

test.describe('a place on the map', () => {
  test('appears from the zoom of its rank on, and stays', () => {
    const shownAt = (zoom: number): Set<string> => {
      const map = everyMap.find((one) => one.day === '2023-04-23' && one.zoom === zoom);
      return new Set(map?.points.places.map(({ place }) => place.id));
    };
    let before = new Set<string>();
    for (const zoom of ZOOMS) {
      const now = shownAt(zoom);
      expect([...before].filter((id) => !now.has(id))).toEqual([]);
      before = now;
    }
    const drawn = snapshotAt(world, '2023-04-23').places.filter(({ rank }) => rank !== undefined);
    expect(before.size).toBe(drawn.length);
    expect(shownAt(MIN_ZOOM).size).toBeLessThan(drawn.length);
  });
});
