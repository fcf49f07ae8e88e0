/** The date of an event stands three times: in its file, at the head of its id, and in its phase. They must agree. */
import { firstDayOf, lastDayOf } from '../model/partial-dates.ts';
import type { Entry, Problem } from '../model/world.ts';
import { type EventEntry, PHASES } from '../schema/content.ts';

type Event = Entry<EventEntry>;

/** Returns what is wrong where the id of an event does not begin with its date. */
export function nameProblem({ id, file, data: { date }, lineOf }: Event): Problem | undefined {
  if (id.startsWith(`${date}-`)) return undefined;
  const subject = id.replace(/^\d{4}(?:-\d{2}){0,2}-/, '');
  return {
    file,
    line: lineOf('date'),
    what: `date: the name of the file does not begin with ${date}. Correct the date, or rename the file to ${date}-${subject}.md and add formerIds: [${id}]`,
  };
}

/** Tells whether two events follow each other, and their phases do so the other way round. */
function areCrossed(a: Event, b: Event): boolean {
  const [first, second] = lastDayOf(a.data.date) < firstDayOf(b.data.date) ? [a, b] : [b, a];
  return (
    lastDayOf(first.data.date) < firstDayOf(second.data.date) &&
    PHASES.indexOf(first.data.phase) > PHASES.indexOf(second.data.phase)
  );
}

/** Returns what is wrong where phases do not follow each other in time: of crossed events, the one that is crossed with most. */
export function phaseProblems(events: readonly Event[]): Problem[] {
  const found: Problem[] = [];
  let left = events;
  for (;;) {
    const crossed = left.map((event) => ({ event, others: left.filter((other) => areCrossed(event, other)) }));
    const [worst] = crossed.sort((a, b) => b.others.length - a.others.length);
    const other = worst?.others[0];
    if (!worst || !other) return found;
    const { file, data, lineOf } = worst.event;
    const when = firstDayOf(other.data.date) < firstDayOf(data.date) ? 'before' : 'after';
    found.push({
      file,
      line: lineOf('phase'),
      what: `phase: ${data.phase}, but ${other.id}, which came ${when} it, is in ${other.data.phase}. Correct one of the two`,
    });
    left = left.filter((event) => event !== worst.event);
  }
}
