/** What is read from `content/`: each file in the form that its schema asks for, not yet joined with others. */
import type { LonLat } from '../model/projection.ts';
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

/** One file of `content/`. */
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

/** What a shape of `content/geometry` may be named for. */
export interface Shape {
  readonly form: 'line' | 'area';
  /** Its points from end to end, where it is a road: a line of `routes.geojson`. */
  readonly road?: readonly LonLat[] | undefined;
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
  /** The shapes in `content/geometry`, by id. */
  readonly shapes: ReadonlyMap<string, Shape>;
}
