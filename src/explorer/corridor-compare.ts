/** <corridor-compare>: a second day beside the first, and the list of what differs. Comes with the live map. */
import { wordDay } from '../i18n/word-dates.ts';
import { wordCount } from '../i18n/words.ts';
import type { Day } from '../model/dates.ts';
import { differencesBetween, differencesMarkup } from '../model/differences.ts';
import { snapshotAt } from '../model/snapshot.ts';
import type { MapWorld } from '../model/world.ts';
import type { View } from '../share/view.ts';
import { hearDays, showDay } from './date-field.ts';
import { keepFocus } from './keep-focus.ts';
import { renewMarkup } from './markup.ts';
import { followView, requestView } from './view-events.ts';

/** The day that is first compared with: the road open, by its old way. */
const FIRST: Day = '2021-06-01';
const SECOND: Day = '2023-05-01';

export class CorridorCompare extends HTMLElement {
  #world: MapWorld | undefined;
  #view: View | undefined;

  connectedCallback(): void {
    const date = this.querySelector('input');
    this.querySelector('button')?.addEventListener('click', () => {
      const isOn = this.#view?.against !== undefined;
      const against = isOn ? undefined : this.#view?.day === FIRST ? SECOND : FIRST;
      requestView(this, { change: { against }, isChoice: true });
    });
    if (date)
      hearDays(
        date,
        (against, isLater) => requestView(this, { change: { against }, isChoice: !isLater }),
        () => this.#view?.against,
      );
    followView(this, (view) => {
      this.#view = view;
      this.#show();
    });
  }

  set world(world: MapWorld) {
    this.#world = world;
    this.#show();
  }

  #show(): void {
    const view = this.#view;
    const [button, date, rest] = [
      this.querySelector('button'),
      this.querySelector('input'),
      this.querySelector<HTMLElement>('.compare-rest'),
    ];
    if (!view || !button || !date || !rest) return;
    const { day, against } = view;
    button.textContent = against ? 'Stop comparing' : 'Compare with another day';
    if (!against && rest.contains(document.activeElement)) button.focus({ preventScroll: true });
    rest.hidden = !against;
    const list = this.querySelector('[data-part="differences"]');
    const counted = this.querySelector('[data-part="counted"]');
    if (!against) {
      if (list) renewMarkup(list, '');
      counted?.replaceChildren();
      return;
    }
    showDay(date, against);
    if (!this.#world || !list) return;
    const [early, late] = [day, against].sort() as [Day, Day];
    const base = this.closest<HTMLElement>('corridor-explorer')?.dataset['base'] ?? '/';
    const found = differencesBetween(snapshotAt(this.#world, early), snapshotAt(this.#world, late));
    const markup = `<h2>What differs between ${wordDay(early)} and ${wordDay(late)}</h2>${differencesMarkup(found, base)}`;
    keepFocus(() => renewMarkup(list, markup), date);
    // Days are walked fast: only how much differs is said by itself.
    const said = `${wordCount(found.differences.length, 'difference')} and ${wordCount(found.events.length, 'event')} between the two days, listed below.`;
    if (counted && counted.textContent !== said) counted.textContent = said;
  }
}

customElements.define('corridor-compare', CorridorCompare);
