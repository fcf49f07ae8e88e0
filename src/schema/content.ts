/**
 * How authors may write each kind of file in `content/`. Runs only while the site is built; types for the rest of
 * the site are derived from here.
 */
import { z } from 'astro/zod';
import { isDay, isPartialDate } from '../model/dates.ts';
import { badTag, isLanguage } from '../model/foreign-words.ts';
import { NAME_TAGS, type NameTag } from '../model/languages.ts';
import { MAX_ZOOM, MIN_ZOOM } from '../model/map-limits.ts';
import { unwrittenIn } from '../model/plain-text.ts';
import { typographic } from '../model/prose.ts';
import { isId, LAYERS } from '../share/view.ts';

export const PHASES = [
  'before-2020',
  'war-2020',
  'ceasefire',
  'corridor',
  'closure',
  'checkpoint',
  'september-2023',
  'since-october-2023',
] as const;
export const KINDS = [
  'agreement',
  'military',
  'diplomacy',
  'court',
  'humanitarian',
  'infrastructure',
  'politics',
] as const;
export const STATUSES = ['present', 'in-use', 'not-in-use', 'gone'] as const;
/** What could pass on the road, as far as it could be observed. */
export const ROAD_KINDS = [
  'before-corridor',
  'open',
  'aid',
  'checkpoint',
  'patients',
  'both-roads',
  'peacekeepers',
  'closed',
  'one-way-out',
  'not-recorded',
  'no-corridor',
] as const;
/** How the numbers of a chart are drawn: a bar a day, a square a piece, marks on a line of time, heights along the roads. */
export const CHART_FORMS = ['bars', 'units', 'axis', 'profile'] as const;
/** What became of the trucks of a row, or of what a court was asked. */
export const CHART_MARKS = ['passed', 'stopped', 'ordered', 'partly-ordered', 'declined', 'found'] as const;
export const VERDICTS = ['confirmed', 'imprecise', 'altered-quotation', 'wrong-detail', 'analysis'] as const;

/** Returns how a number is to be written that was written with a comma; `hasThousands`: the comma may part these off, not decimals. */
export function withoutComma(input: unknown, hasThousands: boolean): string | undefined {
  if (typeof input !== 'string') return undefined;
  if (hasThousands && /^\d{1,3}(?:,\d{3})+$/.test(input))
    return `write digits only, without quotes: ${input.replaceAll(',', '')}`;
  return /^-?\d+,\d+$/.test(input) ? `write it with a point: ${input.replace(',', '.')}` : undefined;
}

/** What is written in a text for readers, its quotation marks made typographic; signs alone may do. */
const written = z
  .string({
    error: ({ input }) => (typeof input === 'number' ? `a number needs quotes here: '${input}'` : 'write a text here'),
  })
  .trim()
  .min(1, 'is empty: write a text')
  .refine((value) => !value.includes('\n'), 'holds a line end: write it as one paragraph, with >- if it is long')
  .refine((value) => unwrittenIn(value) === undefined, { error: ({ input }) => unwrittenIn(String(input))?.what })
  .transform(typographic);
/** A text for readers. */
const text = written.refine(
  (value) => value === '' || /[\p{L}\p{N}]/u.test(value),
  'holds no words yet: write the text',
);
const id = z.string('write an id here').refine(isId, {
  error: (issue) => `"${String(issue.input)}" is no id: use lower-case words and digits joined by hyphens`,
});
const day = z.string("write a day in quotes, as '2022-12-12'").refine(isDay, {
  error: (issue) => `"${String(issue.input)}" is no day that exists: write YYYY-MM-DD, in quotes`,
});
const partialDate = z.string("write a date in quotes, as '2022-12-12', '2022-12' or '2022'").refine(isPartialDate, {
  error: (issue) => `"${String(issue.input)}" is no date that exists: write YYYY-MM-DD, YYYY-MM or YYYY, in quotes`,
});
const degrees = z.number({ error: ({ input }) => withoutComma(input, false) ?? 'write a number of degrees' });
const latitude = degrees.min(-90, 'lies south of the pole').max(90, 'lies north of the pole: are lat and lon swapped?');
const longitude = degrees.min(-180, 'lies west of -180').max(180, 'lies east of 180');
/** What was wrong, and since which day it is right. */
const corrections = z.array(z.strictObject({ on: day, what: text })).default([]);
/** The day on which this entry was last compared with its sources, where that is later than the site's. */
const checked = day.optional();
const formerIds = z.array(id).default([]);
/** A list in which nothing stands twice. */
const listOf = <T extends z.ZodType<string>>(item: T) =>
  z.array(item).superRefine((list, { addIssue }) => {
    for (const [i, one] of list.entries())
      if (list.indexOf(one) !== i)
        addIssue({ code: 'custom', path: [i], message: `"${one}" stands twice in this list. Take one of the two out` });
  });
