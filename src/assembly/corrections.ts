import type { Day } from '../model/dates.ts';
import type { Correction, Whereabouts } from '../model/world.ts';
import type { Assembly } from './assembly.ts';
import type { Entry } from './entries.ts';
import { idWithoutOrder } from './ids.ts';

/** What an entry says of its own upkeep. */
interface Kept {
  readonly corrections: readonly { readonly on: Day; readonly what: string }[];
  readonly checked?: Day | undefined;
}

/** Returns every entry that is kept up by itself, with the page that has it. */
function* keptEntries({ entries }: Assembly): Generator<[Entry<Kept>, Whereabouts]> {
  for (const entry of entries.events) yield [entry, { kind: 'event', id: entry.id }];
  for (const entry of entries.places) yield [entry, { kind: 'place', id: entry.id }];
  for (const entry of entries.chapters) yield [entry, { kind: 'chapter', id: idWithoutOrder(entry) }];
  for (const entry of entries.questions) yield [entry, { kind: 'question', id: idWithoutOrder(entry) }];
  for (const entry of entries.views) yield [entry, { kind: 'view', id: idWithoutOrder(entry) }];
  for (const entry of entries.sources) yield [entry, { kind: 'source', id: '', anchor: entry.id }];
  if (entries.claims) yield [entries.claims, { kind: 'article', id: '' }];
  if (entries.statement) yield [entries.statement, { kind: 'statement', id: '' }];
  if (entries.figures) yield [entries.figures, { kind: 'figures', id: '' }];
  for (const entry of entries.charts) yield [entry, { kind: 'figures', id: '', anchor: entry.id }];
  if (entries.glossary) yield [entries.glossary, { kind: 'glossary', id: '' }];
  if (entries.openQuestions) yield [entries.openQuestions, { kind: 'open-questions', id: '' }];
  if (entries.road) yield [entries.road, { kind: 'road', id: '' }];
  if (entries.site) yield [entries.site, { kind: 'home', id: '' }];
}

/** Gathers what was corrected in each entry, and the day of its own check. */
export function gatherUpkeep(assembly: Assembly): {
  readonly corrections: readonly Correction[];
  readonly checked: ReadonlyMap<string, Day>;
} {
  const { entries, problems } = assembly;
  const lastChecked = entries.site?.data.lastChecked;
  const corrections: Correction[] = [];
  const checked = new Map<string, Day>();
  for (const [entry, where] of keptEntries(assembly)) {
    const { data } = entry;
    for (const [i, { on, what }] of data.corrections.entries()) {
      const before = data.corrections[i - 1];
      if (before && on < before.on)
        problems.say(
          entry,
          `corrections.${i}.on`,
          `${on} is before the correction above it, ${before.on}. Add it at the end: its place is part of its address`,
        );
      // Where many entries share a page, each counts its own.
      const fragment = ['correction', where.anchor, i + 1].filter((part) => part !== undefined).join('-');
      corrections.push({ ...where, on, what, fragment });
    }
    if (data.checked === undefined) continue;
    checked.set(`${where.kind}/${where.id}`, data.checked);
    if (lastChecked !== undefined && data.checked < lastChecked)
      problems.say(
        entry,
        'checked',
        `${data.checked} is before lastChecked in content/site.yaml, ${lastChecked}. Take it out`,
      );
  }
  return { corrections, checked };
}
