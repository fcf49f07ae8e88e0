/**
 * The strip: the status of the road as one thin band over a scale of time, with ticks for events and names for years. Only
 * where things stand; all positions are from 0 to 100, so that the band may have any width.
 */
import type { Day, PartialDate } from './dates.ts';
import { dayNumber, dayOfNumber } from './day-numbers.ts';
import { type RoadKind, type RoadPeriod, spansBetween } from './road.ts';
import { type Knot, positionOn } from './time-scale.ts';

/** A period on the band, cut to it. */
export interface StripPart {
  readonly id: string;
  readonly kind: RoadKind;
  readonly from: Day;
  readonly to: Day;
  readonly at: number;
  readonly width: number;
}

/** A name under the band. */
export interface StripName {
  readonly at: number;
  readonly text: string;
  readonly anchor: 'start' | 'end';
  /** The least room in which it stands. */
  readonly room: StripRoom;
}

/** Share of the band that a name needs: on a phone in large type, on a phone, and on a screen of 1000 px or more. */
const ROOM = { least: 20, narrow: 9.6, wide: 3.2 } as const;
type StripRoom = keyof typeof ROOM;
/** A year is named where it has at least this share of the band. */
const LEAST_YEAR = 2;
const QUARTERS = { '04': 'Apr', '07': 'Jul', '10': 'Oct' } as const;

const endsOf = (knots: readonly Knot[]): readonly [Day, Day] => [knots[0]?.day ?? '', knots.at(-1)?.day ?? ''];

/** Returns the periods on a scale, in order of time, without a gap from its start to its end. */
export function stripParts(periods: readonly RoadPeriod[], knots: readonly Knot[]): StripPart[] {
  return spansBetween(periods, ...endsOf(knots)).map(({ period, from, to }) => {
    const at = positionOn(knots, from);
    const end = positionOn(knots, dayOfNumber(dayNumber(to) + 1));
    return { id: period.id, kind: period.kind, from, to, at, width: end - at };
  });
}

/** Returns where events stand, in thousandths of the band, each spot once; those of most significance apart. */
export function stripTicks(
  events: readonly { readonly date: PartialDate; readonly significance: number }[],
  knots: readonly Knot[],
): { readonly major: number[]; readonly minor: number[] } {
  const [first, last] = endsOf(knots);
  const at = (isMajor: boolean): number[] => [
    ...new Set(
      events
        .filter(({ date, significance }) => date >= first && date <= last && (significance === 3) === isMajor)
        .map(({ date }) => Math.round(positionOn(knots, date) * 10)),
    ),
  ];
  return { major: at(true), minor: at(false) };
}

/** Returns the names under the band: its two ends, then the years, then the quarters, as far as there is room. */
export function stripNames(knots: readonly Knot[]): StripName[] {
  const [first, last] = endsOf(knots);
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const years = Array.from({ length: to - from }, (_, i) => String(from + 1 + i)).filter(
    (year) => positionOn(knots, String(Number(year) + 1)) - positionOn(knots, year) >= LEAST_YEAR,
  );
  const months = years.flatMap((year) =>
    Object.entries(QUARTERS).map(([month, text]) => ({ day: `${year}-${month}-01`, text })),
  );
  const wanted = [...years.map((year) => ({ day: `${year}-01-01`, text: year })), ...months];
  const names: StripName[] = [{ at: 0, text: String(from), anchor: 'start', room: 'least' }];
  names.push({ at: 100, text: String(to), anchor: 'end', room: 'least' });
  for (const room of ['least', 'narrow', 'wide'] as const)
    for (const { day, text } of wanted) {
      const at = positionOn(knots, day);
      const isFree = names.every((name) =>
        name.anchor === 'end' ? at + 2 * ROOM[room] <= name.at : Math.abs(at - name.at) >= ROOM[room],
      );
      if (isFree) names.push({ at, text, anchor: 'start', room });
    }
  return names;
}

/** Returns where the scale changes its pace, and the stretch that has most of the band, with its share in per cent. */
export function paceOf(knots: readonly Knot[]): {
  readonly joints: readonly number[];
  readonly dense: { readonly from: Day; readonly to: Day; readonly share: number };
} {
  const stretches = knots
    .slice(1)
    .map((knot, i) => ({ from: knots[i]?.day ?? '', to: knot.day, share: knot.at - (knots[i]?.at ?? 0) }));
  const dense = stretches.reduce((best, one) => (one.share > best.share ? one : best), { from: '', to: '', share: 0 });
  return { joints: knots.slice(1, -1).map(({ at }) => at), dense: { ...dense, share: Math.round(dense.share) } };
}

/** Where a part's label has room: on any band, on a wide one only, or on none. `letters` is the label's length. */
export function roomFor(letters: number, width: number): 'always' | 'wide' | 'never' {
  const pixels = letters * 6.8 + 12;
  if (width >= pixels / 3.3) return 'always';
  return width >= pixels / 9.5 ? 'wide' : 'never';
}
