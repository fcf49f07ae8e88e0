/**
 * The files to take away, at fixed addresses below `/data/`: each with its media type, its words for people, and its JSON
 * Schema where it holds JSON or rows. The same content gives the same bytes.
 */
import { createHash } from 'node:crypto';
import { z } from 'astro/zod';
import type { Feature, LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import { CREDIT, ROAD_WORDS, wordLength } from '../i18n/words.ts';
import { dayNumber, dayOfNumber } from '../model/day-numbers.ts';
import { NAME_TAGS } from '../model/languages.ts';
import { escapeMarkup } from '../model/map-drawing.ts';
import { firstDayOf, lastDayOf, precisionOf } from '../model/partial-dates.ts';
import { oneLine } from '../model/plain-text.ts';
import { wordsOf } from '../model/prose.ts';
import { spansBetween } from '../model/road.ts';
import { supportOf } from '../model/support.ts';
import type { Place, Source, World, WorldEvent, WorldFeature } from '../model/world.ts';
import {
  areasFile,
  chartsFile,
  eventRow,
  eventsFile,
  placesFile,
  roadStatusFile,
  routesFile,
  sourcesFile,
} from '../schema/data.ts';
import { bibtexOf } from './citations.ts';
import type { Site } from './get-world.ts';
import { rewind } from './rewind.ts';

export interface DataFile {
  /** Its name below `data/`. */
  readonly name: string;
  readonly type: string;
  readonly title: string;
  readonly licence: 'ODbL 1.0' | 'CC BY 4.0';
  /** Describes the file, or one row of it. */
  readonly schema?: z.ZodType;
  readonly text: string;
}

/** Returns the absolute address of a path below the site's root. */
export type Absolute = (path: string) => string;

const json = (data: unknown): string => `${JSON.stringify(data, null, 1)}\n`;
const GEOJSON = { license: 'ODbL-1.0', attribution: CREDIT } as const;
const exactly = (position: Position): Position => position.map((value) => Number(value.toFixed(6)));

function eventData({ events, sources: all }: World, absolute: Absolute) {
  return events.map((event) => {
    const { id, title, date, endDate, phase, kind, lat, lon, sources } = event;
    const { datePrecision: precision, placePrecision, sourced } = supportOf(event, all);
    const url = absolute(`events/${id}/`);
    return { id, title, date, precision, endDate, phase, kind, url, lat, lon, sources, placePrecision, sourced };
  });
}

/** Folds the lines of a calendar anew: 75 octets at most, as RFC 5545 (3.1) asks, and no letter cut in two. */
function folded(text: string): string {
  const encoder = new TextEncoder();
  return text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .map((line) => {
      let [out, octets] = ['', 0];
      for (const letter of line) {
        const size = encoder.encode(letter).length;
        if (octets + size > 75) {
          out += '\r\n ';
          octets = 1;
        }
        out += letter;
        octets += size;
      }
      return out;
    })
    .join('\r\n');
}

/** The days of events as a calendar: RFC 5545, whole days, the month or year where no day is known. */
function calendar(events: readonly WorldEvent[], name: string, stamp: string, absolute: Absolute): string {
  const root = new ICAL.Component('vcalendar');
  root.addPropertyWithValue('version', '2.0');
  root.addPropertyWithValue('prodid', `-//${oneLine(name)}//Events//EN`);
  root.addPropertyWithValue('x-wr-calname', oneLine(name));
  for (const event of events) {
    const item = new ICAL.Component('vevent');
    const day = (text: string) => ICAL.Time.fromDateString(text);
    const last = lastDayOf(event.endDate ?? event.date);
    item.addPropertyWithValue('uid', `${event.id}@${new URL(absolute('')).host}`);
    item.addPropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString(`${stamp}T00:00:00Z`));
    item.addPropertyWithValue('dtstart', day(firstDayOf(event.date)));
    // The end of a whole day is the day after.
    item.addPropertyWithValue('dtend', day(dayOfNumber(dayNumber(last) + 1)));
    item.addPropertyWithValue('summary', oneLine(event.title));
    item.addPropertyWithValue('description', wordsOf(event.body));
    item.addPropertyWithValue('url', absolute(`events/${event.id}/`));
    item.addPropertyWithValue('geo', [event.lat, event.lon] as never);
    item.addPropertyWithValue('transp', 'TRANSPARENT');
    root.addSubcomponent(item);
  }
  return folded(`${root.toString()}\r\n`);
}

