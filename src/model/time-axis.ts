/** The axis of the timeline: all followed time on one line, the dense months of 2022 and 2023 with room to breathe. */
import type { Day, PartialDate } from './dates.ts';
import { type Knot, positionOn } from './time-scale.ts';

/** From each of these days to the next the axis runs evenly; `at` is where the day stands, from 0 to 100. */
const KNOTS: readonly Knot[] = [
  { day: '1920-01-01', at: 0 },
  { day: '1988-01-01', at: 3 },
  { day: '2020-07-01', at: 12 },
  { day: '2021-01-01', at: 22 },
  { day: '2022-07-01', at: 28 },
  { day: '2022-12-01', at: 38 },
  { day: '2023-10-15', at: 81 },
  { day: '2024-01-15', at: 87 },
  { day: '2026-07-01', at: 100 },
];

/** Returns where a date stands on the axis, from 0 to 100; a partly known date at its first day. */
export function axisPosition(date: PartialDate): number {
  return positionOn(KNOTS, date);
}

/** Returns the days that carry a tick, with their label. */
export function axisTicks(): { day: Day; label: string }[] {
  return [
    { day: '1988-01-01', label: '1988' },
    { day: '2020-07-01', label: '2020' },
    { day: '2021-01-01', label: '2021' },
    { day: '2022-07-01', label: '2022' },
    { day: '2023-01-01', label: '2023' },
    { day: '2023-04-01', label: 'Apr' },
    { day: '2023-07-01', label: 'Jul' },
    { day: '2023-10-01', label: 'Oct' },
    { day: '2024-01-15', label: '2024' },
    { day: '2025-01-01', label: '2025' },
    { day: '2026-01-01', label: '2026' },
  ];
}
