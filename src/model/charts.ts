/** The charts of the site: numbers of one kind, joined with their events and sources, and checked. Pure. */
import type { ChartEntry } from '../schema/content.ts';
import type { Day, PartialDate } from './dates.ts';
import { firstDayOf, lastDayOf } from './partial-dates.ts';

type Row = ChartEntry['rows'][number];

export interface ChartRow extends Omit<Row, 'day' | 'event'> {
  readonly day: PartialDate;
  readonly event?: string | undefined;
}

export interface Chart extends Omit<ChartEntry, 'rows' | 'band' | 'corrections'> {
  readonly id: string;
  readonly rows: readonly ChartRow[];
  /** Ids of what its rows and its caveat rest on. */
  readonly sources: readonly string[];
  /** A time that is marked; `until` is the first day no more. */
  readonly band?: { readonly since: Day; readonly until: Day; readonly label: string } | undefined;
}

/** What a chart is joined with: other content, and a way to say what is wrong. */
export interface ChartContext {
  readonly followedTo: Day;
  readonly say: (field: string, what: string) => void;
  /** Returns an event's id as it is now and its date, if there is one; says so if not. */
  readonly findEvent: (field: string, id: string) => { readonly id: string; readonly date: PartialDate } | undefined;
  /** Returns a source's id as it is now; says so if there is none. */
  readonly resolveSource: (field: string, id: string) => string;
}

/** What the rows of each form have to say. */
const NEEDS: Readonly<Record<ChartEntry['form'], readonly ('value' | 'mark' | 'lane')[]>> = {
  bars: ['value'],
  units: ['mark'],
  axis: ['mark', 'lane'],
  profile: [],
};
const HOW = {
  value: 'a number of this form needs a value to be drawn',
  mark: 'say what became of it',
  lane: 'say which of the lanes it belongs to',
};

/** Joins a chart but for its sources; everything wrong in it is said. */
export function assembleChart(id: string, data: ChartEntry, context: ChartContext): Omit<Chart, 'sources'> {
  const { say } = context;
  const { corrections: _, band: asked, rows: written, ...rest } = data;
  const { form, from, to, lanes } = rest;
  if ((form === 'bars' || form === 'axis') && !(from && to))
    say('from', 'missing. Name the first and the last day, from and to');
  if (from && to && to <= from) say('to', `${to} is not after from, ${from}. Swap them or correct one`);
  if (form === 'profile' ? written.length > 0 : written.length === 0)
    say('rows', form === 'profile' ? 'heights are measured, not written. Take the rows out' : 'there is none. Add one');
  const rows = written.flatMap((row, i): ChartRow[] => {
    const at = `rows.${i}`;
    const event = row.event === undefined ? undefined : context.findEvent(`${at}.event`, row.event);
    if (row.day && row.event) say(`${at}.day`, 'the event has its date. Take day out');
    if (!row.day && !row.event) say(at, 'has no date. Name its day, or the event whose day it has');
    for (const field of NEEDS[form]) if (row[field] === undefined) say(`${at}.${field}`, `missing: ${HOW[field]}`);
    if (row.lane !== undefined && !lanes.includes(row.lane))
      say(`${at}.lane`, `"${row.lane}" is not among the lanes: ${lanes.join(', ') || 'there are none'}`);
    const sources = row.sources.map((one, j) => context.resolveSource(`${at}.sources.${j}`, one));
    const day = row.day ?? event?.date;
    if (day === undefined) return [];
    if (firstDayOf(day) > context.followedTo)
      say(`${at}.day`, `${day} is after followedTo in content/site.yaml, ${context.followedTo}`);
    if ((from && lastDayOf(day) < from) || (to && firstDayOf(day) > to))
      say(`${at}.day`, `${day} is outside the picture, ${from} to ${to}. Correct it, or from and to`);
    return [{ ...row, day, event: event?.id, sources }];
  });
  for (const [i, { day }] of rows.entries()) {
    const before = rows[i - 1]?.day;
    if (before && firstDayOf(day) < firstDayOf(before))
      say(`rows.${i}.day`, `${day} is before the row above it, ${before}. Put the rows in order of time`);
  }
  const since = asked && context.findEvent('band.since', asked.since);
  const until = asked && context.findEvent('band.until', asked.until);
  if (since && until && firstDayOf(until.date) <= firstDayOf(since.date))
    say(
      'band.until',
      `${until.id} began on ${firstDayOf(until.date)}, not after ${since.id}, ${firstDayOf(since.date)}. Swap them or correct one`,
    );
  return {
    ...rest,
    id,
    rows,
    band: since && until && { since: firstDayOf(since.date), until: firstDayOf(until.date), label: asked.label },
  };
}

/** Returns the chart of an id, also of one that it had before. */
export function chartOf<T extends Pick<Chart, 'id' | 'formerIds'>>(charts: readonly T[], id: string): T | undefined {
  return charts.find((chart) => chart.id === id) ?? charts.find((chart) => chart.formerIds.includes(id));
}

/** Returns the ids of the charts that a chapter's body shows, each with its line, counted from 1 within the body. */
export function chartsIn(body: string): { id: string; line: number }[] {
  return body
    .split('\n')
    .flatMap((text, i) => [...text.matchAll(/<Chart id="([^"]*)" ?\/>/g)].map(([, id = '']) => ({ id, line: i + 1 })));
}