function placeFeatures(places: readonly Place[], absolute: Absolute) {
  return {
    type: 'FeatureCollection',
    ...GEOJSON,
    features: places.map((place) => ({
      type: 'Feature',
      id: place.id,
      properties: {
        name: place.name,
        otherNames: place.otherNames.map(({ form }) => form),
        names: Object.fromEntries(NAME_TAGS.map((tag) => [tag, place.forms[tag] ?? []])),
        kind: place.kind,
        from: place.from ?? null,
        to: place.to ?? null,
        accuracy_m: place.accuracyMetres,
        description: wordsOf(place.description),
        url: absolute(`places/${place.id}/`),
      },
      geometry: { type: 'Point', coordinates: exactly([place.lon, place.lat]) },
    })),
  };
}

function mapFeatures({ geometry }: Site, features: readonly WorldFeature[]) {
  const shapes = new Map<string, Feature>(
    Object.values(geometry).flatMap((file) => file.features.map((shape) => [String(shape.properties?.['id']), shape])),
  );
  return {
    type: 'FeatureCollection',
    ...GEOJSON,
    features: features.map((feature) => {
      const drawn = feature.shapes.flatMap((id) => shapes.get(id)?.geometry ?? []);
      const lines = drawn
        .filter((one): one is LineString | MultiLineString => /Line/.test(one.type))
        .flatMap((one) => (one.type === 'LineString' ? [one.coordinates] : one.coordinates));
      const polygons = drawn
        .filter((one): one is Polygon | MultiPolygon => /Polygon/.test(one.type))
        .flatMap((one) => (one.type === 'Polygon' ? [one.coordinates] : one.coordinates));
      const status = feature.status.map(({ day, is, event }, i) => ({
        is,
        from: day,
        to: feature.status[i + 1]?.day ?? null,
        event: event ?? null,
      }));
      return {
        type: 'Feature',
        id: feature.id,
        properties: {
          name: feature.name,
          kind: feature.kind,
          layer: feature.layer,
          status,
          from: status[0]?.from ?? null,
          to: status.find(({ is }) => is === 'gone')?.from ?? null,
          schematic: feature.schematic,
          accuracy_m: feature.accuracyMetres,
          note: feature.note ? wordsOf(feature.note) : null,
          follows: feature.follows ? wordsOf(feature.follows) : null,
        },
        geometry:
          polygons.length > 0
            ? {
                type: 'MultiPolygon',
                coordinates: polygons.map((rings) => rewind(rings).map((ring) => ring.map(exactly))),
              }
            : { type: 'MultiLineString', coordinates: lines.map((line) => line.map(exactly)) },
      };
    }),
  };
}

/** How far a route's line may be off, from the features that it runs along. */
function accuracyOf({ world }: Site, legs: readonly string[]): string {
  const along = world.features.filter(
    ({ layer, shapes }) => layer === 'roads' && shapes.some((id) => legs.includes(id)),
  );
  return wordLength(Math.max(...along.map(({ accuracyMetres }) => accuracyMetres)));
}

