/** Where things stand in a chart: across in percent of its width, so that it fits any, down in pixels. Pure. */
import type { ChartRow } from './charts.ts';
import type { Day } from './dates.ts';
import { dayNumber, dayOfNumber } from './day-numbers.ts';
import { precisionOf } from './partial-dates.ts';

/** Returns where a value stands between two others, in percent to two decimals. */
export function percentOf(value: number, from: number, to: number): number {
  return Number((((value - from) / (to - from)) * 100).toFixed(2));
}

/** Returns where a day stands between two days, in percent. */
export function percentOfDay(day: Day, from: Day, to: Day): number {
  return percentOf(dayNumber(day), dayNumber(from), dayNumber(to));
}

/** Returns the end of a scale that starts at 0 and holds a value, and its steps: two to five round numbers; of nothing, 0 alone. */
export function scaleFor(most: number): { end: number; steps: number[] } {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  const step = [0.5, 1, 2, 5].map((part) => part * power).find((one) => most / one <= 4) ?? power;
  const steps = Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
  return { end: Math.max(most, steps.at(-1) ?? 0, 1), steps };
}

/** The rows of one day; or days that follow each other without any. */
export interface DayRow {
  readonly from: Day;
  readonly to: Day;
  readonly rows: readonly ChartRow[];
}

/** Returns every day of a chart in order: a gap is one entry, and what has no exact day comes last. */
export function dayRows(rows: readonly ChartRow[], from: Day, to: Day): DayRow[] {
  const found: DayRow[] = [];
  for (let number = dayNumber(from); number <= dayNumber(to); number++) {
    const day = dayOfNumber(number);
    const those = rows.filter((row) => row.day === day);
    const last = found.at(-1);
    if (those.length === 0 && last?.rows.length === 0) found[found.length - 1] = { ...last, to: day };
    else found.push({ from: day, to: day, rows: those });
  }
  const inexact = rows.filter(({ day }) => precisionOf(day) !== 'day');
  return [...found, ...inexact.map((row) => ({ from: row.day, to: row.day, rows: [row] }))];
}

/** Side of a square and from one to the next, pixels; five stand beside each other. */
const [SIDE, STEP, ACROSS] = [8, 10, 5];

/** Squares that stand for ten things at most: their outline as one path, and how much room it takes, pixels. */
export interface Squares {
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

/** Returns a square for each thing counted, in blocks of ten to be told at a glance; the last holds the rest. */
export function squares(count: number): Squares[] {
  const blocks = Array.from({ length: Math.ceil(count / 10) }, (_, i) => Math.min(10, count - i * 10));
  return blocks.map((size) => {
    const places = Array.from(
      { length: size },
      (_, i) => [(i % ACROSS) * STEP, Math.floor(i / ACROSS) * STEP] as const,
    );
    return {
      path: places.map(([x, y]) => `M${x + 1} ${y + 1}h${SIDE}v${SIDE}h-${SIDE}z`).join(''),
      width: Math.min(size, ACROSS) * STEP,
      height: Math.ceil(size / ACROSS) * STEP,
    };
  });
}

/** A name to be set along an axis: where its point stands, percent, how wide it is, pixels, and how much it matters. */
export interface Label {
  readonly at: number;
  readonly width: number;
  /** The lower, the more it matters. */
  readonly rank: number;
}

export interface Placed<T extends Label> {
  readonly label: T;
  /** Which line of names it stands on, from 0. */
  readonly level: number;
  /** Where the text is held: its start, middle or end stands at its point. */
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Space between two names on a line, pixels. */
const SPACE = 8;

/**
 * Returns those names that fit on so many lines of a certain width without touching each other, the most important
 * first; wider, they keep clear all the more. Nothing leaves the picture: near an end a name is held by that end.
 */
export function placeLabels<T extends Label>(labels: readonly T[], width: number, levels: number): Placed<T>[] {
  const placed: (Placed<T> & { from: number; to: number; x: number })[] = [];
  for (const label of [...labels].sort((a, b) => a.rank - b.rank)) {
    const x = (label.at / 100) * width;
    const anchor = x < label.width / 2 ? 'start' : x > width - label.width / 2 ? 'end' : 'middle';
    const from = x - { start: 0, middle: label.width / 2, end: label.width }[anchor];
    const to = from + label.width;
    /** A name on a lower line hangs from its point by a stem, which crosses the lines above it. */
    const isFree = (level: number): boolean =>
      placed.every((other) => {
        if (other.level === level) return other.to + SPACE <= from || to + SPACE <= other.from;
        const [stem, over] = other.level > level ? [other.x, { from, to }] : [x, other];
        return stem <= over.from || over.to <= stem;
      });
    const level = Array.from({ length: levels }, (_, i) => i).find(isFree);
    if (level !== undefined) placed.push({ label, level, anchor, from, to, x });
  }
  return placed.sort((a, b) => a.label.at - b.label.at).map(({ label, level, anchor }) => ({ label, level, anchor }));
}

/** Returns a line of numbers with fewer points: those within so much of the line between their neighbours go (Douglas and Peucker). */
export function thinned(
  line: readonly (readonly [x: number, y: number])[],
  most: number,
): (readonly [x: number, y: number])[] {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 3) return [...line];
  const off = line.map(([x, y]) =>
    Math.abs(y - (first[1] + ((x - first[0]) / (last[0] - first[0])) * (last[1] - first[1]))),
  );
  const farthest = off.indexOf(Math.max(...off));
  if ((off[farthest] ?? 0) <= most) return [first, last];
  return [...thinned(line.slice(0, farthest + 1), most).slice(0, -1), ...thinned(line.slice(farthest), most)];
}
