/** When an entry was last checked, and what was corrected in it. */
import type { Day } from './dates.ts';
import type { Correction, Whereabouts, World } from './world.ts';

export interface Upkeep {
  readonly checked: Day;
  /** In the order of the files. */
  readonly corrections: readonly Correction[];
}

/** Returns the upkeep of one page. A correction is a check, too: the later day counts. */
export function upkeepOf(world: World, { kind, id }: Whereabouts): Upkeep {
  const corrections = world.corrections.filter((one) => one.kind === kind && one.id === id);
  const checked = world.checked.get(`${kind}/${id}`) ?? world.site.lastChecked;
  return { checked: [checked, ...corrections.map(({ on }) => on)].sort().at(-1) ?? checked, corrections };
}
