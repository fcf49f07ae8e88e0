/** The date of an event stands three times: in its file, at the head of its id, and in its phase. They must agree. */

import type { Entry } from '../assembly/entries.ts';
import type { Problem } from '../assembly/problems.ts';
import { isPartialDate } from '../model/dates.ts';
import { firstDayOf, lastDayOf } from '../model/partial-dates.ts';
import { type EventEntry, PHASES } from '../schema/content.ts';

type Event = Entry<EventEntry>;

/** Returns the date at the head of an id, as exactly as it stands there: `2023-05` of `2023-05-40-trucks`. */
function dateIn(id: string): string | undefined {
  return [10, 7, 4].map((length) => id.slice(0, length)).find((head) => id[head.length] === '-' && isPartialDate(head));
}

/** Returns what is wrong where the id of an event does not begin with its date, as exactly as the file knows it. */
export function nameProblem({ id, file, data: { date }, lineOf }: Event): Problem | undefined {
  const named = dateIn(id);
  if (named === date) return undefined;
  const subject = id.replace(/^\d{4}(?:-\d{2}){0,2}-/, '');
  const disagrees = named?.startsWith(`${date}-`) ? `begins with ${named}, not` : 'does not begin with';
  return {
    file,
    line: lineOf('date'),
    what: `date: the name of the file ${disagrees} ${date}. Correct the date, or rename the file to ${date}-${subject}.md and add formerIds: [${id}]`,
  };
}

/** An event with its place in time, and that of its phase. */
interface Placed {
  readonly event: Event;
  readonly first: string;
  readonly last: string;
  readonly phase: number;
}

/** Tells whether one event was certainly before another, and its phase is a later one. */
const isAhead = (a: Placed, b: Placed): boolean => a.last < b.first && a.phase > b.phase;

/** Returns what is wrong where phases do not follow each other in time: of crossed events, the one that is crossed with most. */
export function phaseProblems(events: readonly Event[]): Problem[] {
  const placed = events.map((event): Placed => {
    const { date, phase } = event.data;
    return { event, first: firstDayOf(date), last: lastDayOf(date), phase: PHASES.indexOf(phase) };
  });
  // Few events lie beyond another phase, mostly none: only these are compared one by one.
  const latest = PHASES.map((_, i) =>
    placed.reduce((day, { phase, first }) => (phase < i && first > day ? first : day), ''),
  );
  const soonest = PHASES.map((_, i) =>
    placed.reduce((day, { phase, last }) => (phase > i && last < day ? last : day), '9999'),
  );
  let left = placed.filter(({ first, last, phase }) => last < (latest[phase] ?? '') || first > (soonest[phase] ?? ''));
  const found: Problem[] = [];
  for (;;) {
    const crossed = left.map((one) => ({
      one,
      others: left.filter((other) => isAhead(one, other) || isAhead(other, one)),
    }));
    const [worst] = crossed.sort((a, b) => b.others.length - a.others.length);
    const other = worst?.others[0];
    if (!worst || !other) return found;
    const { file, data, lineOf } = worst.one.event;
    found.push({
      file,
      line: lineOf('phase'),
      what: `phase: ${data.phase}, but ${other.event.id}, which came ${other.first < worst.one.first ? 'before' : 'after'} it, is in ${other.event.data.phase}. Correct one of the two`,
    });
    left = left.filter((one) => one !== worst.one);
  }
}
