import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { readWorld } from '../build/read-content.ts';
import { isDay } from '../model/dates.ts';
import { limitsOf } from '../model/limits.ts';
import { eventView } from '../model/views.ts';
import { mapWorldOf } from '../model/world.ts';
import { isViewFragment } from './is-view-fragment.ts';
import { decode, encode, encodeShort } from './link.ts';
import { PUBLISHED_LINKS } from './published-links.ts';
import { LAYER_LETTERS, LAYERS, type Limits, settle, type View } from './view.ts';

/** What a link opens beside what it says; as it was when the first links were published. */
const OPENING: View = {
  lat: 39.68,
  lon: 46.6,
  zoom: 10,
  day: '2023-04-23',
  focus: null,
  layers: ['relief', 'areas', 'zone', 'roads', 'places', 'events'],
};

const limits: Limits = {
  south: 37,
  north: 42.9,
  west: 42.3,
  east: 50.4,
  minZoom: 7,
  maxZoom: 13,
  firstDay: '1988-01-01',
  lastDay: '2024-12-31',
  ids: new Set(['bridge', 'road-closes', '2023-04-23-checkpoint']),
  formerIds: { 'old-bridge': 'bridge' },
};

const twoDigits = (max: number) => fc.integer({ min: 1, max }).map((value) => String(value).padStart(2, '0'));
const anyDay = fc
  .tuple(fc.integer({ min: 1988, max: 2024 }), twoDigits(12), twoDigits(31))
  .map((parts) => parts.join('-'))
  .filter(isDay);
const anySettledView = fc
  .record({
    lat: fc.double({ min: 36, max: 44, noNaN: true }),
    lon: fc.double({ min: 41, max: 52, noNaN: true }),
    zoom: fc.double({ min: 6, max: 14, noNaN: true }),
    day: anyDay,
    focus: fc.constantFrom(null, ...(limits.ids ?? [])),
    layers: fc.subarray([...LAYERS]),
    against: fc.option(anyDay, { nil: undefined }),
  })
  .map((view) => settle(view, limits));

/** Whatever a person or a program may put after the `#`: noise, near misses, and real links gone wrong. */
const anyText = fc.string({ unit: 'binary', maxLength: 300 });
const anyValue = fc.oneof(
  anyText,
  fc.constantFrom(
    'none',
    '',
    '10/39.6/46.5',
    '1e3/39/46',
    '10/NaN/46',
    '10//',
    '2023-02-30',
    'roads,,roads',
    'old-bridge',
    '__proto__',
    '%',
    '%00',
    '-0/-0/-0',
  ),
);
const anyFields = fc
  .array(fc.tuple(fc.constantFrom('map', 'day', 'focus', 'layers', 'x', '', '__proto__'), anyValue), { maxLength: 8 })
  .map((fields) => fields.map(([name, value]) => `${name}=${value}`).join('&'));
const anyMutatedLink = fc
  .tuple(anySettledView, fc.nat(120), fc.nat(20), anyText)
  .map(([view, at, removed, put]) => encode(view).slice(0, at) + put + encode(view).slice(at + removed));
const anyLongText = fc
  .tuple(anyText, fc.integer({ min: 1, max: 2000 }))
  .map(([text, times]) => `map=${text.repeat(times)}`.slice(0, 50_000));
const anything = fc.oneof(anyText, anyFields, anyMutatedLink, anyLongText);

