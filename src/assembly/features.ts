import { isDay } from '../model/dates.ts';
import { firstDayOf } from '../model/partial-dates.ts';
import type { Whereabouts, WorldEvent, WorldFeature } from '../model/world.ts';
import { type Assembly, checkOrder, checkSpot } from './assembly.ts';
import { besideText } from './citing.ts';
import { didYouMean } from './nearest-id.ts';

/** Joins the features of the map with their shapes, and with the events that changed them. */
export function assembleFeatures(assembly: Assembly, events: readonly WorldEvent[]): WorldFeature[] {
  const { entries, problems, ids, citing } = assembly;
  return entries.features.map((entry) => {
    const { data } = entry;
    const where: Whereabouts = { kind: 'about', id: '', anchor: `map-${entry.id}` };
    for (const [i, shape] of data.shapes.entries())
      if (!ids.hasShape(shape)) {
        const hint = didYouMean(shape, entries.shapes, 'Add it or correct the id.');
        problems.say(entry, `shapes.${i}`, `no shape "${shape}" in content/geometry. ${hint}`);
      }
    const status = data.status.map(({ since, is, sources }, i) => {
      const field = `status.${i}.since`;
      for (const [j, id] of sources.entries())
        citing.cite(where, besideText(data.name, [ids.resolve(entry, `status.${i}.sources.${j}`, 'source', id)]));
      if (isDay(since)) {
        if (sources.length === 0)
          problems.say(entry, field, `${since} is a day without an event: name its sources, or name the event`);
        return { day: since, is };
      }
      const id = ids.resolve(entry, field, 'event', since);
      const event = events.find((one) => one.id === id);
      return { day: event ? firstDayOf(event.date) : null, is, event: id };
    });
    if (data.label) checkSpot(assembly, entry, 'label', data.label, true);
    if (data.note) citing.cite(where, citing.readText(entry, 'note', data.note, false));
    if (data.follows) citing.cite(where, citing.readText(entry, 'follows', data.follows, true));
    checkOrder(
      assembly,
      entry,
      'status',
      status.map(({ day }) => day),
    );
    return {
      id: entry.id,
      name: data.name,
      layer: data.layer,
      kind: data.kind,
      shapes: data.shapes,
      schematic: data.schematic,
      accuracyMetres: data.accuracyMetres,
      note: data.note,
      follows: data.follows,
      label: data.label,
      status: status.length > 0 ? status : [{ day: null, is: 'present' as const }],
    };
  });
}
