import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { dayNumber, dayOfNumber } from './day-numbers.ts';
import { firstDayOf } from './partial-dates.ts';
import {
  axisMonths,
  axisParts,
  axisScale,
  axisTicks,
  axisYears,
  inTwoLines,
  layLanes,
  phaseRuns,
  placeDots,
  rhythmBricks,
  rhythmScale,
  spreadLabels,
} from './time-axis.ts';
import { positionOn } from './time-scale.ts';
import type { MapEvent } from './world.ts';

const LAST = '2026-06-08';
const anyDay = fc.integer({ min: dayNumber('1800-01-01'), max: dayNumber('2200-01-01') }).map(dayOfNumber);
const at = (date: string): number => positionOn(axisScale(LAST), date);

test.describe('the time axis', () => {
  for (const [name, scale] of [
    ['in parts', axisScale(LAST)],
    ['even', rhythmScale(LAST)],
  ] as const)
    test(`runs from 0 to 100, whatever the day, and never backwards: ${name}`, () => {
      fc.assert(
        fc.property(anyDay, anyDay, (a, b) => {
          const [early, late] = [a, b].sort() as [string, string];
          expect(positionOn(scale, early)).toBeLessThanOrEqual(positionOn(scale, late));
          expect(positionOn(scale, early)).toBeGreaterThanOrEqual(0);
          expect(positionOn(scale, late)).toBeLessThanOrEqual(100);
        }),
      );
      expect(positionOn(scale, '1800-01-01')).toBe(0);
      expect(positionOn(scale, '2200-01-01')).toBe(100);
    });

  test('moves on with every followed day of the corridor', () => {
    const first = dayNumber('2020-09-01');
    const days = Array.from({ length: dayNumber(LAST) - first }, (_, i) => dayOfNumber(first + i));
    expect(days.filter((day, i) => i > 0 && at(day) <= at(days[i - 1] ?? ''))).toEqual([]);
  });

  test('has two scales for the years of the corridor, and each day of one scale has the same room', () => {
    const rooms = axisParts(LAST).map(({ from, to, start, end }) => (end - start) / (dayNumber(to) - dayNumber(from)));
    const [, autumn, quiet, closure, since] = rooms as [number, number, number, number, number];
    expect(closure).toBeCloseTo(autumn, 8);
    expect(since).toBeCloseTo(quiet, 8);
    expect(closure).toBeGreaterThan(5 * quiet);
  });

  test('leaves a joint between two parts, and no day without a place', () => {
    for (const [i, part] of axisParts(LAST).entries()) {
      const next = axisParts(LAST)[i + 1];
      expect(next?.from ?? part.to).toBe(part.to);
      expect((next?.start ?? 101) - part.end).toBeCloseTo(1, 8);
    }
    expect(axisParts(LAST).at(-1)?.end).toBeCloseTo(100, 8);
  });

  test('puts a partly known date at its first day', () => {
    for (const date of ['2022', '2022-12', '1988-02']) expect(at(date)).toBe(at(firstDayOf(date)));
  });

  test('carries ticks at regular steps within each part', () => {
    for (const part of axisParts(LAST)) {
      const ticks = axisTicks(part).map((tick) => tick.at);
      expect(ticks.length).toBeGreaterThan(3);
      const steps = ticks.slice(1).map((tick, i) => tick - (ticks[i] ?? 0));
      // Months and quarters differ by the days they have.
      expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(1.13);
      expect(ticks.every((tick) => tick >= part.start && tick < part.end)).toBe(true);
    }
  });

  test('names each year once in a part, and each month of the full parts', () => {
    expect(axisYears(axisParts(LAST)).map(({ text }) => text)).toEqual([
      '1920',
      '2000',
      '2020',
      '2021',
      '2022',
      '2022',
      '2023',
      '2024',
      '2025',
      '2026',
    ]);
    const months = axisMonths(axisParts(LAST));
    expect(months.map(({ month }) => month).slice(0, 6)).toEqual([
      '2020-09',
      '2020-10',
      '2020-11',
      '2020-12',
      '2022-12',
      '2023-01',
    ]);
    expect(months.length).toBe(15);
    for (const { at: place, month } of months) {
      expect(place).toBeGreaterThan(at(`${month}-10`));
      expect(place).toBeLessThan(at(`${month}-20`));
    }
  });
});

test.describe('the dots of a lane', () => {
  const dots = fc.array(
    fc.record({
      from: fc.double({ min: 0, max: 100, noNaN: true }),
      length: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 5, noNaN: true })),
      radius: fc.constantFrom(4, 5.5),
    }),
    { maxLength: 40 },
  );

  test('never overlap, on the width they were placed for and on any greater one', () => {
    fc.assert(
      fc.property(
        dots,
        fc.integer({ min: 200, max: 1400 }),
        fc.double({ min: 1, max: 4, noNaN: true }),
        (some, width, growth) => {
          const placeable = some
            .map(({ from, length, radius }) => ({ from, to: Math.min(100, from + length), radius }))
            .sort((a, b) => a.from - b.from);
          const heights = placeDots(placeable, width);
          for (const [i, a] of placeable.entries())
            for (const [j, b] of placeable.entries()) {
              if (j <= i) continue;
              const aside = (Math.max(0, b.from - a.to, a.from - b.to) * width * growth) / 100;
              const apart = Math.hypot(aside, (heights[i] ?? 0) - (heights[j] ?? 0));
              expect(apart).toBeGreaterThanOrEqual(a.radius + b.radius);
            }
        },
      ),
    );
  });

  test('stay in the middle where they have room, and beside it where not', () => {
    const dot = (from: number) => ({ from, to: from, radius: 4 });
    expect(placeDots([dot(10), dot(20), dot(30)], 600)).toEqual([0, 0, 0]);
    const [first, second, third] = placeDots([dot(10), dot(10), dot(10)], 600) as [number, number, number];
    expect(first).toBe(0);
    expect([Math.abs(second), Math.abs(third)]).toEqual([9.5, 9.5]);
    expect(second).toBe(-third);
  });
});

