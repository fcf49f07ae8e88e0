/** What stands in the order of its files' names: chapters, disputed questions, named views. */
import { firstDayOf } from '../model/partial-dates.ts';
import { CITATION, linksIn, paragraphsOf, whereaboutsIn } from '../model/prose.ts';
import type { Chapter, NamedView, Question } from '../model/world.ts';
import { type Assembly, checkDay, checkName, checkSpot, checkView } from './assembly.ts';
import { besideText } from './citing.ts';
import { orderProblems, spaceProblems } from './positions.ts';
import { checkTextAnchors, numberParagraphs } from './text-anchors.ts';

/** What an entry says of itself as a file, and pages show elsewhere. */
interface OfFile {
  readonly formerIds: unknown;
  readonly corrections: unknown;
  readonly checked?: unknown;
}

/** Returns what an entry says but for what it says of itself as a file. */
function shownOf<T extends OfFile>({ formerIds: _, corrections: __, checked: ___, ...data }: T): Omit<T, keyof OfFile> {
  return data;
}

/** Joins the chapters with the views of their paragraphs. */
export function assembleChapters(assembly: Assembly): Chapter[] {
  const { entries, problems, ids, citing } = assembly;
  const ordered = ids
    .inOrder(entries.chapters, 'chapters')
    .map((one) => ({ ...one, numbers: numberParagraphs(assembly, one.entry) }));
  checkTextAnchors(assembly, ordered);
  return ordered.map(({ entry, id, numbers }) => {
    checkView(assembly, entry);
    const paragraphs = paragraphsOf(entry.body);
    const now = (linked: string): string => ids.now('event', linked);
    const first = new Set(paragraphs.map(({ text }) => now(whereaboutsIn(linksIn(text))?.id ?? '')));
    const views = Object.entries(entry.data.views);
    for (const [linked] of views)
      if (!first.has(now(linked)))
        problems.say(
          entry,
          `views.${linked}`,
          'belongs to no paragraph. Name the event or, where there is none, the place that the paragraph links to first',
        );
    for (const [i, [linked]] of views.entries()) {
      const other = views.findIndex(([one]) => now(one) === now(linked));
      if (other < i)
        problems.say(
          entry,
          `views.${linked}`,
          `is of the same paragraph as views.${views[other]?.[0]}, for the two ids are one. Take one of the two out`,
        );
    }
    for (const [linked, view] of views) {
      checkDay(assembly, entry, `views.${linked}.day`, view.day);
      checkSpot(assembly, entry, `views.${linked}`, view, true);
    }
    return {
      ...shownOf(entry.data),
      id,
      formerIds: entry.data.formerIds,
      paragraphs: numbers,
      file: entry.file,
      body: entry.body,
      views: Object.fromEntries(views.map(([linked, view]) => [now(linked), view])),
      sources: citing.readBody(entry, { kind: 'chapter', id }),
      words: paragraphs.reduce(
        (sum, { text }) => sum + text.replace(CITATION, '').split(/\s+/).filter(Boolean).length,
        0,
      ),
    };
  });
}

/** Joins the disputed questions with what each actor answers. */
export function assembleQuestions(assembly: Assembly): Question[] {
  const { entries, problems, ids, citing, followedTo, meant } = assembly;
  return ids.inOrder(entries.questions, 'positions').map(({ entry, id }) => {
    const { data } = entry;
    const actors = data.positions.map(({ actor }) => actor);
    for (const [i, actor] of actors.entries()) checkName(assembly, entry, `positions.${i}.actor`, actor);
    // The order of names, and who is a party, is known only when they are written right.
    if (!actors.some((actor) => meant.has(actor)))
      for (const what of [...orderProblems(actors), ...spaceProblems(data.positions)])
        problems.say(entry, 'positions', what);
    const sources = [
      ...citing.cite({ kind: 'question', id }, citing.readText(entry, 'background', data.background, true)),
      ...citing.cite({ kind: 'question', id, anchor: 'courts' }, citing.readText(entry, 'courts', data.courts, true)),
      ...data.positions.flatMap((position, i) => {
        if (actors.indexOf(position.actor) !== i)
          problems.say(entry, `positions.${i}.actor`, `"${position.actor}" answers twice. Join its two positions`);
        if (firstDayOf(position.date) > followedTo)
          problems.say(
            entry,
            `positions.${i}.date`,
            `${position.date} is after followedTo in content/site.yaml, ${followedTo}`,
          );
        return citing.cite(
          { kind: 'question', id, anchor: `answer-${i + 1}` },
          besideText(
            `${position.actor}: ${position.says}`,
            position.sources.map((one, j) => ids.resolve(entry, `positions.${i}.sources.${j}`, 'source', one)),
          ),
        );
      }),
    ];
    const events = data.events.map((one, i) => ids.resolve(entry, `events.${i}`, 'event', one));
    return { ...shownOf(data), id, events, sources: [...new Set(sources)] };
  });
}

/** Checks the views of the map that have a name and a page. */
export function assembleViews(assembly: Assembly): NamedView[] {
  const { entries, ids, citing } = assembly;
  return ids.inOrder(entries.views, 'views').map(({ entry, id }) => {
    checkView(assembly, entry);
    const passages = citing.readText(entry, 'description', entry.data.description, true);
    return { ...shownOf(entry.data), id, sources: citing.cite({ kind: 'view', id }, passages) };
  });
}
