/**
 * The axis of the timeline: all followed time on one line in five parts, each even in itself. Where the months are full
 * of events a month has room; the quiet years are narrow; the century before is narrower still. Between two parts stands
 * a joint, so that nobody takes them for one scale.
 */
import type { Day, PartialDate } from './dates.ts';
import { dayNumber, dayOfNumber } from './day-numbers.ts';
import { firstDayOf, lastDayOf } from './partial-dates.ts';
import { type Knot, positionOn } from './time-scale.ts';
import type { MapEvent } from './world.ts';

type Phase = MapEvent['phase'];

/** One stretch of the axis on which time runs evenly. */
export interface AxisPart {
  /** First day, and the first day after it. */
  readonly from: Day;
  readonly to: Day;
  /** How many months lie between two of its ticks. */
  readonly step: 1 | 3 | 240;
  /** Where it stands, from 0 to 100. */
  readonly start: number;
  readonly end: number;
}

/** Room for the century, for a joint, and how many times the room of a quiet month a full month has. */
const CENTURY = 9;
const JOINT = 1;
const FULL_MONTH = 6.5;

const nextMonth = (day: Day): Day => dayOfNumber(dayNumber(lastDayOf(day.slice(0, 7))) + 1);

/** Returns the parts of the axis up to the month of the last followed day. */
export function axisParts(last: Day): AxisPart[] {
  const stretches = [
    { from: '1920-01-01', to: '2020-09-01', step: 240 },
    { from: '2020-09-01', to: '2021-01-01', step: 1 },
    { from: '2021-01-01', to: '2022-12-01', step: 3 },
    { from: '2022-12-01', to: '2023-11-01', step: 1 },
    { from: '2023-11-01', to: nextMonth(last), step: 3 },
  ] as const;
  const weigh = ({ from, to, step }: (typeof stretches)[number]): number =>
    step === 240 ? 0 : (dayNumber(to) - dayNumber(from)) * (step === 1 ? FULL_MONTH : 1);
  const room = 100 - CENTURY - JOINT * (stretches.length - 1);
  const whole = stretches.reduce((sum, one) => sum + weigh(one), 0);
  let start = 0;
  return stretches.map((one) => {
    const end = start + (one.step === 240 ? CENTURY : (weigh(one) / whole) * room);
    const part = { ...one, start, end };
    start = end + JOINT;
    return part;
  });
}

/** Returns the parts as a scale for `positionOn`: at a joint one day stands twice, and counts for the later part. */
export function axisScale(last: Day): Knot[] {
  return axisParts(last).flatMap(({ from, to, start, end }) => [
    { day: from, at: start },
    { day: to, at: end },
  ]);
}

/** The even scale of the rhythm: every month since this one has the same room, the century before a corner of its own. */
export const RHYTHM_START = '2020-07-01';

/** Returns the even scale. */
export function rhythmScale(last: Day): Knot[] {
  return [
    { day: '1920-01-01', at: 0 },
    { day: RHYTHM_START, at: 4 },
    { day: RHYTHM_START, at: 7 },
    { day: nextMonth(last), at: 100 },
  ];
}

export interface AxisTick {
  readonly at: number;
  /** The first of January. */
  readonly isYear: boolean;
}

/** Returns where a day stands that lies in a part, or at its nearer end. */
function placeIn({ from, to, start, end }: AxisPart, day: Day): number {
  const part = (dayNumber(day) - dayNumber(from)) / (dayNumber(to) - dayNumber(from));
  return start + Math.min(1, Math.max(0, part)) * (end - start);
}

/** Returns the ticks of a part: regular in time, at the first of a year, of a quarter or of a month. */
export function axisTicks(part: AxisPart): AxisTick[] {
  const first = Math.ceil(monthNumber(part.from) / Math.min(part.step, 12)) * Math.min(part.step, 12);
  const ticks: AxisTick[] = [];
  for (let month = first; month < monthNumber(part.to); month += part.step)
    ticks.push({ at: placeIn(part, dayOfMonth(month)), isYear: month % 12 === 0 });
  return ticks;
}

const monthNumber = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const dayOfMonth = (month: number): Day => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;

