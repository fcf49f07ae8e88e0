/**
 * The anchors of pages that hold many entries. A shared link leads to one, so each belongs to one entry, under the id that the
 * entry has or had, or to the page itself.
 */
import type { Assembly } from './assembly.ts';
import type { Entry } from './entries.ts';

/** The anchors of every page. */
export const OF_EVERY_PAGE = ['content', 'corrections-title', 'side-panel-title'];
/** Those of the pages with many entries. */
export const OWN_ANCHORS = {
  sources: [],
  glossary: ['names', 'party-words', 'terms'],
  figures: ['numbers'],
  'open-questions': ['disagreement', 'not-found'],
} as const;
/** The anchor of a correction. */
export const CORRECTION = /^correction-(?:.+-)?\d+$/;
export const ITSELF = 'the page itself';

/** An entry with an anchor: a file, or an item of a list in one. */
interface Held {
  readonly entry: Entry<unknown>;
  /** The list and the place in it, such as `terms.0`; empty: the file. */
  readonly item: string;
  readonly id: string;
  readonly formerIds: readonly string[];
}

const itemsOf = (
  entry: Entry<unknown> | undefined,
  list: string,
  items: readonly { readonly id: string; readonly formerIds: readonly string[] }[] = [],
): Held[] => (entry ? items.map(({ id, formerIds }, i) => ({ entry, item: `${list}.${i}`, id, formerIds })) : []);

const filesOf = (entries: readonly Entry<{ readonly formerIds: readonly string[] }>[]): Held[] =>
  entries.map((entry) => ({ entry, item: '', id: entry.id, formerIds: entry.data.formerIds }));

/** Says which entries have an id, or had one, that on their page belongs to another entry or to the page. */
export function checkAnchors(assembly: Assembly): void {
  const { figures, glossary, openQuestions, sources, charts } = assembly.entries;
  const { data: { figures: numbers = [] } = {} } = figures ?? {};
  // What sources share with each other, or have of their own twice, is told with the ids of files.
  for (const { formerIds, ...source } of filesOf(sources))
    checkPage(assembly, OWN_ANCHORS.sources, [
      { ...source, formerIds: formerIds.filter((former) => former !== source.id) },
    ]);
  checkPage(assembly, OWN_ANCHORS.glossary, itemsOf(glossary, 'terms', glossary?.data.terms));
  checkPage(
    assembly,
    [...OWN_ANCHORS.figures, ...numbers.map(({ id }) => `${id}-label`)],
    [...filesOf(charts), ...itemsOf(figures, 'figures', numbers)],
  );
  checkPage(
    assembly,
    OWN_ANCHORS['open-questions'],
    itemsOf(openQuestions, 'questions', openQuestions?.data.questions),
  );
}

function checkPage({ problems }: Assembly, own: readonly string[], all: readonly Held[]): void {
  const taken = new Map<string, Held | typeof ITSELF>([...OF_EVERY_PAGE, ...own].map((id) => [id, ITSELF]));
  const ownerOf = (id: string): Held | typeof ITSELF | undefined => (CORRECTION.test(id) ? ITSELF : taken.get(id));
  for (const one of all) {
    const { entry, item, id } = one;
    const other = ownerOf(id);
    if (other === ITSELF && item === '')
      problems.say(entry, 'file name', `the id "${id}" is taken by ${ITSELF}. Rename the file`);
    else if (other === ITSELF) problems.say(entry, `${item}.id`, `"${id}" is taken by ${ITSELF}. Name it otherwise`);
    else if (other?.entry === entry) problems.say(entry, `${item}.id`, `"${id}" is taken. Name it otherwise`);
    else if (other) problems.say(entry, `${item}.id`, `"${id}" is taken by ${other.entry.file}. Rename one of the two`);
    taken.set(id, one);
  }
  for (const one of all) {
    const { entry, item, formerIds } = one;
    for (const former of formerIds) {
      const other = ownerOf(former);
      const field = item === '' ? 'formerIds' : `${item}.formerIds`;
      if (other === one) problems.say(entry, field, `"${former}" is its own id. Take it out`);
      else if (other === ITSELF) problems.say(entry, field, `"${former}" is in use by ${ITSELF}. Take it out`);
      else if (other)
        problems.say(
          entry,
          field,
          `"${former}" is in use by ${other.entry === entry ? other.item : other.entry.file}; take it out of one of the two`,
        );
      taken.set(former, one);
    }
  }
}
