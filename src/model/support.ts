/** How exact an event's date and place are, and how well it is sourced: as data, from what the content says of itself. */
import { SIDE_WORDS } from '../i18n/words.ts';
import type { SourceEntry } from '../schema/content.ts';
import { precisionOf } from './partial-dates.ts';
import type { Source, WorldEvent } from './world.ts';

export interface Support {
  readonly datePrecision: 'day' | 'month' | 'year';
  /** `exact`: the place is known; `approximate`: marked near it; `city`: the mark stands for a whole city. */
  readonly placePrecision: WorldEvent['accuracy'];
  /** `strong`: three publishers or more, a primary text among them; `fair`: two publishers or more; `thin`: less. */
  readonly sourced: 'strong' | 'fair' | 'thin';
  readonly sources: number;
  readonly publishers: number;
  readonly primary: number;
  /** Where the publishers stand, each once, in a stable order. */
  readonly sides: readonly SourceEntry['side'][];
}

const PRIMARY: readonly SourceEntry['type'][] = ['court', 'primary-document', 'official-statement'];
/** Returns how near a source is to what it tells of. */
export function sourceClassOf(type: SourceEntry['type']): 'primary' | 'report' | 'reference' {
  if (PRIMARY.includes(type)) return 'primary';
  return type === 'reference' ? 'reference' : 'report';
}

const SIDES = Object.keys(SIDE_WORDS) as SourceEntry['side'][];

/** Returns the support of an event. Reference works count as sources, and not as publishers: they repeat others. */
export function supportOf(event: WorldEvent, sources: readonly Source[]): Support {
  const cited = sources.filter(({ id }) => event.sources.includes(id));
  const publishers = new Set(
    cited.filter(({ type }) => sourceClassOf(type) !== 'reference').map(({ publisher }) => publisher),
  ).size;
  const primary = cited.filter(({ type }) => sourceClassOf(type) === 'primary').length;
  return {
    datePrecision: precisionOf(event.date),
    placePrecision: event.accuracy,
    sourced: publishers >= 3 && primary > 0 ? 'strong' : publishers >= 2 ? 'fair' : 'thin',
    sources: cited.length,
    publishers,
    primary,
    sides: SIDES.filter((side) => cited.some((source) => source.side === side)),
  };
}