export interface AxisLabel {
  readonly at: number;
  readonly text: string;
  /** Which end of the text stands at the place. */
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Returns the years named along the axis: each in the middle of its days, the first and the last at the ends. */
export function axisYears(parts: readonly AxisPart[]): AxisLabel[] {
  return parts.flatMap((part, i): AxisLabel[] => {
    const { from, to, step, start, end } = part;
    if (step === 240)
      return [
        { at: start, text: from.slice(0, 4), anchor: 'start' },
        { at: placeIn(part, '2000-01-01'), text: '2000', anchor: 'middle' },
      ];
    const labels: AxisLabel[] = [];
    for (let year = Number(from.slice(0, 4)); `${year}-01-01` < to; year++) {
      const [left, right] = [placeIn(part, `${year}-01-01`), placeIn(part, `${year + 1}-01-01`)];
      // Two months of a year in a part of quarters are too narrow for its name.
      if (step === 3 && right - left < 2) continue;
      const isLast = i === parts.length - 1 && `${year + 1}-01-01` >= to;
      labels.push({
        at: isLast ? end : (left + right) / 2,
        text: `${year}`,
        anchor: isLast ? 'end' : 'middle',
      });
    }
    return labels;
  });
}

/** Returns the months named along the parts that run by months, each in the middle of its days. */
export function axisMonths(parts: readonly AxisPart[]): { readonly at: number; readonly month: string }[] {
  return parts
    .filter(({ step }) => step === 1)
    .flatMap((part) =>
      axisTicks(part).map(({ at }, i, ticks) => ({
        at: (at + (ticks[i + 1]?.at ?? part.end)) / 2,
        month: dayOfMonth(monthNumber(part.from) + i).slice(0, 7),
      })),
    );
}

/** What is placed on a lane: where it begins and ends, from 0 to 100, and how large its dot is, pixels. */
export interface Placeable {
  readonly from: number;
  readonly to: number;
  readonly radius: number;
}

/** Free pixels between two dots. */
const CLEAR = 1.5;

/**
 * Returns how far from the middle of its lane each dot stands, pixels: as near as it can without touching another, on an
 * axis of this width or any greater one. To the side a dot never moves: it stands on its day.
 */
export function placeDots(dots: readonly Placeable[], width: number): number[] {
  const placed: { from: number; to: number; radius: number; y: number }[] = [];
  return dots.map(({ from, to, radius }) => {
    const near = placed
      .map((one) => ({
        y: one.y,
        need: one.radius + radius + CLEAR,
        aside: (Math.max(0, from - one.to, one.from - to) * width) / 100,
      }))
      .filter(({ aside, need }) => aside < need);
    const tries = [0, ...near.flatMap(({ y, need, aside }) => [-1, 1].map((side) => y + side * rise(need, aside)))]
      .map((y) => Math.sign(y) * Math.ceil(Math.abs(y) * 2) * 0.5)
      .sort((a, b) => Math.abs(a) - Math.abs(b) || a - b);
    const y = tries.find((one) => near.every((other) => Math.hypot(other.aside, one - other.y) >= other.need)) ?? 0;
    placed.push({ from, to, radius, y });
    return y;
  });
}

/** How far apart in height two dots must stand that are so far apart to the side. */
const rise = (need: number, aside: number): number => Math.sqrt(Math.max(0, need * need - aside * aside));

/**
 * Returns where labels start so that none touches the next and each is as near as possible to where it is wanted: labels
 * in each other's way share the shift. All in pixels; the last ends within `width`.
 */
export function spreadLabels(
  labels: readonly { readonly at: number; readonly width: number }[],
  width: number,
  gap: number,
): number[] {
  interface Row {
    start: number;
    length: number;
    wanted: number[];
  }
  const rows: Row[] = [];
  const settled = (wanted: number[], length: number): Row => ({
    start: Math.min(Math.max(0, wanted.reduce((a, b) => a + b, 0) / wanted.length), Math.max(0, width - length)),
    length,
    wanted,
  });
  for (const label of labels) {
    let row = settled([label.at], label.width);
    for (let before = rows.at(-1); before && before.start + before.length + gap > row.start; before = rows.at(-1)) {
      rows.pop();
      const { length } = before;
      row = settled([...before.wanted, ...row.wanted.map((at) => at - length - gap)], length + gap + row.length);
    }
    rows.push(row);
  }
  const starts: number[] = [];
  for (const { start, wanted } of rows) {
    let at = start;
    for (const _ of wanted) {
      starts.push(at);
      at += (labels[starts.length - 1]?.width ?? 0) + gap;
    }
  }
  return starts;
}

/** The days of a phase. */
export interface PhaseRun {
  readonly phase: Phase;
  readonly from: Day;
  readonly to: Day;
  readonly events: number;
}

/** Phases that no event began: they follow at once upon the last event of the phase before. */
const FOLLOWING: readonly Phase[] = ['corridor', 'since-october-2023'];

/** Returns the phases in order of time, each up to the eve of the next; the first from its first event. */
export function phaseRuns(events: readonly MapEvent[], last: Day): PhaseRun[] {
  const phases = [...new Set(events.map(({ phase }) => phase))];
  const of = (phase: Phase | undefined): MapEvent[] => events.filter((event) => event.phase === phase);
  const starts = phases.map((phase, i) => {
    if (!FOLLOWING.includes(phase) || i === 0) return firstDayOf(of(phase)[0]?.date ?? last);
    const ends = of(phases[i - 1]).map(({ date, endDate }) => lastDayOf(endDate ?? date));
    return dayOfNumber(dayNumber(ends.sort().at(-1) ?? last) + 1);
  });
  return phases.map((phase, i) => {
    const next = starts[i + 1];
    return {
      phase,
      from: starts[i] ?? last,
      to: next ? dayOfNumber(dayNumber(next) - 1) : last,
      events: of(phase).length,
    };
  });
}

/** A brick of the rhythm: where the month of an event begins, and how many of the month's events lie under it. */
export interface Brick {
  readonly at: number;
  readonly below: number;
}

/** Returns a brick for each event, in the order given: those of one month on one pile, the century before on one. */
export function rhythmBricks(dates: readonly PartialDate[], last: Day): Brick[] {
  const scale = rhythmScale(last);
  const piles = new Map<string, number>();
  return dates.map((date) => {
    const first = firstDayOf(date);
    const month = first < RHYTHM_START ? '' : first.slice(0, 7);
    const below = piles.get(month) ?? 0;
    piles.set(month, below + 1);
    return { at: month ? positionOn(scale, month) : 1, below };
  });
}

/** An event on its lane. */
export interface LaneDot extends Placeable {
  readonly lane: number;
}

/** The least height of a lane, and the free pixels above and below its dots. */
const LANE = 22;
const LANE_CLEAR = 3;

/**
 * Returns the lanes one below the other, as high as their dots need on an axis of this width: the height of each lane's
 * middle, each dot with its height, and where the last lane ends. Heights are pixels; the first lane begins at `top`.
 */
export function layLanes(
  events: readonly LaneDot[],
  count: number,
  width: number,
  top: number,
): { lanes: number[]; dots: (LaneDot & { readonly y: number })[]; bottom: number } {
  const lanes: number[] = [];
  const heights = new Map<LaneDot, number>();
  let bottom = top;
  for (let lane = 0; lane < count; lane++) {
    // The most significant first, so that the others make room for them.
    const own = events.filter((event) => event.lane === lane).sort((a, b) => b.radius - a.radius);
    const offsets = placeDots(own, width);
    const reach = (side: 1 | -1): number =>
      Math.max(LANE / 2, ...own.map(({ radius }, i) => side * (offsets[i] ?? 0) + radius + LANE_CLEAR));
    const middle = Math.ceil(bottom + reach(-1));
    lanes.push(middle);
    for (const [i, event] of own.entries()) heights.set(event, middle + (offsets[i] ?? 0));
    bottom = middle + Math.ceil(reach(1));
  }
  return { lanes, dots: events.map((event) => ({ ...event, y: heights.get(event) ?? 0 })), bottom };
}

/** Returns a name in at most two lines, cut at the space that leaves the longer of them shortest. */
export function inTwoLines(name: string): string[] {
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  const longer = (at: number): number => Math.max(at, name.length - at - 1);
  const best = spaces.sort((a, b) => longer(a) - longer(b))[0];
  return best === undefined || name.length <= 10 ? [name] : [name.slice(0, best), name.slice(best + 1)];
}

/** Returns how the label of a place is set so that it stays on the axis, however narrow that is. */
export function anchorAt(at: number): 'start' | 'middle' | 'end' {
  return at < 20 ? 'start' : at > 80 ? 'end' : 'middle';
}
