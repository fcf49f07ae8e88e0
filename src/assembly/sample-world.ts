/**
 * A tiny world that tests tell their stories with: a road between two towns, a bridge that becomes a checkpoint, a camp
 * that comes and goes. No content of the site is in it, so no correction of an editor breaks a test.
 */

import type { World } from '../model/world.ts';
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
import { assembleWorld } from './assemble-world.ts';
import type { Entries, Entry, Shape } from './entries.ts';
import { ContentError } from './problems.ts';

interface Data {
  readonly events: EventEntry;
  readonly places: PlaceEntry;
  readonly sources: SourceEntry;
  readonly map: FeatureEntry;
  readonly chapters: ChapterEntry;
  readonly questions: QuestionEntry;
  readonly views: NamedViewEntry;
  readonly charts: ChartEntry;
}

const DEFAULTS: { readonly [Folder in keyof Data]: Data[Folder] } = {
  events: {
    title: 'Something happens',
    date: '2023-01-01',
    phase: 'closure',
    kind: 'politics',
    significance: 2,
    places: ['west-town'],
    actors: [],
    accounts: [],
    corrections: [],
    formerIds: [],
  },
  places: {
    name: 'A place',
    usedIn: ['english'],
    otherNames: [],
    forms: {},
    kind: 'town',
    became: [],
    position: { lat: 39.7, lon: 46.6, accuracyMetres: 300 },
    description: 'A town. [@agency]',
    corrections: [],
    formerIds: [],
  },
  sources: {
    publisher: 'Agency',
    title: 'A report',
    url: 'https://example.org/',
    type: 'agency-news',
    lang: 'en',
    side: 'international',
    seen: 'full',
    corrections: [],
    formerIds: [],
  },
  map: {
    name: 'A road',
    layer: 'roads',
    kind: 'shared-road',
    shapes: ['road-line'],
    status: [],
    schematic: false,
    accuracyMetres: 100,
    formerIds: [],
  },
  chapters: {
    title: 'A chapter',
    summary: 'What it tells.',
    view: { lat: 39.7, lon: 46.6, zoom: 9, day: '2023-05-01' },
    views: {},
    caption: 'What the map shows.',
    paragraphs: [],
    formerAnchors: {},
    corrections: [],
    formerIds: [],
  },
  questions: {
    question: 'May the bridge be watched?',
    background: 'The agreement does not say. [@agency]',
    courts: 'No court was asked. [@editors]',
    positions: [
      { actor: 'East', date: '2023-04-23', says: 'East said that it may.', sources: ['ministry'] },
      { actor: 'West', date: '2023-04-23', says: 'West said that it may not.', sources: ['agency'] },
    ],
    events: ['road-closes'],
    corrections: [],
    formerIds: [],
  },
  views: {
    title: 'The whole road',
    description: 'The road from end to end. [@agency]',
    view: { lat: 39.7, lon: 46.6, zoom: 9, day: '2023-05-01' },
    corrections: [],
    formerIds: [],
  },
  charts: {
    title: 'Cars over the bridge',
    shows: 'How many cars were counted, day by day.',
    gist: 'Twelve cars on the first day, then nobody counted.',
    form: 'bars',
    unit: 'cars',
    from: '2023-05-01',
    to: '2023-05-04',
    lanes: [],
    rows: [{ day: '2023-05-01', value: 12, reads: '12', who: 'The agency', sources: ['agency'] }],
    caveat: 'Nobody counted twice. [@editors]',
    corrections: [],
    formerIds: [],
  },
};

const ENDS = {
  events: '.md',
  places: '.yaml',
  sources: '.yaml',
  map: '.yaml',
  chapters: '.mdx',
  questions: '.yaml',
  views: '.yaml',
  charts: '.yaml',
} as const;

/** The line on which the body of every sample file starts. */
export const BODY_LINE = 10;

/** Returns one file as if it had been read: what `data` leaves out is filled with something harmless. */
export function entry<Folder extends keyof Data>(
  folder: Folder,
  id: string,
  data: Partial<Data[Folder]> = {},
  body = folder === 'events' || folder === 'chapters' ? 'It happened. [@agency]\n' : '',
): Entry<Data[Folder]> {
  return {
    id,
    file: `content/${folder}/${id}${ENDS[folder]}`,
    data: { ...DEFAULTS[folder], ...(folder === 'sources' ? { url: `https://example.org/${id}` } : {}), ...data },
    body,
    bodyLine: body === '' ? 1 : BODY_LINE,
    lineOf: () => undefined,
  };
}

