/** The form of the files to take away. The JSON Schemas beside the files are made from here. */
import { z } from 'astro/zod';
import { NAME_TAGS } from '../model/languages.ts';
import { CHART_MARKS, KINDS, PHASES, ROAD_KINDS, STATUSES } from './content.ts';

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('A day, YYYY-MM-DD');
const date = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .describe('A day, a month or a year, as exact as it is known');
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const url = z.url();
const lat = z.number().min(-90).max(90).describe('Degrees, WGS 84');
const lon = z.number().min(-180).max(180).describe('Degrees, WGS 84');
const texts = z.array(z.string());
const accuracy = z.number().positive().describe('How far off the drawing may be, metres: an estimate');

export const eventsFile = z
  .array(
    z.strictObject({
      id,
      title: z.string(),
      date,
      precision: z.enum(['day', 'month', 'year']),
      endDate: date.optional(),
      phase: z.enum(PHASES),
      kind: z.enum(KINDS),
      url,
      lat,
      lon,
      sources: z.array(id).describe('Ids in sources.json'),
      placePrecision: z.enum(['exact', 'approximate', 'city']),
      sourced: z
        .enum(['strong', 'fair', 'thin'])
        .describe('Three publishers with a primary text; two publishers; less'),
    }),
  )
  .describe('The events, in order of time');

export const eventRow = z
  .strictObject({
    id,
    title: z.string(),
    date,
    precision: z.enum(['day', 'month', 'year']),
    endDate: z.union([date, z.literal('')]),
    phase: z.enum(PHASES),
    kind: z.enum(KINDS),
    place: z.string(),
    lat: z.string().regex(/^-?\d+(\.\d+)?$/),
    lon: z.string().regex(/^-?\d+(\.\d+)?$/),
    url,
    sources: z.string().describe('Ids in sources.json, parted by spaces'),
  })
  .describe('A row of events.csv: every value is text');

const position = z.array(z.number()).min(2).max(3);
const line = z.array(position).min(2);
const ring = z.array(position).min(4);
const collection = <P extends z.ZodType, G extends z.ZodType>(properties: P, geometry: G, words: string) =>
  z
    .strictObject({
      type: z.literal('FeatureCollection'),
      license: z.literal('ODbL-1.0'),
      attribution: z.string(),
      features: z.array(z.strictObject({ type: z.literal('Feature'), id, properties, geometry })),
    })
    .describe(words);

export const placesFile = collection(
  z.strictObject({
    name: z.string(),
    otherNames: texts,
    names: z.strictObject(Object.fromEntries(NAME_TAGS.map((tag) => [tag, texts]))).describe('Every form by language'),
    kind: z.string(),
    from: day.nullable().describe('First day; null: always so far'),
    to: day.nullable().describe('First day on which it is no more; null: still there'),
    accuracy_m: accuracy,
    description: z.string(),
    url,
  }),
  z.strictObject({ type: z.literal('Point'), coordinates: position }),
  'The places with all their names',
);

const featureProperties = z.strictObject({
  name: z.string(),
  kind: z.string(),
  layer: z.string(),
  status: z
    .array(
      z.strictObject({
        is: z.enum(STATUSES),
        from: day.nullable().describe('First day; null: always so far'),
        to: day.nullable().describe('First day of the next status; null: still so'),
        event: id.nullable(),
      }),
    )
    .describe('What it was when, in order of time'),
  from: day.nullable().describe('First day on which it is on the map; null: always so far'),
  to: day.nullable().describe('First day on which it is gone; null: still there'),
  schematic: z.boolean().describe('Drawn through known points, not traced'),
  accuracy_m: accuracy,
  note: z.string().nullable(),
  follows: z.string().nullable().describe('Whose view the drawing follows, where that is disputed'),
});

export const routesFile = collection(
  featureProperties,
  z.strictObject({ type: z.literal('MultiLineString'), coordinates: z.array(line) }),
  'The roads, in pieces of one status',
);

export const areasFile = collection(
  featureProperties,
  z.union([
    z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
    z.strictObject({ type: z.literal('MultiLineString'), coordinates: z.array(line) }),
  ]),
  'Who held what, the former oblast, the zone of the corridor, districts',
);

const parts = z.strictObject({ 'date-parts': z.array(z.array(z.number().int()).min(1).max(3)) });
export const sourcesFile = z
  .array(
    z.strictObject({
      id,
      type: z.enum(['webpage', 'article-newspaper', 'report', 'entry-encyclopedia', 'document']),
      title: z.string(),
      publisher: z.string(),
      URL: url,
      issued: parts.optional(),
      language: z.string(),
      note: z.string().optional(),
    }),
  )
  .describe('The sources as CSL-JSON');

export const roadStatusFile = z
  .array(
    z.strictObject({
      id,
      status: z.enum(ROAD_KINDS),
      label: z.string(),
      from: day,
      to: day,
      days: z.number().int().positive(),
      event: id.optional(),
      passes: z.string().describe('What could pass, and according to whom'),
      sources: z.array(id),
      url,
    }),
  )
  .describe('What could pass on the road, period by period, without a gap');

export const chartsFile = z
  .array(
    z.strictObject({
      id,
      title: z.string(),
      shows: z.string(),
      unit: z.string().describe('What is counted'),
      rows: z.array(
        z.strictObject({
          date,
          time: z.string().optional().describe('The time of that day, or what is known of it'),
          group: z.string().optional().describe('The road, or the case'),
          outcome: z.enum(CHART_MARKS).optional(),
          value: z.number().int().nonnegative().nullable().describe('null: nobody gave a number'),
          reads: z.string().describe('The number as it is to be read'),
          who: z.string(),
          note: z.string().optional(),
          event: id.optional().describe('An id in events.json'),
          sources: z.array(id).describe('Ids in sources.json'),
        }),
      ),
      caveat: z.string().describe('What the numbers do not say'),
      url,
    }),
  )
  .describe('The numbers that are drawn as pictures, each with who says so');
