import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { readPosition } from '../model/coordinates.ts';
import { elsewhere } from './elsewhere.ts';

test.describe('the same spot on another map', () => {
  test('is a link of that map', () => {
    expect(elsewhere({ lat: 39.5655, lon: 46.5708, zoom: 11.4 })).toEqual([
      { name: 'OpenStreetMap', href: 'https://www.openstreetmap.org/#map=11/39.5655/46.5708' },
      {
        name: 'Google Maps',
        href: 'https://www.google.com/maps/@?api=1&map_action=map&center=39.5655,46.5708&zoom=11',
      },
      { name: 'Apple Maps', href: 'https://maps.apple.com/?ll=39.5655,46.5708&z=11' },
      { name: 'Map app', href: 'geo:39.5655,46.5708?z=11' },
    ]);
  });

  test('comes back when its link is pasted here', () => {
    const degrees = (min: number, max: number) =>
      fc.integer({ min: min * 1e4, max: max * 1e4 }).map((value) => value / 1e4);
    fc.assert(
      fc.property(degrees(37, 43), degrees(42, 51), fc.double({ min: 7, max: 13, noNaN: true }), (lat, lon, zoom) => {
        for (const { href } of elsewhere({ lat, lon, zoom })) expect(readPosition(href)).toMatchObject({ lat, lon });
      }),
    );
  });
});