/** Returns `content/claims.yaml` with one claim. */
export function claimsEntry(data: Partial<ClaimsEntry> = {}): Entry<ClaimsEntry> {
  const claims: ClaimsEntry['claims'] = [
    {
      claim: 'The road closed.',
      verdict: 'confirmed',
      record: 'It did.',
      events: ['road-closes'],
      sources: ['ministry'],
    },
  ];
  const file = 'content/claims.yaml';
  return {
    id: 'claims',
    file,
    data: { corrections: [], article: 'agency', claims, quotations: [], leftOut: [], ...data },
    body: '',
    bodyLine: 1,
    lineOf: () => undefined,
  };
}

/** Returns `content/statement.yaml` with nine points that are alike. */
export function statementEntry(data: Partial<StatementEntry> = {}): Entry<StatementEntry> {
  const point: StatementEntry['points'][number] = {
    heading: 'The road',
    promise: 'The road stays open. [@agency]',
    due: 'No day was set',
    became: 'Disputed',
    record: 'It was closed. [@ministry]',
    events: ['road-closes'],
  };
  return {
    id: 'statement',
    file: 'content/statement.yaml',
    data: {
      corrections: [],
      intro: 'It has nine points. [@agency]',
      points: Array.from({ length: 9 }, () => point),
      ...data,
    },
    body: '',
    bodyLine: 1,
    lineOf: () => undefined,
  };
}

/** Returns `content/figures.yaml` with one figure. */
export function figuresEntry(data: Partial<FiguresEntry['figures'][number]> = {}): Entry<FiguresEntry> {
  const figure: FiguresEntry['figures'][number] = {
    id: 'cars',
    label: 'Cars on the road',
    value: '10 to 12',
    asOf: '2023',
    readings: [{ reading: '12', who: 'The agency', sources: ['agency'] }],
    how: 'Nobody counted them twice.',
    support: 'weak',
    events: ['road-closes'],
    formerIds: [],
  };
  return {
    id: 'figures',
    file: 'content/figures.yaml',
    data: { corrections: [], figures: [{ ...figure, ...data }] },
    body: '',
    bodyLine: 1,
    lineOf: () => undefined,
  };
}

/** Returns `content/glossary.yaml` with one word of one side. */
export function glossaryEntry(data: Partial<GlossaryEntry['terms'][number]> = {}): Entry<GlossaryEntry> {
  const term = {
    id: 'siege',
    term: 'Siege',
    definition: 'A closing. [@agency]',
    usedBy: 'West.',
    partyWords: ['siege'],
    formerIds: [],
  };
  const file = 'content/glossary.yaml';
  return {
    id: 'glossary',
    file,
    data: { corrections: [], terms: [{ ...term, ...data }] },
    body: '',
    bodyLine: 1,
    lineOf: () => undefined,
  };
}

/** Returns `content/open-questions.yaml` with one question. */
export function openQuestionsEntry(
  data: Partial<OpenQuestionsEntry['questions'][number]> = {},
): Entry<OpenQuestionsEntry> {
  const question: OpenQuestionsEntry['questions'][number] = {
    id: 'who-closed-it',
    kind: 'not-found',
    question: 'Who closed the road?',
    state: 'Nobody says. [@editors]',
    events: ['road-closes'],
    formerIds: [],
  };
  const file = 'content/open-questions.yaml';
  const questions = [{ ...question, ...data }];
  return {
    id: 'open-questions',
    file,
    data: { corrections: [], questions },
    body: '',
    bodyLine: 1,
    lineOf: () => undefined,
  };
}

/** Returns `content/quotations.yaml`, empty. */
export function quotationsEntry(quotations: QuotationsEntry['quotations'] = []): Entry<QuotationsEntry> {
  const file = 'content/quotations.yaml';
  return { id: 'quotations', file, data: { quotations }, body: '', bodyLine: 1, lineOf: () => undefined };
}

/** Returns `content/house-style.yaml` with one verb and one spelling. */
export function houseStyleEntry(data: Partial<HouseStyleEntry> = {}): Entry<HouseStyleEntry> {
  const style: HouseStyleEntry = {
    attribution: ['said'],
    explained: [],
    spellings: [{ write: 'West Town', not: ['Westtown'], because: 'it is its name' }],
  };
  const file = 'content/house-style.yaml';
  return { id: 'house-style', file, data: { ...style, ...data }, body: '', bodyLine: 1, lineOf: () => undefined };
}

/** Returns `content/site.yaml` with one figure. */
export function siteEntry(data: Partial<SiteEntry> = {}): Entry<SiteEntry> {
  const site: SiteEntry = {
    title: 'A road',
    subtitle: 'What became of it',
    standfirst: 'There was a road. [@agency]',
    followedTo: '2024-12-31',
    lastChecked: '2025-01-15',
    corrections: [],
    figures: [{ value: '5 km', what: 'Its length.', sources: ['ministry'] }],
  };
  const file = 'content/site.yaml';
  return { id: 'site', file, data: { ...site, ...data }, body: '', bodyLine: 1, lineOf: () => undefined };
}

