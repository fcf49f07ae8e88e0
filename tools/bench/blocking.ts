/**
 * How long a page's own work blocks it on a slow processor: total blocking time as in https://web.dev/articles/tbt, but by the
 * processor time of each task. The clock also counts what a task waits for: other processes on the same cores, and on Linux the
 * browser's font service.
 */

/** One event of a browser's trace, as far as it is read: times in microseconds, of the clock and of the processor. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

/** A task may last so long, milliseconds. */
const SHORT = 50;

/**
 * Returns, in milliseconds, by how much the tasks of a thread last longer than 50 ms on a processor so many times slower, from a
 * point of the clock on, microseconds. Events are in the order in which they begin. Throws if the trace has no processor times.
 */
export function blockingOfProcessor(events: readonly TraceEvent[], from: number, slowdown: number): number {
  let [blocking, end] = [0, from];
  for (const { name, ph, ts, dur = 0, tdur } of events) {
    // A task within a task is part of it.
    if (ph !== 'X' || !name.endsWith('RunTask') || ts < end) continue;
    if (tdur === undefined && dur > 0) throw new Error('The trace has no processor times.');
    end = ts + dur;
    blocking += Math.max(0, ((tdur ?? 0) / 1000) * slowdown - SHORT);
  }
  return blocking;
}
