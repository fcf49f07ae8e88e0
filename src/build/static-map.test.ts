import { expect, test } from '@playwright/test';
import { type MapWorld, mapWorldOf } from '../model/world.ts';
import { LAYERS, type View } from '../share/view.ts';
import { buildTopology } from './map-geometry.ts';
import { mapNames } from './map-names.ts';
import { readWorld } from './read-content.ts';
import { type StaticMap, staticMap } from './static-map.ts';

test.describe.configure({ mode: 'default' });

let base: Omit<StaticMap, 'view'>;
const view: View = { lat: 39.68, lon: 46.6, zoom: 10, day: '2023-04-23', focus: null, layers: LAYERS };

test.beforeAll(() => {
  const { world, geometry } = readWorld(process.cwd());
  const topology = buildTopology(geometry);
  base = {
    world: mapWorldOf(world),
    topology,
    names: mapNames(geometry),
    width: 760,
    height: 640,
    title: 'A map',
    id: 'test',
  };
});

const draw = (changes: Partial<StaticMap> = {}): string => staticMap({ ...base, view, ...changes });
/** The classes on a map, with what they say of roads and areas, each once. */
const classesOf = (svg: string): string[] =>
  [
    ...new Set(
      [...svg.matchAll(/class="([^"]*)"(?: data-status="([^"]*)")?/g)].map(
        ([, name, status]) => `${name} ${status ?? ''}`,
      ),
    ),
  ].sort();

