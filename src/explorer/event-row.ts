/** The rows of the list of events, as the parts that follow the view find them in the page. */
import type { View } from '../share/view.ts';

/** Returns the rows in order of time. */
export const rowsIn = (root: Element): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.event-row')];

/** Returns the date of a row's event. */
export const dateOf = (row: Element): string => row.querySelector('time')?.getAttribute('datetime') ?? '';

/** Returns a row's day and title. */
export const said = (row: Element): string =>
  ['time', '.what'].map((part) => row.querySelector(part)?.textContent ?? '').join(': ');

/** Returns which row is that of the event in focus; if none is, the last up to the view's day. */
export function rowOf(rows: readonly HTMLElement[], { focus, day }: View): { at: number; isChosen: boolean } {
  const at = rows.findIndex((row) => row.dataset['event'] === focus);
  return at < 0 ? { at: rows.findLastIndex((row) => dateOf(row) <= day), isChosen: false } : { at, isChosen: true };
}
