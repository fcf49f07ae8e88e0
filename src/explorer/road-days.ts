/**
 * The days of the road's page, once they are asked for. A day is picked in the calendar, by date or by link, and the answer is put
 * together from the table of periods on the page; on the page of one period it stands already. The day is in the address:
 * `#day=YYYY-MM-DD`.
 */
import { wordDay } from '../i18n/word-dates.ts';
import { asSent } from '../model/as-sent.ts';
import { COLUMNS, dayAt, percentAt, rowTop, stepDay } from '../model/calendar.ts';
import type { Day } from '../model/dates.ts';
import { nearestDay } from '../model/nearest-day.ts';
import { AddressWriter } from './address-writer.ts';
import { dayMeant, isCleared, showDay } from './date-field.ts';
import { keepAddressBySkipLink } from './skip-link.ts';

/** How long a day of another page may stand in the field before it is looked up there, milliseconds. */
const LEAVE = 1000;

export class RoadDays {
  readonly #page: HTMLElement;
  readonly #first: Day;
  readonly #last: Day;
  readonly #head: number;
  #day: Day;
  /** The day of the page, which an address without one opens. */
  readonly #opening: Day;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  readonly #address = new AddressWriter();

  constructor(page: HTMLElement) {
    this.#page = page;
    this.#first = page.dataset['first'] ?? '';
    this.#last = page.dataset['last'] ?? '';
    this.#head = Number(page.querySelector<HTMLElement>('.calendar-days')?.dataset['head']);
    this.#day = page.querySelector<HTMLTimeElement>('.road-answer time')?.dateTime ?? this.#first;
    this.#opening = this.#day;
    keepAddressBySkipLink();
    // A step back may lead to the page's own day.
    addEventListener('hashchange', () => location.hash === '' && this.readAddress());
  }

  /**
   * Answers what a reader did with a control: the calendar, the field for a date. `box` is where the control stood in the window
   * at that moment.
   */
  answer(event: Event, box: DOMRect): void {
    const target = event.target as Element;
    const days = target.closest<HTMLElement>('.calendar-days');
    if (days && event instanceof KeyboardEvent) this.#step(event.key);
    else if (days) this.#choose(this.#dayUnder(box, event as PointerEvent));
    else if (target.matches('.answer-ask input') && event.type !== 'click') {
      const ask = target as HTMLInputElement;
      // Another digit may follow, unless the field was left or Enter pressed.
      clearTimeout(this.#leaving);
      const isDone = event.type !== 'change' || isCleared(ask);
      const day = dayMeant(ask, isDone);
      if (day) {
        this.#choose(day, isDone ? 0 : LEAVE);
        // The answer may be that of the day before, and nothing else new to be heard.
        this.#part('asked').textContent = `${wordDay(day)}. `;
      } else if (isDone) ask.value = this.#day;
    }
  }

  #dayUnder(box: DOMRect, { clientX, clientY }: PointerEvent): Day {
    return dayAt(this.#first, this.#last, (clientX - box.left) / box.width, clientY - box.top - this.#head);
  }

  #step(key: string): void {
    const step = {
      ArrowRight: { days: 1 },
      ArrowLeft: { days: -1 },
      ArrowDown: { months: 1 },
      ArrowUp: { months: -1 },
      PageDown: { months: 12 },
      PageUp: { months: -12 },
      Home: { days: -1e5 },
      End: { days: 1e5 },
    }[key];
    if (step) this.#choose(stepDay(this.#day, step, this.#first, this.#last));
  }