test.describe('the lanes', () => {
  test('lie one below the other, each as high as its dots need', () => {
    const dot = (lane: number, from: number, radius = 4) => ({ lane, from, to: from, radius });
    const events = [dot(0, 10), dot(0, 10), dot(0, 10), dot(1, 50), dot(1, 50, 5.5), dot(2, 80)];
    const { lanes, dots, bottom } = layLanes(events, 3, 600, 70);
    expect(dots.map(({ lane }) => lane)).toEqual(events.map(({ lane }) => lane));
    expect(dots[4]?.y).toBe(lanes[1]);
    for (const { lane, y, radius } of dots)
      for (const other of dots) if (other.lane > lane) expect(other.y - other.radius).toBeGreaterThan(y + radius);
    expect(Math.min(...dots.map(({ y, radius }) => y - radius))).toBeGreaterThan(70);
    expect(Math.max(...dots.map(({ y, radius }) => y + radius))).toBeLessThan(bottom);
  });
});

test.describe('the names of the phases', () => {
  test('are cut in two where the longer part is shortest', () => {
    expect(inTwoLines('The ceasefire of November 2020')).toEqual(['The ceasefire', 'of November 2020']);
    expect(inTwoLines('Checkpoint')).toEqual(['Checkpoint']);
    expect(inTwoLines('The war')).toEqual(['The war']);
  });

  const labels = fc.array(
    fc.record({ at: fc.double({ min: 0, max: 900, noNaN: true }), width: fc.integer({ min: 20, max: 100 }) }),
    { minLength: 1, maxLength: 8 },
  );

  test('never touch and never leave the axis where there is room for all, and keep their order', () => {
    fc.assert(
      fc.property(labels, (some) => {
        const sorted = [...some].sort((a, b) => a.at - b.at);
        const starts = spreadLabels(sorted, 900, 6);
        for (const [i, start] of starts.entries()) {
          expect(start).toBeGreaterThanOrEqual(-0.001);
          const end = start + (sorted[i]?.width ?? 0);
          expect(end).toBeLessThanOrEqual(900.001);
          if (i + 1 < starts.length) expect(starts[i + 1] ?? 0).toBeGreaterThanOrEqual(end + 6 - 0.001);
        }
      }),
    );
  });

  test('stay where they are wanted if nothing is in the way', () => {
    const wanted = [0, 200, 400].map((place) => ({ at: place, width: 90 }));
    expect(spreadLabels(wanted, 600, 6)).toEqual([0, 200, 400]);
  });
});

const event = (date: string, phase: MapEvent['phase'], endDate?: string): MapEvent => ({
  id: date,
  title: date,
  date,
  endDate,
  phase,
  kind: 'politics',
  significance: 1,
  place: 'lachin',
  lon: 46.5,
  lat: 39.6,
});

test.describe('the phases', () => {
  const runs = phaseRuns(
    [
      event('2020-11-10', 'ceasefire'),
      event('2020-12-01', 'ceasefire'),
      event('2021-12-07', 'corridor'),
      event('2022-12-12', 'closure'),
      event('2023-09-19', 'september-2023', '2023-09-20'),
      event('2023-11-17', 'since-october-2023'),
    ],
    LAST,
  );

  test('follow each other without a gap to the last followed day', () => {
    for (const [i, { from }] of runs.entries()) {
      const before = runs[i - 1];
      if (before) expect(dayNumber(from)).toBe(dayNumber(before.to) + 1);
    }
    expect(runs.at(-1)?.to).toBe(LAST);
    expect(runs.map(({ events }) => events)).toEqual([2, 1, 1, 1, 1]);
  });

  test('begin with their first event, or upon the phase before where no event began them', () => {
    expect(runs.map(({ from }) => from)).toEqual([
      '2020-11-10',
      '2020-12-02',
      '2022-12-12',
      '2023-09-19',
      '2023-09-21',
    ]);
  });
});

test.describe('the bricks of the rhythm', () => {
  test('lie on a pile for each month, and on one for the century before', () => {
    const bricks = rhythmBricks(['1923-07-07', '1992', '2020-11-08', '2020-11-10', '2020-12-01'], LAST);
    expect(bricks.map(({ below }) => below)).toEqual([0, 1, 0, 1, 0]);
    expect(bricks[2]?.at).toBe(bricks[3]?.at);
    expect(bricks[1]?.at).toBe(bricks[0]?.at);
    expect(bricks[4]?.at ?? 0).toBeGreaterThan(bricks[3]?.at ?? 0);
  });

  test('lie where their date can begin, if only the month or the year is known', () => {
    const exact = rhythmBricks(['2020-07-01', '2022-01-01', '2022-01-20', '2020-01-01'], LAST);
    expect(rhythmBricks(['2020-07', '2022', '2022-01', '2020'], LAST)).toEqual(exact);
  });
});