const ids = listOf(id).default([]);
const https = z
  .string('write an address')
  .refine(isWebAddress, {
    error: (issue) =>
      `${JSON.stringify(issue.input)} is no web address: it starts with https:// and holds no spaces, quotes or names of users`,
  })
  .refine((value) => !isWebAddress(value) || hasHost(value), {
    error: (issue) =>
      `${JSON.stringify(issue.input)} names no site. Write the address of the page, as https://example.org/report`,
  });

/** Tells whether a text is an address on the web that can stand anywhere as it is. */
function isWebAddress(value: string): boolean {
  if (!/^https?:\/\/[^\s"'<>\\^`{|}]+$/.test(value) || !URL.canParse(value)) return false;
  const { username, password, hostname } = new URL(value);
  return username === '' && password === '' && hostname.includes('.');
}

/** Tells whether the host of an address is a name, each part of it written. */
function hasHost(value: string): boolean {
  const { hostname } = new URL(value);
  return (
    hostname
      .replace(/\.$/, '')
      .split('.')
      .every((part) => part !== '') && /[a-z]/.test(hostname)
  );
}

const side = z.enum(['armenian', 'azerbaijani', 'russian', 'turkish', 'us', 'eu', 'international']);

const placeKind = z.enum([
  'capital',
  'city',
  'town',
  'village',
  'bridge',
  'checkpoint',
  'border-crossing',
  'junction',
  'sit-in',
  'airport',
  'post',
  'river',
  'region',
]);

const account = z.strictObject({
  side: text,
  says: text,
  sources: ids,
  /** Said where an account has no source of its own and rests on those of its event. */
  restsOn: z.literal('event', 'write event, or leave the field out and name sources').optional(),
});

export const eventSchema = z.strictObject({
  title: text,
  date: partialDate,
  endDate: partialDate.optional(),
  phase: z.enum(PHASES),
  kind: z.enum(KINDS),
  significance: z.literal([1, 2, 3], 'write 1, 2 or 3'),
  places: listOf(id).min(1, 'name at least one place'),
  position: z
    .strictObject({ lat: latitude, lon: longitude, accuracy: z.enum(['exact', 'approximate', 'city']) })
    .optional(),
  actors: listOf(text).default([]),
  accounts: z.array(account).default([]),
  corrections,
  checked,
  formerIds,
});

export const sourceSchema = z.strictObject({
  publisher: text,
  title: text,
  date: partialDate.optional(),
  url: https,
  type: z.enum([
    'court',
    'primary-document',
    'official-statement',
    'agency-news',
    'local-news',
    'ngo',
    'analysis',
    'reference',
  ]),
  lang: z.string('write a language tag').refine(isLanguage, { error: (issue) => badTag(String(issue.input)) }),
  side,
  seen: z.enum(['full', 'excerpt']),
  note: text.optional(),
  /** A lasting copy, where one is known. */
  archived: https.optional(),
  corrections,
  formerIds,
});

/** In whose texts a form of a name written in Latin letters is found. */
export const NAME_USES = ['english', 'armenian', 'azerbaijani', 'spelling', 'former', 'ours'] as const;

/** Returns one value for each language of names. */
function forEachName<T>(value: T): Record<NameTag, T> {
  return Object.fromEntries(NAME_TAGS.map((tag) => [tag, value])) as Record<NameTag, T>;
}

export const placeSchema = z.strictObject({
  name: text,
  usedIn: z.array(z.enum(NAME_USES)).default(['english']),
  otherNames: z.array(z.strictObject({ form: text, usedIn: z.enum(NAME_USES) })).default([]),
  forms: z
    .strictObject(forEachName(listOf(text).default([])))
    .partial()
    .default({}),
  label: z.array(text).min(1).max(2, 'has more than two lines').optional(),
  kind: placeKind,
  /** What it became later: `[{ since: event-id, is: checkpoint }]`. */
  became: z.array(z.strictObject({ since: id, is: placeKind })).default([]),
  position: z.strictObject({ lat: latitude, lon: longitude, accuracyMetres: z.number().positive() }),
  rank: z.literal([1, 2, 3], 'write 1, 2 or 3').optional(),
  from: day.optional(),
  to: day.optional(),
  /** Where its status is disputed: whose view the drawing follows. */
  follows: text.optional(),
  description: text,
  corrections,
  checked,
  formerIds,
});

export const featureSchema = z.strictObject({
  name: text,
  layer: z.enum(LAYERS),
  kind: z.enum([
    'shared-road',
    'old-road',
    'new-road',
    'other-road',
    'zone',
    'oblast',
    'control-area',
    'peacekeeper-area',
    'district',
  ]),
  shapes: listOf(id).min(1, 'name at least one shape of content/geometry'),
  /** Since which event (or day, then with sources) the feature is what; drawn from the first on. Empty: always present. */
  status: z
    .array(
      z.strictObject({ since: z.string('write an event id, or a day in quotes'), is: z.enum(STATUSES), sources: ids }),
    )
    .default([]),
  /** A road beyond the border, which was not closed where the corridor was. */
  neverClosed: z.literal(true, 'write true, or take the field out').optional(),
  schematic: z.boolean().default(false),
  accuracyMetres: z.number().positive(),
  note: text.optional(),
  /** Where its status or its line is disputed: whose view the drawing follows. */
  follows: text.optional(),
  /** A name on the map itself, and where it stands; an area's also where on a map of the whole region, if it is named there. */
  label: z
    .strictObject({
      text,
      lat: latitude,
      lon: longitude,
      overview: z.strictObject({ lat: latitude, lon: longitude }).optional(),
    })
    .optional(),
  formerIds,
});

const position = { lat: latitude, lon: longitude, zoom: z.number().min(MIN_ZOOM).max(MAX_ZOOM) };
const viewFields = { ...position, day, focus: id.optional() };

export const chapterSchema = z.strictObject({
  title: text,
  summary: text,
  view: z.strictObject(viewFields),
  /** Other views for paragraphs, by the event or place that each links to first; the day is the event's if left out. */
  views: z.record(id, z.strictObject({ ...position, day: day.optional() })).default({}),
  caption: text,
  /** The number of each paragraph, in the order of the text; left out: as they stand. */
  paragraphs: z.array(z.int('write a whole number').min(1, 'begins with 1')).default([]),
  /** By an anchor that no paragraph or heading of the text has any more, the one that links to it lead to. */
  formerAnchors: z.record(id, id).default({}),
  corrections,
  checked,
  formerIds,
});

/** A disputed question, and what each actor answers to it. */
export const questionSchema = z.strictObject({
  question: text,
  background: text,
  positions: z
    .array(
      z.strictObject({
        actor: text,
        /** The day of the statement, or of the first of several. */
        date: partialDate,
        says: text,
        sources: listOf(id).min(1, 'names no source'),
      }),
    )
    .min(2, 'name at least two positions'),
  /** What courts decided, and what they did not. */
  courts: text,
  events: listOf(id).min(1, 'name at least one event: the map of the page shows its day'),
  corrections,
  checked,
  formerIds,
});

/** A view of the map that has a page of its own. */
export const namedViewSchema = z.strictObject({
  title: text,
  description: text,
  view: z.strictObject({ ...viewFields, layers: z.array(z.enum(LAYERS)).optional() }),
  corrections,
  checked,
  formerIds,
});

export const claimsSchema = z.strictObject({
  corrections,
  article: id,
  claims: z
    .array(
      z.strictObject({
        claim: text,
        verdict: z.enum(VERDICTS),
        record: text,
        events: ids,
        sources: listOf(id).min(1, 'names no source'),
      }),
    )
    .min(1),
  /** Words that the article put between quotation marks, beside the official ones. */
  quotations: z.array(
    z.strictObject({
      call: text,
      on: day,
      /** Left out where the article has it in words of its own. */
      article: text.optional(),
      official: text,
      difference: text,
      events: listOf(id).min(1, 'name the event'),
      sources: listOf(id).min(1, 'names no source'),
    }),
  ),
  /** What the article does not say. */
  leftOut: z.array(
    z.strictObject({
      what: text,
      why: text,
      events: listOf(id).min(1, 'name at least one event'),
      sources: listOf(id).min(1, 'names no source'),
    }),
  ),
});

/** The state of the road by day. A status names an event and repeats no date. */
export const roadSchema = z.strictObject({
  corrections,
  statuses: z
    .array(
      z.strictObject({
        /** The event on whose day it began; `after`: the event after whose last day it began. The first has neither. */
        since: id.optional(),
        after: id.optional(),
        is: z.enum(ROAD_KINDS),
        /** What could pass, and according to whom. */
        passes: text,
      }),
    )
    .min(1, 'name at least one status'),
  /** Events that stopped the traffic for less than a day. */
  interruptions: ids,
  routes: z
    .array(
      z.strictObject({
        id,
        name: text,
        since: id,
        /** The day of that event on which it began, where that is not its first. */
        day: day.optional(),
        /** The event from whose first day on it could not be used, where no other route followed at once. */
        until: id.optional(),
        legs: listOf(id).min(1, 'name at least one shape of content/geometry'),
        waypoints: listOf(id).min(2, 'name at least two places'),
        /** What is published about its length. */
        length: text,
        /** Kilometres as published, of legs whose line is schematic. */
        lengths: z.record(id, z.number().positive()).default({}),
      }),
    )
    .min(1, 'name at least one route'),
});

/** The nine points of the ceasefire statement: promised, by when, what became of each. */
export const statementSchema = z.strictObject({
  corrections,
  intro: text,
  points: z
    .array(
      z.strictObject({
        heading: text,
        promise: text,
        /** By when; may carry a citation. */
        due: text,
        /** What became of it, in a few words. */
        became: text,
        record: text,
        /** Official words, marked as such. */
        quotation: z.strictObject({ text, who: text, on: day, source: id, note: text.optional() }).optional(),
        events: listOf(id).min(1, 'name at least one event'),
      }),
    )
    .length(9, 'the statement has nine points'),
});

/** Key numbers, with what each source says and how to read them. */
export const figuresSchema = z.strictObject({
  corrections,
  figures: z
    .array(
      z.strictObject({
        id,
        label: text,
        /** As it is to be read, in words or digits. */
        value: text,
        asOf: partialDate,
        readings: z
          .array(z.strictObject({ reading: text, who: text, sources: listOf(id).min(1, 'names no source') }))
          .min(1, 'name at least one reading'),
        how: text,
        support: z.enum(['good', 'fair', 'weak']),
        events: listOf(id).min(1, 'name at least one event'),
        formerIds,
      }),
    )
    .min(1),
});

/** Numbers of one kind, of which a picture is drawn. */
export const chartSchema = z.strictObject({
  title: text,
  /** What the picture shows, in a sentence. */
  shows: text,
  /** What a reader is told who cannot see the picture. */
  gist: text,
  form: z.enum(CHART_FORMS),
  /** What is counted, in one word. */
  unit: text,
  /** The first and the last day of the picture. */
  from: day.optional(),
  to: day.optional(),
  /** A time that is marked: from the day of one event to the day before another. */
  band: z.strictObject({ since: id, until: id, label: text }).optional(),
  /** What the rows are sorted into, such as the cases of a court. */
  lanes: listOf(text).default([]),
  rows: z
    .array(
      z.strictObject({
        /** The day of the number; or the event whose day it has. */
        day: partialDate.optional(),
        event: id.optional(),
        /** The time of that day, or what is known of it. */
        at: text.optional(),
        lane: text.optional(),
        mark: z.enum(CHART_MARKS).optional(),
        /** Left out where nobody gave a number. */
        value: z.number().int('is no whole number').min(0, 'is below 0').optional(),
        /** The number as it is to be read, in words or digits. */
        reads: text,
        who: text,
        note: text.optional(),
        sources: listOf(id).min(1, 'names no source'),
      }),
    )
    .default([]),
  /** What the numbers do not say; with a citation. */
  caveat: text,
  corrections,
  formerIds,
});

/** The terms of the site, and the words that belong to one side. */
export const glossarySchema = z.strictObject({
  corrections,
  terms: z
    .array(
      z.strictObject({
        id,
        term: text,
        definition: text,
        /** Who uses the word, and who does not. */
        usedBy: text.optional(),
        /** Forms that stand only in attributed speech. */
        partyWords: listOf(text).default([]),
        formerIds,
      }),
    )
    .min(1),
});

/** Every quotation of four words or more: see `content/quotations.yaml`. */
export const quotationsSchema = z.strictObject({
  quotations: z.array(z.strictObject({ words: text, who: text, side, on: partialDate, source: id })),
});

/** What sources disagree about, and what could not be found. */
export const openQuestionsSchema = z.strictObject({
  corrections,
  questions: z
    .array(
      z.strictObject({
        id,
        kind: z.enum(['disagreement', 'not-found']),
        question: text,
        /** What is known, and what we did about it. */
        state: text,
        events: listOf(id).min(1, 'name at least one event'),
        formerIds,
      }),
    )
    .min(1),
});

/** How the site writes: see `content/house-style.yaml`. */
export const houseStyleSchema = z.strictObject({
  attribution: z.array(text).min(1),
  explained: z.array(z.strictObject({ sentence: text, because: text })),
  spellings: z.array(z.strictObject({ write: text, not: z.array(written).min(1), because: text })),
});

export const siteSchema = z.strictObject({
  corrections,
  title: text,
  subtitle: text,
  standfirst: text,
  followedTo: day,
  /** The day on which all texts were last compared with their sources. */
  lastChecked: day,
  figures: z.array(z.strictObject({ value: text, what: text, sources: listOf(id).min(1, 'names no source') })).min(1),
});

export type EventEntry = z.infer<typeof eventSchema>;
export type SourceEntry = z.infer<typeof sourceSchema>;
export type PlaceEntry = z.infer<typeof placeSchema>;
export type FeatureEntry = z.infer<typeof featureSchema>;
export type ChapterEntry = z.infer<typeof chapterSchema>;
export type QuestionEntry = z.infer<typeof questionSchema>;
export type NamedViewEntry = z.infer<typeof namedViewSchema>;
export type StatementEntry = z.infer<typeof statementSchema>;
export type FiguresEntry = z.infer<typeof figuresSchema>;
export type ChartEntry = z.infer<typeof chartSchema>;
export type QuotationsEntry = z.infer<typeof quotationsSchema>;
export type OpenQuestionsEntry = z.infer<typeof openQuestionsSchema>;
export type GlossaryEntry = z.infer<typeof glossarySchema>;
export type HouseStyleEntry = z.infer<typeof houseStyleSchema>;
export type ClaimsEntry = z.infer<typeof claimsSchema>;
export type RoadEntry = z.infer<typeof roadSchema>;
export type SiteEntry = z.infer<typeof siteSchema>;
