import { assembleRoad, type WorldRoad } from '../model/road.ts';
import type { WorldEvent } from '../model/world.ts';
import type { RoadEntry } from '../schema/content.ts';
import type { Assembly } from './assembly.ts';
import type { Entry } from './entries.ts';

/** Joins the periods and routes of the road with the events that began them, and notes where their pages have moved. */
export function joinRoad(
  { problems, ids, citing }: Assembly,
  entry: Entry<RoadEntry>,
  events: readonly WorldEvent[],
): WorldRoad {
  const road = assembleRoad(entry.data, {
    resolveEvent: (field, id) => ids.resolve(entry, field, 'event', id),
    resolvePlace: (field, id) => ids.resolve(entry, field, 'place', id),
    event: (id) => events.find((event) => event.id === id),
    hasShape: (id) => ids.hasShape(id),
    roadOf: (id) => (ids.shape(id) ? (ids.shape(id)?.road ?? null) : undefined),
    readText: (field, text) => [
      ...new Set(citing.readText(entry, field, text, true).flatMap(({ sources }) => sources)),
    ],
    say: (field, what) => problems.say(entry, field, what),
  });
  for (const { id, passes } of road.periods)
    citing.cite({ kind: 'road', id: '', anchor: id }, citing.passagesOf(passes));
  for (const { id, length } of road.routes)
    citing.cite({ kind: 'road', id: '', anchor: id }, citing.passagesOf(length));
  // The page of a period is called after its event.
  for (const { id, event } of road.periods)
    for (const [former, now] of Object.entries(ids.former))
      if (now === event) ids.move({ from: `road/${id.replace(now, former)}/`, to: `road/${id}/` });
  return road;
}
