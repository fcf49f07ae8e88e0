/**
 * The files to take away, at fixed addresses below `/data/`: each with its media type, its words for people, and its JSON
 * Schema where it holds JSON or rows. The same content gives the same bytes.
 */
import { createHash } from 'node:crypto';
import { z } from 'astro/zod';
import Papa from 'papaparse';
import { CREDIT } from '../i18n/words.ts';
import type { WorldFeature } from '../model/world.ts';
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
import type { Absolute } from './address.ts';
import { bibtexOf } from './citations.ts';
import { calendar } from './data-calendar.ts';
import { mapFeatures, placeFeatures } from './data-features.ts';
import { chartRows, cslOf, eventData, eventTable, roadStatus } from './data-rows.ts';
import { gpx, kml } from './data-tracks.ts';
import type { Site } from './get-world.ts';

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

const json = (data: unknown): string => `${JSON.stringify(data, null, 1)}\n`;

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

/** Returns the JSON Schema of a file that has one, as a file of its own. */
function schemaFile(of: DataFile, siteTitle: string, absolute: Absolute): DataFile | undefined {
  if (!of.schema) return undefined;
  const name = `schemas/${of.name}.schema.json`;
  const schema = { ...z.toJSONSchema(of.schema), $id: absolute(`data/${name}`), title: `${siteTitle}: ${of.title}` };
  return {
    name,
    type: 'application/schema+json',
    title: `JSON Schema of ${of.name}`,
    licence: of.licence,
    text: json(schema),
  };
}

let memo: { readonly site: Site; readonly files: DataFile[] } | undefined;

/** Returns every file to take away, in a stable order: data, schemas, licence, checksums. */
export function dataFiles(site: Site, absolute: Absolute): DataFile[] {
  if (memo?.site === site) return memo.files;
  const { world } = site;
  const events = eventData(world, absolute);
  const csl = cslOf(world.sources);
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
        eventTable(world, absolute),
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
      text: json(roadStatus(world, absolute)),
    },
    {
      name: 'charts.json',
      type: 'application/json',
      title: 'The numbers that are drawn as pictures',
      licence: 'CC BY 4.0',
      schema: chartsFile,
      text: json(chartRows(world.charts, absolute)),
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
  const schemas = data.flatMap((file) => schemaFile(file, world.site.title, absolute) ?? []);
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
