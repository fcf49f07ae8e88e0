import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { REGION } from '../model/map-limits.ts';
import { toLonLat, toPixels } from '../model/projection.ts';
import { CENTER, layPicture, PICTURES, placeOn } from './embed-picture.ts';
import type { View } from './view.ts';

const days = ['1988-01-01', '2020-11-10', '2022-12-12', '2023-04-23'];
const view: View = { lat: CENTER.lat, lon: CENTER.lon, zoom: 10, day: '2023-01-15', focus: null, layers: [] };

test.describe('the still map under an embed', () => {
  test('is that of the last day on which the map changed', () => {
    expect(layPicture(view, days).name).toBe('2022-12-12/10');
    expect(layPicture({ ...view, day: '2022-12-12' }, days).name).toBe('2022-12-12/10');
    expect(layPicture({ ...view, day: '2022-12-11' }, days).name).toBe('2020-11-10/10');
    expect(layPicture({ ...view, day: '2026-01-01' }, days).name).toBe('2023-04-23/10');
  });

  test('lies in the middle where the view is its own', () => {
    expect(layPicture(view, days)).toEqual({ name: '2022-12-12/10', x: -700, y: -500, width: 1400, height: 1000 });
  });

  test('is the one of the nearest zoom that holds the view', () => {
    expect(layPicture({ ...view, zoom: 10.8 }, days).name).toBe('2022-12-12/11');
    expect(layPicture({ ...view, zoom: 12, lat: 41.7, lon: 44.8 }, days).name).toBe('2022-12-12/7');
  });

  test('fills the frame round every place of the region that a picture can, at the zooms of the site’s pages', () => {
    const [widest] = PICTURES;
    const least = (frame: number, picture: number, zoom: number): number => picture / 2 - frame / 2 / 2 ** (zoom - 7);
    const sizes = [
      { width: 720, height: 540 },
      { width: 360, height: 360 },
      { width: 1296, height: 800 },
    ];
    const share = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...sizes),
        share,
        share,
        fc.double({ min: 8, max: 13, noNaN: true }),
        (frame, a, b, zoom) => {
          // Any middle of which the picture of the whole region shows the frame's four edges.
          const [middleX, middleY] = toPixels([CENTER.lon, CENTER.lat], 7);
          const [x, y] = [
            middleX + a * least(frame.width, widest.width, zoom),
            middleY + b * least(frame.height, widest.height, zoom),
          ];
          const [lon, lat] = toLonLat([x, y], 7);
          const laid = layPicture({ ...view, lon, lat, zoom }, days, frame);
          expect(laid.x).toBeLessThanOrEqual(-frame.width / 2 + 1);
          expect(laid.y).toBeLessThanOrEqual(-frame.height / 2 + 1);
          expect(laid.x + laid.width).toBeGreaterThanOrEqual(frame.width / 2 - 1);
          expect(laid.y + laid.height).toBeGreaterThanOrEqual(frame.height / 2 - 1);
        },
      ),
    );
  });

  test('shows each point of the map where the view has it', () => {
    const lat = fc.double({ min: REGION.south, max: REGION.north, noNaN: true });
    const lon = fc.double({ min: REGION.west, max: REGION.east, noNaN: true });
    fc.assert(
      fc.property(lat, lon, fc.double({ min: 7, max: 13, noNaN: true }), lat, lon, (a, b, zoom, c, d) => {
        const asked = { ...view, lat: a, lon: b, zoom };
        const laid = layPicture(asked, days);
        const picture = PICTURES.find((one) => laid.name.endsWith(`/${one.zoom}`));
        if (!picture) throw new Error('no such picture');
        const [x, y] = toPixels([d, c], picture.zoom);
        const [middleX, middleY] = toPixels([CENTER.lon, CENTER.lat], picture.zoom);
        const at = placeOn(asked, { lat: c, lon: d });
        // Where the point stands in the picture, and where the picture stands in the frame.
        const scale = laid.width / picture.width;
        expect(laid.x + (x - middleX + picture.width / 2) * scale).toBeCloseTo(at?.[0] ?? Number.NaN, -1);
        expect(laid.y + (y - middleY + picture.height / 2) * scale).toBeCloseTo(at?.[1] ?? Number.NaN, -1);
      }),
    );
  });

  test('marks nothing that lies outside the map', () => {
    expect(placeOn(view, { lat: 38.9, lon: -77 })).toBeUndefined();
  });
});
