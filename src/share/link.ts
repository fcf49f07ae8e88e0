/**
 * The one codec between a view and the fragment of an address:
 * `map=<zoom>/<lat>/<lng>&day=YYYY-MM-DD&focus=<id>&layers=<id>,<id>`, the first part as OpenStreetMap writes it; where
 * two days are compared, `&against=YYYY-MM-DD` follows. A link to be sent may be shorter: `encodeShort`.
 * A published link opens for ever: `published-links.ts` holds those we must go on reading.
 */
import { asSent } from '../model/as-sent.ts';
import { nearestDay } from '../model/nearest-day.ts';
import { isId, LAYER_LETTERS, LAYERS, type Layer, type Limits, NONE, settle, type View } from './view.ts';

/** A part of a link that could not be used as written. */
export interface Misunderstood {
  readonly part: 'map' | 'day' | 'focus' | 'layers' | 'against';
  /** What stood there, cut to 60 characters. It is the sender's text: show it as text only. */
  readonly text: string;
}

export interface Decoded {
  readonly view: View;
  readonly misunderstood: readonly Misunderstood[];
}

const NUMBER = /^-?\d{1,3}(?:\.\d{1,15})?$/;

/** Returns the fragment, without `#`, that opens this settled view. Every field is written, so defaults may change. */
export function encode(view: View): string {
  const position = [view.zoom, view.lat, view.lon].join('/');
  const whole = `map=${position}&day=${view.day}&focus=${view.focus ?? NONE}&layers=${view.layers.join(',') || NONE}`;
  return view.against ? `${whole}&against=${view.against}` : whole;
}

/**
 * Returns a shorter fragment that opens the same view: layers by their letters, and no focus where it is `named`, the id of the
 * event or place that the address of the page names, and whose view the page opens with.
 */
export function encodeShort(view: View, named?: string): string {
  const position = [view.zoom, view.lat, view.lon].join('/');
  const focus = view.focus === named ? '' : `&focus=${view.focus ?? NONE}`;
  const letters = view.layers.map((layer) => LAYER_LETTERS[layer]).join('') || NONE;
  const against = view.against ? `&against=${view.against}` : '';
  return `map=${position}&day=${view.day}${focus}&layers=${letters}${against}`;
}

/** Reads layers by name, or by their letters where no name stands, none stands twice and most are known; what is unknown is left over. */
function readLayers(text: string): { known: Layer[]; isWhole: boolean } {
  const words = text.split(',');
  const known = LAYERS.filter((layer) => words.includes(layer));
  const byLetter = LAYERS.filter((layer) => text.includes(LAYER_LETTERS[layer]));
  const { length } = text;
  if (!known[0] && words.length === 1 && new Set(text).size === length && byLetter.length > length / 2)
    return { known: byLetter, isWhole: byLetter.length === length };
  return { known, isWhole: words.every((word) => (LAYERS as readonly string[]).includes(word)) };
}

/**
 * Reads a fragment. Whatever it holds, the answer is a settled view: fields that are missing come from `opening`,
 * unreadable ones too, those out of range go to the nearest sense; both kinds are listed, but for zooms from 0 to 22, which
 * other maps have. Never throws.
 */
export function decode(fragment: string, opening: View, limits: Limits): Decoded {
  const fields = new Map<string, string>();
  for (const pair of asSent(fragment.slice(0, 2000).replace(/^#/, '')).split('&')) {
    const cut = pair.indexOf('=');
    // A telephone's keyboard may begin what is typed with a capital.
    const field = pair.slice(0, cut).toLowerCase();
    if (cut > 0 && !fields.has(field)) fields.set(field, pair.slice(cut + 1));
  }
  const misunderstood: Misunderstood[] = [];
  const miss = (part: Misunderstood['part']): void => {
    misunderstood.push({ part, text: (fields.get(part) ?? '').slice(0, 60) });
  };
  // Two days are compared only where a link says so.
  let asked = settle({ ...opening, against: undefined }, limits);

  const map = fields.get('map');
  if (map !== undefined) {
    const [zoom = '', lat = '', lon = '', ...rest] = map.split('/');
    if (rest.length > 0 || ![zoom, lat, lon].every((part) => NUMBER.test(part))) miss('map');
    else {
      const moved = { ...asked, zoom: Number(zoom), lat: Number(lat), lon: Number(lon) };
      asked = settle(moved, limits);
      const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.01;
      // Beyond the region or the map's zooms: the nearest sense, and said. The zooms of other maps, 0 to 22, pass silently.
      if (!near(asked.lat, moved.lat) || !near(asked.lon, moved.lon) || moved.zoom < 0 || moved.zoom > 22) miss('map');
    }
  }

  const day = fields.get('day');
  if (day !== undefined) {
    const meant = nearestDay(day, limits.firstDay, limits.lastDay);
    if (meant !== undefined) asked = settle({ ...asked, day: meant }, limits);
    if (meant !== day) miss('day');
  }

  const against = fields.get('against');
  if (against !== undefined) {
    const meant = nearestDay(against, limits.firstDay, limits.lastDay);
    if (meant !== undefined) asked = settle({ ...asked, against: meant }, limits);
    if (meant !== against) miss('against');
  }

  const focus = fields.get('focus');
  if (focus === NONE) asked = { ...asked, focus: null };
  else if (focus !== undefined) {
    const found = isId(focus) ? settle({ ...asked, focus }, limits).focus : null;
    if (found === null) miss('focus');
    else asked = { ...asked, focus: found };
  }

  const layers = fields.get('layers');
  if (layers === NONE) asked = { ...asked, layers: [] };
  else if (layers !== undefined) {
    const { known, isWhole } = readLayers(layers);
    if (!isWhole) miss('layers');
    if (known.length > 0) asked = { ...asked, layers: known };
  }
  return { view: asked, misunderstood };
}
