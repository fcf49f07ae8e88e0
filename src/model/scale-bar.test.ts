import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { metresPerPixel } from './projection.ts';
import { scaleBar } from './scale-bar.ts';

test.describe('the scale bar', () => {
  test('is a round length, as long as it says and as long as fits', () => {
    const lats = fc.double({ min: 36, max: 44, noNaN: true });
    const zooms = fc.double({ min: 7, max: 13, noNaN: true });
    fc.assert(
      fc.property(lats, zooms, (lat, zoom) => {
        const { text, width } = scaleBar(lat, zoom, 120);
        const [number, unit] = text.split('\u00a0');
        const metres = Number(number) * (unit === 'km' ? 1000 : 1);
        expect(text).toMatch(/^[1235]0*\u00a0k?m$/);
        expect(Math.abs(width * metresPerPixel(lat, zoom) - metres)).toBeLessThan(metresPerPixel(lat, zoom));
        expect(width).toBeLessThanOrEqual(120);
        expect(width).toBeGreaterThan(58);
      }),
    );
  });

  test('of the corridor at zoom 10 is 10 km long', () => {
    expect(scaleBar(39.68, 10, 120)).toEqual({ text: '10\u00a0km', width: 85 });
  });
});
