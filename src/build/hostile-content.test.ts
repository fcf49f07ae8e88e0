/**
 * What would happen if hostile content came past the checks of `content/` (`broken-content.ts` has those): every text of the
 * world begins with it here, and no page, file or feed that is made of it runs or says anything of its own.
 */
import { expect, test } from '@playwright/test';
import { DOMParser } from '@xmldom/xmldom';
import { parse } from 'csv-parse/sync';
import { parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { htmlToHast } from 'satteri';
import { differencesBetween, differencesMarkup } from '../model/differences.ts';
import { eventRows } from '../model/event-rows.ts';
import { decodeShapes } from '../model/map-shapes.ts';
import { oneLine } from '../model/plain-text.ts';
import { snapshotAt } from '../model/snapshot.ts';
import { textTwin, twinMarkup } from '../model/text-twin.ts';
import { openingView } from '../model/views.ts';
import { mapWorldOf, type World } from '../model/world.ts';
import { embedCode } from '../share/embed-code.ts';
import { LAYERS } from '../share/view.ts';
import { cardSvg } from './card.ts';
import { citationTemplates } from './citations.ts';
import { dataFiles } from './data-files.ts';
import { correctionFeed, eventFeed, jsonFeedOf, rssOf } from './feeds.ts';
import type { Site } from './get-world.ts';
import { citationHtml, formsHtml, inlineHtml, passageHtml } from './inline-html.ts';
import { eventThing, jsonLd, placeThing } from './json-ld.ts';
import { buildTopology } from './map-geometry.ts';
import { mapNames } from './map-names.ts';
import { readWorld } from './read-content.ts';
import { roadCourses } from './road-courses.ts';
import { sourceEntryHtml } from './source-entry.ts';
import { staticMap } from './static-map.ts';
import { markDifferences } from './word-diff.ts';

/** Breaks out of each form in which texts are published, if it is written there as it is. */
const HOSTILE = [
  '=1+1',
  '</script><script>evil()</script>',
  '"><img src=x onerror=evil()>',
  "'onmouseover='evil()",
  '<svg onload=evil()>',
  '</style><style>*{display:none}</style>',
  ']]></title><evil xmlns="http://www.w3.org/1999/xhtml">',
  '&lt;b&gt;&#60;b&#62;',
  "{constructor.constructor('evil()')()} `$`{evil()}",
  '[click](javascript:evil())',
  '<i lang="az" onclick="evil()">yol</i>',
  '}, url = {https://evil.example/',
  '\r\nX-EVIL:1\r\nEND:VEVENT\r\n',
].join(' ');

/** Texts that are ids, addresses, days, or words of a list; all others are written by authors for readers. */
const NO_TEXT =
  /^(?:id|ids|kind|layer|shapes|status|is|day|date|endDate|on|from|to|event|events|place|places|source|sources|article|url|archived|type|lang|side|seen|usedIn|phase|accuracy|view|views|file|legs|waypoints|anchor|form|mark|verdict|support|asOf|restsOn|formerIds|moved|followedTo|lastChecked|firstDay|band|since|checked)$/;

/** Returns a value whose every text for readers begins with hostile content. */
function poisoned<T>(value: T, key = ''): T {
  if (NO_TEXT.test(key) && (typeof value !== 'object' || Array.isArray(value)) && !hasObjects(value)) return value;
  if (typeof value === 'string') return `${HOSTILE} ${value}` as T;
  if (Array.isArray(value)) return value.map((one) => poisoned(one, key)) as T;
  if (typeof value === 'object' && value !== null && !(value instanceof Map))
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, poisoned(one, name)])) as T;
  return value;
}
const hasObjects = (value: unknown): boolean =>
  Array.isArray(value) && value.some((one) => typeof one === 'object' && one !== null);

const clean = readWorld('.');
const world: World = { ...poisoned(clean.world), moved: clean.world.moved, formerIds: clean.world.formerIds };
const map = mapWorldOf(world);
const site: Site = {
  world,
  map,
  geometry: clean.geometry,
  topology: buildTopology(clean.geometry),
  names: mapNames(clean.geometry).map((name) => ({ ...name, lines: poisoned(name.lines) })),
  courses: roadCourses(world, clean.geometry, clean.heights),
};
const absolute = (path: string): string => `https://a.example/repo/${path}`;

