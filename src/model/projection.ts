/**
 * Web Mercator (EPSG:3857) in pixels, as Leaflet counts them: the world is 256 px wide at zoom 0 and doubles with
 * each zoom. `projection.test.ts` holds it against Leaflet's own.
 */

/** Longitude and latitude in degrees, in the order of GeoJSON. */
export type LonLat = readonly [lon: number, lat: number];

/** Pixels from the north-west corner of the world at some zoom. */
export type Pixels = readonly [x: number, y: number];

/** Returns the pixel at which a place lies at that zoom. */
export function toPixels(place: LonLat, zoom: number): Pixels {
  const scale = 256 * 2 ** zoom;
  const sin = Math.sin((place[1] * Math.PI) / 180);
  return [scale * (place[0] / 360 + 0.5), scale * (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI))];
}

/** Returns the place that lies at a pixel at that zoom: the inverse of `toPixels`. */
export function toLonLat([x, y]: Pixels, zoom: number): LonLat {
  const scale = 256 * 2 ** zoom;
  return [(x / scale - 0.5) * 360, (Math.atan(Math.exp((0.5 - y / scale) * 2 * Math.PI)) * 360) / Math.PI - 90];
}

/** Returns how many metres on the ground one pixel covers at that latitude and zoom (equatorial radius 6378137 m). */
export function metresPerPixel(lat: number, zoom: number): number {
  return (2 * Math.PI * 6378137 * Math.cos((lat * Math.PI) / 180)) / (256 * 2 ** zoom);
}
