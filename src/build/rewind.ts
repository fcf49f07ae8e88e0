/** The order of rings that RFC 7946 (GeoJSON), section 3.1.6, asks for: outer rings counterclockwise, holes clockwise. */
import type { Position } from 'geojson';

/** Twice the area of a ring, positive where it runs counterclockwise. */
const area = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = ring[(i + 1) % ring.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);

/** Returns a polygon's rings in that order. */
export function rewind(rings: readonly Position[][]): Position[][] {
  return rings.map((ring, i) => (area(ring) > 0 === (i === 0) ? ring : ring.toReversed()));
}
