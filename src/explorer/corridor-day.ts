/** <corridor-day>: the day of the view, by slider, by date field, and from event to event. */
import { dayNumber, dayOfNumber, isDay } from '../model/dates.ts';
import { followView, requestView } from './view-events.ts';

class CorridorDay extends HTMLElement {
  connectedCallback(): void {
    const range = this.querySelector<HTMLInputElement>('[type=range]');
    const date = this.querySelector<HTMLInputElement>('[type=date]');
    if (!range || !date) return;
    const start = dayNumber(this.dataset['first'] ?? '1988-01-01');
    range.addEventListener('input', () =>
      requestView(this, { change: { day: dayOfNumber(start + Number(range.value)) }, isChoice: false }),
    );
    date.addEventListener('change', () => {
      if (isDay(date.value)) requestView(this, { change: { day: date.value }, isChoice: true });
    });
    this.addEventListener('click', (event) => {
      const step = (event.target as Element).closest<HTMLElement>('[data-step]')?.dataset['step'];
      if (step) this.dispatchEvent(new CustomEvent('event-step', { detail: Number(step), bubbles: true }));
    });
    followView(this, ({ day }) => {
      range.value = String(dayNumber(day) - start);
      date.value = day;
    });
  }
}

customElements.define('corridor-day', CorridorDay);
