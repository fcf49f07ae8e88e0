/** What pages and the legend speak of by name, whatever the content says besides. */
import type { Entries } from '../assembly/entries.ts';
import type { Problem } from '../assembly/problems.ts';
import type { Day } from '../model/dates.ts';
import type { World } from '../model/world.ts';

/** The ids that are spoken of, by the kind of the file. */
const SPOKEN_OF = {
  features: [
    'area-1994-2020',
    'districts',
    'former-oblast',
    'new-road',
    'old-road-border',
    'old-road-lachin',
    'peacekeeper-area',
  ],
  places: ['lachin'],
} as const;
type Kind = keyof typeof SPOKEN_OF;
export type SpokenOf<K extends Kind> = (typeof SPOKEN_OF)[K][number];

const FOLDERS: Readonly<Record<Kind, string>> = { features: 'content/map', places: 'content/places' };

/** Kinds of places of which the legend gives days, and the fields that hold these. */
const DAYS = { 'sit-in': ['from', 'to'], 'border-crossing': ['to'] } as const;

interface Dated {
  readonly kind: string;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/** Returns the first place of a kind with the days that the legend gives. */
const datedOf = <T extends Dated>(places: readonly T[], kind: keyof typeof DAYS): T | undefined =>
  places.find((place) => place.kind === kind && DAYS[kind].every((field) => place[field] !== undefined));

/** Returns the first status of a place that became a checkpoint. */
const checkpointOf = <T extends { readonly is: string }>(
  places: readonly { readonly became?: readonly T[] | undefined }[],
): T | undefined => places.flatMap(({ became = [] }) => became).find(({ is }) => is === 'checkpoint');

/** Returns what is spoken of and not there. A file with a fault of its own may be what is missing, so its folder is left aside. */
export function missingSpokenOf(
  entries: Pick<Entries, Kind>,
  problems: readonly Pick<Problem, 'file'>[],
): readonly Problem[] {
  const isSound = (folder: string): boolean =>
    !problems.some(({ file }) => file === folder || file.startsWith(`${folder}/`));
  const found: Problem[] = [];
  for (const kind of Object.keys(SPOKEN_OF) as Kind[])
    for (const id of isSound(FOLDERS[kind]) ? SPOKEN_OF[kind] : [])
      if (!entries[kind].some((one) => one.id === id || one.data.formerIds.includes(id)))
        found.push({
          file: `${FOLDERS[kind]}/${id}.yaml`,
          what: `no such file, and pages speak of what is in it. Restore it, or add formerIds: [${id}] to the file that took its place`,
        });
  if (!isSound(FOLDERS.places)) return found;
  const places = entries.places.map(({ data }) => data);
  if (!checkpointOf(places))
    found.push({
      file: FOLDERS.places,
      what: 'no place became a checkpoint, and the legend of the map says since when there is one. Restore it under became of its place',
    });
  for (const kind of Object.keys(DAYS) as (keyof typeof DAYS)[]) {
    if (datedOf(places, kind)) continue;
    const entry = entries.places.find(({ data }) => data.kind === kind);
    if (!entry)
      found.push({
        file: FOLDERS.places,
        what: `no place is of the kind ${kind}, and the legend of the map gives the days of one. Restore it`,
      });
    for (const field of entry ? DAYS[kind].filter((one) => entry.data[one] === undefined) : [])
      found.push({
        file: entry?.file ?? '',
        line: entry?.lineOf('kind'),
        what: `${field}: missing. The legend of the map gives this day of a ${kind}. Restore it`,
      });
  }
  return found;
}

/** Returns one of what was checked to be there. */
function there<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`${what} is spoken of, and missingSpokenOf has not told that it is missing`);
  return found;
}

/** Returns the place or the feature of the map with an id that is spoken of, also where it is a former one. */
export function spokenOf<K extends Kind>(
  world: Pick<World, K | 'formerIds'>,
  kind: K,
  id: SpokenOf<K>,
): World[K][number] {
  const now = world.formerIds[id] ?? id;
  const list: readonly World[K][number][] = world[kind];
  return there(
    list.find((one) => one.id === now),
    id,
  );
}

/** Returns the days that the legend gives; `to` is the first on which a place is no more. */
export function daysOfLegend(places: World['places']): {
  readonly checkpoint: Day;
  readonly sitIn: { readonly from: Day; readonly to: Day };
  readonly crossing: { readonly to: Day };
} {
  const sitIn = datedOf(places, 'sit-in');
  return {
    checkpoint: there(checkpointOf(places)?.day, 'A checkpoint'),
    sitIn: { from: there(sitIn?.from, 'A sit-in'), to: there(sitIn?.to, 'A sit-in') },
    crossing: { to: there(datedOf(places, 'border-crossing')?.to, 'A border crossing') },
  };
}
