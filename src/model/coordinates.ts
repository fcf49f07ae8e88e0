/** Reads a position in the ways people paste one: degrees in any usual notation, and links of other maps. */
import { decodePercent } from './decode-percent.ts';

export interface Position {
  /** Degrees. */
  readonly lon: number;
  readonly lat: number;
  readonly zoom?: number | undefined;
}

const NUMBER = String.raw`[-+]?\d{1,3}(?:\.\d+)?`;
const PAIR = String.raw`(${NUMBER})\s*[,/]\s*(${NUMBER})`;
type Order = 'lat-lon' | 'zoom-lat-lon' | 'lat-lon-zoom' | 'lon-lat-zoom';
/** Links and addresses of other maps; each gives latitude, longitude and perhaps a zoom, in the order named; the first that fits is read. */
const LINKS: readonly { readonly form: RegExp; readonly order: Order }[] = [
  { form: new RegExp(`[#&]map=(${NUMBER})/(${NUMBER})/(${NUMBER})`), order: 'zoom-lat-lon' },
  { form: new RegExp(`[?&]mlat=(${NUMBER})&(?:amp;)?mlon=(${NUMBER})`), order: 'lat-lon' },
  { form: new RegExp(`!3d(${NUMBER})!4d(${NUMBER})`), order: 'lat-lon' },
  { form: new RegExp(`/maps/(?:search|place|dir)/(?:[^@]*/)?${PAIR}`), order: 'lat-lon' },
  { form: new RegExp(`^(?=.*[?&]cp=(${NUMBER})~(${NUMBER}))(?:.*[?&]lvl=(${NUMBER}))?`), order: 'lat-lon-zoom' },
  { form: new RegExp(`^${PAIR},\\s*(${NUMBER})z$`), order: 'lat-lon-zoom' },
  { form: new RegExp(`/@${PAIR},(${NUMBER})z`), order: 'lat-lon-zoom' },
  { form: new RegExp(`/@${PAIR}`), order: 'lat-lon' },
  {
    form: new RegExp(String.raw`^(?:https?://)?[\w.-]*\byandex\.[a-z.]+/(?=.*[?&]ll=${PAIR})(?:.*[?&]z=(${NUMBER}))?`),
    order: 'lon-lat-zoom',
  },
  {
    form: new RegExp(`[?&](?:ll|q|query|center|daddr|destination|sll|coordinate)=(?:loc:)?${PAIR}`),
    order: 'lat-lon',
  },
  { form: new RegExp(String.raw`^geo:${PAIR}(?:[^?]*\?(?:.*&)?z=(${NUMBER}))?`), order: 'lat-lon-zoom' },
];

/** Degrees, and perhaps minutes and seconds. */
const ANGLE = String.raw`([-+]?\d{1,3}(?:\.\d+)?)\s*°?\s*(?:(\d{1,2}(?:\.\d+)?)\s*[′'’]\s*(?:(\d{1,2}(?:\.\d+)?)\s*(?:″|"|”|''|′′))?)?`;
const BETWEEN = String.raw`(?:\s*[,;/]\s*|\s+|(?<=[NSEW°′'’″"”]))`;
/** With a letter before each angle, or perhaps one after. */
const LETTERS_FIRST = new RegExp(String.raw`^([NSEW])\s*${ANGLE}${BETWEEN}([NSEW])\s*${ANGLE}$`, 'i');
const LETTERS_LAST = new RegExp(String.raw`^${ANGLE}\s*([NSEW])?${BETWEEN}${ANGLE}\s*([NSEW])?$`, 'i');

/** Degrees, minutes and seconds twice, with nothing or a colon between them. */
const SPACED =
  /^([-+]?\d{1,3})[\s:]+(\d{1,2})[\s:]+(\d{1,2}(?:\.\d+)?)\s*([NSEW])?[\s,;]+([-+]?\d{1,3})[\s:]+(\d{1,2})[\s:]+(\d{1,2}(?:\.\d+)?)\s*([NSEW])?$/i;

/** Returns the position that a text names, or nothing if it names none. Latitude comes first unless letters say otherwise. */
export function readPosition(text: string): Position | undefined {
  // Copied with brackets around it, or a comma after it.
  const asked = decodePercent(text.trim().slice(0, 2000))
    .replace(/^[\s([]+|[\s,;.)\]]+$/g, '')
    // Signs that are typed for that of the degree.
    .replace(/[º˚]/g, '°');
  for (const { form, order } of LINKS) {
    const [, a, b, c] = form.exec(asked) ?? [];
    if (a === undefined || b === undefined) continue;
    if (order === 'zoom-lat-lon') return valid(Number(b), Number(c), Number(a));
    const zoom = c === undefined ? undefined : Number(c);
    return order === 'lon-lat-zoom' ? valid(Number(b), Number(a), zoom) : valid(Number(a), Number(b), zoom);
  }
  // Decimal commas: "39,6 46,5" and "39,6; 46,5".
  const plain = /^\s*[-+]?\d{1,3},\d+(\s*;\s*|\s+)[-+]?\d{1,3},\d+\s*$/.test(asked)
    ? asked.replace(/(\d),(\d)/g, '$1.$2')
    : asked;
  const lettered = plain
    .replace(/\blat(?:itude)?\b[.:=]*/i, 'N')
    .replace(/\b(?:lon(?:g(?:itude)?)?|lng)\b[.:=]*/i, 'E');
  const angles = anglesIn(lettered.trim().replace(SPACED, '$1°$2\'$3"$4 $5°$6\'$7"$8'));
  const [first, second] = angles ?? [];
  if (!first || !second || (first.axis && first.axis === second.axis)) return undefined;
  const isTurned = first.axis === 'lon' || second.axis === 'lat';
  return isTurned ? valid(second.degrees, first.degrees) : valid(first.degrees, second.degrees);
}

interface Angle {
  readonly degrees: number;
  readonly axis: 'lat' | 'lon' | undefined;
}

function anglesIn(text: string): [Angle | undefined, Angle | undefined] | undefined {
  const before = LETTERS_FIRST.exec(text);
  if (before) {
    const [, a, ...rest] = before;
    return [angle(rest.slice(0, 3), a), angle(rest.slice(4, 7), rest[3])];
  }
  const after = LETTERS_LAST.exec(text);
  if (!after) return undefined;
  const [, ...parts] = after;
  return [angle(parts.slice(0, 3), parts[3]), angle(parts.slice(4, 7), parts[7])];
}

function angle(parts: readonly (string | undefined)[], named = ''): Angle | undefined {
  const [degrees = '', minutes = '0', seconds = '0'] = parts;
  const letter = named.toUpperCase();
  const [m, s] = [Number(minutes), Number(seconds)];
  if (m >= 60 || s >= 60) return undefined;
  const size = Math.abs(Number(degrees)) + m / 60 + s / 3600;
  const sign = degrees.startsWith('-') !== (letter === 'S' || letter === 'W') ? -1 : 1;
  const axis = letter === '' ? undefined : letter === 'N' || letter === 'S' ? 'lat' : 'lon';
  return { degrees: sign * size, axis };
}

function valid(lat: number, lon: number, zoom?: number): Position | undefined {
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) return undefined;
  return zoom !== undefined && zoom >= 0 && zoom <= 22 ? { lat, lon, zoom } : { lat, lon };
}

/** Returns a position in degrees, as people copy it: `39.5655, 46.5708`. */
export function positionText({ lat, lon }: Position): string {
  return `${lat.toFixed(4)}, ${lon.toFixed(4)}`;
}
