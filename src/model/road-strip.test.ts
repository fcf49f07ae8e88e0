import { expect, test } from '@playwright/test';
import type { RoadPeriod } from './road.ts';
import { paceOf, roomFor, stripNames, stripParts, stripTicks } from './road-strip.ts';
import { corridorScale, dayScale, positionOn } from './time-scale.ts';

const PERIODS: readonly RoadPeriod[] = [
  { id: 'start', kind: 'before-corridor', from: null },
  { id: 'statement', kind: 'open', from: '2020-11-10' },
  { id: 'blocked', kind: 'aid', from: '2022-12-12' },
  { id: 'left', kind: 'no-corridor', from: '2024-04-18' },
];
const WHOLE = dayScale('1988-01-01', '2026-06-08');
const CORRIDOR = corridorScale('2020-11-10', '2024-06-01');

test.describe('the strip', () => {
  test('covers its scale from end to end without a gap', () => {
    for (const scale of [WHOLE, CORRIDOR]) {
      const parts = stripParts(PERIODS, scale);
      let at = 0;
      for (const part of parts) {
        expect(part.at).toBeCloseTo(at, 6);
        expect(part.width).toBeGreaterThan(0);
        at = part.at + part.width;
      }
      expect(at).toBeCloseTo(100, 6);
    }
    expect(stripParts(PERIODS, CORRIDOR).map(({ kind }) => kind)).toEqual(['open', 'aid', 'no-corridor']);
  });

  test('sets each event where the slider has its day, the most significant apart', () => {
    const events = [
      { date: '2023-04-23', significance: 3 },
      { date: '2023-04-11', significance: 2 },
      { date: '2023-04-11', significance: 1 },
      { date: '1923-07-07', significance: 3 },
    ];
    expect(stripTicks(events, WHOLE)).toEqual({
      major: [Math.round(positionOn(WHOLE, '2023-04-23') * 10)],
      minor: [Math.round(positionOn(WHOLE, '2023-04-11') * 10)],
    });
  });

  test('names its ends and the years, and none over another', () => {
    for (const scale of [WHOLE, CORRIDOR]) {
      const names = stripNames(scale);
      for (const [stand, room] of [
        [['least'], 20],
        [['least', 'narrow'], 9.6],
        [['least', 'narrow', 'wide'], 3.2],
      ] as const) {
        const shown = names.filter((name) => stand.some((one) => one === name.room)).sort((a, b) => a.at - b.at);
        for (const [i, { at, anchor }] of shown.entries())
          if (i > 0) expect(at - (anchor === 'end' ? room : 0) - (shown[i - 1]?.at ?? 0)).toBeGreaterThanOrEqual(room);
      }
    }
    const names = stripNames(WHOLE);
    const textsOf = (room: string) => names.filter((name) => name.room === room).map(({ text }) => text);
    expect(textsOf('least')).toEqual(['1988', '2026', '2021', '2023']);
    expect(textsOf('narrow')).toEqual(['2020', 'Apr', 'Jul']);
  });

  test('tells where its pace changes and which time has most of it', () => {
    const { joints, dense } = paceOf(WHOLE);
    expect(joints).toHaveLength(WHOLE.length - 2);
    expect(dense).toEqual({ from: '2022-12-01', to: '2023-10-15', share: 45 });
  });

  test('labels a part where the words fit', () => {
    expect(roomFor(4, 25)).toBe('always');
    expect(roomFor(25, 25)).toBe('wide');
    expect(roomFor(47, 9)).toBe('never');
  });
});