/** Returns `content/road.yaml`: open from the first event on, closed to ordinary traffic from the second. */
export function roadEntry(data: Partial<RoadEntry> = {}): Entry<RoadEntry> {
  const statuses: RoadEntry['statuses'] = [
    { is: 'before-corridor', passes: 'Not followed. [@editors]' },
    { since: 'road-opens', is: 'open', passes: 'All could pass. [@agency]' },
    { since: 'road-closes', is: 'aid', passes: 'Aid could pass. [@ministry]' },
  ];
  const route = {
    legs: ['road-line'],
    waypoints: ['west-town', 'bridge'],
    length: 'Not known. [@editors]',
    lengths: {},
  };
  const road: RoadEntry = {
    corrections: [],
    statuses,
    interruptions: [],
    routes: [{ id: 'old', name: 'The old road', since: 'road-opens', ...route }],
  };
  const file = 'content/road.yaml';
  return { id: 'road', file, data: { ...road, ...data }, body: '', bodyLine: 1, lineOf: () => undefined };
}

/** Returns the sample's files; what `changes` names replaces them, and `files` follows unless it is given too. */
export function sampleEntries(changes: Partial<Entries> = {}): Entries {
  const entries = {
    events: [
      entry('events', 'road-opens', { title: 'The road opens', date: '2021-03-05', phase: 'corridor' }),
      entry('events', 'road-closes', {
        title: 'The road is closed',
        date: '2022-12-01',
        places: ['camp', 'west-town'],
        significance: 3,
        formerIds: ['road-shut'],
      }),
      entry('events', 'post-opens', {
        title: 'A post opens at the bridge',
        date: '2023-04-23',
        phase: 'checkpoint',
        places: ['bridge'],
        position: { lat: 39.57, lon: 46.57, accuracy: 'exact' },
      }),
    ],
    places: [
      entry('places', 'west-town', {
        name: 'West Town',
        label: ['West Town', 'Old Name'],
        rank: 1,
        position: { lat: 39.64, lon: 46.55, accuracyMetres: 300 },
      }),
      entry('places', 'bridge', {
        name: 'Bridge',
        label: ['Bridge'],
        kind: 'bridge',
        rank: 1,
        became: [{ since: 'post-opens', is: 'checkpoint' }],
        position: { lat: 39.56, lon: 46.57, accuracyMetres: 150 },
      }),
      entry('places', 'camp', {
        name: 'Camp',
        label: ['Camp'],
        kind: 'sit-in',
        rank: 2,
        from: '2022-12-12',
        to: '2023-04-28',
        position: { lat: 39.77, lon: 46.75, accuracyMetres: 4000 },
      }),
    ],
    sources: [
      entry('sources', 'agency', { date: '2023-04-24' }),
      entry('sources', 'ministry', { publisher: 'Ministry', date: '2021-03-05', formerIds: ['ministry-old'] }),
    ],
    features: [
      entry('map', 'main-road', { status: [{ since: 'road-opens', is: 'in-use', sources: [] }] }),
      entry('map', 'watched-area', {
        name: 'An area with peacekeepers',
        layer: 'areas',
        kind: 'peacekeeper-area',
        shapes: ['area-ring'],
        status: [
          { since: 'road-opens', is: 'present', sources: [] },
          { since: '2023-09-19', is: 'gone', sources: ['agency'] },
        ],
      }),
    ],
    chapters: [
      entry('chapters', '1-the-road', { view: { lat: 39.7, lon: 46.6, zoom: 9, day: '2023-05-01', focus: 'bridge' } }),
    ],
    questions: [entry('questions', '1-watched-bridge')],
    views: [entry('views', '1-whole-road')],
    charts: [entry('charts', 'cars-by-day')],
    claims: claimsEntry(),
    statement: statementEntry(),
    figures: figuresEntry(),
    glossary: glossaryEntry(),
    houseStyle: houseStyleEntry(),
    openQuestions: openQuestionsEntry(),
    quotations: quotationsEntry(),
    site: siteEntry(),
    road: roadEntry(),
    unread: [],
    shapes: new Map<string, Shape>([
      [
        'road-line',
        {
          form: 'line',
          road: [
            [46.5, 39.6],
            [46.6, 39.7],
          ],
        },
      ],
      ['area-ring', { form: 'area' }],
    ]),
    ...changes,
  };
  const ids = (list: readonly Entry<unknown>[]): Set<string> => new Set(list.map(({ id }) => id));
  return {
    files: {
      event: ids(entries.events),
      place: ids(entries.places),
      source: ids(entries.sources),
      chart: ids(entries.charts),
    },
    ...entries,
  };
}

/** Returns the sample, joined. */
export function sampleWorld(changes: Partial<Entries> = {}): World {
  return assembleWorld(sampleEntries(changes));
}

/** Reads content as an author does, and returns what she is told, a line per problem: `file:line  what`. */
export function problemsOf(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
  }
  return [];
}