/** The routes as GPX 1.1 tracks with heights where there are any, and their waypoints. */
function gpx(site: Site, absolute: Absolute): string {
  const places = [...new Set(site.courses.flatMap(({ waypoints }) => waypoints.map(({ place }) => place)))];
  const points = places.map(
    (place) =>
      `<wpt lat="${place.lat}" lon="${place.lon}"><name>${escapeMarkup(place.label.join(' / '))}</name><link href="${absolute(`places/${place.id}/`)}"/></wpt>`,
  );
  const height = (profile: readonly (readonly [number, number])[] | undefined, km: number): string => {
    if (!profile) return '';
    const near = profile.reduce((best, one) => (Math.abs(one[0] - km) < Math.abs(best[0] - km) ? one : best));
    return `<ele>${Math.round(near[1])}</ele>`;
  };
  const tracks = site.courses.map(
    ({ route, course, heights }) =>
      `<trk><name>${escapeMarkup(route.name)}</name><desc>From ${route.from} on. The line may be ${accuracyOf(site, route.legs)} off; heights are indicative.</desc><trkseg>${course.points
        .map(
          ({ km, lon, lat }) =>
            `<trkpt lat="${lat.toFixed(6)}" lon="${lon.toFixed(6)}">${height(heights?.profile, km)}</trkpt>`,
        )
        .join('\n')}</trkseg></trk>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="${escapeMarkup(site.world.site.title)}" xmlns="http://www.topografix.com/GPX/1/1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.topografix.com/GPX/1/1 http://www.topografix.com/GPX/1/1/gpx.xsd">
<metadata><name>${escapeMarkup(site.world.site.title)}: roads</name><desc>${escapeMarkup(CREDIT)}</desc><copyright author="${escapeMarkup(site.world.site.title)}"><license>https://opendatacommons.org/licenses/odbl/1-0/</license></copyright><link href="${absolute('road/')}"/></metadata>
${points.join('\n')}
${tracks.join('\n')}
</gpx>
`;
}

/** The routes as KML 2.2, with the day from which each was in use. */
function kml(site: Site, absolute: Absolute): string {
  const roads = site.courses.map(({ route, course }, i) => {
    const next = route.until ?? site.courses[i + 1]?.route.from;
    const end = next ? `<end>${dayOfNumber(dayNumber(next) - 1)}</end>` : '';
    return `<Placemark id="${route.id}"><name>${escapeMarkup(route.name)}</name><description>The line may be ${accuracyOf(site, route.legs)} off. ${escapeMarkup(CREDIT)}</description><TimeSpan><begin>${route.from}</begin>${end}</TimeSpan><styleUrl>#road</styleUrl><LineString><tessellate>1</tessellate><coordinates>${course.points
      .map(({ lon, lat }) => `${lon.toFixed(6)},${lat.toFixed(6)}`)
      .join(' ')}</coordinates></LineString></Placemark>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:atom="http://www.w3.org/2005/Atom"><Document>
<name>${escapeMarkup(site.world.site.title)}: roads</name><atom:link href="${absolute('road/')}"/>
<description>Open Database License 1.0. ${escapeMarkup(CREDIT)}</description>
<Style id="road"><LineStyle><color>ff632e7a</color><width>4</width></LineStyle></Style>
${roads.join('\n')}
</Document></kml>
`;
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

function cslOf(sources: readonly Source[]): z.infer<typeof sourcesFile> {
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

const LICENCE = (title: string): string => `${title}: files to take away

Files that hold positions or shapes (places.geojson, routes.geojson, areas.geojson, roads.gpx, roads.kml, and the positions
in events.*) are published under the Open Database License 1.0, because parts derive from OpenStreetMap:
https://opendatacommons.org/licenses/odbl/1-0/
Credit that a map made from them has to show:
${CREDIT}

All other files, and the words in those, are published under Creative Commons Attribution 4.0:
https://creativecommons.org/licenses/by/4.0/
Credit: ${title}

Lines and areas say how far off they may be (accuracy_m, an estimate). Approximate ones are to be drawn as approximate.
`;

let memo: { readonly site: Site; readonly files: DataFile[] } | undefined;

/** Returns every file to take away, in a stable order: data, schemas, licence, checksums. */
export function dataFiles(site: Site, absolute: Absolute): DataFile[] {
  if (memo?.site === site) return memo.files;
  const { world } = site;
  const events = eventData(world, absolute);
  const csl = cslOf(world.sources);
  const placeName = (id: string): string => world.places.find((place) => place.id === id)?.name ?? id;
  const spans = spansBetween(world.road.periods, world.firstDay, world.followedTo);
  const isRoad = ({ layer }: WorldFeature): boolean => layer === 'roads';
  const data: DataFile[] = [
    {
      name: 'events.json',
      type: 'application/json',
      title: `${events.length} events`,
      licence: 'ODbL 1.0',
      schema: eventsFile,
      text: json(events),
    },
    {
      name: 'events.csv',
      type: 'text/csv',
      title: 'The events as a table',
      licence: 'ODbL 1.0',
      schema: eventRow,
      text: `${Papa.unparse(
        world.events.map((event, i) => ({
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
          url: events[i]?.url,
          sources: event.sources.join(' '),
        })),
        // A program of tables would reckon with a text that begins with = + - or @.
        { escapeFormulae: /^[=+\-@\t\r]/ },
      )}\r\n`,
    },
    {
      name: 'events.ics',
      type: 'text/calendar',
      title: 'The events as a calendar',
      licence: 'ODbL 1.0',
      text: calendar(world.events, world.site.title, world.followedTo, absolute),
    },
    {
      name: 'places.geojson',
      type: 'application/geo+json',
      title: `${world.places.length} places with all their names`,
      licence: 'ODbL 1.0',
      schema: placesFile,
      text: json(placeFeatures(world.places, absolute)),
    },
    {
      name: 'routes.geojson',
      type: 'application/geo+json',
      title: 'The roads, with the days on which each was what',
      licence: 'ODbL 1.0',
      schema: routesFile,
      text: json(mapFeatures(site, world.features.filter(isRoad))),
    },
    {
      name: 'areas.geojson',
      type: 'application/geo+json',
      title: 'Who held what, the former oblast, the zone of the corridor, districts',
      licence: 'ODbL 1.0',
      schema: areasFile,
      text: json(
        mapFeatures(
          site,
          world.features.filter((feature) => !isRoad(feature)),
        ),
      ),
    },
    {
      name: 'roads.gpx',
      type: 'application/gpx+xml',
      title: 'The routes of the road for a navigation device',
      licence: 'ODbL 1.0',
      text: gpx(site, absolute),
    },
    {
      name: 'roads.kml',
      type: 'application/vnd.google-earth.kml+xml',
      title: 'The routes of the road for a globe',
      licence: 'ODbL 1.0',
      text: kml(site, absolute),
    },
    {
      name: 'road-status.json',
      type: 'application/json',
      title: 'What could pass on the road, period by period',
      licence: 'CC BY 4.0',
      schema: roadStatusFile,
      text: json(
        spans.map(({ period, from, to, days }) => ({
          id: period.id,
          status: period.kind,
          label: ROAD_WORDS[period.kind].label,
          from,
          to,
          days,
          event: period.event,
          passes: wordsOf(period.passes),
          sources: period.sources,
          url: absolute(period.kind === 'before-corridor' ? 'road/' : `road/${period.id}/`),
        })),
      ),
    },
    {
      name: 'charts.json',
      type: 'application/json',
      title: 'The numbers that are drawn as pictures',
      licence: 'CC BY 4.0',
      schema: chartsFile,
      text: json(
        world.charts
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
          })),
      ),
    },
    {
      name: 'sources.json',
      type: 'application/vnd.citationstyles.csl+json',
      title: `${world.sources.length} sources as CSL-JSON`,
      licence: 'CC BY 4.0',
      schema: sourcesFile,
      text: json(csl),
    },
    {
      name: 'sources.bib',
      type: 'application/x-bibtex',
      title: 'The sources as BibTeX',
      licence: 'CC BY 4.0',
      text: bibtexOf(csl),
    },
  ];
  const schemas = data.flatMap(({ name, title, licence, schema }): DataFile[] =>
    schema
      ? [
          {
            name: `schemas/${name}.schema.json`,
            type: 'application/schema+json',
            title: `JSON Schema of ${name}`,
            licence,
            text: json({
              ...z.toJSONSchema(schema),
              $id: absolute(`data/schemas/${name}.schema.json`),
              title: `${world.site.title}: ${title}`,
            }),
          },
        ]
      : [],
  );
  const licence: DataFile = {
    name: 'LICENSE.txt',
    type: 'text/plain; charset=utf-8',
    title: 'Licences and credits',
    licence: 'CC BY 4.0',
    text: LICENCE(world.site.title),
  };
  const files = [...data, ...schemas, licence];
  const sums = files.map(({ name, text }) => `${createHash('sha256').update(text).digest('hex')}  ${name}\n`);
  files.push({
    name: 'SHA256SUMS.txt',
    type: 'text/plain; charset=utf-8',
    title: 'Checksums, for sha256sum --check',
    licence: 'CC BY 4.0',
    text: sums.join(''),
  });
  memo = { site, files };
  return files;
}
