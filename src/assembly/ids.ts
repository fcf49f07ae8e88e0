/** The ids of all files, as they are now and as they were: what a field, a text or a link may name. */
import type { Moved } from '../model/world.ts';
import { stringsIn } from './author-texts.ts';
import type { Entries, Entry, Shape } from './entries.ts';
import { didYouMean, maySpeakOfOneSource } from './nearest-id.ts';
import type { Problems } from './problems.ts';

/** The kinds of files that others name by id. */
export type Named = 'event' | 'place' | 'source';

const FOLDERS = { event: 'events', place: 'places', source: 'sources' } as const;
const SUFFIXES = { event: 'md', place: 'yaml', source: 'yaml' } as const;
const NAMED = ['event', 'place', 'source'] as const;
/** How a text names each of them. */
const MARKS: Readonly<Record<Named, (id: string) => string>> = {
  event: (id) => `[words](event:${id})`,
  place: (id) => `[words](place:${id})`,
  source: (id) => `[@${id}]`,
};
const article = (kind: Named): string => (kind === 'event' ? 'an' : 'a');

type WithFormerIds = Entry<{ readonly formerIds: readonly string[] }>;

/** A file whose name begins with its order, such as `3-the-closure.mdx`. */
const orderOf = ({ id }: Entry<unknown>): number => Number(/^\d+/.exec(id)?.[0] ?? 0);

/** Returns the id that remains of a file whose name begins with its order. */
export const idWithoutOrder = ({ id }: Entry<unknown>): string => id.replace(/^\d+-/, '');

export class Ids {
  readonly #entries: Entries;
  readonly #problems: Problems;
  readonly #known: Readonly<Record<Named, ReadonlySet<string>>>;
  /** What the former ids of events, places and features are now: one namespace for everything a link can focus on. */
  readonly #former: Record<string, string> = {};
  readonly #formerSources: ReadonlyMap<string, string>;
  /** Former ids in files with a fault of their own: not reported as missing. */
  readonly #unreadFormer: ReadonlySet<string>;
  /** By which of its ids each thing of a list was first named, by file and list. */
  readonly #lists = new Map<string, Map<string, string>>();
  readonly #areShapesKnown: boolean;
  readonly #moved: Moved[];

