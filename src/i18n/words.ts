/** The words that more than one file prints: of kinds and states, of numbers; dates are in `word-dates.ts`. One language today; what a single file says stands there. */
import type { NameTag } from '../model/languages.ts';
import type { Misunderstood } from '../share/link.ts';

/** Returns how long a number of days is, in words: days up to two months, then months, then years. */
export function wordDuration(days: number): string {
  if (days < 61) return wordCount(days, 'day');
  const months = Math.round(days / 30.44);
  return months <= 36 ? wordCount(months, 'month') : wordCount(Math.round(days / 365.25), 'year');
}

/** Returns the English name of a language: `Armenian` for `hy`. */
export function wordLanguage(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
}

/** Returns a number with its noun: `1 page`, `2 pages`. */
export function wordCount(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** Returns a length in words, on one line: `60 m`, `1.5 km`. */
export function wordLength(metres: number): string {
  return metres >= 1000 ? `${metres / 1000}\u00a0km` : `${metres}\u00a0m`;
}

/** Returns a position in degrees as words, with its hemispheres: `39.63° N, 46.55° E`. */
export function wordPosition({ lat, lon }: { readonly lat: number; readonly lon: number }): string {
  return `${Math.abs(lat)}° ${lat < 0 ? 'S' : 'N'}, ${Math.abs(lon)}° ${lon < 0 ? 'W' : 'E'}`;
}

const LINK_PARTS: Readonly<Record<Misunderstood['part'], string>> = {
  map: 'the position',
  day: 'the day',
  focus: 'the event or place',
  layers: 'a layer',
  against: 'the other day',
};

/** Returns what of a link was not understood, as a sentence; nothing if all was. */
export function wordMisunderstood(parts: readonly Misunderstood[]): string {
  if (parts.length === 0) return '';
  const list = parts.map(({ part, text }) => `${LINK_PARTS[part]} (“${text}”)`).join(', ');
  return `This link was not understood in full: ${list}. What you see is the nearest view.`;
}

export const PHASE_WORDS = {
  'before-2020': 'Before 2020',
  'war-2020': 'The war of 2020',
  ceasefire: 'The ceasefire of November 2020',
  corridor: 'The corridor, 2020 to 2022',
  closure: 'Ordinary traffic stops',
  checkpoint: 'The checkpoint',
  'september-2023': 'September 2023',
  'since-october-2023': 'Since October 2023',
} as const;

/** Where there is no room for the whole name. */
export const PHASE_SHORT_WORDS = {
  'before-2020': 'Before 2020',
  'war-2020': 'War',
  ceasefire: 'Ceasefire',
  corridor: 'Corridor',
  closure: 'Traffic stops',
  checkpoint: 'Checkpoint',
  'september-2023': 'Sept. 2023',
  'since-october-2023': 'Since Oct. 2023',
} as const;

export const KIND_WORDS = {
  agreement: 'Agreement',
  court: 'Court',
  diplomacy: 'Diplomacy',
  humanitarian: 'Humanitarian',
  infrastructure: 'Road and infrastructure',
  military: 'Military',
  politics: 'Politics',
} as const;

export const CHART_MARK_WORDS = {
  passed: 'got through',
  stopped: 'did not get through',
  ordered: 'ordered',
  'partly-ordered': 'ordered in part',
  declined: 'not ordered',
  found: 'can be heard',
} as const;

/** What the columns of a chart's table hold. */
export const CHART_COLUMN_WORDS = {
  bars: { lane: '', value: '', reads: 'People counted', mark: '', who: 'Who counted' },
  units: { lane: 'Road', value: 'Trucks', reads: 'On record', mark: 'Outcome', who: 'Who says so' },
  axis: { lane: 'Case', value: '', reads: 'Decision', mark: 'Outcome', who: 'Whose request' },
  profile: { lane: '', value: '', reads: '', mark: '', who: '' },
} as const;

export const LAYER_WORDS = {
  relief: 'Relief',
  areas: 'Who held what',
  districts: 'District lines',
  zone: 'Corridor zone',
  roads: 'Roads',
  places: 'Places',
  events: 'Events',
} as const;

export const SOURCE_TYPE_WORDS = {
  court: 'Court document',
  'primary-document': 'Agreement or other document',
  'official-statement': 'Official statement',
  'agency-news': 'International media or agency',
  'local-news': 'Local or regional media',
  ngo: 'Organisation',
  analysis: 'Analysis',
  reference: 'Reference work',
} as const;

/** In whose texts a form of a name is found. */
export const NAME_USE_WORDS = {
  english: 'most used in English',
  armenian: 'Armenian usage',
  azerbaijani: 'Azerbaijani usage',
  spelling: 'another form in English',
  former: 'former name',
  ours: 'our description',
} as const;

/** The languages of names, in the order in which readers see them: as they know them, and the script they are written in. */
export const NAME_LANGUAGES: Readonly<Record<NameTag, { name: string; script: string; use: string }>> = {
  az: { name: 'Azerbaijani', script: 'Latin', use: 'Azerbaijani texts' },
  hy: { name: 'Armenian', script: 'Armenian', use: 'Armenian texts' },
  ru: { name: 'Russian', script: 'Cyrillic', use: 'Russian texts' },
};

/** Returns the languages of names in the order in which readers see them. */
export function nameOrder(): NameTag[] {
  return Object.keys(NAME_LANGUAGES) as NameTag[];
}

/** Returns the languages of names as a list: `English, Azerbaijani, Armenian and Russian`. */
export function wordNameLanguages(): string {
  const names = ['English', ...nameOrder().map((tag) => NAME_LANGUAGES[tag].name)];
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Stands beside the citation of a passage that rests on reference works only. */
export const WEAK = 'reference work only';

/** How exact an event's date and place are, and how well it is sourced. */
export const DATE_PRECISION_WORDS = {
  day: 'Date: the day is known.',
  month: 'Date: only the month is known.',
  year: 'Date: only the year is known.',
} as const;
export const PLACE_PRECISION_WORDS = {
  exact: 'Place: known.',
  approximate: 'Place: marked approximately.',
  city: 'Place: the mark stands for the whole city.',
} as const;
export const SOURCED_WORDS = {
  strong: 'Sourced: strongly',
  fair: 'Sourced: fairly',
  thin: 'Sourced: thinly',
} as const;

/** How near to the event each kind of source is. */
export const SOURCE_CLASS_WORDS = {
  primary: 'Primary text',
  report: 'Report',
  reference: 'Reference work',
} as const;

export const SIDE_WORDS = {
  armenian: 'Armenian',
  azerbaijani: 'Azerbaijani',
  russian: 'Russian',
  turkish: 'Turkish',
  us: 'United States',
  eu: 'European Union',
  international: 'International',
} as const;

export const VERDICT_WORDS = {
  confirmed: 'Confirmed',
  imprecise: 'Confirmed, but imprecise',
  'altered-quotation': 'Quotation altered',
  'wrong-detail': 'Wrong in a detail',
  analysis: 'A judgement, not a fact',
} as const;

/**
 * The state of the road in words: a label, the answer to "was it open?", and how the sentence goes on that begins with
 * "The road between Armenia and Nagorno-Karabakh ".
 */
export const ROAD_WORDS = {
  'before-corridor': {
    label: 'Before the corridor',
    answer: 'There was no corridor yet.',
    sentence: 'is not yet a corridor.',
  },
  open: { label: 'Open', answer: 'Yes, to ordinary traffic.', sentence: 'is open to ordinary traffic.' },
  aid: {
    label: 'Peacekeepers and aid only',
    answer: 'No, not to ordinary traffic.',
    sentence: 'is closed to ordinary traffic; peacekeepers and aid can pass.',
  },
  checkpoint: {
    label: 'Checkpoint: peacekeepers, aid and patients',
    answer: 'No, not to ordinary traffic.',
    sentence: 'is closed to ordinary traffic; peacekeepers, aid and patients pass an Azerbaijani checkpoint.',
  },
  patients: {
    label: 'Red Cross patients',
    answer: 'No, not to ordinary traffic.',
    sentence: 'is closed to ordinary traffic; patients and a few others pass.',
  },
  'both-roads': {
    label: 'Aid, by this road and the Aghdam road',
    answer: 'No, only to aid.',
    sentence: 'is open to aid only, as is the Aghdam road.',
  },
  peacekeepers: {
    label: 'Peacekeepers and Red Cross',
    answer: 'No, only to peacekeepers and the Red Cross.',
    sentence: 'has only peacekeepers and the Red Cross on record.',
  },
  closed: { label: 'No passage on record', answer: 'No, to nobody on record.', sentence: 'has no passage on record.' },
  'one-way-out': {
    label: 'One way out',
    answer: 'Almost only outwards, to Armenia.',
    sentence: 'carries people leaving for Armenia.',
  },
  'not-recorded': {
    label: 'Use not on record',
    answer: 'That is not known.',
    sentence: 'has almost no Armenians left to serve; who uses it is not on record.',
  },
  'no-corridor': {
    label: 'No longer a corridor',
    answer: 'It was no longer a corridor; who used the road is not known.',
    sentence: 'is no longer a corridor; who uses it is not on record.',
  },
} as const;

/** The states of the road where there is little room. */
export const ROAD_SHORT_WORDS: Readonly<Record<keyof typeof ROAD_WORDS, string>> = {
  'before-corridor': 'Before',
  open: 'Open',
  aid: 'Peacekeepers, aid',
  checkpoint: 'Checkpoint',
  patients: 'Patients',
  'both-roads': 'Aid',
  peacekeepers: 'Peacekeepers',
  closed: 'No passage',
  'one-way-out': 'One way out',
  'not-recorded': 'Not on record',
  'no-corridor': 'No corridor',
};

/** What a line or an area on the map is on a day. */
export const STATUS_WORDS = {
  present: 'there',
  'in-use': 'in use',
  restricted: 'closed to ordinary traffic',
  closed: 'no passage on record',
  'one-way-out': 'one way out',
  'not-in-use': 'not in use as a corridor',
  gone: 'not there',
} as const;

/** By which way a route went. */
export const ROUTE_WORDS: Readonly<Record<string, string>> = {
  old: 'through Lachin town',
  temporary: 'over the Hakari bridge and a temporary link',
  new: 'over the Hakari bridge',
};

/** The credit that every map shows. */
export const CREDIT =
  '© OpenStreetMap contributors (ODbL) · GeoNames (CC BY 4.0) · Natural Earth · Travel Mapping · road geometry J. Daniely · SRTM30';
