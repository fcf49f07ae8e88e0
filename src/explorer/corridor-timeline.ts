/**
 * <corridor-timeline>: choosing an event brings the map to it, and what is chosen on the map is marked here. Works on
 * the list that the page already holds; the axis, where there is one, is stepped by its slider and pressed by pointer.
 */

import { MAX_ZOOM, MIN_ZOOM, REGION } from '../model/map-limits.ts';
import { decode } from '../share/link.ts';
import type { Limits, View } from '../share/view.ts';
import { followView, requestView } from './view-events.ts';

const ANY: Limits = {
  ...REGION,
  minZoom: MIN_ZOOM,
  maxZoom: MAX_ZOOM,
  firstDay: '0001-01-01',
  lastDay: '9999-12-31',
  ids: null,
  formerIds: {},
};

class CorridorTimeline extends HTMLElement {
  #rows = new Map<string, HTMLElement>();
  #order: string[] = [];
  #chosen: string | null = null;
  #day = '';

  connectedCallback(): void {
    for (const row of this.querySelectorAll<HTMLElement>('.event-row')) this.#rows.set(row.dataset['event'] ?? '', row);
    this.#order = [...this.#rows.keys()];
    this.addEventListener('click', (event) => {
      const target = event.target as Element;
      if (target.closest('a')) return;
      const id = target.closest<HTMLElement>('.event-row')?.dataset['event'] ?? this.#nearestDot(event);
      if (id) this.#choose(id);
    });
    const steps = this.querySelector<HTMLInputElement>('.axis-steps input');
    steps?.addEventListener('input', () => this.#choose(this.#order[Number(steps.value)] ?? ''));
    const explorer = this.closest('corridor-explorer');
    explorer?.addEventListener('event-step', (event) => this.#step((event as CustomEvent<number>).detail));
    followView(this, (view) => this.#mark(view));
  }

  #choose(id: string): void {
    const view = this.#rows.get(id)?.dataset['view'];
    if (!view) return;
    const { lat, lon, zoom, day, focus } = decode(
      view,
      { lat: 0, lon: 0, zoom: 0, day: '', focus: null, layers: [] },
      ANY,
    ).view;
    requestView(this, { lat, lon, zoom, day, focus }, true);
  }

  /** Goes to the event before or after the chosen one; where none is chosen, before or after the day. */
  #step(by: number): void {
    const at = this.#chosen
      ? this.#order.indexOf(this.#chosen)
      : this.#order.findLastIndex((id) => id.slice(0, 10) <= this.#day) + (by < 0 ? 1 : 0);
    this.#choose(this.#order[Math.min(this.#order.length - 1, Math.max(0, at + by))] ?? '');
  }

  #mark({ focus, day }: View): void {
    this.#day = day;
    if (this.#chosen === focus) return;
    this.#chosen = focus && this.#rows.has(focus) ? focus : null;
    for (const [id, row] of this.#rows) {
      if (id === this.#chosen) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    }
    for (const dot of this.querySelectorAll<SVGElement>('.dot'))
      dot.classList.toggle('chosen', dot.dataset['event'] === this.#chosen);
    const steps = this.querySelector<HTMLInputElement>('.axis-steps input');
    const row = this.#chosen ? this.#rows.get(this.#chosen) : undefined;
    if (!row) return;
    if (steps && this.#chosen) {
      steps.value = String(this.#order.indexOf(this.#chosen));
      steps.setAttribute(
        'aria-valuetext',
        `${row.querySelector('time')?.textContent ?? ''}: ${row.querySelector('.what')?.textContent?.trim() ?? ''}`,
      );
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
