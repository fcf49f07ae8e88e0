/**
 * <corridor-road>: the page of the road, day by day. A day is picked in the calendar, by date or by link, and the answer
 * is put together from the table of periods on the page; on the page of one period it stands already. The day is in the
 * address: `#day=YYYY-MM-DD`. The profiles and the drive come with `road-drive.ts` when they are asked for.
 */
import { wordDay } from '../i18n/word-dates.ts';
import { COLUMNS, dayAt, rowTop, stepDay } from '../model/calendar.ts';
import { type Day, isDay } from '../model/dates.ts';
import { decodePercent } from '../model/decode-percent.ts';
import { nearestDay } from '../model/nearest-day.ts';
import './share-link.ts';

class CorridorRoad extends HTMLElement {
  #first: Day = '';
  #last: Day = '';
  #day: Day = '';
  #head = 0;
  #isDriven = false;

  connectedCallback(): void {
    this.#first = this.dataset['first'] ?? '';
    this.#last = this.dataset['last'] ?? '';
    this.#day = this.querySelector<HTMLTimeElement>('.road-answer time')?.dateTime ?? this.#first;
    const ask = this.querySelector<HTMLInputElement>('.answer-ask input');
    ask?.addEventListener('change', () => {
      if (isDay(ask.value)) this.#choose(ask.value);
      else ask.value = this.#day;
    });
    this.#followCalendar();
    addEventListener('hashchange', () => this.#readAddress());
    this.#readAddress();
    for (const type of ['input', 'click'] as const) this.addEventListener(type, (event) => void this.#drive(event));
  }

  /** The calendar answers to pointer and keys as one slider over days. */
  #followCalendar(): void {
    const days = this.querySelector<HTMLElement>('.calendar-days');
    if (!days) return;
    this.#head = Number(days.dataset['head']);
    days.tabIndex = 0;
    days.role = 'slider';
    days.ariaLabel = 'Day';
    days.ariaValueMin = '0';
    days.ariaValueMax = '100';
    days.querySelector('svg')?.setAttribute('aria-hidden', 'true');
    const at = ({ clientX, clientY }: PointerEvent): Day => {
      const box = days.getBoundingClientRect();
      return dayAt(this.#first, this.#last, (clientX - box.left) / box.width, clientY - box.top - this.#head);
    };
    days.addEventListener('click', (event) => this.#choose(at(event as PointerEvent)));
    days.addEventListener('pointermove', (event) => {
      if (event.pointerType === 'mouse' && event.buttons === 1) this.#choose(at(event));
    });
    days.addEventListener('keydown', (event) => {
      const step = {
        ArrowRight: { days: 1 },
        ArrowLeft: { days: -1 },
        ArrowDown: { months: 1 },
        ArrowUp: { months: -1 },
        PageDown: { months: 12 },
        PageUp: { months: -12 },
        Home: { days: -1e5 },
        End: { days: 1e5 },
      }[event.key];
      if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      this.#choose(stepDay(this.#day, step, this.#first, this.#last));
    });
  }

  #readAddress(): void {
    const asked = /^#day=(.*)$/.exec(location.hash)?.[1];
    if (asked === undefined) {
      this.#show(this.#day);
      return;
    }
    const day = nearestDay(decodePercent(asked), this.#first, this.#last);
    this.#show(day ?? this.#day);
    this.#part('notice').textContent =
      day === asked
        ? ''
        : `The day “${asked.slice(0, 40)}” was not understood, or lies outside the days of this page. What you see is ${day ? 'the nearest day' : 'another day'}.`;
  }

  /** Shows a day and writes it into the address; one that this page does not hold is looked up on the page of all days. */
  #choose(day: Day): void {
    if (day < this.#first || day > this.#last) {
      location.assign(`${this.dataset['road']}#day=${day}`);
      return;
    }
    this.#part('notice').textContent = '';
    this.#show(day);
    history.replaceState(null, '', `#day=${day}`);
  }

  #show(day: Day): void {
    this.#day = day;
    const time = this.querySelector<HTMLTimeElement>('.road-answer time');
    if (time) {
      time.dateTime = day;
      time.textContent = wordDay(day);
    }
    const ask = this.querySelector<HTMLInputElement>('.answer-ask input');
    if (ask) ask.value = day;
    const map = this.#part('map') as HTMLAnchorElement;
    map.href = map.href.replace(/day=[^&]*/, `day=${day}`);
    const share = this.querySelector<HTMLElement>('.road-answer share-link');
    const period = this.dataset['only'] ?? this.#rowOf(day)?.id ?? '';
    const road = this.dataset['road'] ?? '';
    if (share) {
      share.dataset['link'] = new URL(`${road}${period}/#day=${day}`, location.href).href;
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
      for (const other of this.querySelectorAll('[aria-current]')) other.removeAttribute('aria-current');
      row.setAttribute('aria-current', 'true');
    }
    const broken = this.querySelector(`[data-part="breaks"] [data-day="${day}"]`);
    const mark = this.#part('break');
    mark.hidden = !broken;
    mark.replaceChildren(...(broken?.cloneNode(true).childNodes ?? []));
    const picked = this.querySelector('.picked');
    if (!picked) return;
    picked.setAttribute('x', `${((Number(day.slice(8)) - 1) / COLUMNS) * 100}%`);
    picked.setAttribute('y', String(this.#head + rowTop(this.#first, day.slice(0, 7)) - 0.5));
    const days = this.querySelector<HTMLElement>('.calendar-days');
    if (!days) return;
    const rows = Number(rowTop(this.#first, this.#last));
    days.ariaValueNow = String(Math.round((rowTop(this.#first, day.slice(0, 7)) / rows) * 100));
    days.ariaValueText = `${wordDay(day)}: ${this.#part('label').textContent}`;
  }

  #rowOf(day: Day): HTMLElement | undefined {
    return [...this.querySelectorAll<HTMLElement>('tr[data-from]')].find(
      ({ dataset }) => (dataset['from'] ?? '') <= day && day <= (dataset['to'] ?? ''),
    );
  }

  /** Hands the profiles to their own script at the first touch, with the event that asked for them. */
  async #drive(event: Event): Promise<void> {
    const course = (event.target as Element).closest<HTMLElement>('.road-course');
    const control = (event.target as Element).closest('.road-drive input, [data-act="drive"]');
    if (!course || !control || event.type === (control.matches('input') ? 'click' : 'input')) return;
    const here = course.querySelector('[data-part="here"]');
    if (here && !this.#isDriven) here.textContent = 'The course is being loaded.';
    try {
      const { driveOn } = await import('./road-drive.ts');
      await driveOn(this, course, control);
      this.#isDriven = true;
    } catch (error) {
      console.warn('The course could not be loaded.', error);
      if (here) here.textContent = 'The course could not be loaded. The list below says what the road passes.';
    }
  }

  #part(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`.road-answer [data-part="${name}"]`) ?? document.createElement('p');
  }
}

customElements.define('corridor-road', CorridorRoad);
