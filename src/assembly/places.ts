import { dayNumber } from '../model/day-numbers.ts';
import { firstDayOf } from '../model/partial-dates.ts';
import type { Place } from '../model/world.ts';
import { type Assembly, checkCopies, checkDay, checkOrder, checkSpot } from './assembly.ts';

/** Joins the places with the events that changed them. */
export function assemblePlaces(assembly: Assembly): Place[] {
  const { entries, problems, ids, citing, followedTo } = assembly;
  checkCopies(
    assembly,
    entries.places,
    'name',
    ({ name, position: { lat, lon } }) => [name, lat, lon],
    (other) => `name and position are those of ${other}, too. Take one of the two files out, or correct what is wrong`,
  );
  return entries.places.map((entry) => {
    const { data } = entry;
    if (data.from && data.to && data.to <= data.from)
      problems.say(
        entry,
        'to',
        `${data.to} is not after from, ${data.from}. "to" is the first day on which the place is no more`,
      );
    checkDay(assembly, entry, 'from', data.from);
    // What was there on the last day followed is no more on the day after.
    if (data.to && dayNumber(data.to) !== dayNumber(followedTo) + 1) checkDay(assembly, entry, 'to', data.to);
    const became = data.became.map(({ since }, i) => {
      const field = `became.${i}.since`;
      const id = ids.resolve(entry, field, 'event', since);
      const event = entries.events.find((one) => one.id === id);
      if (!event) return null;
      const day = firstDayOf(event.data.date);
      if (data.from && day < data.from)
        problems.say(
          entry,
          field,
          `${day} is before from, ${data.from}: there was no such place yet. Correct one of the two`,
        );
      if (data.to && day >= data.to)
        problems.say(
          entry,
          field,
          `${day} is not before to, ${data.to}: the place was no more. Correct one of the two`,
        );
      return day;
    });
    checkOrder(assembly, entry, 'became', became);
    checkSpot(assembly, entry, 'position', data.position, data.rank !== undefined);
    if (data.rank && !data.label)
      problems.say(entry, 'label', 'missing. A place with a rank is drawn, so it needs a label');
    return {
      id: entry.id,
      name: data.name,
      label: data.label ?? [data.name],
      usedIn: data.usedIn,
      otherNames: data.otherNames,
      forms: data.forms,
      kind: data.kind,
      rank: data.rank,
      became: data.became.map(({ is }, i) => ({ day: became[i] ?? followedTo, is })),
      from: data.from,
      to: data.to,
      lon: data.position.lon,
      lat: data.position.lat,
      accuracyMetres: data.position.accuracyMetres,
      description: data.description,
      follows: data.follows,
      sources: citing.cite({ kind: 'place', id: entry.id }, [
        ...citing.readText(entry, 'description', data.description, false),
        ...(data.follows ? citing.readText(entry, 'follows', data.follows, true) : []),
      ]),
    };
  });
}
