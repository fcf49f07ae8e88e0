/** A map that has ground of both states names one of the two as often as the other: else all of it could seem to be the one's. */
import type { Ground, MapPoints } from './map-points.ts';
import type { Label } from './place-labels.ts';

/** The states whose border the corridor crosses, by the ids of their names. */
export const STATES: readonly string[] = ['country-am', 'country-az'];

/**
 * Returns the labels by which one of the two is named oftener than the other, among those that are seen: all but as many of its first
 * ones. Nothing where there is ground of one only in sight, by the spots where names may stand.
 */
export function unevenNames(
  { labels, grounds }: Pick<MapPoints, 'labels' | 'grounds'>,
  isSeen: (label: Label, i: number) => boolean,
  isInSight: (ground: Ground) => boolean,
): Label[] {
  const seen = labels.filter((label, i) => STATES.includes(label.id) && isSeen(label, i));
  const [most = [], least = []] = STATES.map((state) => seen.filter(({ id }) => id === state)).sort(
    (a, b) => b.length - a.length,
  );
  const isOfOne = least.length === 0 && !grounds.some((ground) => ground.id !== most[0]?.id && isInSight(ground));
  return isOfOne ? [] : most.slice(least.length);
}
