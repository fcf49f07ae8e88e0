/** How far the map goes. */

/** The part of the earth that the map shows, degrees; the relief picture covers the same. */
export const REGION = { south: 37, west: 42.3, north: 42.9, east: 50.4 } as const;
/** What countries and waters are cut to, degrees: beyond it the map knows nothing (`content/geometry/countries.geojson`). */
export const MAPPED = { south: 34.5, west: 38.5, north: 44.5, east: 55 } as const;
/** The middle of the corridor, degrees. */
export const CORRIDOR = { lat: 39.68, lon: 46.6 } as const;
export const MIN_ZOOM = 7;
export const MAX_ZOOM = 13;

/** Tells whether a position is on the map, or at most so many degrees beyond its edge. */
export function isInRegion({ lat, lon }: { readonly lat: number; readonly lon: number }, margin = 0): boolean {
  const { south, west, north, east } = REGION;
  return lon >= west - margin && lon <= east + margin && lat >= south - margin && lat <= north + margin;
}
