/**
 * The World: everything in `content/`, joined and checked once. What `assembleWorld` returns is whole and consistent,
 * so no later code checks again; what is wrong it lists all at once.
 */
import type {
  ChapterEntry,
  ChartEntry,
  ClaimsEntry,
  EventEntry,
  FeatureEntry,
  FiguresEntry,
  GlossaryEntry,
  HouseStyleEntry,
  NamedViewEntry,
  OpenQuestionsEntry,
  PlaceEntry,
  QuestionEntry,
  QuotationsEntry,
  RoadEntry,
  SiteEntry,
  SourceEntry,
  StatementEntry,
} from '../schema/content.ts';
import { authorTexts, filesOfOurs, stringsIn } from './author-texts.ts';
import { assembleChart, type Chart, chartsIn } from './charts.ts';
import { type Day, isDay, type PartialDate } from './dates.ts';
import { editDistance } from './edit-distance.ts';
import { houseStyleCheck } from './house-style.ts';
import { isInRegion, REGION } from './map-limits.ts';
import { misspeltNames } from './misspelt-names.ts';
import { PAGES } from './pages.ts';
import { firstDayOf, lastDayOf } from './partial-dates.ts';
import { seen } from './plain-text.ts';
import { orderProblems, spaceProblems } from './positions.ts';
import {
  CITATION,
  citationIds,
  EDITORS,
  linksIn,
  type Passage,
  paragraphsOf,
  passagesIn,
  typographic,
  whereaboutsIn,
} from './prose.ts';
import { isPartOf, quotedIn } from './quotations.ts';
import { assembleRoad, type RoadInTime, type WorldRoad } from './road.ts';

/** One file of `content/`, read and in the form its schema asks for, not yet joined with others. */
export interface Entry<T> {
  readonly id: string;
  /** Path from the project's root. */
  readonly file: string;
  readonly data: T;
  /** The Markdown after the front matter, and the line on which it starts. */
  readonly body: string;
  readonly bodyLine: number;
  /** Returns the line of a field, such as `places.0`, if it is known. */
  readonly lineOf: (field: string) => number | undefined;
}

export interface Entries {
  readonly events: readonly Entry<EventEntry>[];
  readonly places: readonly Entry<PlaceEntry>[];
  readonly sources: readonly Entry<SourceEntry>[];
  readonly features: readonly Entry<FeatureEntry>[];
  readonly chapters: readonly Entry<ChapterEntry>[];
  readonly questions: readonly Entry<QuestionEntry>[];
  readonly views: readonly Entry<NamedViewEntry>[];
  readonly charts: readonly Entry<ChartEntry>[];
  readonly claims: Entry<ClaimsEntry> | undefined;
  readonly statement: Entry<StatementEntry> | undefined;
  readonly figures: Entry<FiguresEntry> | undefined;
  readonly glossary: Entry<GlossaryEntry> | undefined;
  readonly houseStyle: Entry<HouseStyleEntry> | undefined;
  readonly openQuestions: Entry<OpenQuestionsEntry> | undefined;
  readonly quotations: Entry<QuotationsEntry> | undefined;
  readonly site: Entry<SiteEntry> | undefined;
  readonly road: Entry<RoadEntry> | undefined;
  /** Files with a fault of their own, as they were written but for what is wrong; without a body if it is there. */
  readonly unread: readonly Entry<unknown>[];
  /** Ids of all files that exist, readable or not: a file with a problem of its own is not reported as missing too. */
  readonly files: Readonly<Record<'event' | 'place' | 'source' | 'chart', ReadonlySet<string>>>;
  /** Ids of the shapes in `content/geometry`. */
  readonly shapes: ReadonlySet<string>;
}

/** Something an author has to mend. */
export interface Problem {
  readonly file: string;
  readonly line?: number | undefined;
  /** What is wrong and what to do, in one or two sentences. */
  readonly what: string;
}

/** Thrown with every problem found; its message is the list an author reads. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    const lines = problems.map(({ file, line, what }) => seen(`  ${file}${line ? `:${line}` : ''}  ${what}`));
    const count = problems.length === 1 ? 'One problem' : `${problems.length} problems`;
    super(`${count} in the content; nothing was built.\n${lines.join('\n')}`);
    this.name = 'ContentError';
    this.problems = problems;
  }
}

/** What the map needs of an event. */
export interface MapEvent {
  readonly id: string;
  readonly title: string;
  readonly date: PartialDate;
  readonly endDate?: PartialDate | undefined;
  readonly phase: EventEntry['phase'];
  readonly kind: EventEntry['kind'];
  readonly significance: EventEntry['significance'];
  /** The place the map goes to. */
  readonly place: string;
  /** Degrees. */
  readonly lon: number;
  readonly lat: number;
}

export interface WorldEvent extends MapEvent {
  readonly places: readonly string[];
  readonly accuracy: 'exact' | 'approximate' | 'city';
  readonly actors: readonly string[];
  readonly accounts: EventEntry['accounts'];
  /** The sources of body and accounts, in order of appearance. */
  readonly sources: readonly string[];
  /** The words of its body, for descriptions and feeds. */
  readonly body: string;
}

/** What the map needs of a place. */
export interface MapPlace {
  readonly id: string;
  /** The one or two lines of its label. */
  readonly label: readonly string[];
  readonly kind: PlaceEntry['kind'];
  /** What it became later, in order of time. */
  readonly became?: readonly { readonly day: Day; readonly is: PlaceEntry['kind'] }[] | undefined;
  readonly rank?: 1 | 2 | 3 | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  /** Degrees. */
  readonly lon: number;
  readonly lat: number;
}

/** A feature with what only pages show of it. */
export interface WorldFeature extends MapFeature {
  /** Whose view the drawing follows, where that is disputed. */
  readonly follows?: string | undefined;
}

export interface Place extends MapPlace {
  /** Whose view the drawing follows, where that is disputed. */
  readonly follows?: string | undefined;
  readonly name: string;
  readonly usedIn: PlaceEntry['usedIn'];
  readonly otherNames: PlaceEntry['otherNames'];
  readonly forms: PlaceEntry['forms'];
  readonly accuracyMetres: number;
  readonly description: string;
  readonly sources: readonly string[];
}

