import { firstDayOf } from '../model/partial-dates.ts';
import type { Place } from '../model/world.ts';
import { type Assembly, checkOrder, checkSpot } from './assembly.ts';

/** Joins the places with the events that changed them. */
export function assemblePlaces(assembly: Assembly): Place[] {
  const { entries, problems, ids, citing, followedTo } = assembly;
  return entries.places.map((entry) => {
    const { data } = entry;
    if (data.from && data.to && data.to <= data.from)
      problems.say(
        entry,
        'to',
        `${data.to} is not after from, ${data.from}. "to" is the first day on which the place is no more`,
      );
    const became = data.became.map(({ since }, i) => {
      const id = ids.resolve(entry, `became.${i}.since`, 'event', since);
      const event = entries.events.find((one) => one.id === id);
      return event ? firstDayOf(event.data.date) : null;
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
