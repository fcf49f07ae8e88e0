/** A map that has ground of both states names one of the two as often as the other: else all of it could seem to be the one's. */
import type { MapPoints } from './map-points.ts';
import type { Label } from './place-labels.ts';
import type { Box } from './segment-grid.ts';

/** The states whose border the corridor crosses, by the ids of their names. */
export const STATES: readonly string[] = ['country-am', 'country-az'];

/**
 * Returns the names of states that a window should not show, among those that are seen: of the two, those by which one is named
 * oftener than the other, all but as many of its first ones; and where their border is in sight and they are not named, any other's.
 */
export function unevenNames(
  { labels, stateBorder }: Pick<MapPoints, 'labels' | 'stateBorder'>,
  isSeen: (label: Label, i: number) => boolean,
  window: Box,
): Label[] {
  const seen = labels.filter((label, i) => label.className === 'country' && isSeen(label, i));
  const [most = [], least = []] = STATES.map((state) => seen.filter(({ id }) => id === state)).sort(
    (a, b) => b.length - a.length,
  );
  if (least.length > 0) return most.slice(least.length);
  return stateBorder.crossings(window) > 0 ? seen : [];
}