export type Status = FeatureEntry['status'][number]['is'];

/** A road, an area or a line, and what it is since when. */
export interface MapFeature {
  readonly id: string;
  readonly name: string;
  readonly layer: FeatureEntry['layer'];
  readonly kind: FeatureEntry['kind'];
  readonly shapes: readonly string[];
  readonly schematic: boolean;
  readonly accuracyMetres: number;
  readonly note?: string | undefined;
  /** A name on the map itself, and where it stands, degrees. */
  readonly label?: { readonly text: string; readonly lon: number; readonly lat: number } | undefined;
  /** In order of time. `day` null means: always so far. `event` names what began it. */
  readonly status: readonly { readonly day: Day | null; readonly is: Status; readonly event?: string | undefined }[];
}

/** Where a passage stands: on the page of one thing, or on a page that has no id of its own. */
export interface Whereabouts {
  readonly kind:
    | 'event'
    | 'place'
    | 'chapter'
    | 'question'
    | 'view'
    | 'home'
    | 'article'
    | 'statement'
    | 'figures'
    | 'glossary'
    | 'open-questions'
    | 'road'
    | 'about'
    | 'source';
  /** Empty where the page has none. */
  readonly id: string;
  /** The id of the element there. */
  readonly anchor?: string | undefined;
}

/** A passage of the site that rests on a source. */
export interface Mention extends Whereabouts {
  /** As it was written, without its citation. */
  readonly text: string;
}

/** What was wrong on a page, and since which day it is right. */
export interface Correction extends Whereabouts {
  readonly on: Day;
  readonly what: string;
  /** Its own fragment on the page: by its place in the entry, since corrections are only added. */
  readonly fragment: string;
}

export interface Source extends Omit<SourceEntry, 'corrections'> {
  readonly id: string;
  /** Its number in the list of sources, from 1. */
  readonly number: number;
  /** Every passage that cites it, in the order of the content. */
  readonly citedBy: readonly Mention[];
}

export interface Chapter extends Omit<ChapterEntry, 'formerIds' | 'corrections' | 'checked'> {
  readonly id: string;
  readonly file: string;
  /** Its Markdown. */
  readonly body: string;
  readonly sources: readonly string[];
  readonly words: number;
}

/** A disputed question with every actor's answer, in the order of its file: the parties first, then others by name. */
export interface Question extends Omit<QuestionEntry, 'formerIds' | 'corrections' | 'checked'> {
  readonly id: string;
  readonly sources: readonly string[];
}

/** A view of the map that has a name and a page. */
export interface NamedView extends Omit<NamedViewEntry, 'formerIds' | 'corrections' | 'checked'> {
  readonly id: string;
  readonly sources: readonly string[];
}

/** A page that has moved: both addresses below the site's root, such as `events/some-id/`. */
export interface Moved {
  readonly from: string;
  readonly to: string;
}

/** What the map, still or live, is drawn from. */
export interface MapWorld {
  readonly firstDay: Day;
  readonly followedTo: Day;
  readonly events: readonly MapEvent[];
  readonly places: readonly MapPlace[];
  readonly features: readonly MapFeature[];
  readonly road: RoadInTime;
  readonly formerIds: Readonly<Record<string, string>>;
}

export interface World extends MapWorld {
  readonly site: SiteEntry;
  readonly events: readonly WorldEvent[];
  readonly places: readonly Place[];
  readonly features: readonly WorldFeature[];
  readonly road: WorldRoad;
  readonly sources: readonly Source[];
  readonly chapters: readonly Chapter[];
  readonly questions: readonly Question[];
  readonly views: readonly NamedView[];
  readonly charts: readonly Chart[];
  readonly claims: ClaimsEntry;
  readonly statement: StatementEntry;
  readonly figures: FiguresEntry['figures'];
  /** By term. */
  readonly glossary: GlossaryEntry['terms'];
  readonly openQuestions: OpenQuestionsEntry['questions'];
  /** Every quotation of four words or more in the texts. */
  readonly quotations: QuotationsEntry['quotations'];
  /** Of all entries, each with the page that has it; in the order of its file. */
  readonly corrections: readonly Correction[];
  /** The day of the last check of what was checked later than the rest, by `kind/id`. */
  readonly checked: ReadonlyMap<string, Day>;
  /** Where links to former ids lead. */
  readonly moved: readonly Moved[];
}

/** The kinds of pages as one would read them: what is told, then what happened, then what is looked up. */
const READING_ORDER: readonly Whereabouts['kind'][] = [
  'home',
  'chapter',
  'event',
  'question',
  'statement',
  'article',
  'figures',
  'open-questions',
  'glossary',
  'road',
  'place',
  'view',
  'about',
  'source',
];
const inReadingOrder = (mentions: readonly Mention[]): Mention[] =>
  [...mentions].sort((a, b) => READING_ORDER.indexOf(a.kind) - READING_ORDER.indexOf(b.kind));

/** Returns the id of a citation in a Markdown body: several chapters share a page, so theirs begin with the chapter's id. */
export function citationAnchor(chapter: string, number: number): string {
  return `${chapter}${chapter && '-'}cite-${number}`;
}

/** The day control begins here: the year the conflict opened. */
const FIRST_DAY: Day = '1988-01-01';