  /** Says which ids are taken twice. */
  constructor(entries: Entries, problems: Problems) {
    this.#entries = entries;
    this.#problems = problems;
    const idsOf = (list: readonly Entry<unknown>[]): ReadonlySet<string> => new Set(list.map(({ id }) => id));
    this.#known = { event: idsOf(entries.events), place: idsOf(entries.places), source: idsOf(entries.sources) };
    this.#formerSources = new Map(
      entries.sources.flatMap(({ id, data }) => data.formerIds.map((former) => [former, id] as const)),
    );
    this.#unreadFormer = new Set(
      entries.unread.flatMap(({ data }) =>
        [...stringsIn(data, '')].filter(({ field }) => field.startsWith('formerIds.')).map(({ text }) => text),
      ),
    );
    // Where a file of shapes cannot be read, its shapes are not reported as missing too.
    this.#areShapesKnown = !problems.hasEarlier((file) => file.endsWith('.geojson'));

    const focusable = [...entries.events, ...entries.places, ...entries.features];
    const owner = new Map<string, string>();
    for (const entry of focusable) this.#own(owner, entry, entry.id);
    this.#ownFormer(owner, focusable, (former, { id }) => {
      this.#former[former] = id;
    });
    this.#ownFormer(new Map(entries.sources.map(({ id, file }) => [id, file])), entries.sources);
    const movedIn = (folder: string, list: readonly WithFormerIds[]): Moved[] =>
      list.flatMap(({ id, data }) =>
        data.formerIds.map((former) => ({ from: `${folder}/${former}/`, to: `${folder}/${id}/` })),
      );
    this.#moved = [...movedIn('events', entries.events), ...movedIn('places', entries.places)];
  }

  /** What the former ids of events, places and features are now. */
  get former(): Readonly<Record<string, string>> {
    return this.#former;
  }

  /** Where links to former ids lead. */
  get moved(): readonly Moved[] {
    return this.#moved;
  }

  /** Notes that the pages below one address are below another now. */
  move(moved: Moved): void {
    this.#moved.push(moved);
  }

  /** Returns what an id of that kind is called now, whether there is one or not. */
  now(kind: Named, id: string): string {
    return (kind === 'source' ? this.#formerSources.get(id) : this.#former[id]) ?? id;
  }

  /** Tells whether there is such a source, under its present id, that can be read. */
  isReadSource(id: string): boolean {
    return this.#known.source.has(id);
  }

  /** Returns the id as it is called now; says so if there is none, or if a list has it by another of its names already. */
  resolve(entry: Entry<unknown>, field: string, kind: Named, id: string): string {
    const missing = this.missing(kind, id);
    if (missing) this.#problems.say(entry, field, missing);
    const now = this.now(kind, id);
    const list = /^(.*)\.\d+$/.exec(field)?.[1];
    if (list !== undefined) {
      const key = `${entry.file} ${list}`;
      const named = this.#lists.get(key) ?? new Map<string, string>();
      this.#lists.set(key, named);
      // An id in use that another file claims as a former one is its own: of that claim is told.
      const one = this.#known[kind].has(id) ? id : now;
      const other = named.get(one) ?? id;
      if (other === id) named.set(one, id);
      else this.#problems.say(entry, field, `"${id}" and "${other}" are one ${kind}. Take one of the two out`);
    }
    return now;
  }

  /** Returns what an author reads of an id under which there is no file; nothing if there is one, readable or not. `isMark`: a link or a citation. */
  missing(kind: Named, id: string, isMark = false): string | undefined {
    if (this.#isThere(kind, id) || this.isUnreadFormer(this.now(kind, id))) return undefined;
    const other = NAMED.find((one) => this.#isThere(one, id));
    if (other)
      return `"${id}" is ${article(other)} ${other}. ${isMark ? `Write ${MARKS[other](id)}` : `Name ${article(kind)} ${kind}`}`;
    const known = [...this.#known[kind]].filter((one) => kind !== 'source' || maySpeakOfOneSource(id, one));
    const hint = didYouMean(id, known, 'Add the file or correct the id.');
    return `no file content/${FOLDERS[kind]}/${id}.${SUFFIXES[kind]}. ${hint}`;
  }

  /** Tells whether there is a file of that kind under an id, as it is or was, readable or not. */
  #isThere(kind: Named, id: string): boolean {
    const now = this.now(kind, id);
    return this.#known[kind].has(now) || this.#entries.files[kind].has(now);
  }

  /** Tells whether this is a former id of a file with a fault of its own. */
  isUnreadFormer(id: string): boolean {
    return this.#unreadFormer.has(id);
  }

  /** Returns what an author reads of an id of no shape; nothing if there is one, or may be in a file that cannot be read. */
  missingShape(id: string): string | undefined {
    if (this.hasShape(id)) return undefined;
    return `no shape "${id}" in content/geometry. ${didYouMean(id, this.#entries.shapes.keys(), 'Add it or correct the id.')}`;
  }

  /** Returns a shape, where all of them are known. */
  shape(id: string): Shape | undefined {
    return this.#areShapesKnown ? this.#entries.shapes.get(id) : undefined;
  }

  /** Tells whether there is such a shape, or may be in a file that cannot be read. */
  hasShape(id: string): boolean {
    return this.#entries.shapes.has(id) || !this.#areShapesKnown;
  }

  /** Returns files whose names begin with their order, in that order, with the ids that remain, each of them once. */
  inOrder<T extends { readonly formerIds: readonly string[] }>(
    list: readonly Entry<T>[],
    folder: string,
  ): { entry: Entry<T>; id: string }[] {
    const takenBy = new Map<string, string>();
    const ordered = [...list]
      .sort((a, b) => orderOf(a) - orderOf(b))
      .map((entry) => ({ entry, id: idWithoutOrder(entry) }));
    for (const [i, { entry, id }] of ordered.entries()) {
      const isTaken = this.#own(takenBy, entry, id);
      const before = ordered[i - 1]?.entry;
      if (before && !isTaken && orderOf(before) === orderOf(entry))
        this.#problems.say(
          entry,
          'file name',
          `its number is that of ${before.file}, too. Give one of the two another place in the order`,
        );
    }
    this.#ownFormer(
      takenBy,
      ordered.map(({ entry }) => entry),
      (former, entry) => this.move({ from: `${folder}/${former}/`, to: `${folder}/${idWithoutOrder(entry)}/` }),
    );
    return ordered;
  }

  /** Gives an id to a file; says, and returns, whether another has it. */
  #own(owner: Map<string, string>, entry: Entry<unknown>, id: string): boolean {
    const other = owner.get(id);
    if (other)
      this.#problems.say(entry, 'file name', `the id "${id}" is taken by ${other}; rename one of the two files`);
    owner.set(id, entry.file);
    return other !== undefined;
  }

  /** Gives their former ids to files, and tells of each; says which are in use. */
  #ownFormer(
    owner: Map<string, string>,
    list: readonly WithFormerIds[],
    tell?: (former: string, entry: Entry<unknown>) => void,
  ): void {
    for (const entry of list)
      for (const former of entry.data.formerIds) {
        const other = owner.get(former);
        if (other) this.#problems.sayTaken(entry, former, other);
        owner.set(former, entry.file);
        tell?.(former, entry);
      }
  }
}