/** Returns the tags left open or closed out of turn: none, if the markup is well-formed. */
function faultsOf(svg: string): string[] {
  const open: string[] = [];
  const faults: string[] = [];
  const rest = svg.replace(
    /<(\/?)([a-z]+)((?:\s+[a-zA-Z:-]+="[^"<]*")*)\s*(\/?)>/g,
    (_, end: string, name: string, _attributes, empty: string) => {
      if (end) {
        if (open.pop() !== name) faults.push(`</${name}>`);
      } else if (!empty) open.push(name);
      return '';
    },
  );
  if (/[<>]/.test(rest)) faults.push(/.{0,20}[<>].{0,20}/.exec(rest)?.[0] ?? rest);
  if (/&(?!#\d+;|[a-z]+;)/.test(svg)) faults.push('a bare &');
  return [...faults, ...open];
}

test.describe('the still map', () => {
  test('is one well-formed SVG', () => {
    for (const [zoom, focus] of [
      [7, null],
      [10, 'lachin'],
      [13, '2023-04-23-checkpoint'],
    ] as const) {
      const svg = draw({ view: { ...view, focus, zoom } });
      expect(svg).toMatch(/^<svg [^>]*>.*<\/svg>$/s);
      expect(faultsOf(svg)).toEqual([]);
      expect(svg).not.toContain('NaN');
      expect(svg).not.toContain('undefined');
    }
  });

  test('is a picture with a name', () => {
    const [tag = ''] = /^<svg [^>]*>/.exec(draw({ title: 'The road on that day' })) ?? [];
    expect(tag).toContain(' role="img"');
    expect(tag).toContain(' aria-label="The road on that day"');
    expect(tag).toContain(' viewBox="0 0 760 640"');
  });

  test('holds neither styles nor scripts, so that the strictest policy lets it pass', () => {
    const svg = draw();
    expect(svg).not.toMatch(/\sstyle=/);
    expect(svg).not.toMatch(/<(script|style|foreignObject)/i);
    expect(svg).not.toMatch(/\son[a-z]+=/);
  });

  test('cannot be broken by its title', () => {
    const svg = draw({ title: `Tom & "Jerry's" <script>alert(1)</script>` });
    expect(svg).not.toContain('<script');
    expect(svg).toContain('aria-label="Tom &#38; &#34;Jerry&#39;s&#34; &#60;script&#62;alert(1)&#60;/script&#62;"');
    expect(faultsOf(svg)).toEqual([]);
  });

  test('cuts no name: those that its frame may cut say how far they reach', () => {
    const names = [...draw().matchAll(/<text class="((?:[xy]\d+ )*)[^"]*" x="([\d.-]+)" y="([\d.-]+)"/g)];
    expect(names.length).toBeGreaterThan(8);
    for (const [, steps = '', x, y] of names) {
      expect(Number(x)).toBeGreaterThan(0);
      expect(Number(x)).toBeLessThan(base.width);
      // A name whose point is far out has a step.
      if (Math.abs(Number(x) - base.width / 2) > 200) expect(steps).toMatch(/x\d/);
      if (Math.abs(Number(y) - base.height / 2) > 160) expect(steps).toMatch(/y\d/);
    }
  });

  test('keeps its names in the part that is always seen, where that is known', () => {
    const seen = { width: 320, height: 300 };
    const names = [...draw({ seen }).matchAll(/<text class="([^"]*)" x="([\d.-]+)" y="([\d.-]+)" text-anchor/g)];
    expect(names.length).toBeGreaterThan(3);
    for (const [, className, x, y] of names) {
      expect(className).not.toMatch(/\b[xy]\d/);
      expect(Math.abs(Number(x) - base.width / 2)).toBeLessThan(seen.width / 2);
      expect(Math.abs(Number(y) - base.height / 2)).toBeLessThan(seen.height / 2);
    }
  });

  test('cannot be broken by the names on it', () => {
    const name = { id: 'x', lines: ['<b>&"'], kind: 'sea', spots: [[46.6, 39.6]], minZoom: 7 } as const;
    const place = { id: 'p', label: ['<i>&', '"x"'], kind: 'town', rank: 1, lon: 46.9, lat: 39.9 } as const;
    const world: MapWorld = { ...base.world, features: [], places: [place] };
    const svg = draw({ names: [name], world, view: { ...view, layers: ['places'] } });
    expect(svg).toContain('&#60;b&#62;&#38;&#34;');
    expect(svg).toContain('&#60;i&#62;&#38;');
    expect(faultsOf(svg)).toEqual([]);
  });

  test('is the same each time', () => {
    expect(draw()).toBe(draw());
  });

  test('says the same of a day at any size and place', () => {
    const roads = (svg: string): string[] =>
      classesOf(svg).filter((name) => /^(road|.*-area|oblast|zone) .+/.test(name));
    const here = roads(draw());
    expect(here.length).toBeGreaterThan(5);
    expect(roads(draw({ width: 1200, height: 900, id: 'other' }))).toEqual(here);
    expect(roads(draw({ view: { ...view, lat: 39.7, zoom: 9.5 } }))).toEqual(here);
  });

  test('shows another day otherwise', () => {
    const before = classesOf(draw({ view: { ...view, day: '2021-06-01' } }));
    expect(before).not.toEqual(classesOf(draw()));
    expect(before.join()).not.toContain('restricted');
    expect(classesOf(draw()).join()).toContain('restricted');
  });

  test('draws only the layers that are on', () => {
    const bare = draw({ view: { ...view, layers: [] } });
    expect(
      classesOf(bare).filter((name) => /^(road|symbol|mark|place|[a-z]+-area|oblast|district|zone) /.test(name)),
    ).toEqual([]);
    expect(bare).toContain('class="land"');
  });

  test('lays the relief under the roads if there is one and it is on', () => {
    const relief = { x: -1, y: -2, width: 800, height: 700, href: 'data:image/webp;base64,AAAA' };
    const svg = draw({ relief });
    expect(svg).toContain('href="data:image/webp;base64,AAAA"');
    expect(svg.indexOf('<image')).toBeLessThan(svg.indexOf('class="roads"'));
    expect(faultsOf(svg)).toEqual([]);
    expect(draw({ relief, view: { ...view, layers: ['roads'] } })).not.toContain('<image');
  });

  test('has a hatch of its own, so that two on a page do not share one', () => {
    const svg = draw({ id: 'second' });
    expect(svg).toContain('id="second-hatch"');
    expect(svg).toContain('fill="url(#second-hatch)"');
  });

  test('keeps every path within the picture and the room for its stroke', () => {
    const starts = [...draw().matchAll(/ d="M(-?[\d.]+) (-?[\d.]+)l/g)];
    expect(starts.length).toBeGreaterThan(5);
    for (const [, x, y] of starts) {
      expect(Number(x) >= -13 && Number(x) <= 773).toBe(true);
      expect(Number(y) >= -13 && Number(y) <= 653).toBe(true);
    }
  });
});
