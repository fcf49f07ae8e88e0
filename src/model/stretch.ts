/** A straight stretch between two points of a plane. */

export type PlanePoint = readonly [x: number, y: number];

/** Returns how far a point lies from a stretch, in the unit of the plane; the stretch may be no longer than a point. */
export function distanceToStretch([x, y]: PlanePoint, [fromX, fromY]: PlanePoint, [toX, toY]: PlanePoint): number {
  const [wide, high] = [toX - fromX, toY - fromY];
  const length = wide * wide + high * high;
  const along = length && Math.min(1, Math.max(0, ((x - fromX) * wide + (y - fromY) * high) / length));
  return Math.hypot(x - fromX - along * wide, y - fromY - along * high);
}
