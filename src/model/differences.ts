/** What differs between two days: the road, the lines and areas, the places, and the events in between. */
import { wordSpan } from '../i18n/word-dates.ts';
import { ROAD_WORDS, ROUTE_WORDS, STATUS_WORDS } from '../i18n/words.ts';
import { escapeMarkup } from './map-drawing.ts';
import { firstDayOf } from './partial-dates.ts';
import type { Snapshot } from './snapshot.ts';
import type { MapEvent, MapPlace } from './world.ts';

export interface Difference {
  readonly about: 'road' | 'route' | 'feature' | 'place';
  readonly id: string;
  readonly name: string;
  /** What it was on the earlier day and on the later one, in words; undefined: it was not there. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** The event that brought what was so on the later day, if one is named. */
  readonly event?: string | undefined;
}

export interface Differences {
  readonly differences: readonly Difference[];
  /** Events that began after the earlier day and no later than the other, in order of time. */
  readonly events: readonly MapEvent[];
}

const kindWords = ({ kind }: MapPlace): string => (kind === 'border-crossing' ? 'border crossing' : kind);

/** Returns what differs, from the earlier of the two days to the later, whichever is given first. */
export function differencesBetween(one: Snapshot, other: Snapshot): Differences {
  const [a, b] = one.day <= other.day ? [one, other] : [other, one];
  const found: Difference[] = [];
  const compare = (
    about: Difference['about'],
    id: string,
    name: string,
    before: string | undefined,
    after: string | undefined,
    event?: string,
  ): void => {
    if (before !== after) found.push({ about, id, name, before, after, event });
  };
  compare(
    'road',
    'road',
    'What could pass on the road',
    ROAD_WORDS[a.road.period.kind].label,
    ROAD_WORDS[b.road.period.kind].label,
    b.road.period.event,
  );
  const way = ({ road }: Snapshot): string => (road.route && ROUTE_WORDS[road.route]) || 'not known';
  compare('route', 'route', 'The way of the road', way(a), way(b));
  const features = new Map([...a.features, ...b.features].map(({ feature }) => [feature.id, feature]));
  for (const { id, name } of features.values()) {
    const [was, is] = [a, b].map(({ features: list }) => list.find(({ feature }) => feature.id === id));
    compare('feature', id, name, was && STATUS_WORDS[was.status], is && STATUS_WORDS[is.status], is?.since);
  }
  const places = new Map([...a.places, ...b.places].map((place) => [place.id, place]));
  for (const { id, label, rank } of places.values()) {
    if (!rank) continue;
    const [was, is] = [a, b].map(({ places: list }) => list.find((place) => place.id === id));
    compare('place', id, label.join(' / '), was && kindWords(was), is && kindWords(is));
  }
  return { differences: found, events: b.events.filter(({ date }) => firstDayOf(date) > a.day) };
}

/** Returns the differences as markup: a table, and the events in between. `base` is the site's address, with its slash. */
export function differencesMarkup({ differences, events }: Differences, base: string): string {
  const cell = (text: string | undefined): string =>
    `<td>${text === undefined ? 'not there' : escapeMarkup(text)}</td>`;
  const rows = differences.map(({ about, id, name, before, after, event }) => {
    const title = escapeMarkup(name);
    const named =
      about === 'place'
        ? `<a href="${base}places/${id}/">${title}</a>`
        : event && after !== undefined
          ? `<a href="${base}events/${event}/">${title}</a>`
          : title;
    return `<tr><th scope="row">${named}</th>${cell(before)}${cell(after)}</tr>`;
  });
  const table =
    rows.length > 0
      ? `<table><thead><tr><th scope="col">What</th><th scope="col">Earlier day</th><th scope="col">Later day</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
      : '<p>Nothing that the map draws differs between these two days.</p>';
  const list = events.map(
    ({ id, title, date, endDate }) =>
      `<li>${wordSpan(date, endDate)}: <a href="${base}events/${id}/">${escapeMarkup(title)}</a></li>`,
  );
  return `${table}${list.length > 0 ? `<h3>${list.length === 1 ? 'One event' : `${list.length} events`} in between</h3><ol>${list.join('')}</ol>` : ''}`;
}
