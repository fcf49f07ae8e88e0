/**
 * The state of the road by day: periods that follow each other without a gap, each begun by an event, and the routes
 * that led along it. A day has exactly one period and one route.
 */
import type { RoadEntry } from '../schema/content.ts';
import { gapsBetween } from './course.ts';
import type { Day, PartialDate } from './dates.ts';
import { dayNumber, dayOfNumber } from './day-numbers.ts';
import { firstDayOf, lastDayOf, precisionOf } from './partial-dates.ts';
import type { LonLat } from './projection.ts';

/** What could pass, as far as it could be observed. */
export type RoadKind = RoadEntry['statuses'][number]['is'];

/** How a kind is drawn: on the map the line of the road, in the calendar the ground of the pattern. */
export type RoadTone = 'in-use' | 'restricted' | 'closed' | 'one-way-out' | 'not-in-use';

export const ROAD_TONES: Readonly<Record<RoadKind, RoadTone>> = {
  'before-corridor': 'in-use',
  open: 'in-use',
  aid: 'restricted',
  checkpoint: 'restricted',
  patients: 'restricted',
  'both-roads': 'restricted',
  peacekeepers: 'restricted',
  closed: 'closed',
  'one-way-out': 'one-way-out',
  'not-recorded': 'not-in-use',
  'no-corridor': 'not-in-use',
};

/** What the map, still or live, needs of a period. */
export interface RoadPeriod {
  /** The id of the event that began it, with `after-` before it where the event's end did; `start` for the first. */
  readonly id: string;
  readonly kind: RoadKind;
  /** Its first day; null: always so far. */
  readonly from: Day | null;
  /** The event that began it, if one did. */
  readonly event?: string | undefined;
}

/** What the map needs of a route. */
export interface RouteInTime {
  readonly id: string;
  readonly from: Day;
  /** The first day on which it could not be used, where that is not the first day of the next route. */
  readonly until?: Day | undefined;
}

export interface RoadInTime {
  /** In order of time; the first has no first day. */
  readonly periods: readonly RoadPeriod[];
  /** In order of time. */
  readonly routes: readonly RouteInTime[];
}

export interface WorldPeriod extends RoadPeriod {
  readonly passes: string;
  readonly sources: readonly string[];
}

export interface WorldRoute extends RouteInTime {
  readonly event: string;
  /** The event that ended it, by `until`. */
  readonly endedBy?: string | undefined;
  readonly name: string;
  readonly legs: readonly string[];
  readonly waypoints: readonly string[];
  readonly length: string;
  /** Kilometres as published, by leg. */
  readonly lengths: Readonly<Record<string, number>>;
  readonly sources: readonly string[];
}

export interface WorldRoad extends RoadInTime {
  readonly periods: readonly WorldPeriod[];
  readonly routes: readonly WorldRoute[];
  /** Days with a closure of some hours, by their event. */
  readonly interruptions: readonly { readonly day: Day; readonly event: string }[];
}

/** What was true of the road on a day. */
export interface RoadOnDay {
  readonly period: RoadPeriod;
  readonly tone: RoadTone;
  /** The route of that day, if one is known. */
  readonly route: string | undefined;
}

/** Returns the state of the road on a day: that with which the day ended. */
export function roadOn({ periods, routes }: RoadInTime, day: Day): RoadOnDay {
  const period = periods.findLast(({ from }) => from === null || from <= day) ?? periods[0];
  if (!period) throw new Error('a road has at least one period');
  const route = routes.findLast(({ from }) => from <= day);
  return {
    period,
    tone: ROAD_TONES[period.kind],
    route: route?.until && route.until <= day ? undefined : route?.id,
  };
}

/** A period with the days it held, and their number. */
export interface Span<P extends RoadPeriod = RoadPeriod> {
  readonly period: P;
  /** First and last day. */
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
}

/** Returns the periods between two days, both counted, in order of time; what lies outside is cut off. */
export function spansBetween<P extends RoadPeriod>(periods: readonly P[], first: Day, last: Day): Span<P>[] {
  return periods.flatMap((period, i) => {
    const next = periods[i + 1]?.from;
    const end = next ? dayOfNumber(dayNumber(next) - 1) : last;
    const from = period.from && period.from > first ? period.from : first;
    const to = end < last ? end : last;
    return from <= to ? [{ period, from, to, days: dayNumber(to) - dayNumber(from) + 1 }] : [];
  });
}

