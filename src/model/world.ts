/**
 * The World: everything in `content/`, joined and checked once (`assembly/`), and the part of it that the map is drawn from. What it
 * holds is whole and consistent, so no code that takes it checks again.
 */
import type {
  ChapterEntry,
  ClaimsEntry,
  EventEntry,
  FeatureEntry,
  FiguresEntry,
  GlossaryEntry,
  NamedViewEntry,
  OpenQuestionsEntry,
  PlaceEntry,
  QuestionEntry,
  QuotationsEntry,
  SiteEntry,
  SourceEntry,
  StatementEntry,
} from '../schema/content.ts';
import type { Chart } from './charts.ts';
import type { Day, PartialDate } from './dates.ts';
import type { RoadInTime, WorldRoad } from './road.ts';

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

/** Degrees. */
export interface Spot {
  readonly lat: number;
  readonly lon: number;
}

/** A road, an area or a line, and what it is since when. */
export interface MapFeature {
  readonly id: string;
  readonly name: string;
  readonly layer: FeatureEntry['layer'];
  readonly kind: FeatureEntry['kind'];
  readonly shapes: readonly string[];
  /** A road beyond the border: in use also while the corridor is closed. */
  readonly neverClosed?: true | undefined;
  readonly schematic: boolean;
  readonly accuracyMetres: number;
  readonly note?: string | undefined;
  /** A name on the map itself, and where it stands, degrees; on an overview elsewhere, or not at all. */
  readonly label?: (Spot & { readonly text: string; readonly overview?: Spot | undefined }) | undefined;
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

export interface Chapter extends Omit<ChapterEntry, 'paragraphs' | 'corrections' | 'checked'> {
  readonly id: string;
  /** The number of each paragraph, in the order of the text. */
  readonly paragraphs: readonly number[];
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
  /** With the days on which traffic was stopped for some hours. */
  readonly road: RoadInTime & { readonly interruptions: readonly { readonly day: Day }[] };
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
      interruptions: world.road.interruptions.map(({ day }) => ({ day })),
    },
    formerIds,
  };
}