/** The elements and attributes that pieces of pages are made of. */
const ELEMENTS =
  /^(?:a|abbr|br|caption|dd|div|dl|dt|h[2-6]|i|iframe|li|mark|ol|p|q|section|small|span|strong|sup|table|tbody|td|th|thead|time|tr|ul)$/;
const ATTRIBUTES =
  /^(?:allowFullScreen|ariaLabel|ariaLabelledBy|className|colSpan|data[A-Z]\w*|dateTime|dir|height|href|hrefLang|id|lang|loading|rel|role|sandbox|scope|src|style|title|width)$/;

interface Node {
  readonly type: string;
  readonly tagName?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: readonly Node[];
}

/** Returns what a piece of HTML holds, as a browser reads it, that none of ours holds. */
function foreignIn(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'element') {
      if (!ELEMENTS.test(node.tagName ?? '')) found.push(`<${node.tagName}>`);
      for (const [name, value] of Object.entries(node.properties ?? {})) {
        if (!ATTRIBUTES.test(name)) found.push(`${node.tagName} ${name}=${value}`);
        if (/^(?:href|src)$/.test(name) && !/^(?:https?:\/\/|\/|#)/.test(String(value))) found.push(`${name}=${value}`);
      }
    } else if (node.type !== 'text' && node.type !== 'root') found.push(node.type);
    for (const child of node.children ?? []) visit(child);
  };
  visit(htmlToHast(html, { fragment: true }) as Node);
  return found;
}

/** Returns the names of a document's elements, or throws where it is no XML. */
function elementsOf(xml: string): Set<string> {
  const document = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(xml, 'text/xml');
  return new Set([...document.getElementsByTagName('*')].map(({ nodeName }) => nodeName));
}

const files = () => new Map(dataFiles(site, absolute).map(({ name, text }) => [name, text]));
const file = (name: string): string => files().get(name) ?? '';