/** Tells whether a period is one of the corridor: each of these has a page. */
export function isOfCorridor({ kind }: RoadPeriod): boolean {
  return kind !== 'before-corridor';
}

/** Returns the periods of the corridor in the time that is followed, in order of time. */
export function corridorSpans({
  road,
  firstDay,
  followedTo,
}: {
  readonly road: WorldRoad;
  readonly firstDay: Day;
  readonly followedTo: Day;
}): Span<WorldPeriod>[] {
  return spansBetween(road.periods, firstDay, followedTo).filter(({ period }) => isOfCorridor(period));
}

/** Returns how many days the road was in each kind between two days, both counted, in order of first appearance. */
export function daysByKind(periods: readonly RoadPeriod[], first: Day, last: Day): Map<RoadKind, number> {
  const days = new Map<RoadKind, number>();
  for (const span of spansBetween(periods, first, last))
    days.set(span.period.kind, (days.get(span.period.kind) ?? 0) + span.days);
  return days;
}

interface DatedEvent {
  readonly date: PartialDate;
  readonly endDate?: PartialDate | undefined;
}

/** How `assembleWorld` checks the parts of the road: ids, texts, and where to say what is wrong. */
export interface RoadChecks {
  /** Returns the id as it is called now, and says so if there is no such event. */
  resolveEvent(field: string, id: string): string;
  /** The same for a place. */
  resolvePlace(field: string, id: string): string;
  event(id: string): DatedEvent | undefined;
  hasShape(id: string): boolean;
  /** Returns the points of a shape from end to end; null where it is no road, nothing where there is none or it is not known. */
  roadOf(id: string): readonly LonLat[] | null | undefined;
  /** Checks a text and returns its sources. */
  readText(field: string, text: string): string[];
  say(field: string, what: string): void;
}

/** Returns the first day on which the road was open as a corridor, or nothing if no status says so. */
export function corridorBegan({ periods }: RoadInTime): Day | undefined {
  return periods.find(({ kind }) => kind === 'open')?.from ?? undefined;
}

/** The day of what an event began that cannot be read: before all others. */
const UNKNOWN: Day = '0001-01-01';

/** Legs whose ends are so far apart, km, touch: their lines were drawn from different sources. */
const TOUCHING = 0.05;

/** Says which legs of a route are no roads, and which do not begin where the one before them ends. */
function checkLegs(field: string, legs: readonly string[], { roadOf, say }: RoadChecks): void {
  const roads = legs.map(roadOf);
  for (const [i, road] of roads.entries())
    if (road === null)
      say(`${field}.legs.${i}`, `"${legs[i]}" is no line of content/geometry/routes.geojson. Name a road`);
  const known = roads.flatMap((road) => (road ? [road] : []));
  if (known.length < legs.length) return;
  for (const [i, gap] of gapsBetween(known).entries())
    if (gap > TOUCHING)
      say(
        `${field}.legs.${i}`,
        `"${legs[i]}" begins ${Math.round(gap * 1000)} m from the end of "${legs[i - 1]}". Put the legs in their order, or mend the line`,
      );
}

