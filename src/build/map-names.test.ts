import { expect, test } from '@playwright/test';
import { geoContains } from 'd3-geo';
import type { MapName } from '../model/map-shapes.ts';
import { mapNames } from './map-names.ts';
import { readWorld } from './read-content.ts';
import type { Geometry } from './read-geometry.ts';

test.describe.configure({ mode: 'default' });

let geometry: Geometry;
let names: MapName[];

test.beforeAll(() => {
  geometry = readWorld(process.cwd()).geometry;
  names = mapNames(geometry);
});

const ofKind = (kind: MapName['kind']): MapName[] => names.filter((name) => name.kind === kind);

test.describe('the names on the ground', () => {
  test('are words at positions', () => {
    expect(
      names.filter(({ lines }) => lines.length === 0 || lines.some((line) => /^(undefined)?$/.test(line))),
    ).toEqual([]);
    for (const { spots } of names)
      for (const [lon, lat] of spots) expect(Math.abs(lon) <= 180 && Math.abs(lat) <= 90).toBe(true);
    expect(names.flatMap(({ lines }) => lines)).toEqual(
      expect.arrayContaining(['Armenia', 'Azerbaijan', 'Caspian Sea', 'Hakari']),
    );
  });

  test('of a country stand on its own ground, in every spot', () => {
    const outside = ofKind('country').flatMap(({ id, spots }) => {
      const country = geometry.countries.features.find(({ properties }) => properties?.['id'] === id);
      // d3 reads rings clockwise, GeoJSON writes them the other way round.
      const turned = { ...country?.geometry, coordinates: rewound(country?.geometry) } as GeoJSON.Geometry;
      return spots.filter(([lon, lat]) => !geoContains(turned as never, [lon, lat])).map((spot) => `${id} at ${spot}`);
    });
    expect(outside).toEqual([]);
  });

  test('of the two states have as many spots near the corridor as they need to be read at every zoom', () => {
    for (const name of ['Armenia', 'Azerbaijan'])
      expect(
        ofKind('country')
          .filter(({ lines }) => lines[0] === name)
          .flatMap(({ spots }) => spots).length,
      ).toBeGreaterThan(5);
  });

  test('of a river read from left to right', () => {
    const angles = ofKind('water').flatMap(({ spots }) => spots.flatMap(([, , angle]) => angle ?? []));
    expect(angles.length).toBeGreaterThan(20);
    for (const angle of angles) expect(angle > -90 && angle <= 90).toBe(true);
  });

  test('of a district are both its names', () => {
    expect(ofKind('district').find(({ id }) => id === 'district-kalbajar')?.lines).toEqual(['Kalbajar', 'Karvachar']);
  });
});

/** Returns the rings of an area turned round. */
function rewound(shape: GeoJSON.Geometry | undefined): unknown {
  if (shape?.type === 'Polygon') return shape.coordinates.map((ring) => ring.toReversed());
  if (shape?.type === 'MultiPolygon') return shape.coordinates.map((rings) => rings.map((ring) => ring.toReversed()));
  return [];
}
