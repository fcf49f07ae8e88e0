/** How far the map goes. */

/** The part of the earth that the map shows, degrees; the relief picture covers the same. */
export const REGION = { south: 37, west: 42.3, north: 42.9, east: 50.4 } as const;
export const MIN_ZOOM = 7;
export const MAX_ZOOM = 13;
