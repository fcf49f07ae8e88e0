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

/** What scripts put off to the end of a task, such as what stands behind an `await`: it runs right after the task, and is part of it. */
const END_OF_TASK = 'BlinkScheduler_PerformMicrotaskCheckpoint';

/**
 * Returns, in milliseconds, by how much the tasks of a thread last longer than 50 ms on a processor so many times slower, from a
 * point of the clock on, microseconds. Events are in the order in which they begin. Throws if the trace has no processor times.
 */
export function blockingOfProcessor(events: readonly TraceEvent[], from: number, slowdown: number): number {
  const tasks: number[] = [];
  let end = from;
  for (const { name, ph, ts, dur = 0, tdur } of events) {
    const isEnd = name === END_OF_TASK;
    // A task within a task is part of it.
    if (ph !== 'X' || !(isEnd || name.endsWith('RunTask')) || ts < end) continue;
    if (tdur === undefined && dur > 0) throw new Error('The trace has no processor times.');
    end = ts + dur;
    tasks.push((tdur ?? 0) + (isEnd ? (tasks.pop() ?? 0) : 0));
  }
  return tasks.reduce((sum, task) => sum + Math.max(0, (task / 1000) * slowdown - SHORT), 0);
}
