import { firstDayOf, lastDayOf } from '../model/partial-dates.ts';
import { CITATION } from '../model/prose.ts';
import type { Place, WorldEvent } from '../model/world.ts';
import type { EventEntry } from '../schema/content.ts';
import { type Assembly, checkCopies, checkName, checkSpot } from './assembly.ts';
import { besideText } from './citing.ts';
import type { Entry } from './entries.ts';
import { sideOrderProblems, spaceProblems } from './positions.ts';

/** Joins the events with their places, in order of time. */
export function assembleEvents(assembly: Assembly, places: readonly Place[]): WorldEvent[] {
  const { entries, ids, citing } = assembly;
  checkCopies(
    assembly,
    entries.events,
    'title',
    ({ title, date }) => [title, date],
    (other) => `title and date are those of ${other}, too. Take one of the two files out, or word one title otherwise`,
  );
  return entries.events
    .map((entry): WorldEvent => {
      const { data } = entry;
      for (const [i, actor] of data.actors.entries()) checkName(assembly, entry, `actors.${i}`, actor);
      for (const [i, { side }] of data.accounts.entries()) checkName(assembly, entry, `accounts.${i}.side`, side);
      const at = data.places.map((id, i) => ids.resolve(entry, `places.${i}`, 'place', id));
      const first = places.find(({ id }) => id === at[0]);
      if (data.position) checkSpot(assembly, entry, 'position', data.position, false);
      checkDates(assembly, entry);
      const bodySources = citing.readBody(entry, { kind: 'event', id: entry.id });
      const accountSources = data.accounts.flatMap((account, i) =>
        citing.cite({ kind: 'event', id: entry.id, anchor: `account-${i + 1}` }, [
          ...citing.readText(entry, `accounts.${i}.says`, account.says, false),
          ...besideText(
            account.says,
            account.sources.map((id, j) => ids.resolve(entry, `accounts.${i}.sources.${j}`, 'source', id)),
          ),
        ]),
      );
      checkAccounts(assembly, entry);
      return {
        id: entry.id,
        title: data.title,
        date: data.date,
        endDate: data.endDate,
        phase: data.phase,
        kind: data.kind,
        significance: data.significance,
        place: at[0] ?? '',
        places: at,
        lon: data.position?.lon ?? first?.lon ?? 0,
        lat: data.position?.lat ?? first?.lat ?? 0,
        accuracy: data.position?.accuracy ?? ((first?.accuracyMetres ?? 0) <= 1000 ? 'exact' : 'approximate'),
        actors: data.actors,
        accounts: data.accounts,
        sources: [...new Set([...bodySources, ...accountSources])],
        body: entry.body,
      };
    })
    .sort((a, b) => {
      const [x, y] = [firstDayOf(a.date), firstDayOf(b.date)];
      return x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1;
    });
}

function checkDates({ problems, followedTo }: Assembly, entry: Entry<EventEntry>): void {
  const { date, endDate } = entry.data;
  if (endDate && lastDayOf(endDate) < firstDayOf(date))
    problems.say(entry, 'endDate', `${endDate} is before date, ${date}. Swap them or correct one`);
  else if (endDate && firstDayOf(endDate) < firstDayOf(date))
    problems.say(
      entry,
      'endDate',
      `${endDate} begins before date, ${date}. Write it as exactly as date, or take it out`,
    );
  for (const [field, day] of Object.entries({ date, endDate }))
    if (day && firstDayOf(day) > followedTo)
      problems.say(entry, field, `${day} is after followedTo in content/site.yaml, ${followedTo}. Move followedTo on`);
}

/** Says where a side speaks alone, twice, without a source, out of its turn, or at more length than the other. */
function checkAccounts({ problems, meant }: Assembly, entry: Entry<EventEntry>): void {
  const { accounts } = entry.data;
  if (accounts.length === 1)
    problems.say(
      entry,
      'accounts',
      `only one side speaks (${accounts[0]?.side}). Add the other side's account, or take this one into the text`,
    );
  for (const [i, account] of accounts.entries()) {
    const hasSource = account.sources.length > 0 || account.says.search(CITATION) !== -1;
    if (!hasSource && !account.restsOn)
      problems.say(
        entry,
        `accounts.${i}`,
        `${account.side} speaks without a source. Name sources, or write restsOn: event, which readers are told`,
      );
    if (hasSource && account.restsOn)
      problems.say(entry, `accounts.${i}.restsOn`, 'the account has sources of its own. Take restsOn out');
  }
  if (new Set(accounts.map(({ side }) => side)).size < accounts.length)
    problems.say(entry, 'accounts', 'a side is named twice. Join its two accounts');
  const asAnswers = accounts.map(({ side, says }) => ({ actor: side, says }));
  // Whose names are meant is told first.
  if (!accounts.some(({ side }) => meant.has(side)))
    for (const what of [...sideOrderProblems(accounts.map(({ side }) => side)), ...spaceProblems(asAnswers)])
      problems.say(entry, 'accounts', what);
}