  /** Shows the day that the address asks for; what the page of one period does not hold, the page of all days does. */
  readAddress(): void {
    this.#address.drop();
    if (location.hash === '') {
      this.#part('notice').textContent = '';
      this.#show(this.#opening);
      return;
    }
    const asked = asSent(location.hash).replace(/^#day=/i, '');
    const day = nearestDay(asked, this.#first, this.#last);
    const { only, road } = this.#page.dataset;
    if (only && day && day !== asked) {
      location.replace(`${road}#day=${asked}`);
      return;
    }
    this.#show(day ?? this.#day);
    this.#part('notice').textContent =
      day === asked
        ? ''
        : `The day “${asked.slice(0, 40)}” was not understood, or lies outside the days of this page. What you see is ${day ? 'the nearest day' : 'another day'}.`;
  }

  /** Shows a day and writes it into the address; one that this page does not hold is looked up on the page of all days. */
  #choose(day: Day, wait = 0): void {
    if (day < this.#first || day > this.#last) {
      this.#leaving = setTimeout(() => {
        // Who comes back finds the field as the answer is.
        this.#askFor(this.#day);
        location.assign(`${this.#page.dataset['road']}#day=${day}`);
      }, wait);
      return;
    }
    this.#part('notice').textContent = '';
    this.#show(day);
    this.#address.replace(`#day=${day}`);
  }

  /** Puts a day into the field for a date. */
  #askFor(day: Day): void {
    const ask = this.#page.querySelector<HTMLInputElement>('.answer-ask input');
    if (ask) showDay(ask, day);
  }

  #show(day: Day): void {
    this.#day = day;
    const time = this.#page.querySelector<HTMLTimeElement>('.road-answer time');
    if (time) {
      time.dateTime = day;
      time.textContent = wordDay(day);
    }
    this.#askFor(day);
    const map = this.#part('map') as HTMLAnchorElement;
    map.href = map.href.replace(/day=[^&]*/, `day=${day}`);
    const share = this.#page.querySelector<HTMLElement>('.road-answer share-link');
    const period = this.#page.dataset['only'] ?? this.#rowOf(day)?.id ?? '';
    const road = this.#page.dataset['road'] ?? '';
    if (share) {
      const link = `${road}${period}/#day=${day}`;
      // A link that was copied is no longer that of what is shown.
      if (share.dataset['link'] !== link) share.querySelector('[role=status]')?.replaceChildren();
      share.dataset['link'] = link;
      share.dataset['embed'] = road.replace(/road\/$/, `embed/road/${period}/`);
    }
    const row = this.#rowOf(day);
    if (row) {
      const said = this.#part('said');
      if (said.dataset['period'] !== row.id) {
        said.dataset['period'] = row.id;
        this.#part('answer').textContent = row.dataset['answer'] ?? '';
        for (const part of ['swatch', 'label', 'span', 'passes', 'event', 'accounts'])
          this.#part(part).replaceChildren(
            ...[...(row.querySelector(`[data-part="${part}"]`)?.cloneNode(true).childNodes ?? [])],
          );
      }
      for (const other of this.#page.querySelectorAll('[aria-current]')) other.removeAttribute('aria-current');
      row.setAttribute('aria-current', 'true');
    }
    const broken = this.#page.querySelector(`[data-part="breaks"] [data-day="${day}"]`);
    const mark = this.#part('break');
    mark.hidden = !broken;
    mark.replaceChildren(...(broken?.cloneNode(true).childNodes ?? []));
    const picked = this.#page.querySelector('.picked');
    if (!picked) return;
    picked.setAttribute('x', `${((Number(day.slice(8)) - 1) / COLUMNS) * 100}%`);
    picked.setAttribute('y', String(this.#head + rowTop(this.#first, day.slice(0, 7)) - 0.5));
    const days = this.#page.querySelector<HTMLElement>('.calendar-days');
    if (!days) return;
    days.ariaValueNow = String(percentAt(this.#first, this.#last, day));
    const said = `${wordDay(day)}: ${this.#part('label').textContent}`;
    days.ariaValueText = said;
    // Where the answer itself is out of sight, its head stands at the foot of the window.
    const { top, bottom } = (time ?? days).getBoundingClientRect();
    this.#page.querySelector('.picked-said')?.replaceChildren(bottom < 0 || top > innerHeight ? said : '');
  }

  #rowOf(day: Day): HTMLElement | undefined {
    return [...this.#page.querySelectorAll<HTMLElement>('tr[data-from]')].find(
      ({ dataset }) => (dataset['from'] ?? '') <= day && day <= (dataset['to'] ?? ''),
    );
  }

  #part(name: string): HTMLElement {
    return this.#page.querySelector<HTMLElement>(`.road-answer [data-part="${name}"]`) ?? document.createElement('p');
  }
}
