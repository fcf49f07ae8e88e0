import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { type LonLat, metresPerPixel, toLonLat, toPixels } from './projection.ts';

/** Where the square world of Web Mercator ends, degrees. */
const EDGE = 85.0511287798;

/** Evenly spread numbers; `fc.double` would give mostly some next to 0. */
const between = (min: number, max: number) =>
  fc.integer({ min: Math.ceil(min * 1e6), max: Math.floor(max * 1e6) }).map((value) => value / 1e6);
const anyPlace: fc.Arbitrary<LonLat> = fc.tuple(between(-180, 180), between(-EDGE, EDGE));
const anyZoom = between(0, 19);

/** Leaflet looks for a browser when it is loaded: this is the least it is content with. */
async function loadLeaflet(): Promise<typeof import('leaflet')> {
  const element = () => ({ style: {}, setAttribute() {} });
  const document = { documentElement: element(), createElement: element, createElementNS: element };
  const browser = {
    document,
    window: globalThis,
    devicePixelRatio: 1,
    screen: {},
    addEventListener() {},
    removeEventListener() {},
  };
  const before = Object.keys(browser).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const [name, value] of Object.entries(browser))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  try {
    const leaflet = await import('leaflet');
    return leaflet.default ?? leaflet;
  } finally {
    for (const [name, was] of before) {
      if (was) Object.defineProperty(globalThis, name, was);
      else Reflect.deleteProperty(globalThis, name);
    }
  }
}

test.describe('the projection', () => {
  test('fills a square of 256 pixels at zoom 0', () => {
    const [left, top] = toPixels([-180, EDGE], 0);
    const [right, bottom] = toPixels([180, -EDGE], 0);
    const [x, y] = toPixels([0, 0], 0);
    expect(left).toBeCloseTo(0, 6);
    expect(top).toBeCloseTo(0, 6);
    expect(right).toBeCloseTo(256, 6);
    expect(bottom).toBeCloseTo(256, 6);
    expect([x, y]).toEqual([128, 128]);
  });

  test('doubles with every zoom', () => {
    fc.assert(
      fc.property(anyPlace, anyZoom, (place, zoom) => {
        const [x, y] = toPixels(place, zoom);
        const [nextX, nextY] = toPixels(place, zoom + 1);
        expect(nextX).toBeCloseTo(2 * x, 4);
        expect(nextY).toBeCloseTo(2 * y, 4);
      }),
    );
  });

  test('leads back from the pixel to the place', () => {
    fc.assert(
      fc.property(anyPlace, anyZoom, (place, zoom) => {
        const [lon, lat] = toLonLat(toPixels(place, zoom), zoom);
        expect(lon).toBeCloseTo(place[0], 8);
        expect(lat).toBeCloseTo(place[1], 8);
      }),
    );
  });

  test('is the one of Leaflet', async () => {
    const { CRS } = await loadLeaflet();
    fc.assert(
      fc.property(anyPlace, anyZoom, ([lon, lat], zoom) => {
        const { x, y } = CRS.EPSG3857.latLngToPoint({ lat, lng: lon } as never, zoom);
        const [ourX, ourY] = toPixels([lon, lat], zoom);
        expect(ourX).toBeCloseTo(x, 4);
        expect(ourY).toBeCloseTo(y, 4);
      }),
    );
  });

  test('knows how far a pixel reaches on the ground', () => {
    // As OpenStreetMap tables them: 156543.03 m at the equator at zoom 0, half as much at 60 degrees north.
    expect(metresPerPixel(0, 0)).toBeCloseTo(156_543.03, 2);
    expect(metresPerPixel(60, 0)).toBeCloseTo(78_271.52, 2);
    expect(metresPerPixel(0, 10)).toBeCloseTo(152.874, 3);
  });
});
