import { expect, test } from '@playwright/test';
import { readWorld } from '../build/read-content.ts';
import { settle } from '../share/view.ts';
import { limitsOf } from './limits.ts';
import { snapshotAt } from './snapshot.ts';
import { openingView, viewOf } from './views.ts';
import { mapWorldOf } from './world.ts';

const world = mapWorldOf(readWorld(process.cwd()).world);

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
