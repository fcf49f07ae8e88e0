/**
 * <corridor-timeline>: choosing an event brings the map to it, and what is chosen on the map is marked here. Works on
 * the list that stands in it.
 */
import type { View } from '../share/view.ts';
import { rowOf, rowsIn } from './event-row.ts';
import { followView, requestView } from './view-events.ts';

/** How far below the top of its list the row stands: under the head of the sheet, with that of its phase, pixels. */
const HEAD = 90;

class CorridorTimeline extends HTMLElement {
  /** What is marked, and among how many rows. */
  #marked = '';

  connectedCallback(): void {
    this.addEventListener('click', ({ target }) => {
      const pressed = target as Element;
      const id = pressed.closest<HTMLElement>('a, .event-row')?.dataset['event'];
      // Who selects words means to copy them.
      if (id && (getSelection()?.isCollapsed || pressed.closest('a, button'))) requestView(this, { goTo: id });
    });
    this.#addButtons();
    followView(this, (view) => this.#mark(view));
    // A list that is opened stands where the day is, be it folded or a sheet.
    this.closest('.sheet')?.addEventListener('toggle', () => this.#bringIntoSight(), true);
  }

  /** Gives each row the button that shows it on the map. */
  #addButtons(): void {
    for (const row of rowsIn(this)) {
      if (row.querySelector('.show')) continue;
      const button = document.createElement('button');
      button.className = 'show needs-script';
      button.textContent = 'Show on map';
      button.setAttribute('aria-label', `Show on map: ${row.querySelector('.what')?.textContent}`);
      row.querySelector('.more')?.append(button);
    }
  }

  #mark(view: View): void {
    const rows = rowsIn(this);
    const marked = `${view.focus} ${view.day} ${rows.length}`;
    if (marked === this.#marked) return;
    this.#marked = marked;
    this.#addButtons();
    const { at, isChosen } = rowOf(rows, view);
    for (const [i, row] of rows.entries()) {
      row.classList.toggle('of-day', i === at);
      if (isChosen && i === at) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    }
    if (isChosen && !rows[at]?.contains(document.activeElement)) this.#bringIntoSight();
  }

  /** Scrolls the list, in its panel or its sheet, to the row of the day; one that is as long as its page does not scroll. */
  #bringIntoSight(): void {
    const row = this.querySelector('.of-day');
    for (const list of [this.closest('.scrolls'), this.closest('.sheet')])
      if (row && list) list.scrollTop += row.getBoundingClientRect().top - list.getBoundingClientRect().top - HEAD;
  }
}

customElements.define('corridor-timeline', CorridorTimeline);