test.describe('a share link', () => {
  test('opens the view it was made from', () => {
    fc.assert(
      fc.property(anySettledView, (view) => {
        expect(decode(encode(view), OPENING, limits)).toEqual({ view, misunderstood: [] });
        expect(decode(`#${encode(view)}`, OPENING, limits)).toEqual({ view, misunderstood: [] });
      }),
    );
  });

  test('opens it before the list of ids is at hand, too', () => {
    fc.assert(
      fc.property(anySettledView, (view) => {
        expect(decode(encode(view), OPENING, { ...limits, ids: null })).toEqual({ view, misunderstood: [] });
      }),
    );
  });

  test('does not depend on the view that the map opens with', () => {
    fc.assert(
      fc.property(anySettledView, anySettledView, (view, opening) => {
        expect(decode(encode(view), opening, limits).view).toEqual(view);
      }),
    );
  });

  test('is always a valid view, whatever is typed', () => {
    fc.assert(
      fc.property(anything, fc.boolean(), (text, isListed) => {
        const kept = isListed ? limits : { ...limits, ids: null };
        const { view, misunderstood } = decode(text, OPENING, kept);
        expect(settle(view, kept)).toEqual(view);
        expect(misunderstood.every((part) => part.text.length <= 60)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('settles after one reading', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const link = encode(decode(text, OPENING, limits).view);
        const again = decode(link, OPENING, limits);
        expect(encode(again.view)).toBe(link);
        expect(again.misunderstood).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('survives being pasted into a message', () => {
    fc.assert(
      fc.property(anySettledView, (view) => {
        const link = encode(view);
        expect(link).toMatch(/^[A-Za-z0-9\-._~/=&,:]*[A-Za-z0-9]$/);
        expect(new URL(`https://example.org/map/#${link}`).hash).toBe(`#${link}`);
        const escaped = link.replaceAll('/', '%2F').replaceAll(',', '%2C');
        for (const sent of [escaped, escaped.toLowerCase(), encodeURIComponent(link), encodeURI(link)])
          expect(decode(sent, OPENING, limits)).toEqual({ view, misunderstood: [] });
      }),
    );
  });

  test('survives a broken escape somewhere in it, and one that is cut', () => {
    const broken = fc.constantFrom('%', '50%', '%zz', '%D0', '%E0%A4', '%A4', '%F0%9F%98', '%FF%2C');
    fc.assert(
      fc.property(anySettledView, broken, (view, text) => {
        const sent = encodeURIComponent(encode(view)).replaceAll('%26', '&').replaceAll('%3D', '=');
        for (const link of [`utm=${text}&${sent}`, `${sent}&utm=${text}`])
          expect(decode(link, OPENING, limits)).toEqual({ view, misunderstood: [] });
      }),
    );
    const name = encodeURIComponent('я'.repeat(400));
    for (const cut of [0, 1, 2, 3, 4, 5])
      expect(decode(`map=11%2F39.6%2F46.5&${'x'.repeat(cut)}=${name}`, OPENING, limits).view).toMatchObject({
        zoom: 11,
        lat: 39.6,
        lon: 46.5,
      });
    const half = decode('map=11%2F39.6%2F46.5&focus=%D0%BB%2C%D0', OPENING, limits);
    expect(half.misunderstood).toEqual([{ part: 'focus', text: 'л,%D0' }]);
  });

  test('survives the sentence that it stood in', () => {
    const trailing = fc.constantFrom(
      '.',
      ',',
      ')',
      '”',
      '»,',
      '!',
      '…',
      '\u200b',
      '.)',
      '>',
      '>.',
      '/',
      '-',
      ' -',
      '/>',
    );
    fc.assert(
      fc.property(anySettledView, trailing, (view, mark) => {
        for (const link of [encode(view), encodeShort(view)])
          for (const sent of [link + mark, link + encodeURIComponent(mark), link.replaceAll('&', '&amp;')])
            expect(decode(sent, OPENING, limits)).toEqual({ view, misunderstood: [] });
      }),
    );
    expect(decode('map=12/39.6/46.53.', OPENING, limits).view).toMatchObject({ zoom: 12, lat: 39.6, lon: 46.53 });
  });

  test('survives the angle brackets around it, and keeps a bracket of its own', () => {
    for (const end of ['>', '%3E', '%3e', '/', '-', '%2F>'])
      for (const [layers, opened] of [
        ['ro', ['relief', 'roads']],
        ['relief,roads', ['relief', 'roads']],
        ['none', []],
      ] as const)
        expect(decode(`map=11/39.6/46.5&layers=${layers}${end}`, OPENING, limits)).toMatchObject({
          view: { layers: opened },
          misunderstood: [],
        });
    expect(decode('map=11/39.6/46.5&focus=2023-04-23-checkpoint>', OPENING, limits).view.focus).toBe(
      '2023-04-23-checkpoint',
    );
    expect(decode('map=<b>', OPENING, limits).misunderstood).toEqual([{ part: 'map', text: '<b>' }]);
  });

  test('is told from the address of a heading or a note', () => {
    expect(['#map=10/39.6/46.5', 'map=10/39.6/46.5', '#map='].map(isViewFragment)).toEqual([true, true, true]);
    expect(['', '#', '#map', '#what-it-is-now', '#xmap=1', '#day=2023-01-01'].map(isViewFragment)).toEqual(
      Array(6).fill(false),
    );
    expect(isViewFragment(encode(OPENING))).toBe(true);
  });
});

test.describe('published links', () => {
  test.describe.configure({ mode: 'default' });
  let world: Limits;
  test.beforeAll(() => {
    world = limitsOf(mapWorldOf(readWorld(process.cwd()).world));
  });
  for (const { since, fragment, opens } of PUBLISHED_LINKS)
    test(`still open what they opened on ${since}: ${fragment}`, () => {
      expect(decode(fragment, OPENING, world)).toEqual({ view: opens, misunderstood: [] });
    });
});

test('the list of published links only grows', () => {
  const known = PUBLISHED_LINKS.slice(0, 11).map(({ fragment }) => fragment);
  expect(createHash('sha256').update(known.join('\n')).digest('hex')).toBe(
    'b57afb5df721ea89e9ff9133dbd838b10f72914b752aa1d7316e63a9fd5cf085',
  );
});

test.describe('a link by another hand', () => {
  const read = (fragment: string) => decode(fragment, OPENING, limits);

  test('may hold a position alone, as OpenStreetMap writes it', () => {
    expect(read('#map=12/39.6/46.53')).toEqual({
      view: { ...OPENING, zoom: 12, lat: 39.6, lon: 46.53 },
      misunderstood: [],
    });
    expect(read('map=19/39.60012345/46.53')).toEqual({
      view: { ...OPENING, zoom: 13, lat: 39.6001, lon: 46.53 },
      misunderstood: [],
    });
  });

  test('may have its fields in any order, and fields of its own', () => {
    const { view, misunderstood } = read(
      'utm_source=x&layers=events,roads&focus=bridge&y&day=2023-05-01&map=11/39.6/46.5',
    );
    expect(view).toEqual({
      lat: 39.6,
      lon: 46.5,
      zoom: 11,
      day: '2023-05-01',
      focus: 'bridge',
      layers: ['roads', 'events'],
    });
    expect(misunderstood).toEqual([]);
  });

  test('may begin its fields with a capital, as some keyboards do', () => {
    expect(read('Map=11/39.6/46.5&Day=2023-05-01&focus=bridge')).toMatchObject({
      view: { zoom: 11, lat: 39.6, lon: 46.5, day: '2023-05-01', focus: 'bridge' },
      misunderstood: [],
    });
  });

  test('means the first of two fields of one name', () => {
    expect(read('map=11/39.6/46.5&map=8/40/47').view).toMatchObject({ zoom: 11, lat: 39.6, lon: 46.5 });
  });

  test('follows a former id', () => {
    expect(read('map=10/39.6/46.5&focus=old-bridge')).toMatchObject({ view: { focus: 'bridge' }, misunderstood: [] });
  });

  test('drops a focus that is unknown, and says so', () => {
    const { view, misunderstood } = read('map=10/39.6/46.5&focus=no-such-thing');
    expect(view.focus).toBe(null);
    expect(misunderstood).toEqual([{ part: 'focus', text: 'no-such-thing' }]);
  });

  test('goes to the edge of the region if it lies outside, and says so', () => {
    const { view, misunderstood } = read('map=10/51.5/-0.12');
    expect(view).toMatchObject({ lat: 42.9, lon: 42.3 });
    expect(misunderstood).toEqual([{ part: 'map', text: '10/51.5/-0.12' }]);
  });

  test('takes an impossible day in its nearest sense, and says so', () => {
    expect(read('map=10/39.6/46.5&day=2023-02-30')).toMatchObject({
      view: { day: '2023-02-28' },
      misunderstood: [{ part: 'day', text: '2023-02-30' }],
    });
  });

  test('stays on the opening day if the day is no date, and says so', () => {
    for (const day of ['2023', 'today', '']) {
      const { view, misunderstood } = read(`map=10/39.6/46.5&day=${day}`);
      expect(view.day).toBe(OPENING.day);
      expect(misunderstood).toEqual([{ part: 'day', text: day }]);
    }
  });

  test('goes to the nearest day of the followed time, and says so', () => {
    for (const [day, nearest] of [
      ['1900-01-01', '1988-01-01'],
      ['2999-01-01', '2024-12-31'],
    ])
      expect(read(`map=10/39.6/46.5&day=${day}`)).toMatchObject({
        view: { day: nearest },
        misunderstood: [{ part: 'day', text: day }],
      });
  });

  test('may name a second day to compare with; an impossible one is taken in its nearest sense', () => {
    expect(read('map=10/39.6/46.5&day=2023-05-01&against=2021-06-01')).toMatchObject({
      view: { day: '2023-05-01', against: '2021-06-01' },
      misunderstood: [],
    });
    expect(read('map=10/39.6/46.5&against=2021-02-31')).toMatchObject({
      view: { against: '2021-02-28' },
      misunderstood: [{ part: 'against', text: '2021-02-31' }],
    });
    expect(read('map=10/39.6/46.5&against=never').view.against).toBeUndefined();
    expect(read('map=10/39.6/46.5').view.against).toBeUndefined();
  });

  test('may ask for no layers at all', () => {
    expect(read('map=10/39.6/46.5&layers=none')).toMatchObject({ view: { layers: [] }, misunderstood: [] });
  });

  test('shows the layers that are known and says that one is not', () => {
    expect(read('map=10/39.6/46.5&layers=roads,trams')).toMatchObject({
      view: { layers: ['roads'] },
      misunderstood: [{ part: 'layers', text: 'roads,trams' }],
    });
    expect(read('map=10/39.6/46.5&layers=trams').view.layers).toEqual(OPENING.layers);
  });

  test('keeps the opening position if its own cannot be read, and says so', () => {
    for (const map of [
      '',
      '10',
      '10/39.6',
      '10/39.6/46.5/1',
      'x/y/z',
      '1e1/39.6/46.5',
      '10/Infinity/46.5',
      ' 10/39.6/46.5',
      '0x10/39/46',
    ]) {
      const { view, misunderstood } = read(`map=${map}`);
      expect(view).toEqual(OPENING);
      expect(misunderstood).toEqual([{ part: 'map', text: map }]);
    }
  });
});

test.describe('a hostile link', () => {
  for (const text of [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    '../../etc/passwd',
    '%00',
    '%E0%A4%A',
    '\u202e\u0000\ud800',
    '__proto__',
    'constructor',
    'x'.repeat(10_000),
  ])
    test(`opens the opening view and is reported as text: ${JSON.stringify(text.slice(0, 40))}`, () => {
      const link = ['map', 'day', 'focus', 'layers'].map((part) => `${part}=${text}`).join('&');
      const { view, misunderstood } = decode(link, OPENING, limits);
      expect(view).toEqual(OPENING);
      expect(misunderstood.map(({ part }) => part)).toContain('map');
      for (const { text: told } of misunderstood) expect(told.length).toBeLessThanOrEqual(60);
    });

  test('is told back as it stood, cut to 60 characters', () => {
    const texts = (link: string): string[] => decode(link, OPENING, limits).misunderstood.map(({ text }) => text);
    expect(texts('map=<b>')).toEqual(['<b>']);
    expect(texts(`map=10/39.6/46.5&focus=${'long-'.repeat(50)}`)).toEqual(['long-'.repeat(12)]);
    expect(texts('map=10/39.6/46.5&focus=%E0%A4%A')).toEqual(['%E0%A4%A']);
  });

  test('does not open the prototype of anything', () => {
    for (const focus of ['__proto__', 'constructor', 'toString', 'hasownproperty'])
      expect(decode(`map=10/39.6/46.5&focus=${focus}`, OPENING, { ...limits, ids: new Set() }).view.focus).toBe(null);
  });
});

test.describe('a short link', () => {
  test('opens the view it was made from', () => {
    fc.assert(
      fc.property(anySettledView, anySettledView, (view, opening) => {
        const named = opening.focus ?? undefined;
        expect(decode(encodeShort(view, named), opening, limits)).toEqual({ view, misunderstood: [] });
      }),
    );
  });

  test('opens it also when an editor has changed the view of the page', () => {
    fc.assert(
      fc.property(anySettledView, anySettledView, (view, opening) => {
        expect(decode(encodeShort(view), opening, limits)).toEqual({ view, misunderstood: [] });
        // The page of an event or a place has it in focus whatever else is changed.
        const named = 'bridge';
        const later = { ...opening, focus: named };
        expect(decode(encodeShort(view, named), later, limits)).toEqual({ view, misunderstood: [] });
      }),
    );
  });

  test('writes layers by letter, and no focus that the address of the page names', () => {
    const own = { ...OPENING, focus: 'bridge' };
    expect(encodeShort(own, 'bridge')).toBe('map=10/39.68/46.6&day=2023-04-23&layers=razope');
    expect(encodeShort({ ...own, focus: null, layers: [] }, 'bridge')).toBe(
      'map=10/39.68/46.6&day=2023-04-23&focus=none&layers=none',
    );
    expect(encodeShort({ ...own, focus: 'road-closes', against: '2021-06-01' })).toBe(
      'map=10/39.68/46.6&day=2023-04-23&focus=road-closes&layers=razope&against=2021-06-01',
    );
  });

  test('has letters that are no name of a layer, each for one layer', () => {
    const letters = Object.values(LAYER_LETTERS);
    expect(new Set(letters).size).toBe(LAYERS.length);
    for (const layer of LAYERS) {
      const { view, misunderstood } = decode(`map=10/39.6/46.5&layers=${layer}`, OPENING, limits);
      expect({ layers: view.layers, misunderstood }).toEqual({ layers: [layer], misunderstood: [] });
    }
    expect(decode('map=10/39.6/46.5&layers=rx', OPENING, limits).misunderstood).toEqual([
      { part: 'layers', text: 'rx' },
    ]);
    expect(decode('map=10/39.6/46.5&layers=rr', OPENING, limits).misunderstood).toEqual([
      { part: 'layers', text: 'rr' },
    ]);
  });

  test('with a letter that is unknown shows the layers of the others, and says so', () => {
    const read = (layers: string) => decode(`map=10/39.6/46.5&layers=${layers}`, OPENING, limits);
    for (const [layers, known] of [
      ['rox', ['relief', 'roads']],
      ['xro', ['relief', 'roads']],
      ['razopexy', ['relief', 'areas', 'zone', 'roads', 'places', 'events']],
      ['roя', ['relief', 'roads']],
    ] as const)
      expect(read(layers)).toMatchObject({
        view: { layers: known },
        misunderstood: [{ part: 'layers', text: layers }],
      });
    for (const word of ['trams', 'rx', 'rro', 'ror', 'ro,x', 'rod,x', 'ro,&x=', 'ro, ,x', 'roads-', 'constructor'])
      expect(read(word).view.layers, word).toEqual(word === 'roads-' ? ['roads'] : OPENING.layers);
  });

  test('that was cut before its layers keeps those of the page, and says so', () => {
    const { view, misunderstood } = decode('map=10/39.6/46.5&layers=', OPENING, limits);
    expect(view.layers).toEqual(OPENING.layers);
    expect(misunderstood).toEqual([{ part: 'layers', text: '' }]);
  });

  test('to an event, with its view, stays under 120 characters after the host', () => {
    const world = mapWorldOf(readWorld(process.cwd()).world);
    const lengths = world.events.map((event) => {
      const view = eventView(world, event);
      // As exact as a link can be.
      const exact = { ...view, lat: 39.1234, lon: 46.1234, zoom: 10.25, layers: [...LAYERS] };
      return `/events/${event.id}/#${encodeShort(exact, event.id)}`.length;
    });
    expect(lengths.length).toBeGreaterThan(60);
    expect(Math.max(...lengths)).toBeLessThan(120);
  });
});
