/** Every correction of the site, with the page on which it stands. */
import type { Day } from '../model/dates.ts';
import type { World } from '../model/world.ts';
import { pageOf } from './source-entry.ts';

export interface PlacedCorrection {
  readonly on: Day;
  readonly what: string;
  readonly title: string;
  /** Below the site's root, down to the correction itself. Stays, since corrections are only added. */
  readonly path: string;
}

/** Returns all corrections, the latest first. */
export function correctionsOf(world: World): PlacedCorrection[] {
  const seen = new Map<string, number>();
  return world.corrections
    .map((correction) => {
      const { title, path } = pageOf(world, correction);
      const at = (seen.get(path) ?? 0) + 1;
      seen.set(path, at);
      return { on: correction.on, what: correction.what, title, path: `${path}#correction-${at}` };
    })
    .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1));
}
