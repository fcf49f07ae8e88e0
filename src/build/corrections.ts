/** Every correction of the site, with the page on which it stands. */
import type { Day } from '../model/dates.ts';
import type { World } from '../model/world.ts';
import { pageOf } from './source-entry.ts';

export interface PlacedCorrection {
  readonly on: Day;
  readonly what: string;
  readonly title: string;
  /** Below the site's root, down to the correction itself. */
  readonly path: string;
}

/** Returns all corrections, the latest first. */
export function correctionsOf(world: World): PlacedCorrection[] {
  return world.corrections
    .map((correction) => {
      const { on, what, fragment } = correction;
      const { title, path } = pageOf(world, correction);
      return { on, what, title, path: `${path}#${fragment}` };
    })
    .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1));
}
