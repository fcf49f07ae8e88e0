import { expect, test } from '@playwright/test';
import { entry, sampleWorld } from '../assembly/sample-world.ts';
import { missingSpokenOf, spokenOf } from './spoken-of.ts';

test.describe('what a page speaks of', () => {
  const world = sampleWorld();
  const [place] = world.places;

  test('is found by its id, and by the one that it had before', () => {
    const lachin = { ...world, places: [...world.places, { ...place, id: 'lachin' }] } as typeof world;
    expect(spokenOf(lachin, 'places', 'lachin').id).toBe('lachin');
    expect(spokenOf({ ...world, formerIds: { lachin: place?.id ?? '' } }, 'places', 'lachin')).toBe(place);
  });

  test('is never left out in silence', () => {
    expect(() => spokenOf(world, 'places', 'lachin')).toThrow('lachin is spoken of');
  });

  test('may be in a file with a fault of its own', () => {
    const without = { features: [], places: [entry('places', 'goris')] };
    const files = (problems: Parameters<typeof missingSpokenOf>[1]): Set<string> =>
      new Set(missingSpokenOf(without, problems).map(({ file }) => file.replace(/\/[\w-]+\.yaml$/, '')));
    expect(files([])).toEqual(new Set(['content/map', 'content/places']));
    expect(files([{ file: 'content/places/lachin.yaml' }])).toEqual(new Set(['content/map']));
    expect(files([{ file: 'content/map' }])).toEqual(new Set(['content/places']));
  });
});