/** Returns the known id that is fewest keystrokes away, if it is near enough to be meant: never one with nothing in common. */
export function nearestId(id: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.min(Math.max(2, Math.floor(id.length / 3)) + 1, id.length);
  for (const candidate of known) {
    const distance = editDistance(id, candidate);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Fields that hold an id, whatever the file. */
const ID_FIELDS = {
  source: /(?:^|\.)sources\.\d+$|(?:^|\.)source$|^article$/,
  place: /(?:^|\.)(?:places|waypoints)\.\d+$/,
  event: /(?:^|\.)(?:events|interruptions)\.\d+$|(?:^|\.)(?:since|after|until|event)$/,
} as const;

/** Fields that pages show as they stand, without citations and links. */
const SHOWN_AS_IT_STANDS = /(?:^|\.)(?:title|summary|caption|label|name|how|who|value|gist|shows)$/;

/** Joins all entries into a World, or throws a `ContentError` that lists every problem, those found earlier first. */
export function assembleWorld(entries: Entries, earlier: readonly Problem[] = []): World {
  const problems: Problem[] = [...earlier];
  const say = (entry: Entry<unknown>, field: string, what: string): void => {
    problems.push({ file: entry.file, line: entry.lineOf(field), what: `${field}: ${what}` });
  };
  /** Says that a file is not there, unless it was said why it cannot be read. */
  const sayLost = (name: string, what: string): void => {
    const file = `content/${name}.yaml`;
    if (!earlier.some((problem) => problem.file === file)) problems.push({ file, what });
  };

  /** Says that a former id is the id, or a former id, of another file or of this one. */
  const sayTaken = (entry: Entry<unknown>, former: string, other: string): void => {
    if (other === entry.file) say(entry, 'formerIds', `"${former}" is its own id. Take it out`);
    else say(entry, 'formerIds', `"${former}" is in use by ${other}; take it out of one of the two`);
  };

  // Ids: one namespace for everything a link can focus on, former ids included.
  const formerIds: Record<string, string> = {};
  const owner = new Map<string, string>();
  for (const entry of [...entries.events, ...entries.places, ...entries.features]) {
    const other = owner.get(entry.id);
    if (other) say(entry, 'file name', `the id "${entry.id}" is taken by ${other}; rename one of the two files`);
    owner.set(entry.id, entry.file);
  }
  for (const entry of [...entries.events, ...entries.places, ...entries.features])
    for (const former of entry.data.formerIds) {
      const other = owner.get(former);
      if (other) sayTaken(entry, former, other);
      owner.set(former, entry.file);
      formerIds[former] = entry.id;
    }
  const moved: Moved[] = [
    ...entries.events.flatMap(({ id, data }) =>
      data.formerIds.map((former) => ({ from: `events/${former}/`, to: `events/${id}/` })),
    ),
    ...entries.places.flatMap(({ id, data }) =>
      data.formerIds.map((former) => ({ from: `places/${former}/`, to: `places/${id}/` })),
    ),
  ];

  // Where a file of shapes cannot be read, its shapes are not reported as missing too.
  const areShapesKnown = !earlier.some(({ file }) => file.endsWith('.geojson'));
  const hasShape = (id: string): boolean => entries.shapes.has(id) || !areShapesKnown;

  const folders = { event: 'events', place: 'places', source: 'sources' } as const;
  const suffix = { event: 'md', place: 'yaml', source: 'yaml' } as const;
  const known = {
    event: new Map(entries.events.map((entry) => [entry.id, entry])),
    place: new Map(entries.places.map((entry) => [entry.id, entry])),
    source: new Map(entries.sources.map((entry) => [entry.id, entry])),
  };
  const sourceOf = new Map(entries.sources.map(({ id, file }) => [id, file]));
  for (const entry of entries.sources)
    for (const former of entry.data.formerIds) {
      const other = sourceOf.get(former);
      if (other) sayTaken(entry, former, other);
      sourceOf.set(former, entry.file);
    }
  const sourceAt = new Map<string, string>();
  const enteredTwice = new Set<string>();
  for (const entry of entries.sources) {
    const url = entry.data.url.replace(/^https?:\/\/(?:www\.)?|\/$/g, '');
    const other = sourceAt.get(url);
    if (other) {
      say(entry, 'url', `is that of ${other}, too. Cite only one of the two, or correct the address`);
      enteredTwice.add(entry.id);
    } else sourceAt.set(url, entry.file);
  }
  const formerSources = new Map(
    entries.sources.flatMap((s) => s.data.formerIds.map((former) => [former, s.id] as const)),
  );
  /** Former ids in files with a fault of their own: not reported as missing. */
  const unreadFormer = new Set(
    entries.unread.flatMap(({ data }) =>
      [...stringsIn(data, '')].filter(({ field }) => field.startsWith('formerIds.')).map(({ text }) => text),
    ),
  );
  const isThere = (kind: keyof typeof known, id: string): boolean =>
    known[kind].has(id) || entries.files[kind].has(id) || unreadFormer.has(id);
  const missing = (kind: keyof typeof known, id: string): string => {
    const near = nearestId(id, known[kind].keys());
    return `no file content/${folders[kind]}/${id}.${suffix[kind]}. ${near ? `Did you mean ${near}?` : 'Add the file or correct the id.'}`;
  };
  /** Returns the id as it is called now; says so if there is none. */
  const resolve = (entry: Entry<unknown>, field: string, kind: keyof typeof known, id: string): string => {
    const now = (kind === 'source' ? formerSources.get(id) : formerIds[id]) ?? id;
    if (!isThere(kind, now)) say(entry, field, missing(kind, id));
    return now;
  };

  const citedBy = new Map<string, Mention[]>();
  /** Notes which passages rest on which sources; returns these sources, each once. */
  const cite = (where: Whereabouts, passages: readonly Passage[]): string[] => {
    for (const { text, sources } of passages)
      for (const source of new Set(sources)) {
        const list = citedBy.get(source) ?? [];
        list.push({ ...where, text: typographic(text) });
        citedBy.set(source, list);
      }
    return [...new Set(passages.flatMap(({ sources }) => sources))];
  };
  /** Returns a text's passages with the ids that sources have now; unknown ones are left out. */
  const passagesOf = (text: string): Passage[] =>
    passagesIn(text).map((passage) => ({
      ...passage,
      sources: passage.sources.map((id) => formerSources.get(id) ?? id).filter((id) => known.source.has(id)),
    }));
  /** A text whose sources stand in a field beside it. */
  const besideText = (text: string, sources: readonly string[]): Passage[] => [{ text, sources, mark: 0 }];

  /** The texts whose marks were checked, by file and field. */
  const readTexts = new Set<string>();
  /** Checks the marks of one text and returns its passages. `needed`: a text without a citation is a problem. */
  const readText = (entry: Entry<unknown>, field: string, text: string, needed: boolean, line?: number): Passage[] => {
    readTexts.add(`${entry.file} ${field}`);
    const report = (what: string): void => {
      problems.push({ file: entry.file, line: line ?? entry.lineOf(field), what: `${field}: ${what}` });
    };
    if (needed && text.search(CITATION) === -1)
      report(`no citation. End the sentence with [@source-id], or with [@${EDITORS}] if it speaks of our own work`);
    for (const [, inside = ''] of text.matchAll(CITATION)) {
      const cited = citationIds(inside).map((id) => ({ id, now: formerSources.get(id) ?? id }));
      for (const [i, { id, now }] of cited.entries()) {
        if (cited.findIndex((one) => one.now === now) !== i) {
          report(`${id} stands twice in [${inside}]. Take one of the two out`);
          continue;
        }
        if (id !== EDITORS && !isThere('source', now)) report(missing('source', id));
      }
    }
    for (const { kind, id } of linksIn(text)) {
      const now = formerIds[id] ?? id;
      if (!isThere(kind, now)) report(missing(kind, id));
    }
    for (const [, page = ''] of text.matchAll(/\]\(page:([^)\s]*)\)/g))
      if (!PAGES.includes(page)) {
        const near = nearestId(page, PAGES);
        report(`no page "${page}". ${near ? `Did you mean ${near}?` : `Pages are: ${PAGES.join(', ')}`}`);
      }
    const broken = /\[@[^\]\n]*\]?/.exec(text.replace(CITATION, ''));
    if (broken) report(`"${broken[0].slice(0, 40)}" is no citation. Write [@one-id] or [@one-id; @other-id]`);
    return passagesOf(text);
  };
  /** Reads the paragraphs of a body; each citation in it is an element of the page, numbered from 1. */
  const readBody = (entry: Entry<unknown>, where: Whereabouts): string[] => {
    const paragraphs = paragraphsOf(entry.body);
    if (paragraphs.length === 0)
      problems.push({
        file: entry.file,
        line: entry.bodyLine,
        what: 'text: there is none. Write at least one paragraph',
      });
    let marks = 0;
    const sources = paragraphs.flatMap((p) => {
      const passages = readText(entry, 'text', p.text, true, entry.bodyLine + p.line - 1);
      const before = marks;
      marks += [...p.text.matchAll(CITATION)].length;
      return passages.flatMap((one) =>
        cite({ ...where, anchor: citationAnchor(where.kind === 'chapter' ? where.id : '', before + one.mark + 1) }, [
          one,
        ]),
      );
    });
    return [...new Set(sources)];
  };

  // What a file says is checked although a field of it is wrong: an author is told of both at once.
  for (const entry of entries.unread) {
    for (const { text, line } of paragraphsOf(entry.body))
      readText(entry, 'text', text, true, entry.bodyLine + line - 1);
    for (const { field, text } of stringsIn(entry.data, '')) {
      const kind = (['source', 'place', 'event'] as const).find((one) => ID_FIELDS[one].test(field));
      if (kind) {
        if (!isDay(text)) resolve(entry, field, kind, text);
      } else if (/\[@|\]\(/.test(text)) readText(entry, field, text, false);
    }
  }

  /** Says where a position cannot be meant: latitude and longitude swapped or, of what stands on the map, outside it. */
  const checkSpot = (
    entry: Entry<unknown>,
    field: string,
    { lat, lon }: { readonly lat: number; readonly lon: number },
    isOnMap: boolean,
  ): void => {
    const { south, north, west, east } = REGION;
    if (isInRegion({ lat, lon })) return;
    if (isInRegion({ lat: lon, lon: lat }))
      say(entry, field, `lat ${lat}, lon ${lon} is far from the map: they are swapped. Swap them back`);
    else if (isOnMap)
      say(
        entry,
        field,
        `lat ${lat}, lon ${lon} is not on the map, which holds lat ${south} to ${north}, lon ${west} to ${east}. Correct it`,
      );
  };

  /** Says where one of some statuses, by the days on which they begin, does not come after the one before it. */
  const checkOrder = (entry: Entry<unknown>, field: string, days: readonly (Day | null)[]): void => {
    for (const [i, day] of days.entries()) {
      const before = days[i - 1];
      if (day && before && day <= before)
        say(
          entry,
          `${field}.${i}.since`,
          `${day} is not after the status before it, ${before}. Two statuses would overlap: put them in order of time`,
        );
    }
  };

  const followedTo = entries.site?.data.followedTo ?? '9999-12-31';
  if (!entries.site) sayLost('site', 'cannot be read, so the site has no name. Mend or restore it');
  if (!entries.claims) sayLost('claims', 'cannot be read. Mend or restore it');

  const places: Place[] = entries.places.map((entry) => {
    const { data } = entry;
    if (data.from && data.to && data.to <= data.from)
      say(
        entry,
        'to',
        `${data.to} is not after from, ${data.from}. "to" is the first day on which the place is no more`,
      );
    const became = data.became.map(({ since }, i) => {
      const event = known.event.get(resolve(entry, `became.${i}.since`, 'event', since));
      return event ? firstDayOf(event.data.date) : null;
    });
    checkOrder(entry, 'became', became);
    checkSpot(entry, 'position', data.position, data.rank !== undefined);
    if (data.rank && !data.label) say(entry, 'label', 'missing. A place with a rank is drawn, so it needs a label');
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
      sources: cite({ kind: 'place', id: entry.id }, [
        ...readText(entry, 'description', data.description, false),
        ...(data.follows ? readText(entry, 'follows', data.follows, true) : []),
      ]),
    };
  });
  const placeById = new Map(places.map((place) => [place.id, place]));

  const meant = misspeltNames([
    ...entries.events.map(({ data }) => [...data.actors, ...data.accounts.map(({ side }) => side)]),
    ...entries.questions.map(({ data }) => data.positions.map(({ actor }) => actor)),
  ]);
  /** Says that a name is nearly another. */
  const checkName = (entry: Entry<unknown>, field: string, name: string): void => {
    const other = meant.get(name);
    if (other) say(entry, field, `"${name}" is named nowhere else. Did you mean ${other}?`);
  };

  const events: WorldEvent[] = entries.events.map((entry) => {
    const { data } = entry;
    for (const [i, actor] of data.actors.entries()) checkName(entry, `actors.${i}`, actor);
    for (const [i, { side }] of data.accounts.entries()) checkName(entry, `accounts.${i}.side`, side);
    const at = data.places.map((id, i) => resolve(entry, `places.${i}`, 'place', id));
    const first = placeById.get(at[0] ?? '');
    if (data.position) checkSpot(entry, 'position', data.position, false);
    if (data.endDate && lastDayOf(data.endDate) < firstDayOf(data.date))
      say(entry, 'endDate', `${data.endDate} is before date, ${data.date}. Swap them or correct one`);
    for (const field of ['date', 'endDate'] as const) {
      const day = data[field];
      if (day && firstDayOf(day) > followedTo)
        say(entry, field, `${day} is after followedTo in content/site.yaml, ${followedTo}. Move followedTo on`);
    }
    const bodySources = readBody(entry, { kind: 'event', id: entry.id });
    const accountSources = data.accounts.flatMap((account, i) =>
      cite({ kind: 'event', id: entry.id, anchor: `account-${i + 1}` }, [
        ...readText(entry, `accounts.${i}.says`, account.says, false),
        ...besideText(
          account.says,
          account.sources.map((id, j) => resolve(entry, `accounts.${i}.sources.${j}`, 'source', id)),
        ),
      ]),
    );
    if (data.accounts.length === 1)
      say(
        entry,
        'accounts',
        `only one side speaks (${data.accounts[0]?.side}). Add the other side's account, or take this one into the text`,
      );
    for (const [i, account] of data.accounts.entries()) {
      const hasSource = account.sources.length > 0 || account.says.search(CITATION) !== -1;
      if (!hasSource && !account.restsOn)
        say(
          entry,
          `accounts.${i}`,
          `${account.side} speaks without a source. Name sources, or write restsOn: event, which readers are told`,
        );
      if (hasSource && account.restsOn)
        say(entry, `accounts.${i}.restsOn`, 'the account has sources of its own. Take restsOn out');
    }
    const named = data.accounts.map((account) => account.side);
    if (new Set(named).size < named.length) say(entry, 'accounts', 'a side is named twice. Join its two accounts');
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
  });
  events.sort((a, b) =>
    firstDayOf(a.date) === firstDayOf(b.date)
      ? a.id < b.id
        ? -1
        : 1
      : firstDayOf(a.date) < firstDayOf(b.date)
        ? -1
        : 1,
  );
  const eventById = new Map(events.map((event) => [event.id, event]));

  const features: WorldFeature[] = entries.features.map((entry) => {
    const { data } = entry;
    for (const [i, shape] of data.shapes.entries())
      if (!hasShape(shape)) {
        const near = nearestId(shape, entries.shapes);
        say(
          entry,
          `shapes.${i}`,
          `no shape "${shape}" in content/geometry. ${near ? `Did you mean ${near}?` : 'Add it or correct the id.'}`,
        );
      }
    const status = data.status.map(({ since, is, sources }, i) => {
      const field = `status.${i}.since`;
      for (const [j, id] of sources.entries())
        cite(
          { kind: 'about', id: '', anchor: `map-${entry.id}` },
          besideText(data.name, [resolve(entry, `status.${i}.sources.${j}`, 'source', id)]),
        );
      if (isDay(since)) {
        if (sources.length === 0)
          say(entry, field, `${since} is a day without an event: name its sources, or name the event`);
        return { day: since, is };
      }
      const id = resolve(entry, field, 'event', since);
      const event = eventById.get(id);
      return { day: event ? firstDayOf(event.date) : null, is, event: id };
    });
    if (data.label) checkSpot(entry, 'label', data.label, true);
    const where: Whereabouts = { kind: 'about', id: '', anchor: `map-${entry.id}` };
    if (data.note) cite(where, readText(entry, 'note', data.note, false));
    if (data.follows) cite(where, readText(entry, 'follows', data.follows, true));
    checkOrder(
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

  if (!entries.road) sayLost('road', 'cannot be read. Mend or restore it');
  const roadEntry = entries.road;
  const road =
    roadEntry &&
    assembleRoad(roadEntry.data, {
      resolveEvent: (field, id) => resolve(roadEntry, field, 'event', id),
      resolvePlace: (field, id) => resolve(roadEntry, field, 'place', id),
      event: (id) => eventById.get(id),
      hasShape,
      readText: (field, text) => [...new Set(readText(roadEntry, field, text, true).flatMap(({ sources }) => sources))],
      say: (field, what) => say(roadEntry, field, what),
    });
  for (const { id, passes } of road?.periods ?? []) cite({ kind: 'road', id: '', anchor: id }, passagesOf(passes));
  for (const { id, length } of road?.routes ?? []) cite({ kind: 'road', id: '', anchor: id }, passagesOf(length));
  // The page of a period is called after its event.
  for (const period of road?.periods ?? [])
    for (const [former, now] of Object.entries(formerIds))
      if (now === period.event)
        moved.push({ from: `road/${period.id.replace(now, former)}/`, to: `road/${period.id}/` });

  /** Files whose names begin with their order: in that order, with the ids that remain, each of them once. */
  const inOrder = <T extends { readonly formerIds: readonly string[] }>(
    list: readonly Entry<T>[],
    folder: string,
  ): { entry: Entry<T>; id: string }[] => {
    const orderOf = ({ id }: Entry<unknown>): number => Number(/^\d+/.exec(id)?.[0] ?? 0);
    const takenBy = new Map<string, string>();
    const ordered = [...list]
      .sort((a, b) => orderOf(a) - orderOf(b))
      .map((entry) => ({ entry, id: entry.id.replace(/^\d+-/, '') }));
    for (const [i, { entry, id }] of ordered.entries()) {
      const other = takenBy.get(id);
      if (other) say(entry, 'file name', `the id "${id}" is taken by ${other}; rename one of the two files`);
      takenBy.set(id, entry.file);
      const before = ordered[i - 1]?.entry;
      if (before && !other && orderOf(before) === orderOf(entry))
        say(
          entry,
          'file name',
          `its number is that of ${before.file}, too. Give one of the two another place in the order`,
        );
    }
    for (const { entry, id } of ordered)
      for (const former of entry.data.formerIds) {
        const other = takenBy.get(former);
        if (other) sayTaken(entry, former, other);
        takenBy.set(former, entry.file);
        moved.push({ from: `${folder}/${former}/`, to: `${folder}/${id}/` });
      }
    return ordered;
  };
  /** Checks what a chapter or a named view shows. */
  const checkView = (
    entry: Entry<{
      readonly view: {
        readonly lat: number;
        readonly lon: number;
        readonly day: Day;
        readonly focus?: string | undefined;
      };
    }>,
  ) => {
    const { focus, day } = entry.data.view;
    checkSpot(entry, 'view', entry.data.view, true);
    const focusable = [...entries.files.place, ...entries.files.event];
    if (focus !== undefined && !focusable.includes(formerIds[focus] ?? focus)) {
      const near = nearestId(focus, focusable);
      say(
        entry,
        'view.focus',
        `no event and no place has the id "${focus}". ${near ? `Did you mean ${near}?` : 'Correct it.'}`,
      );
    }
    checkDay(entry, 'view.day', day);
  };
  const checkDay = (entry: Entry<unknown>, path: string, day: Day | undefined): void => {
    if (day && (day > followedTo || day < FIRST_DAY))
      say(entry, path, `${day} is outside the followed time, ${FIRST_DAY} to ${followedTo}`);
  };

  const chapters = inOrder(entries.chapters, 'chapters').map(({ entry, id }): Chapter => {
    checkView(entry);
    const words = paragraphsOf(entry.body).reduce(
      (sum, p) => sum + p.text.replace(CITATION, '').split(/\s+/).filter(Boolean).length,
      0,
    );
    const now = (linked: string): string => formerIds[linked] ?? linked;
    const first = new Set(paragraphsOf(entry.body).map(({ text }) => now(whereaboutsIn(linksIn(text))?.id ?? '')));
    for (const linked of Object.keys(entry.data.views))
      if (!first.has(now(linked)))
        say(
          entry,
          `views.${linked}`,
          'belongs to no paragraph. Name the event or, where there is none, the place that the paragraph links to first',
        );
    for (const [linked, view] of Object.entries(entry.data.views)) {
      checkDay(entry, `views.${linked}.day`, view.day);
      checkSpot(entry, `views.${linked}`, view, true);
    }
    const { formerIds: _, corrections: __, checked: ___, ...data } = entry.data;
    return {
      ...data,
      id,
      file: entry.file,
      body: entry.body,
      views: Object.fromEntries(Object.entries(data.views).map(([linked, view]) => [now(linked), view])),
      sources: readBody(entry, { kind: 'chapter', id }),
      words,
    };
  });

  const questions = inOrder(entries.questions, 'positions').map(({ entry, id }): Question => {
    const { formerIds: _, corrections: __, checked: ___, ...data } = entry.data;
    const actors = data.positions.map(({ actor }) => actor);
    for (const [i, actor] of actors.entries()) checkName(entry, `positions.${i}.actor`, actor);
    // The order of names, and who is a party, is known only when they are written right.
    if (!actors.some((actor) => meant.has(actor)))
      for (const what of [...orderProblems(actors), ...spaceProblems(data.positions)]) say(entry, 'positions', what);
    const sources = [
      ...cite({ kind: 'question', id }, readText(entry, 'background', data.background, true)),
      ...cite({ kind: 'question', id, anchor: 'courts' }, readText(entry, 'courts', data.courts, true)),
      ...data.positions.flatMap((position, i) => {
        if (actors.indexOf(position.actor) !== i)
          say(entry, `positions.${i}.actor`, `"${position.actor}" answers twice. Join its two positions`);
        if (firstDayOf(position.date) > followedTo)
          say(entry, `positions.${i}.date`, `${position.date} is after followedTo in content/site.yaml, ${followedTo}`);
        return cite(
          { kind: 'question', id, anchor: `answer-${i + 1}` },
          besideText(
            `${position.actor}: ${position.says}`,
            position.sources.map((one, j) => resolve(entry, `positions.${i}.sources.${j}`, 'source', one)),
          ),
        );
      }),
    ];
    const events = data.events.map((one, i) => resolve(entry, `events.${i}`, 'event', one));
    return { ...data, id, events, sources: [...new Set(sources)] };
  });

  const views = inOrder(entries.views, 'views').map(({ entry, id }): NamedView => {
    checkView(entry);
    const { formerIds: _, corrections: __, checked: ___, ...data } = entry.data;
    return { ...data, id, sources: cite({ kind: 'view', id }, readText(entry, 'description', data.description, true)) };
  });

  /** Charts stand on the page of numbers; the rows of one are its passages. */
  const charts = entries.charts.map((entry): Chart => {
    const { id, data } = entry;
    const chart = assembleChart(id, data, {
      followedTo,
      say: (field, what) => say(entry, field, what),
      findEvent: (field, one) => eventById.get(resolve(entry, field, 'event', one)),
      resolveSource: (field, one) => resolve(entry, field, 'source', one),
    });
    cite({ kind: 'figures', id: '', anchor: id }, [
      ...chart.rows.flatMap((row) => besideText(`${data.title}: ${row.reads} (${row.who})`, row.sources)),
      ...readText(entry, 'caveat', data.caveat, true),
    ]);
    return chart;
  });
  for (const entry of [...entries.chapters, ...entries.unread])
    for (const { id, line } of chartsIn(entry.body)) {
      const ids = entries.charts.map((chart) => chart.id);
      const near = nearestId(id, ids);
      if (!ids.includes(id) && !entries.files.chart.has(id))
        problems.push({
          file: entry.file,
          line: entry.bodyLine + line - 1,
          what: `text: no file content/charts/${id}.yaml. ${near ? `Did you mean ${near}?` : 'Add the file or correct the id.'}`,
        });
    }

  const { claims, site, statement, figures } = entries;
  if (!figures) sayLost('figures', 'cannot be read. Mend or restore it');
  else
    for (const [i, figure] of figures.data.figures.entries()) {
      if (figures.data.figures.findIndex(({ id }) => id === figure.id) !== i)
        say(figures, `figures.${i}.id`, `"${figure.id}" is taken. Name it otherwise`);
      if (entries.charts.some(({ id }) => id === figure.id))
        say(
          figures,
          `figures.${i}.id`,
          `"${figure.id}" is taken by content/charts/${figure.id}.yaml. Rename one of the two`,
        );
      for (const [j, id] of figure.events.entries()) resolve(figures, `figures.${i}.events.${j}`, 'event', id);
      for (const [j, reading] of figure.readings.entries())
        cite(
          { kind: 'figures', id: '', anchor: figure.id },
          besideText(
            `${figure.label}: ${reading.reading}`,
            reading.sources.map((id, k) => resolve(figures, `figures.${i}.readings.${j}.sources.${k}`, 'source', id)),
          ),
        );
    }
  if (!statement) sayLost('statement', 'cannot be read. Mend or restore it');
  else {
    cite({ kind: 'statement', id: '' }, readText(statement, 'intro', statement.data.intro, true));
    for (const [i, point] of statement.data.points.entries()) {
      const at = `points.${i}`;
      const { quotation } = point;
      for (const [j, id] of point.events.entries()) resolve(statement, `${at}.events.${j}`, 'event', id);
      cite({ kind: 'statement', id: '', anchor: `point-${i + 1}` }, [
        ...readText(statement, `${at}.promise`, point.promise, true),
        ...readText(statement, `${at}.due`, point.due, false),
        ...readText(statement, `${at}.record`, point.record, true),
        ...(quotation
          ? besideText(`“${quotation.text}”`, [
              resolve(statement, `${at}.quotation.source`, 'source', quotation.source),
            ])
          : []),
        ...(quotation?.note ? readText(statement, `${at}.quotation.note`, quotation.note, true) : []),
      ]);
    }
  }
  if (claims) {
    cite({ kind: 'article', id: '' }, besideText('', [resolve(claims, 'article', 'source', claims.data.article)]));
    /** Each item's events and sources, found; its passage is what it says. */
    const readItems = <T extends { readonly events: readonly string[]; readonly sources: readonly string[] }>(
      field: string,
      anchor: string,
      items: readonly T[],
      says: (item: T) => string,
    ): void => {
      for (const [i, item] of items.entries()) {
        for (const [j, id] of item.events.entries()) resolve(claims, `${field}.${i}.events.${j}`, 'event', id);
        cite(
          { kind: 'article', id: '', anchor: `${anchor}-${i + 1}` },
          besideText(
            says(item),
            item.sources.map((id, j) => resolve(claims, `${field}.${i}.sources.${j}`, 'source', id)),
          ),
        );
      }
    };
    readItems('claims', 'claim', claims.data.claims, ({ record }) => record);
    readItems('quotations', 'quotation', claims.data.quotations, ({ official }) => `“${official}”`);
    readItems('leftOut', 'left-out', claims.data.leftOut, ({ what }) => what);
  }
  if (site) {
    cite({ kind: 'home', id: '' }, readText(site, 'standfirst', site.data.standfirst, true));
    for (const [i, figure] of site.data.figures.entries())
      cite(
        { kind: 'home', id: '', anchor: `figure-${i + 1}` },
        besideText(
          `${figure.value}: ${figure.what}`,
          figure.sources.map((id, j) => resolve(site, `figures.${i}.sources.${j}`, 'source', id)),
        ),
      );
  }

  const { glossary, houseStyle, openQuestions, quotations } = entries;
  if (!openQuestions) sayLost('open-questions', 'cannot be read. Mend or restore it');
  else
    for (const [i, question] of openQuestions.data.questions.entries()) {
      if (openQuestions.data.questions.findIndex(({ id }) => id === question.id) !== i)
        say(openQuestions, `questions.${i}.id`, `"${question.id}" is taken. Name it otherwise`);
      for (const [j, id] of question.events.entries())
        resolve(openQuestions, `questions.${i}.events.${j}`, 'event', id);
      cite(
        { kind: 'open-questions', id: '', anchor: question.id },
        readText(openQuestions, `questions.${i}.state`, question.state, true),
      );
    }
  // A text whose sources stand in a field beside it may cite and link as well.
  for (const entry of filesOfOurs(entries))
    for (const { field, text } of stringsIn(entry.data, ''))
      if (/\[@|\]\(/.test(text) && !readTexts.has(`${entry.file} ${field}`)) {
        if (SHOWN_AS_IT_STANDS.test(field))
          say(entry, field, 'is shown as it stands. Take the citation or the link out');
        else readText(entry, field, text, false);
      }
  const texts = authorTexts(entries);
  if (!quotations) sayLost('quotations', 'cannot be read. Mend or restore it');
  else {
    const registered = quotations.data.quotations;
    const used = new Set<string>();
    for (const { file, line, field, text } of texts)
      for (const words of quotedIn(text)) {
        const known = registered.filter((one) => isPartOf(words, one.words));
        for (const one of known) used.add(one.words);
        if (known.length === 0)
          problems.push({
            file,
            line,
            what: `${field}: “${words}” is quoted, and nobody is named as its speaker. Add it to content/quotations.yaml with who said it, when, and its source`,
          });
      }
    for (const [i, { words, source }] of registered.entries()) {
      if (!used.has(words) && earlier.length === 0)
        say(quotations, `quotations.${i}.words`, `no text quotes “${words}”. Take it out`);
      cite(
        { kind: 'about', id: '', anchor: `quotation-${i + 1}` },
        besideText(`“${words}”`, [resolve(quotations, `quotations.${i}.source`, 'source', source)]),
      );
    }
  }
  if (!glossary) sayLost('glossary', 'cannot be read. Mend or restore it');
  else
    for (const [i, term] of glossary.data.terms.entries()) {
      if (glossary.data.terms.findIndex(({ id }) => id === term.id) !== i)
        say(glossary, `terms.${i}.id`, `"${term.id}" is taken. Name it otherwise`);
      if (term.partyWords.length > 0 && !term.usedBy)
        say(glossary, `terms.${i}.usedBy`, `missing. "${term.term}" is a word of one side: say whose`);
      cite({ kind: 'glossary', id: '', anchor: term.id }, [
        ...readText(glossary, `terms.${i}.definition`, term.definition, true),
        ...(term.usedBy ? readText(glossary, `terms.${i}.usedBy`, term.usedBy, false) : []),
      ]);
    }
  if (!houseStyle) sayLost('house-style', 'cannot be read. Mend or restore it');
  else {
    const partyWords = glossary?.data.terms.flatMap((term) => term.partyWords) ?? [];
    const { problemsOf, unusedExceptions } = houseStyleCheck(houseStyle.data, partyWords);
    for (const { file, line, field, text, isSpeech } of texts)
      for (const what of problemsOf({ text, isSpeech })) problems.push({ file, line, what: `${field}: ${what}` });
    if (earlier.length === 0)
      for (const what of unusedExceptions()) problems.push({ file: houseStyle.file, what: `explained: ${what}` });
  }

  const corrections: Correction[] = [];
  const checked = new Map<string, Day>();
  /** Notes what was corrected in an entry, and the day of its own check. */
  const keep = (
    entry:
      | Entry<{ readonly corrections: readonly { on: Day; what: string }[]; readonly checked?: Day | undefined }>
      | undefined,
    where: Whereabouts,
  ): void => {
    if (!entry) return;
    for (const [i, { on, what }] of entry.data.corrections.entries()) {
      const before = entry.data.corrections[i - 1];
      if (before && on < before.on)
        say(
          entry,
          `corrections.${i}.on`,
          `${on} is before the correction above it, ${before.on}. Add it at the end: its place is part of its address`,
        );
      // Where many entries share a page, each counts its own.
      const fragment = ['correction', where.anchor, i + 1].filter((part) => part !== undefined).join('-');
      corrections.push({ ...where, on, what, fragment });
    }
    if (entry.data.checked) checked.set(`${where.kind}/${where.id}`, entry.data.checked);
    if (site && entry.data.checked && entry.data.checked < site.data.lastChecked)
      say(
        entry,
        'checked',
        `${entry.data.checked} is before lastChecked in content/site.yaml, ${site.data.lastChecked}. Take it out`,
      );
  };
  const idOf = ({ id }: Entry<unknown>): string => id.replace(/^\d+-/, '');
  for (const entry of entries.events) keep(entry, { kind: 'event', id: entry.id });
  for (const entry of entries.places) keep(entry, { kind: 'place', id: entry.id });
  for (const entry of entries.chapters) keep(entry, { kind: 'chapter', id: idOf(entry) });
  for (const entry of entries.questions) keep(entry, { kind: 'question', id: idOf(entry) });
  for (const entry of entries.views) keep(entry, { kind: 'view', id: idOf(entry) });
  for (const entry of entries.sources) keep(entry, { kind: 'source', id: '', anchor: entry.id });
  keep(claims, { kind: 'article', id: '' });
  keep(statement, { kind: 'statement', id: '' });
  keep(figures, { kind: 'figures', id: '' });
  for (const entry of entries.charts) keep(entry, { kind: 'figures', id: '', anchor: entry.id });
  keep(glossary, { kind: 'glossary', id: '' });
  keep(openQuestions, { kind: 'open-questions', id: '' });
  keep(entries.road, { kind: 'road', id: '' });
  keep(site, { kind: 'home', id: '' });

  // With a file that cannot be read, what it alone cites would look unused.
  for (const entry of entries.sources)
    if (earlier.length === 0 && !citedBy.has(entry.id) && !enteredTwice.has(entry.id))
      problems.push({
        file: entry.file,
        what: `nothing cites this source. Cite it as [@${entry.id}] or delete the file`,
      });

  if (
    problems.length > 0 ||
    !site ||
    !claims ||
    !road ||
    !statement ||
    !figures ||
    !glossary ||
    !openQuestions ||
    !quotations
  )
    throw new ContentError(problems);

  const byDate = [...entries.sources].sort((a, b) => {
    const [x, y] = [a.data.date ?? '9999', b.data.date ?? '9999'];
    return x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1;
  });
  const sources: Source[] = byDate.map(({ id, data: { corrections: _, ...data } }, i) => ({
    ...data,
    id,
    number: i + 1,
    citedBy: inReadingOrder(citedBy.get(id) ?? []),
  }));
  return {
    firstDay: FIRST_DAY,
    followedTo: site.data.followedTo,
    site: site.data,
    events,
    places,
    features,
    road,
    sources,
    chapters,
    questions,
    views,
    charts,
    claims: claims.data,
    statement: statement.data,
    figures: figures.data.figures,
    glossary: glossary.data.terms.toSorted((a, b) => a.term.localeCompare(b.term, 'en')),
    openQuestions: openQuestions.data.questions,
    quotations: quotations.data.quotations,
    corrections,
    checked,
    formerIds,
    moved,
  };
}

/** Degrees to 11 metres, as exact as a link. */
const nearly = (degrees: number): number => Number(degrees.toFixed(4));

/** Returns the part of the World that the map is drawn from, in the reader's browser too. */
export function mapWorldOf(world: World): MapWorld {
  const { firstDay, followedTo, formerIds } = world;
  return {
    firstDay,
    followedTo,
    events: world.events.map(({ id, title, date, endDate, phase, kind, significance, place, lon, lat }) => ({
      id,
      title,
      date,
      endDate,
      phase,
      kind,
      significance,
      place,
      lon: nearly(lon),
      lat: nearly(lat),
    })),
    places: world.places.map(({ id, label, kind, became, rank, from, to, lon, lat }) => ({
      id,
      label,
      kind,
      became: became?.length ? became : undefined,
      rank,
      from,
      to,
      lon: nearly(lon),
      lat: nearly(lat),
    })),
    features: world.features.map(({ follows: _, note: __, ...feature }) => feature),
    road: {
      periods: world.road.periods.map(({ id, kind, from, event }) => ({ id, kind, from, event })),
      routes: world.road.routes.map(({ id, from, until }) => ({ id, from, until })),
      interruptions: world.road.interruptions,
    },
    formerIds,
  };
}
