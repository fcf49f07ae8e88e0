/** How evenly the site is sourced, by count. Nothing here judges: it counts what the content says of itself. */
import type { SourceEntry } from '../schema/content.ts';
import { sourceOf } from './source-of.ts';
import type { Mention, Source, World, WorldEvent } from './world.ts';

export type Side = SourceEntry['side'];
export type SourceType = SourceEntry['type'];

/** A passage with all the sources it rests on. */
export interface SourcedPassage {
  readonly mention: Mention;
  readonly sources: readonly Source[];
}

export interface Fairness {
  /** How many sources there are of each type and side. */
  readonly count: (type: SourceType, side: Side) => number;
  /** Events on which somebody's account is given. */
  readonly contested: readonly WorldEvent[];
  /** Those of them on which an Armenian party and Azerbaijan both speak. */
  readonly withBothParties: readonly WorldEvent[];
  readonly accountsOnEvent: number;
  readonly accounts: number;
  readonly passages: readonly SourcedPassage[];
  readonly onOneSource: readonly SourcedPassage[];
  readonly onReferenceOnly: readonly SourcedPassage[];
  /** How many quotations each side has. */
  readonly quotations: ReadonlyMap<Side, number>;
}

/** Returns which of the two parties speaks in an account, if it is one of them. */
export function partyOf(side: string): 'armenian' | 'azerbaijani' | undefined {
  if (/azerbaijan/i.test(side)) return 'azerbaijani';
  return /armenia|karabakh/i.test(side) ? 'armenian' : undefined;
}

/** Tells whether some sources are reference works only: enough for a name or an undisputed date, weak for more. */
function isReferenceOnly(sources: readonly { readonly type: SourceType }[]): boolean {
  return sources.length > 0 && sources.every(({ type }) => type === 'reference');
}

/** Tells whether all sources that a citation names are reference works. */
export function restsOnReferences(world: Pick<World, 'sources'>, ids: readonly string[]): boolean {
  return isReferenceOnly(ids.flatMap((id) => sourceOf(world, id) ?? []));
}

/** Returns every passage of the site with all its sources, in the order of the first of them. */
export function sourcedPassages(sources: readonly Source[]): SourcedPassage[] {
  const found = new Map<string, { mention: Mention; sources: Source[] }>();
  for (const source of sources)
    for (const mention of source.citedBy) {
      const key = [mention.kind, mention.id, mention.anchor, mention.text].join('\n');
      const passage = found.get(key) ?? { mention, sources: [] };
      passage.sources.push(source);
      found.set(key, passage);
    }
  return [...found.values()];
}

/** Returns whose sources the site has, on what it lets both parties speak, and what its passages rest on. */
export function fairnessOf(world: World): Fairness {
  const contested = world.events.filter(({ accounts }) => accounts.length > 0);
  const speaks = (event: WorldEvent, party: 'armenian' | 'azerbaijani'): boolean =>
    event.accounts.some(({ side }) => partyOf(side) === party);
  const passages = sourcedPassages(world.sources);
  const quotations = new Map<Side, number>();
  for (const { side } of world.quotations) quotations.set(side, (quotations.get(side) ?? 0) + 1);
  const accounts = contested.flatMap((event) => event.accounts);
  return {
    count: (type, side) => world.sources.filter((source) => source.type === type && source.side === side).length,
    contested,
    withBothParties: contested.filter((event) => speaks(event, 'armenian') && speaks(event, 'azerbaijani')),
    accounts: accounts.length,
    accountsOnEvent: accounts.filter(({ restsOn }) => restsOn === 'event').length,
    passages,
    onOneSource: passages.filter(({ sources }) => sources.length === 1),
    onReferenceOnly: passages.filter(({ sources }) => isReferenceOnly(sources)),
    quotations,
  };
}
