import { isDay } from '../model/dates.ts';
import { firstDayOf } from '../model/partial-dates.ts';
import type { Whereabouts, WorldEvent, WorldFeature } from '../model/world.ts';
import type { FeatureEntry } from '../schema/content.ts';
import { type Assembly, checkDay, checkOrder, checkSpot } from './assembly.ts';
import { besideText } from './citing.ts';
import type { Entry } from './entries.ts';

const ROAD = { layer: 'roads', form: 'line', statuses: ['in-use', 'not-in-use', 'gone'] } as const;
const areaOn = (layer: FeatureEntry['layer']) => ({ layer, form: 'area', statuses: ['present', 'gone'] }) as const;

/**
 * The layer on which features of a kind are drawn, uppermost first, and what they can be: a road is used or not, an area is there
 * or not.
 */
export const FEATURE_KINDS: Readonly<Record<FeatureEntry['kind'], typeof ROAD | ReturnType<typeof areaOn>>> = {
  'shared-road': ROAD,
  'new-road': ROAD,
  'old-road': ROAD,
  'other-road': ROAD,
  zone: areaOn('zone'),
  oblast: areaOn('areas'),
  'peacekeeper-area': areaOn('areas'),
  'control-area': areaOn('areas'),
  district: areaOn('districts'),
};

/** Joins the features of the map with their shapes, and with the events that changed them. */
export function assembleFeatures(assembly: Assembly, events: readonly WorldEvent[]): WorldFeature[] {
  const { entries, problems, ids, citing } = assembly;
  return entries.features.map((entry) => {
    const { data } = entry;
    const where: Whereabouts = { kind: 'about', id: '', anchor: `map-${entry.id}` };
    for (const [i, shape] of data.shapes.entries()) {
      const missing = ids.missingShape(shape);
      if (missing) problems.say(entry, `shapes.${i}`, missing);
    }
    const status = data.status.map(({ since, is, sources }, i) => {
      const field = `status.${i}.since`;
      for (const [j, id] of sources.entries())
        citing.cite(where, besideText(data.name, [ids.resolve(entry, `status.${i}.sources.${j}`, 'source', id)]));
      if (isDay(since)) {
        checkDay(assembly, entry, field, since);
        if (sources.length === 0)
          problems.say(entry, field, `${since} is a day without an event: name its sources, or name the event`);
        return { day: since, is };
      }
      const id = ids.resolve(entry, field, 'event', since);
      const event = events.find((one) => one.id === id);
      return { day: event ? firstDayOf(event.date) : null, is, event: id };
    });
    checkKind(assembly, entry);
    checkLabel(assembly, entry);
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
      neverClosed: data.neverClosed,
      schematic: data.schematic,
      accuracyMetres: data.accuracyMetres,
      note: data.note,
      follows: data.follows,
      label: data.label,
      status: status.length > 0 ? status : [{ day: null, is: 'present' as const }],
    };
  });
}

const SHAPES = { line: 'a line', area: 'an area' } as const;
const FORMS = { line: 'lines', area: 'areas' } as const;

/** Says where a feature would be drawn on another layer than its like, of a shape of another form, or not as what it is. */
function checkKind({ problems, ids }: Assembly, entry: Entry<FeatureEntry>): void {
  const { kind, layer, shapes, status } = entry.data;
  const { layer: own, form, statuses } = FEATURE_KINDS[kind];
  if (layer !== own)
    problems.say(entry, 'layer', `all of the kind ${kind} stand on the layer "${own}". Write that, or correct kind`);
  for (const [i, id] of shapes.entries()) {
    const shape = ids.shape(id);
    if (shape && shape.form !== form)
      problems.say(
        entry,
        `shapes.${i}`,
        `"${id}" is ${SHAPES[shape.form]}, and all of the kind ${kind} are ${FORMS[form]}. Name another shape, or correct kind`,
      );
  }
  for (const [i, { is }] of status.entries())
    if (!statuses.some((one) => one === is))
      problems.say(entry, `status.${i}.is`, `no ${kind} is ever "${is}". Write ${statuses.join(' or ')}`);
}

/** Says where a label is not on the map, or where what has no ground of its own would be named on a map of the whole region. */
function checkLabel(assembly: Assembly, entry: Entry<FeatureEntry>): void {
  const { label, layer } = entry.data;
  if (!label) return;
  checkSpot(assembly, entry, 'label', label, true);
  if (!label.overview) return;
  checkSpot(assembly, entry, 'label.overview', label.overview, true);
  if (layer !== 'areas')
    assembly.problems.say(
      entry,
      'label.overview',
      `only the names of what stands on the layer "areas" have room on a map of the whole region. Take the field out`,
    );
}
