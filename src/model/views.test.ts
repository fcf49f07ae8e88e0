import { expect, test } from '@playwright/test';
import { readWorld } from '../build/read-content.ts';
import { settle } from '../share/view.ts';
import { limitsOf } from './limits.ts';
import { CORRIDOR, isInRegion } from './map-limits.ts';
import { snapshotAt } from './snapshot.ts';
import { openingView, paragraphView, viewOf } from './views.ts';
import { mapWorldOf } from './world.ts';

const whole = readWorld(process.cwd()).world;
const world = mapWorldOf(whole);

test.describe('the view of a thing', () => {
  test('is settled, for every event and place', () => {
    for (const { id } of [...world.events, ...world.places]) {
      const view = viewOf(world, id);
      expect(view?.focus, id).toBe(id);
      expect(view && settle(view, limitsOf(world)), id).toEqual(view);
    }
  });

  test('shows a place on a day on which it stands', () => {
    for (const { id } of world.places) {
      const day = viewOf(world, id)?.day ?? '';
      expect(
        snapshotAt(world, day).places.some((place) => place.id === id),
        `${id} on ${day}`,
      ).toBe(true);
    }
  });

  test('shows an event on its first day, among those that had begun', () => {
    for (const { id } of world.events) {
      const day = viewOf(world, id)?.day ?? '';
      if (day > world.firstDay)
        expect(snapshotAt(world, day).events.at(-1)?.date.slice(0, day.length), id).toBe(
          day.slice(0, snapshotAt(world, day).events.at(-1)?.date.length),
        );
    }
  });

  test('of a place keeps the reader’s day where the place stands on it', () => {
    const dayOf = (id: string, day: string) => viewOf(world, id, day)?.day;
    expect(dayOf('lachin', '2021-06-01')).toBe('2021-06-01');
    const gone = world.places.find(({ to }) => to);
    expect(gone && dayOf(gone.id, world.followedTo)).toBe(gone && viewOf(world, gone.id)?.day);
    const begun = world.places.find(({ from }) => from && from > world.firstDay);
    expect(begun && dayOf(begun.id, world.firstDay)).toBe(begun && viewOf(world, begun.id)?.day);
  });

  test('of what lies outside the region is that of the corridor, where there is something to see', () => {
    const outside = [...world.places, ...world.events].filter((thing) => !isInRegion(thing));
    expect(outside.length).toBeGreaterThan(10);
    for (const { id } of outside) expect(viewOf(world, id), id).toMatchObject({ ...CORRIDOR, zoom: 9 });
  });

  test('is nothing for an unknown id', () => {
    expect(viewOf(world, 'no-such-thing')).toBeUndefined();
  });

  test('of the whole corridor is where the site opens, and stays so', () => {
    expect(openingView(world)).toEqual({
      lat: 39.68,
      lon: 46.6,
      zoom: 10,
      day: '2023-04-23',
      focus: null,
      layers: ['relief', 'areas', 'zone', 'roads', 'places', 'events'],
    });
  });
});

test.describe('the view of a paragraph', () => {
  const chapterOf = (id: string) => {
    const chapter = whole.chapters.find((one) => one.id === id);
    if (!chapter) throw new Error(id);
    return chapter;
  };
  const chapter = { ...chapterOf('the-closure'), views: {} };

  test('is that of the event it links to', () => {
    expect(paragraphView(world, chapter, '2022-12-12-road-blocked', '2021-01-01')).toEqual(
      viewOf(world, '2022-12-12-road-blocked'),
    );
  });

  test('of a place keeps the day of the paragraph before', () => {
    const view = paragraphView(world, chapter, 'tegh', '2021-06-01');
    expect(view).toMatchObject({ focus: 'tegh', day: '2021-06-01' });
  });

  test('is the chapter’s own choice where it made one, on the event’s day', () => {
    const views = { '2022-12-12-road-blocked': { lat: 39.77, lon: 46.74, zoom: 11.8 } };
    expect(paragraphView(world, { ...chapter, views }, '2022-12-12-road-blocked', '2021-01-01')).toMatchObject({
      lat: 39.77,
      zoom: 11.8,
      day: '2022-12-12',
      focus: '2022-12-12-road-blocked',
    });
  });

  test('is settled, for every choice of every chapter', () => {
    for (const one of whole.chapters)
      for (const linked of Object.keys(one.views)) {
        const view = paragraphView(world, one, linked, one.view.day);
        expect(view && settle(view, limitsOf(world)), `${one.id}: ${linked}`).toEqual(view);
      }
  });

  test('is nothing without an event or a place', () => {
    expect(paragraphView(world, chapter, 'no-such-thing', '2021-01-01')).toBeUndefined();
  });
});