test.describe('hostile content past the checks', () => {
  test('is in every text of this test', () => {
    for (const text of [world.site.title, world.events[0]?.title, world.places[0]?.name, world.sources[0]?.publisher])
      expect(text).toContain('<script>evil()');
    expect(world.chapters[0]?.body).toContain('<script>evil()');
    expect(world.events[0]?.id).toBe(clean.world.events[0]?.id);
  });

  test('is words in every piece of a page', () => {
    const [event, place] = [world.events[0], world.places[0]];
    if (!event || !place) throw new Error('the world is empty');
    const [before, after] = [snapshotAt(map, '2022-12-01'), snapshotAt(map, '2023-09-25')];
    const everywhere = { south: 30, north: 50, west: 30, east: 60 };
    const shapes = decodeShapes(site.topology);
    const pieces: Record<string, string> = {
      inline: inlineHtml(world, event.body),
      passage: passageHtml(event.body),
      forms: formsHtml(place, ['hy', 'az', 'ru']),
      citation: citationHtml(world, event.sources),
      sources: world.sources.map((source) => sourceEntryHtml(world, source)).join(''),
      rows: eventRows(map.events, { base: '/', level: 3 }),
      twin: twinMarkup(textTwin(after, LAYERS, everywhere, shapes), after, '/'),
      differences: differencesMarkup(differencesBetween(before, after), '/'),
      wordings: markDifferences(event.title, place.name).one,
      embed: embedCode('https://a.example/', event.title),
    };
    for (const [name, html] of Object.entries(pieces)) {
      expect(html.length, name).toBeGreaterThan(0);
      expect([...new Set(foreignIn(html))], name).toEqual([]);
    }
  });

  test('is words in the data that a page says of itself', () => {
    const [event, place] = [world.events[0], world.places[0]];
    if (!event || !place) throw new Error('the world is empty');
    const image = { url: absolute('x.png'), width: 1, height: 1, alt: event.title };
    for (const about of [eventThing(world, event), placeThing(place)]) {
      const text = jsonLd(world, {
        url: absolute(''),
        home: absolute(''),
        title: event.title,
        description: event.body,
        image,
        about,
      });
      expect(text).not.toMatch(/[<\u2028\u2029]/);
      expect((JSON.parse(text) as { name: string }).name).toBe(event.title);
    }
  });

  test('is a name on a map and a title on a card, and no element of them', async () => {
    const still = staticMap({
      world: map,
      topology: site.topology,
      names: site.names,
      view: openingView(map),
      width: 720,
      height: 480,
      title: world.events[0]?.title ?? '',
      id: 'hostile',
    });
    expect(still).toContain('&#60;script&#62;');
    for (const name of elementsOf(still))
      expect(name).toMatch(/^(?:svg|g|path|text|tspan|circle|rect|pattern|defs|clipPath|image|use|line|title)$/);
    const card = await cardSvg({
      map: async () => ({ picture: '<path d="M0 0"/>', key: [] }),
      day: '1 January 2023',
      title: world.events[0]?.title ?? '',
      line: world.places[0]?.name ?? '',
      site: world.site.title,
      credit: '©',
    });
    expect([...elementsOf(card)].sort()).toEqual(['path', 'rect', 'svg']);
  });

  test('is words in the table, and nothing that a program would reckon with', () => {
    const rows = parse(file('events.csv'), { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(world.events.length);
    for (const [i, row] of rows.entries()) {
      expect(row['title']).toBe(`'${world.events[i]?.title}`);
      for (const [name, cell] of Object.entries(row))
        if (!/^(?:lat|lon)$/.test(name)) expect(cell, name).not.toMatch(/^[=+\-@\t\r]/);
    }
    expect(
      rows.some(({ lon }) => lon?.startsWith('-')),
      'a longitude in the west stays a number',
    ).toBe(true);
  });

  test('is words in the calendar, and no line of its own', () => {
    const text = file('events.ics');
    expect(text.match(/^[A-Z-]+(?=[:;])/gm)?.filter((name) => /EVIL/.test(name))).toEqual([]);
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    expect(events).toHaveLength(world.events.length);
    expect(events[0]?.getFirstPropertyValue('summary')).toBe(oneLine(world.events[0]?.title ?? ''));
  });

  test('is words in every file of JSON', () => {
    for (const [name, text] of files()) if (/json$/.test(name)) expect(() => JSON.parse(text), name).not.toThrow();
  });

  test('is words in the roads for devices and globes', () => {
    for (const name of ['roads.gpx', 'roads.kml']) {
      const elements = elementsOf(file(name));
      expect(elements.size, name).toBeGreaterThan(5);
      for (const element of elements) expect(element, name).not.toMatch(/^(?:script|img|svg|style|i|evil)$/);
    }
  });

  test('is words in the sources for BibTeX', () => {
    const entries = file('sources.bib').match(/^@\w+\{/gm) ?? [];
    expect(entries).toHaveLength(world.sources.length);
    expect(file('sources.bib').match(/^\s*url = \{https:\/\/evil/gm)).toBeNull();
  });

  test('is words in the feeds', async () => {
    for (const feed of [eventFeed(world, absolute), correctionFeed(world, absolute)]) {
      const xml = await (await rssOf(feed, 'feed.xml', absolute)).text();
      for (const element of elementsOf(xml))
        expect(element).toMatch(/^(?:rss|channel|title|description|link|language|atom:link|item|guid|pubDate)$/);
      const { items = [] } = parseRssFeed(xml);
      expect(items).toHaveLength(feed.items.length);
      const json = (await jsonFeedOf(feed, 'feed.json', absolute).json()) as { items: unknown[] };
      expect(json.items).toHaveLength(feed.items.length);
    }
  });

  test('is words in a citation', () => {
    const templates = citationTemplates('a-page', world.events[0]?.title ?? '', world.site.title);
    for (const [name, text] of Object.entries(templates))
      expect(String(text).match(/^\s*(?:url = \{https:\/\/evil|X-EVIL)/gm), name).toBeNull();
    const braces = (text: string) => text.match(/[{}[\]<>]/g);
    expect(braces(templates.mediawiki)).toEqual(braces(citationTemplates('a-page', 'A title', 'A site').mediawiki));
  });
});
