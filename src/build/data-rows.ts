/** What the files to take away say of events, of the road, of numbers and of sources: plain values, in a stable order. */
import type { z } from 'astro/zod';
import { ROAD_WORDS } from '../i18n/words.ts';
import { precisionOf } from '../model/partial-dates.ts';
import { wordsOf } from '../model/prose.ts';
import { isOfCorridor, spansBetween } from '../model/road.ts';
import { supportOf } from '../model/support.ts';
import type { Source, World } from '../model/world.ts';
import type { sourcesFile } from '../schema/data.ts';
import type { Absolute } from './address.ts';

/** Returns the events, each with how exact its date and place are and how well it is sourced. */
export function eventData({ events, sources: all }: World, absolute: Absolute) {
  return events.map((event) => {
    const { id, title, date, endDate, phase, kind, lat, lon, sources } = event;
    const { datePrecision: precision, placePrecision, sourced } = supportOf(event, all);
    const url = absolute(`events/${id}/`);
    return { id, title, date, precision, endDate, phase, kind, url, lat, lon, sources, placePrecision, sourced };
  });
}

/** Returns the events as rows of a table. */
export function eventTable(world: World, absolute: Absolute) {
  const placeName = (id: string): string => world.places.find((place) => place.id === id)?.name ?? id;
  return world.events.map((event) => ({
    id: event.id,
    title: event.title,
    date: event.date,
    precision: precisionOf(event.date),
    endDate: event.endDate ?? '',
    phase: event.phase,
    kind: event.kind,
    place: placeName(event.place),
    lat: event.lat,
    lon: event.lon,
    url: absolute(`events/${event.id}/`),
    sources: event.sources.join(' '),
  }));
}

/** Returns what could pass on the road, period by period. */
export function roadStatus({ road, firstDay, followedTo }: World, absolute: Absolute) {
  return spansBetween(road.periods, firstDay, followedTo).map(({ period, from, to, days }) => ({
    id: period.id,
    status: period.kind,
    label: ROAD_WORDS[period.kind].label,
    from,
    to,
    days,
    event: period.event,
    passes: wordsOf(period.passes),
    sources: period.sources,
    url: absolute(isOfCorridor(period) ? `road/${period.id}/` : 'road/'),
  }));
}

/** Returns the numbers of the charts that are made of rows. */
export function chartRows(charts: World['charts'], absolute: Absolute) {
  return charts
    .filter(({ rows }) => rows.length > 0)
    .map(({ id, title, shows, unit, rows, caveat }) => ({
      id,
      title,
      shows,
      unit,
      rows: rows.map(({ day, at, lane, mark, value, reads, who, note, sources, event }) => ({
        date: day,
        time: at,
        group: lane,
        outcome: mark,
        value: value ?? null,
        reads,
        who,
        note,
        event,
        sources,
      })),
      caveat: wordsOf(caveat),
      url: absolute(`figures/#${id}`),
    }));
}

const CSL_TYPES: Readonly<Record<Source['type'], z.infer<typeof sourcesFile>[number]['type']>> = {
  court: 'document',
  'primary-document': 'document',
  'official-statement': 'webpage',
  'agency-news': 'article-newspaper',
  'local-news': 'article-newspaper',
  ngo: 'report',
  analysis: 'webpage',
  reference: 'entry-encyclopedia',
};

/** Returns the sources as CSL-JSON: https://docs.citationstyles.org/en/stable/specification.html */
export function cslOf(sources: readonly Source[]): z.infer<typeof sourcesFile> {
  return sources.map(({ id, type, title, publisher, url, date, lang, note }) => ({
    id,
    type: CSL_TYPES[type],
    title,
    publisher,
    URL: new URL(url).href,
    ...(date ? { issued: { 'date-parts': [date.split('-').map(Number)] } } : {}),
    language: lang,
    ...(note ? { note } : {}),
  }));
}
