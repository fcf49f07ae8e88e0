/** The files to take away, read from disk by public parsers that are not ours. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { check } from '@placemarkio/check-geojson';
import { expect, test } from '@playwright/test';
import { gpx, kml } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { parseJsonFeed, parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { wordDay } from '../src/i18n/word-dates.ts';
import { world } from './content.ts';

const require = createRequire(import.meta.url);
const { Cite } = require('@citation-js/core') as typeof import('@citation-js/core');
require('@citation-js/plugin-bibtex');

for (const { dist, base } of [
  { dist: 'dist', base: '/' },
  { dist: 'dist-sub-path', base: '/repo/' },
]) {
  const read = (name: string): string => readFileSync(join(dist, name), 'utf8');
  const readJson = <T>(name: string): T => JSON.parse(read(name)) as T;
  const leadsSomewhere = (url: string): boolean => {
    const { pathname } = new URL(url);
    return pathname.startsWith(base) && existsSync(join(dist, pathname.slice(base.length), 'index.html'));
  };
  interface EventData {
    readonly id: string;
    readonly title: string;
    readonly date: string;
    readonly endDate?: string;
    readonly url: string;
    readonly sources: readonly string[];
  }
  const events = (): EventData[] => readJson<EventData[]>('data/events.json');

  test.describe(`the files of the site built for ${base}`, () => {
    test('keep to their JSON Schemas, which are schemas', () => {
      const ajv = new Ajv2020({ strict: true, allErrors: true });
      addFormats.default(ajv);
      const schemas = readdirSync(join(dist, 'data/schemas'));
      expect(schemas.sort()).toEqual([
        'areas.geojson.schema.json',
        'charts.json.schema.json',
        'events.csv.schema.json',
        'events.json.schema.json',
        'places.geojson.schema.json',
        'road-status.json.schema.json',
        'routes.geojson.schema.json',
        'sources.json.schema.json',
      ]);
      for (const name of schemas) {
        const schema = readJson<{ $id: string }>(`data/schemas/${name}`);
        expect(schema.$id).toContain(`${base}data/schemas/${name}`);
        const validate = ajv.compile(schema);
        const file = `data/${name.replace('.schema.json', '')}`;
        const values = file.endsWith('.csv') ? (parse(read(file), { columns: true }) as unknown[]) : [readJson(file)];
        for (const value of values) expect(validate(value), `${file}: ${ajv.errorsText(validate.errors)}`).toBe(true);
        expect(validate({ nothing: 'of the kind' }), `${name} refuses what it should`).toBe(false);
      }
    });

    test('hold every event, with a page that exists and sources that exist', () => {
      const sources = new Set(readJson<{ id: string }[]>('data/sources.json').map(({ id }) => id));
      expect(events().length).toBe(world.events.length);
      for (const { id, url, sources: cited } of events()) {
        expect(leadsSomewhere(url), url).toBe(true);
        expect(cited.length, id).toBeGreaterThan(0);
        for (const source of cited) expect(sources.has(source), `${id}: ${source}`).toBe(true);
      }
    });

    for (const [name, least] of [
      ['places', 60],
      ['routes', 8],
      ['areas', 8],
    ] as const)
      test(`hold GeoJSON that a strict checker passes: ${name}`, () => {
        const { features } = check(read(`data/${name}.geojson`)) as GeoJSON.FeatureCollection;
        expect(features.length).toBeGreaterThanOrEqual(least);
        for (const { properties, geometry, id } of features) {
          expect(properties?.['accuracy_m'], String(id)).toBeGreaterThan(0);
          expect(properties, String(id)).toHaveProperty('from');
          if (geometry.type === 'MultiPolygon')
            for (const [outer] of geometry.coordinates) {
              const area = (outer ?? []).reduce((sum, [x = 0, y = 0], i, ring) => {
                const [nextX = 0, nextY = 0] = ring[(i + 1) % ring.length] ?? [];
                return sum + x * nextY - nextX * y;
              }, 0);
              expect(area, `${id} runs counterclockwise`).toBeGreaterThan(0);
            }
        }
        expect(read(`data/${name}.geojson`)).toContain('OpenStreetMap contributors (ODbL)');
      });

    test('hold the days on which a road was what, without gap or overlap', () => {
      interface Properties {
        readonly status: readonly { readonly is: string; readonly from: string | null; readonly to: string | null }[];
        readonly from: string | null;
        readonly to: string | null;
      }
      const { features } = readJson<{ features: { id: string; properties: Properties }[] }>('data/routes.geojson');
      for (const { id, properties } of features)
        for (const [i, { from, to }] of properties.status.entries()) {
          if (from && to) expect(from < to, id).toBe(true);
          expect(properties.status[i + 1]?.from ?? null, id).toBe(to);
        }
      expect(features.find(({ id }) => id === 'temporary-link')?.properties).toMatchObject({
        from: '2022-08-30',
        to: '2023-04-01',
      });
    });

    test('hold the roads as GPX and as KML, on the same line', () => {
      const parseXml = (name: string) =>
        new DOMParser({
          onError: (_, message) => {
            throw new Error(`${name}: ${message}`);
          },
        }).parseFromString(read(name), 'text/xml');
      const tracks = gpx(parseXml('data/roads.gpx') as never).features.filter(
        ({ geometry }) => geometry?.type === 'LineString',
      );
      const lines = kml(parseXml('data/roads.kml') as never).features.filter(
        ({ geometry }) => geometry?.type === 'LineString',
      );
      expect(tracks.length).toBe(3);
      expect(lines.length).toBe(tracks.length);
      for (const [i, track] of tracks.entries()) {
        const [a, b] = [track, lines[i]].map((one) =>
          one?.geometry?.type === 'LineString' ? one.geometry.coordinates : undefined,
        );
        expect(a?.length).toBeGreaterThan(20);
        expect(a?.map(([lon, lat]) => [lon, lat])).toEqual(b?.map(([lon, lat]) => [lon, lat]));
        expect(track.properties?.['name']).toBe(lines[i]?.properties?.['name']);
        const { begin, end } = lines[i]?.properties?.['timespan'] ?? {};
        expect(track.properties?.['desc']).toContain(end ? `From ${begin} to ${end}. ` : `From ${begin} on. `);
        for (const [lon = 0, lat = 0] of a ?? []) expect(lon > 46 && lon < 47 && lat > 39 && lat < 40).toBe(true);
      }
      const points = gpx(parseXml('data/roads.gpx') as never).features.filter(
        ({ geometry }) => geometry?.type === 'Point',
      );
      expect(points.map(({ properties }) => properties?.['name'])).toContain('Lachin / Berdzor');
    });

    test('say of a road the days that its profile says', () => {
      const words = (html: string): string =>
        html
          .replace(/<[^>]*>/g, '')
          .replace(/\s+/g, ' ')
          .trim();
      const ofProfiles = [...read('road/index.html').matchAll(/>Used<\/th>\s*<td[^>]*>([\s\S]*?)<\/td>/g)];
      const ofTracks = [...read('data/roads.gpx').matchAll(/<desc>From (\S+) (?:to (\S+)|on)\. /g)];
      const said = ofTracks.map(([, from = '', to]) => words(`from ${wordDay(from)}${to ? ` to ${wordDay(to)}` : ''}`));
      // The road between the two has no profile.
      expect(ofProfiles.length).toBe(said.length - 1);
      for (const [, cell = ''] of ofProfiles) expect(said).toContain(words(cell));
    });

    test('hold the events as a calendar of whole days', () => {
      const root = new ICAL.Component(ICAL.parse(read('data/events.ics')) as never);
      const items = root.getAllSubcomponents('vevent').map((item) => new ICAL.Event(item));
      expect(items.length).toBe(events().length);
      for (const [i, { id, title, date, endDate }] of events().entries()) {
        const item = items[i];
        expect(item?.summary).toBe(title);
        expect(item?.uid).toBe(`${id}@lachin-corridor.example`);
        expect(item?.startDate.isDate, id).toBe(true);
        expect(item?.startDate.toString().startsWith(date), id).toBe(true);
        // The end is the day after the last.
        const last = item?.endDate.clone();
        last?.adjust(-1, 0, 0, 0);
        expect(last?.toString().startsWith(endDate ?? date), id).toBe(true);
      }
      expect(
        read('data/events.ics')
          .split('\r\n')
          .every((line) => new TextEncoder().encode(line).length <= 75),
      ).toBe(true);
    });

    test('hold the events as a table that has the same rows', () => {
      const rows = parse(read('data/events.csv'), { columns: true }) as Record<string, string>[];
      expect(rows.map(({ id, title, date }) => [id, title, date])).toEqual(
        events().map(({ id, title, date }) => [id, title, date]),
      );
    });

    test('hold the sources as CSL-JSON and as BibTeX, the same ones', () => {
      const csl = new Cite(read('data/sources.json')).data;
      const bib = new Cite(read('data/sources.bib')).data;
      expect(csl.length).toBeGreaterThan(280);
      const plain = (title: unknown): string =>
        String(title)
          .replace(/<[^>]*>/g, '')
          .replace(/[^\p{L}\p{N}]/gu, '');
      expect(bib.map(({ title }) => plain(title))).toEqual(csl.map(({ title }) => plain(title)));
      // The parser encodes a percent sign once more; what stands in the file is compared.
      for (const { URL: url } of csl) expect(read('data/sources.bib')).toContain(`{${url}}`);
    });

    test('hold the state of the road for every day, without a gap', () => {
      const periods = readJson<{ from: string; to: string; days: number; url: string }[]>('data/road-status.json');
      for (const [i, { from, to, days, url }] of periods.entries()) {
        expect((Date.parse(to) - Date.parse(from)) / 86_400_000 + 1).toBe(days);
        const next = periods[i + 1];
        if (next) expect(Date.parse(next.from) - Date.parse(to)).toBe(86_400_000);
        expect(leadsSomewhere(url)).toBe(true);
      }
    });

    test('hold the numbers of the pictures, each with sources that exist and a place on the page of numbers', () => {
      const known = new Set(readJson<{ id: string }[]>('data/sources.json').map(({ id }) => id));
      const charts = readJson<{ id: string; url: string; rows: { sources: string[] }[] }[]>('data/charts.json');
      expect(charts.map(({ id }) => id)).toEqual(['aid-trucks-2023', 'arrivals-2023', 'court-orders']);
      for (const { id, url, rows } of charts) {
        expect(read('figures/index.html')).toContain(`id="${id}"`);
        expect(leadsSomewhere(url), url).toBe(true);
        for (const { sources } of rows) {
          expect(sources.length).toBeGreaterThan(0);
          for (const source of sources) expect(known.has(source), `${id}: ${source}`).toBe(true);
        }
      }
    });

    test('keep to their checksums', () => {
      const lines = read('data/SHA256SUMS.txt').trim().split('\n');
      expect(lines.length).toBe(21);
      for (const line of lines) {
        const [sum, name = ''] = line.split('  ');
        expect(
          createHash('sha256')
            .update(readFileSync(join(dist, 'data', name)))
            .digest('hex'),
          name,
        ).toBe(sum);
      }
      const listed = new Set(lines.map((line) => line.split('  ')[1]));
      for (const name of readdirSync(join(dist, 'data')))
        if (!['index.html', 'schemas', 'SHA256SUMS.txt', 'map.json', 'names.json', 'road.json'].includes(name))
          expect(listed.has(name), name).toBe(true);
    });

    test('say under which licence they are', () => {
      const licence = read('data/LICENSE.txt');
      for (const words of [
        'Open Database License 1.0',
        'Creative Commons Attribution 4.0',
        'OpenStreetMap contributors',
      ])
        expect(licence.replace(/\s+/g, ' ')).toContain(words);
    });

    test('come with feeds of the events, the latest first', () => {
      const feed = parseRssFeed(read('feed.xml'));
      const jsonFeed = parseJsonFeed(read('feed.json'));
      const ids = events()
        .map(({ id }) => id)
        .reverse();
      for (const links of [feed.items?.map(({ link }) => link), jsonFeed.items?.map(({ url }) => url)]) {
        expect(links?.map((link) => new URL(link ?? '').pathname)).toEqual(ids.map((id) => `${base}events/${id}/`));
        expect(links?.every((link) => leadsSomewhere(link ?? ''))).toBe(true);
      }
      expect(feed.language).toBe('en');
      expect(feed.items?.[0]?.guid?.value).toBe(feed.items?.[0]?.link);
      expect(Date.parse(String(feed.items?.[0]?.pubDate))).toBeGreaterThan(Date.parse('2026-01-01'));
      expect(jsonFeed).toMatchObject({ title: 'The Lachin corridor', language: 'en' });
    });

    test('come with feeds of the corrections', () => {
      expect(parseRssFeed(read('corrections.xml')).title).toBe('The Lachin corridor: corrections');
      expect(readJson('corrections.json')).toMatchObject({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'The Lachin corridor: corrections',
        items: expect.any(Array),
      });
    });
  });
}
