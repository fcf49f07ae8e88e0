/** The sentence of what a map shows, on the page. */
import { wordDay } from '../i18n/word-dates.ts';
import { describeState } from '../model/describe.ts';
import type { Snapshot } from '../model/snapshot.ts';

/**
 * Puts what a map shows in words into the places that wait for it. Where a page says by itself what is new, the day stands apart:
 * its slider says it already. A caption written for one day, `data-day`, stands until the map shows another.
 */
export function sayMap(snapshot: Snapshot): void {
  const [day, state] = [`${wordDay(snapshot.day)}.`, describeState(snapshot)];
  const put = (place: Element, text: string): void => {
    if (place.textContent !== text) place.textContent = text;
  };
  for (const place of document.querySelectorAll<HTMLElement>(`.said:not([data-day="${snapshot.day}"])`)) {
    place.removeAttribute('data-day');
    const [first, rest] = place.children;
    if (first && rest) {
      put(first, day);
      put(rest, state);
    } else put(place, `${day} ${state}`);
  }
}
