/** The small map that shows where a map lies: its size, and the frame of a view on it. */
import type { Inset } from './map-drawing.ts';
import { type LonLat, type Pixels, toPixels } from './projection.ts';

/** Zoom, and pixels. */
export const LOCATOR = { zoom: 4.75, width: 126, height: 96 } as const;

/** It as an inset, as `map-inset.css` has it. */
export const INSET: Inset = {
  width: LOCATOR.width + 2,
  height: LOCATOR.height + 2,
  margin: 9.6,
  leastWidth: 560,
  leastHeight: 380,
};

/** The north-west corner, degrees. */
const CORNER: LonLat = [43.25, 41.95];

/** The pixel of the world at which the small map begins. */
export const LOCATOR_ORIGIN: Pixels = toPixels(CORNER, LOCATOR.zoom);

/** Returns the frame of a map on the small one, pixels: a map of that centre and zoom (degrees), so many pixels large. */
export function locatorFrame(
  { lon, lat, zoom }: { readonly lon: number; readonly lat: number; readonly zoom: number },
  size: { readonly width: number; readonly height: number },
): { x: number; y: number; width: number; height: number } {
  const scale = 2 ** (LOCATOR.zoom - zoom);
  const [x, y] = toPixels([lon, lat], LOCATOR.zoom);
  // A frame too small to see still marks its place.
  const [width, height] = [Math.max(5, size.width * scale), Math.max(5, size.height * scale)];
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  return {
    x: tenth(x - LOCATOR_ORIGIN[0] - width / 2),
    y: tenth(y - LOCATOR_ORIGIN[1] - height / 2),
    width: tenth(width),
    height: tenth(height),
  };
}
