/** Which source an id names. */
import type { Source, World } from './world.ts';

/** Returns the source that is called so, or was before it was renamed; none for `editors` and for an id that names nothing. */
export function sourceOf({ sources }: Pick<World, 'sources'>, id: string): Source | undefined {
  return sources.find((source) => source.id === id || source.formerIds.includes(id));
}
