/** The names by which places are found, in every language and script. */
import { nameOrder } from '../i18n/words.ts';
import type { Findable } from './find-place.ts';
import { isInRegion } from './map-limits.ts';
import type { Place } from './world.ts';

export interface FindablePlace extends Findable {
  /** Whether the map can go there. */
  readonly isOnMap: boolean;
}

/** Returns each place with all forms of its names, each once; a note in brackets is no part of a name. */
export function findableOf(places: readonly Place[]): FindablePlace[] {
  return places.map(({ id, label, name, otherNames, forms, lon, lat }) => {
    const all = new Map<string, string>();
    const add = (form: string, lang: string): void => {
      const bare = form.replace(/\s*\([^)]*\)/g, '').trim();
      if (bare && !all.has(bare)) all.set(bare, lang);
    };
    for (const form of [name, ...label, ...otherNames.map((other) => other.form)]) add(form, '');
    for (const lang of nameOrder()) for (const form of forms[lang] ?? []) add(form, lang);
    return {
      id,
      label,
      names: [...all],
      isOnMap: isInRegion({ lon, lat }),
    };
  });
}
