/** The rows of the legend: a line, an area or a symbol as the map draws it, and what it says. */
import { wordDay } from '../i18n/word-dates.ts';
import { wordLength } from '../i18n/words.ts';
import { dayNumber, dayOfNumber } from '../model/day-numbers.ts';
import { escapeMarkup, hatchMarkup, symbolOf } from '../model/map-drawing.ts';
import { LAYERS, type Layer } from '../share/view.ts';
import { getSite, type Site } from './get-world.ts';
import { daysOfLegend, type SpokenOf, spokenOf } from './spoken-of.ts';

export interface LegendRow {
  /** The kind or the status that it stands for. */
  readonly shows: string;
  /** Markup for an SVG of 34 by 20 pixels. */
  readonly sample: string;
  /** What it means, and how far off the drawing may be. */
  readonly text: string;
}

/** The id of the hatch in the samples. */
const HATCH = 'legend-hatch';

/** An SVG that is not seen, with what the samples refer to. */
export const LEGEND_DEFS = `<svg class="map-svg" width="0" height="0" aria-hidden="true"><defs>${hatchMarkup(HATCH)}</defs></svg>`;

const row = (shows: string, sample: string, text: string): LegendRow => ({ shows, sample, text });
const line = (className: string, status = ''): string =>
  `<path class="${className}"${status && ` data-status="${status}"`} d="M1 10h32"/>`;
const road = (kind: string, status?: string): string => line(`road road-line ${kind}`, status);
const core = (status?: string): string => road('shared-road') + line('road road-core', status);
const area = (kind: string, fill = ''): string =>
  `<rect class="sample ${kind}" x="2" y="3" width="30" height="14"${fill}/>`;
const symbol = (kind: string, x = 17): string =>
  `<g class="symbol" transform="translate(${x} 10)">${symbolOf(kind)}</g>`;

type LegendRows = Readonly<Record<Layer | 'always', readonly LegendRow[]>>;

let memo: { readonly site: Site; readonly rows: LegendRows } | undefined;

/** Returns the rows of each layer, and of what is drawn whatever the layers. */
export function legendRows(): LegendRows {
  const site = getSite();
  if (memo?.site !== site) memo = { site, rows: rowsOf(site) };
  return memo.rows;
}

function rowsOf({ world }: Site): LegendRows {
  const accuracy = (id: SpokenOf<'features'>): string => wordLength(spokenOf(world, 'features', id).accuracyMetres);
  const { checkpoint, sitIn, crossing } = daysOfLegend(world.places);
  const lastOfSitIn = dayOfNumber(dayNumber(sitIn.to) - 1);
  return {
    relief: [],
    areas: [
      row(
        'control-area',
        area('control-area'),
        `Held by Armenian forces, to 2020 (within ${accuracy('area-1994-2020')})`,
      ),
      row(
        'peacekeeper-area',
        area('peacekeeper-area', ` fill="url(#${HATCH})"`),
        `Run by the de facto authorities, with Russian peacekeepers, up to September 2023, approximate (within ${accuracy('peacekeeper-area')})`,
      ),
      row('oblast', line('oblast'), `Former autonomous oblast (within ${accuracy('former-oblast')})`),
    ],
    districts: [
      row(
        'district',
        line('district'),
        `Azerbaijan’s districts before December 2023 (within ${accuracy('districts')})`,
      ),
    ],
    zone: [row('zone', area('zone'), 'Corridor, 5 km wide: our reading')],
    roads: [
      row('shared-road', road('shared-road'), 'Part of both roads'),
      row(
        'old-road',
        road('old-road'),
        `Old road through Lachin (within ${accuracy('old-road-lachin')}; at the border ${accuracy('old-road-border')})`,
      ),
      row(
        'new-road',
        road('new-road schematic'),
        `New road over the bridge; dashed: schematic (within ${accuracy('new-road')})`,
      ),
      row('restricted', core(), 'Pale core: closed to ordinary traffic'),
      row('closed', core('closed'), 'Core of fine bars: no passage on record'),
      row('one-way-out', core('one-way-out'), 'Core of long dashes: one way out, to Armenia'),
      row('not-in-use', road('shared-road', 'not-in-use'), 'Thin, dotted: not in use as a corridor'),
      row('other-road', road('other-road'), 'Other roads, Aghdam road among them'),
    ],
    places: [
      row('checkpoint', symbol('checkpoint'), `Checkpoint, from ${wordDay(checkpoint)}`),
      row('sit-in', symbol('sit-in'), `Sit-in, ${wordDay(sitIn.from)} to ${wordDay(lastOfSitIn)}`),
      row('bridge', symbol('bridge'), 'Bridge'),
      row('post', symbol('post'), 'Post of the Russian peacekeepers'),
      row('border-crossing', symbol('border-crossing'), `Border crossing, to ${wordDay(crossing.to)}`),
      row('airport', symbol('airport'), 'Airport'),
      row('junction', symbol('junction'), 'Road junction'),
      row('town', symbol('city', 6) + symbol('town', 18) + symbol('village', 29), 'City; town; village'),
    ],
    events: [
      row(
        'mark',
        '<g class="mark" transform="translate(17 10)"><circle r="9.2"/><text y="4.2" text-anchor="middle">3</text></g>',
        'Number of events at a place, or about it, up to the day shown',
      ),
    ],
    always: [
      row(
        'border',
        line('border-band') + line('border'),
        'Internationally recognised border (of Armenia and Azerbaijan within 250\u00a0m)',
      ),
    ],
  };
}

/** The ring around one of them is drawn on the map of an event or a place. */
const RING = row('focus-ring', '<circle class="focus-ring" cx="17" cy="10" r="8"/>', 'Ring: what the page is about');

/** Returns a row as an item of a list. */
export const rowHtml = ({ shows, sample, text }: LegendRow, isHidden = false): string =>
  `<li data-shows="${shows}"${isHidden ? ' hidden' : ''}><svg class="map-svg" width="34" height="20" viewBox="0 0 34 20" aria-hidden="true">${sample}</svg>${escapeMarkup(text)}</li>`;

/** Returns all rows as one list. */
export function legendHtml(): string {
  const { always, ...byLayer } = legendRows();
  const all = [...LAYERS.flatMap((layer) => byLayer[layer]), ...always, RING];
  return `${LEGEND_DEFS}<ul role="list" class="legend-rows">${all.map((one) => rowHtml(one)).join('')}</ul>`;
}
