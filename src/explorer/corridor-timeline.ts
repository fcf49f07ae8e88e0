/**
 * <corridor-timeline>: choosing an event brings the map to it, and what is chosen on the map is marked here. Works on
 * the list that stands in it; the axis, where there is one, is stepped by its slider and pressed by pointer.
 */
import type { View } from '../share/view.ts';
import { followView, requestView } from './view-events.ts';

/** Returns a row's day and title. */
const said = (row: Element): string =>
  ['time', '.what'].map((part) => row.querySelector(part)?.textContent ?? '').join(': ');

class CorridorTimeline extends HTMLElement {
  /** What is marked, and among how many rows. */
  #marked = '';

  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      const target = event.target as Element;
      if (target.closest('a')) return;
      const id = target.closest<HTMLElement>('.event-row')?.dataset['event'] ?? this.#nearestDot(event);
      if (id) requestView(this, { goTo: id });
    });
    // A dot under the pointer says what it stands for.
    this.querySelector<HTMLElement>('.axis')?.addEventListener('pointermove', (event) => {
      const id = this.#nearestDot(event);
      const row = this.#rows.find((one) => one.dataset['event'] === id);
      (event.currentTarget as HTMLElement).title = row ? said(row) : '';
    });
    const steps = this.querySelector<HTMLInputElement>('.axis-steps input');
    steps?.addEventListener('input', () => this.#choose(Number(steps.value)));
    followView(this, (view) => this.#mark(view));
  }

  /** The rows in order of time. */
  get #rows(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.event-row')];
  }

  #choose(at: number): void {
    const rows = this.#rows;
    const id = rows[Math.min(rows.length - 1, Math.max(0, at))]?.dataset['event'];
    if (id) requestView(this, { goTo: id });
  }

  #mark({ focus }: View): void {
    let at = -1;
    const rows = this.#rows;
    const marked = `${focus} of ${rows.length}`;
    if (marked === this.#marked) return;
    this.#marked = marked;
    for (const [i, row] of rows.entries())
      if (row.dataset['event'] === focus) {
        row.setAttribute('aria-current', 'true');
        at = i;
      } else row.removeAttribute('aria-current');
    for (const dot of this.querySelectorAll<SVGElement>('.dot'))
      dot.classList.toggle('chosen', dot.dataset['event'] === focus);
    const row = rows[at];
    if (!row) return;
    const steps = this.querySelector<HTMLInputElement>('.axis-steps input');
    if (steps) {
      steps.value = String(at);
      steps.setAttribute('aria-valuetext', said(row));
    }
    if (!row.contains(document.activeElement)) this.#bringIntoSight(row);
  }

  /** Scrolls the list, and only the list, so that the row is seen; a page that is one long list stays where it is. */
  #bringIntoSight(row: HTMLElement): void {
    const list = this.closest<HTMLElement>('.scrolls');
    if (!list || list.scrollHeight <= list.clientHeight) return;
    const [box, frame] = [row.getBoundingClientRect(), list.getBoundingClientRect()];
    if (box.top < frame.top || box.bottom > frame.bottom) list.scrollTop += box.top - frame.top - 60;
  }

  #nearestDot(event: MouseEvent): string | undefined {
    if (!(event.target as Element).closest('.axis')) return undefined;
    let best: { id: string; distance: number } | undefined;
    for (const dot of this.querySelectorAll<SVGElement>('.dot')) {
      const { x, y, width, height } = dot.getBoundingClientRect();
      const distance = Math.hypot(x + width / 2 - event.clientX, y + height / 2 - event.clientY);
      if (distance < 24 && (!best || distance < best.distance)) best = { id: dot.dataset['event'] ?? '', distance };
    }
    return best?.id;
  }
}

customElements.define('corridor-timeline', CorridorTimeline);
