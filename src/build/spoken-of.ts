/** What pages speak of by name, whatever the content says besides. */
import type { World } from '../model/world.ts';

/**
 * Returns the place or the feature of the map with an id, also with one that it had before. Throws where there is none: a page
 * that left it out would say something else.
 */
export function spokenOf<T extends { readonly id: string }>(
  { formerIds }: Pick<World, 'formerIds'>,
  list: readonly T[],
  id: string,
): T {
  const now = formerIds[id] ?? id;
  const found = list.find((one) => one.id === now);
  if (!found)
    throw new Error(
      `A page speaks of "${id}", and no file in content/ has this id. Restore it, or add formerIds: [${id}] to the file that took its place`,
    );
  return found;
}