/** Joins `content/road.yaml` with the events that its statuses and routes name. Problems go to `checks.say`. */
export function assembleRoad(data: RoadEntry, checks: RoadChecks): WorldRoad {
  const { say } = checks;
  /** Tells whether the day of an event is known; says so if not, for what it begins would begin with the month or the year. */
  const isDayKnown = (field: string, event: string | undefined, date: PartialDate): boolean => {
    const isKnown = precisionOf(date) === 'day';
    if (!isKnown) say(field, `the day of ${event} is not known, only ${date}. Name an event whose day is known`);
    return isKnown;
  };
  const periods = data.statuses.map((status, i): WorldPeriod => {
    const field = `statuses.${i}`;
    const { since, after } = status;
    const named = since ?? after;
    const event = named === undefined ? undefined : checks.resolveEvent(`${field}.${since ? 'since' : 'after'}`, named);
    const dated = event === undefined ? undefined : checks.event(event);
    if (since && after) say(field, 'has since and after. Keep the one that is meant');
    if (i === 0 && named) say(field, 'the first status holds from the start: take out since and after');
    if (i > 0 && !named) say(field, 'names no event. Write since: event-id, or after: event-id');
    if (after && dated && !dated.endDate)
      say(`${field}.after`, `the event ${after} has no endDate to count from. Give it one, or write since`);
    const counted = dated && (since ? dated.date : (dated.endDate ?? dated.date));
    const from =
      counted && isDayKnown(`${field}.${since ? 'since' : 'after'}`, event, counted)
        ? since
          ? counted
          : dayOfNumber(dayNumber(counted) + 1)
        : null;
    return {
      id: event === undefined ? 'start' : after ? `after-${event}` : event,
      kind: status.is,
      from,
      event,
      passes: status.passes,
      sources: checks.readText(`${field}.passes`, status.passes),
    };
  });
  for (const [i, { from }] of periods.entries()) {
    const before = periods[i - 1]?.from;
    if (from && before && from <= before)
      say(
        `statuses.${i}`,
        `begins on ${from}, not after the status before it, ${before}. Two statuses would overlap: put them in order of time`,
      );
  }
  const routes = data.routes.map(({ until, ...route }, i): WorldRoute => {
    const field = `routes.${i}`;
    const event = checks.resolveEvent(`${field}.since`, route.since);
    for (const [j, leg] of route.legs.entries())
      if (!checks.hasShape(leg)) say(`${field}.legs.${j}`, `no shape "${leg}" in content/geometry. Correct the id`);
    checkLegs(field, route.legs, checks);
    for (const leg of Object.keys(route.lengths))
      if (!route.legs.includes(leg)) say(`${field}.lengths.${leg}`, 'is no leg of this route. Correct the id');
    const dated = checks.event(event);
    const first = dated ? firstDayOf(dated.date) : UNKNOWN;
    if (route.day && dated) {
      const last = lastDayOf(dated.endDate ?? dated.date);
      if (route.day < first || route.day > last)
        say(
          `${field}.day`,
          `${route.day} is no day of ${event}, ${first} to ${last}. Correct it, or name another event`,
        );
    }
    if (dated && !route.day) isDayKnown(`${field}.since`, event, dated.date);
    const from = route.day ?? first;
    const endedBy = until === undefined ? undefined : checks.resolveEvent(`${field}.until`, until);
    const ending = endedBy === undefined ? undefined : checks.event(endedBy);
    const last = ending && isDayKnown(`${field}.until`, endedBy, ending.date) ? ending.date : undefined;
    if (last && last <= from)
      say(`${field}.until`, `${endedBy} began on ${last}, not after ${route.id}. Name a later event`);
    return {
      ...route,
      from,
      until: last,
      event,
      endedBy,
      waypoints: route.waypoints.map((id, j) => checks.resolvePlace(`${field}.waypoints.${j}`, id)),
      sources: checks.readText(`${field}.length`, route.length),
    };
  });
  for (const [i, { from, id }] of routes.entries()) {
    const before = routes[i - 1];
    if (before && from !== UNKNOWN && from <= before.from)
      say(`routes.${i}`, `begins no later than ${before.id}. Put them in order of time`);
    if (before?.until && from !== UNKNOWN && from < before.until)
      say(
        `routes.${i - 1}.until`,
        `${before.endedBy} is later than the beginning of ${id}. Take it out, or correct it`,
      );
    if (routes.findIndex((one) => one.id === id) !== i) say(`routes.${i}.id`, `"${id}" is taken. Name it otherwise`);
  }
  const interruptions = data.interruptions.map((named, i) => {
    const event = checks.resolveEvent(`interruptions.${i}`, named);
    const date = checks.event(event)?.date ?? '';
    if (date && date.length < 10) say(`interruptions.${i}`, `the day of ${event} is not known. Take it out`);
    return { day: date, event };
  });
  return { periods, routes, interruptions };
}
