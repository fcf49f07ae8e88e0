/** The sentence of what a map shows, on the page. */
import { wordDay } from '../i18n/word-dates.ts';
import { describeState } from '../model/describe.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { putText } from './markup.ts';

/**
 * Puts what a map shows in words into the places that wait for it. Where a page says by itself what is new, the day stands apart:
 * its slider says it already. A caption written for one day, `data-day`, stands until the map shows another.
 */
export function sayMap(snapshot: Snapshot): void {
  const [day, state] = [`${wordDay(snapshot.day)}.`, describeState(snapshot)];
  for (const place of document.querySelectorAll<HTMLElement>(`.said:not([data-day="${snapshot.day}"])`)) {
    place.removeAttribute('data-day');
    const [first, rest] = place.children;
    if (first && rest) {
      putText(first, day);
      putText(rest, state);
    } else putText(place, `${day} ${state}`);
  }
}
