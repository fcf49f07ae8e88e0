import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { isId, isSameView, LAYERS, type Limits, settle, type View } from './view.ts';

const limits: Limits = {
  south: 37,
  north: 42.9,
  west: 42.3,
  east: 50.4,
  minZoom: 7,
  maxZoom: 13,
  firstDay: '1988-01-01',
  lastDay: '2024-12-31',
  ids: new Set(['bridge', 'road-closes']),
  formerIds: { 'old-bridge': 'bridge', 'gone-for-good': 'nowhere' },
};
const view: View = { lat: 39.68, lon: 46.6, zoom: 10, day: '2023-04-23', focus: 'bridge', layers: ['roads', 'places'] };

/** Views as a careless program might make them. */
const anyNumber = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer({ min: 0, max: 90e6 }).map((value) => value / 1e6),
);
const anyView: fc.Arbitrary<View> = fc.record({
  lat: anyNumber,
  lon: anyNumber,
  zoom: anyNumber,
  day: fc.oneof(fc.string(), fc.constantFrom('2023-02-30', '2023', '1900-01-01', '2023-04-23', '2999-01-01', '')),
  focus: fc.oneof(
    fc.string(),
    fc.constantFrom('bridge', 'old-bridge', 'gone-for-good', 'constructor', '__proto__', null),
  ),
  layers: fc.array(fc.oneof(fc.constantFrom(...LAYERS), fc.constant('unknown' as never))),
  against: fc.option(fc.oneof(fc.string(), fc.constantFrom('2021-06-01', '1900-01-01')), { nil: undefined }),
});

test.describe('a settled view', () => {
  test('is left as it is', () => {
    expect(settle(view, limits)).toEqual(view);
  });

  test('stays the same when it is settled again', () => {
    fc.assert(
      fc.property(anyView, fc.boolean(), (any, isListed) => {
        const kept = isListed ? limits : { ...limits, ids: null };
        const once = settle(any, kept);
        expect(settle(once, kept)).toEqual(once);
        expect(isSameView(settle(once, kept), once)).toBe(true);
      }),
    );
  });

  test('keeps to the limits, whatever was asked', () => {
    fc.assert(
      fc.property(anyView, (any) => {
        const { lat, lon, zoom, day, focus, layers } = settle(any, limits);
        expect(lat >= limits.south && lat <= limits.north).toBe(true);
        expect(lon >= limits.west && lon <= limits.east).toBe(true);
        expect(zoom >= limits.minZoom && zoom <= limits.maxZoom).toBe(true);
        expect(day >= limits.firstDay && day <= limits.lastDay).toBe(true);
        expect(focus === null || limits.ids?.has(focus)).toBe(true);
        expect(layers).toEqual(LAYERS.filter((layer) => layers.includes(layer)));
      }),
    );
  });

  test('goes to the nearest edge of the region', () => {
    expect(settle({ ...view, lat: 12, lon: 99, zoom: 3 }, limits)).toMatchObject({ lat: 37, lon: 50.4, zoom: 7 });
    expect(settle({ ...view, lat: 88, lon: -99, zoom: 18 }, limits)).toMatchObject({ lat: 42.9, lon: 42.3, zoom: 13 });
  });

  test('is exact to 11 metres and a hundredth of a zoom', () => {
    const exact = { ...view, lat: 39.680_049, lon: 46.600_051, zoom: 10.126 };
    expect(settle(exact, limits)).toMatchObject({ lat: 39.68, lon: 46.6001, zoom: 10.13 });
  });

  test('goes to the first or last day of the followed time', () => {
    const dayOf = (day: string): string => settle({ ...view, day }, limits).day;
    expect(['1900-01-01', '2999-01-01', '1988-01-01', '2024-12-31'].map(dayOf)).toEqual([
      '1988-01-01',
      '2024-12-31',
      '1988-01-01',
      '2024-12-31',
    ]);
    expect(['2023-02-30', '2023', '', 'yesterday'].map(dayOf)).toEqual(Array(4).fill('2024-12-31'));
  });

  test('follows a former id and drops one that is unknown', () => {
    const focusOf = (focus: string | null, kept = limits): string | null => settle({ ...view, focus }, kept).focus;
    expect(focusOf('old-bridge')).toBe('bridge');
    expect(
      ['nowhere', 'gone-for-good', 'constructor', '__proto__', 'Bridge', '', null].map((id) => focusOf(id)),
    ).toEqual(Array(7).fill(null));
  });

  test('keeps every well-formed id while the list of ids is not at hand', () => {
    const focusOf = (focus: string): string | null => settle({ ...view, focus }, { ...limits, ids: null }).focus;
    expect(focusOf('not-yet-known')).toBe('not-yet-known');
    expect(focusOf('old-bridge')).toBe('bridge');
    expect(focusOf('<script>')).toBe(null);
  });

  test('has each layer once and in one order', () => {
    expect(
      settle({ ...view, layers: ['events', 'roads', 'events', 'relief', 'no-layer' as never] }, limits).layers,
    ).toEqual(['relief', 'roads', 'events']);
  });
});

test.describe('an id', () => {
  test('is lower-case words and digits joined by hyphens', () => {
    for (const id of ['lachin', '2023-04-23-checkpoint', 'a', '1lurer']) expect(isId(id)).toBe(true);
    for (const id of [
      '',
      'Lachin',
      'la chin',
      '-lachin',
      'lachin-',
      'la--chin',
      'laçın',
      'a/b',
      'a.b',
      'a\n',
      '<b>',
      'a'.repeat(81),
    ])
      expect(isId(id)).toBe(false);
  });
});

test.describe('two views', () => {
  test('are the same if every part is', () => {
    expect(isSameView(view, { ...view, layers: [...view.layers] })).toBe(true);
    const others: Partial<View>[] = [
      { lat: 39.6 },
      { lon: 46.5 },
      { zoom: 9 },
      { day: '2023-04-24' },
      { focus: null },
      { layers: ['roads'] },
    ];
    for (const other of others) expect(isSameView(view, { ...view, ...other })).toBe(false);
  });
});
