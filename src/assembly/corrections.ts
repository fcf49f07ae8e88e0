import { type Day, isDay, type PartialDate } from '../model/dates.ts';
import { dayNumber } from '../model/day-numbers.ts';
import { firstDayOf, lastDayOf } from '../model/partial-dates.ts';
import type { Correction, Whereabouts } from '../model/world.ts';
import type { Assembly } from './assembly.ts';
import { stringsIn } from './author-texts.ts';
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

/**
 * Work on an entry that is dated so many years after all other work is a slip of the pen. What is known of the present is the
 * last such day, and no clock, so that content is right or wrong whenever it is read: a site may rest for some time, and
 * a slip by a year or two is not told from that.
 */
const MOST_YEARS = 2;
/** A source that is named for a day is dated so many days from it at most: it may be named for the day of which it tells. */
const MOST_DAYS = 31;
/** The day in the id of a source, between its publisher and its subject. */
const DAY_IN_ID = /^(?!\d{4}-).+?-(\d{4}-\d{2}-\d{2})-/;
/** The days of work on an entry, by their fields. */
const DAY_OF_WORK = /^(?:checked|corrections\.\d+\.on)$/;

/** Returns the days on which entries were checked or corrected, also those of files with a fault of their own. */
function* daysOfWork(assembly: Assembly): Generator<{ entry: Entry<unknown>; field: string; day: Day }> {
  for (const [entry] of keptEntries(assembly)) {
    const { corrections, checked } = entry.data;
    for (const [i, { on }] of corrections.entries()) yield { entry, field: `corrections.${i}.on`, day: on };
    if (checked) yield { entry, field: 'checked', day: checked };
  }
  for (const entry of assembly.entries.unread)
    for (const { field, text } of stringsIn(entry.data, ''))
      if (DAY_OF_WORK.test(field) && isDay(text)) yield { entry, field, day: text };
}

/** Returns the dates of what is cited, counted or quoted. */
function* datesOfWords({ entries }: Assembly): Generator<[Entry<unknown>, string, PartialDate | undefined]> {
  const { figures, quotations, statement, claims } = entries;
  for (const entry of entries.sources) yield [entry, 'date', entry.data.date];
  if (figures) for (const [i, { asOf }] of figures.data.figures.entries()) yield [figures, `figures.${i}.asOf`, asOf];
  if (quotations)
    for (const [i, { on }] of quotations.data.quotations.entries()) yield [quotations, `quotations.${i}.on`, on];
  if (statement)
    for (const [i, { quotation }] of statement.data.points.entries())
      yield [statement, `points.${i}.quotation.on`, quotation?.on];
  if (claims) for (const [i, { on }] of claims.data.quotations.entries()) yield [claims, `quotations.${i}.on`, on];
}

/** Says which days cannot be meant, because nobody has worked on the content since. */
export function checkWork(assembly: Assembly): void {
  const { entries, problems } = assembly;
  const { site } = entries;
  if (!site) return;
  const { lastChecked, followedTo } = site.data;
  let last = lastChecked;
  for (const { entry, field, day } of [...daysOfWork(assembly)].sort((a, b) => (a.day < b.day ? -1 : 1)))
    if (Number(day.slice(0, 4)) - Number(last.slice(0, 4)) > MOST_YEARS)
      problems.say(
        entry,
        field,
        `${day} is more than ${MOST_YEARS} years after all other work on the content, ${last}. Correct it`,
      );
    else if (day > last) last = day;
  if (followedTo > last)
    problems.say(
      site,
      'lastChecked',
      `${last} is before followedTo, ${followedTo}, and no entry was checked later. Correct one of the two, or say checked in the entry of what happened since`,
    );
  for (const [entry, field, date] of datesOfWords(assembly))
    if (date && firstDayOf(date) > last)
      problems.say(
        entry,
        field,
        `${date} is after the last check of any entry, ${last}. Correct it, or move lastChecked on in content/site.yaml`,
      );
  checkDaysOfSources(assembly, last);
}

/** Says which sources are dated far from the day for which they are named; of those after the last day of work that is told. */
function checkDaysOfSources({ entries, problems }: Assembly, last: Day): void {
  for (const entry of entries.sources) {
    const { date } = entry.data;
    const [, named] = DAY_IN_ID.exec(entry.id) ?? [];
    if (date === undefined || named === undefined || !isDay(named) || firstDayOf(date) > last) continue;
    const [from, to] = [dayNumber(firstDayOf(date)) - MOST_DAYS, dayNumber(lastDayOf(date)) + MOST_DAYS];
    if (dayNumber(named) < from || dayNumber(named) > to)
      problems.say(
        entry,
        'date',
        `${date} is more than ${MOST_DAYS} days from ${named} in the name of the file. Correct the date, or rename the file with formerIds: [${entry.id}]`,
      );
  }
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
