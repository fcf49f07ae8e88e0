import { expect, test } from '@playwright/test';
import { LOCATOR, locatorFrame } from './locator.ts';

const size = { width: 800, height: 600 };

test.describe('the frame on the small map', () => {
  test('of the whole corridor lies inside it', () => {
    const { x, y, width, height } = locatorFrame({ lon: 46.6, lat: 39.68, zoom: 10 }, size);
    expect(x).toBeGreaterThan(0);
    expect(y).toBeGreaterThan(0);
    expect(x + width).toBeLessThan(LOCATOR.width);
    expect(y + height).toBeLessThan(LOCATOR.height);
  });

  test('is as wide as the map is at the small one’s scale', () => {
    const near = locatorFrame({ lon: 46.6, lat: 39.68, zoom: 8 }, size);
    const far = locatorFrame({ lon: 46.6, lat: 39.68, zoom: 7 }, size);
    expect(far.width).toBeCloseTo(near.width * 2, 0);
    expect(near.width / near.height).toBeCloseTo(size.width / size.height, 1);
  });

  test('moves east and north with the map', () => {
    const [here, there] = [
      locatorFrame({ lon: 46, lat: 39, zoom: 9 }, size),
      locatorFrame({ lon: 47, lat: 40, zoom: 9 }, size),
    ];
    expect(there.x).toBeGreaterThan(here.x);
    expect(there.y).toBeLessThan(here.y);
  });

  test('can be seen however near the map is', () => {
    expect(locatorFrame({ lon: 46.6, lat: 39.68, zoom: 13 }, size).width).toBeGreaterThanOrEqual(5);
  });
});
