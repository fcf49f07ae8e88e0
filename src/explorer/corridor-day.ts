/**
 * <corridor-day>: the day of the view, by slider, by keys, by date field, from event to event, and as a walk through the
 * events. Comes with the live map.
 */
import { wordDay, wordSpan, wordWeekday } from '../i18n/word-dates.ts';
import { ROAD_WORDS } from '../i18n/words.ts';
import { stepDay } from '../model/calendar.ts';
import type { Day } from '../model/dates.ts';
import { firstDayOf } from '../model/partial-dates.ts';
import type { RoadKind } from '../model/road.ts';
import { dayOn, dayScale, type Knot, positionOn } from '../model/time-scale.ts';
import type { MapEvent } from '../model/world.ts';
import type { View } from '../share/view.ts';
import { hearDays, showDay } from './date-field.ts';
import { keepFocus } from './keep-focus.ts';
import { putText } from './markup.ts';
import { followView, requestView } from './view-events.ts';

/** What is said where no event follows. */
const LAST = 'That was the last event.';
/** How long the walk stays at an event, milliseconds. */
const STAY = 2500;

export class CorridorDay extends HTMLElement {
  #scale: readonly Knot[] = [];
  #first: Day = '';
  #last: Day = '';
  #day: Day = '';
  #focus: string | null = null;
  #events: readonly MapEvent[] = [];
  #range: HTMLInputElement | null = null;
  /** Of which day the events are listed, and among how many. */
  #listed = '';
  #frame = 0;
  #isWalking = false;
  #walk: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#first = this.dataset['first'] ?? '';
    this.#last = this.dataset['last'] ?? '';
    this.#scale = dayScale(this.#first, this.#last);
    this.#range = this.querySelector('[type=range]');
    const date = this.querySelector<HTMLInputElement>('[type=date]');
    this.#range?.addEventListener('input', () => this.#drag());
    this.#range?.addEventListener('keydown', (event) => this.#key(event));
    if (date)
      hearDays(
        date,
        (day, isLater) => {
          this.#pause();
          requestView(this, { change: { day }, isChoice: !isLater });
        },
        () => this.#day,
      );
    this.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLElement>('button');
      if (button?.dataset['act'] === 'play') this.#toggle();
      else if (button?.dataset['step']) {
        this.#pause();
        this.#step(Number(button.dataset['step']));
      }
    });
    const explorer = this.closest('corridor-explorer');
    // Any hand on the map or the slider ends the walk; so does a page out of sight.
    for (const sign of ['pointerdown', 'wheel', 'keydown'])
      explorer?.addEventListener(
        sign,
        ({ target }) => {
          if (!(target as Element).closest('[data-act="play"]')) this.#pause();
        },
        { capture: true, passive: true },
      );
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) this.#pause();
    });
    // Who goes back means to stay there.
    addEventListener('popstate', () => this.#pause());
    followView(this, (view) => this.#show(view, date));
  }

  /** The events to step through, in order of time. */
  set events(events: readonly MapEvent[]) {
    this.#events = events;
    this.#tell();
  }

  #show({ day, focus }: View, date: HTMLInputElement | null): void {
    this.#day = day;
    this.#focus = focus;
    this.#tell();
    if (date) showDay(date, day);
    const range = this.#range;
    if (!range) return;
    // While it is dragged the slider stays under the finger.
    if (dayOn(this.#scale, Number(range.value) / 10) !== day) range.value = String(positionOn(this.#scale, day) * 10);
    // The event that a step leads to is said by the card over the map.
    range.setAttribute('aria-valuetext', wordDay(day));
  }

  /** Says the day in words, with the state of the road and the events of that day, and marks it on the strip. */
  #tell(): void {
    if (!this.#day) return;
    const put = (part: string, text: string): void => {
      const place = this.querySelector(`[data-part="${part}"]`);
      if (place) putText(place, text);
    };
    put('day', wordWeekday(this.#day));
    const at = `${positionOn(this.#scale, this.#day)}%`;
    const mark = this.querySelector('.strip-day');
    for (const end of ['x1', 'x2']) mark?.setAttribute(end, at);
    const now = [...this.querySelectorAll<SVGElement>('[data-from]')].findLast(
      ({ dataset }) => (dataset['from'] ?? '') <= this.#day,
    );
    const kind = now?.dataset['kind'] as RoadKind | undefined;
    if (kind) {
      put('status', ROAD_WORDS[kind].label);
      for (const part of ['ground kind', 'pattern pattern'])
        this.querySelector(`.swatch .${part.split(' ')[0]}`)?.setAttribute('class', `${part}-${kind}`);
    }
    this.#list();
  }

  /** Links the events of the day. */
  #list(): void {
    const place = this.querySelector('[data-part="events"]');
    const listed = `${this.#day} ${this.#events.length}`;
    if (listed === this.#listed) return;
    this.#listed = listed;
    const base = this.closest<HTMLElement>('corridor-explorer')?.dataset['base'] ?? '/';
    const links = this.#events
      .filter(({ date }) => firstDayOf(date) === this.#day)
      .map(({ id, date, title }) => {
        const link = document.createElement('a');
        link.href = `${base}events/${id}/`;
        // Of an event whose day is not known its date is said, so that it does not pass for one of this day.
        link.textContent = date === this.#day ? title : `${wordSpan(date)}: ${title}`;
        return link;
      });
    // A step back may lead away from the event that the keyboard stands on.
    if (this.#events.length > 0) keepFocus(() => place?.replaceChildren(...links), this.#range);
  }

  /** Asks for the day under the slider, once for each frame however often it moves. */
  #drag(): void {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const day = dayOn(this.#scale, Number(this.#range?.value) / 10);
      if (day !== this.#day) requestView(this, { change: { day }, isChoice: false });
    });
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const isForward = event.key === 'ArrowRight' || event.key === 'ArrowUp';
    if (event.shiftKey ? event.key.startsWith('Arrow') : event.key === '[' || event.key === ']') {
      event.preventDefault();
      // A key that is held is one step in the history.
      this.#step(isForward || event.key === ']' ? 1 : -1, event.repeat);
      return;
    }
    const step = {
      ArrowRight: { days: 1 },
      ArrowUp: { days: 1 },
      ArrowLeft: { days: -1 },
      ArrowDown: { days: -1 },
      PageUp: { months: 1 },
      PageDown: { months: -1 },
      Home: { days: -1e6 },
      End: { days: 1e6 },
    }[event.key];
    if (!step) return;
    event.preventDefault();
    const day = stepDay(this.#day, step, this.#first, this.#last);
    requestView(this, { change: { day }, isChoice: false });
  }

  /** Goes to the event before or after the chosen one; where none of this day is chosen, before or after the day. Tells if it could. */
  #step(by: number, isQuiet = false): boolean {
    const chosen = this.#events.findIndex(({ id, date }) => id === this.#focus && firstDayOf(date) === this.#day);
    const today =
      by > 0
        ? this.#events.findLastIndex(({ date }) => firstDayOf(date) <= this.#day)
        : this.#events.findIndex(({ date }) => firstDayOf(date) >= this.#day);
    const none = by > 0 ? -1 : this.#events.length;
    const next = this.#events[(chosen >= 0 ? chosen : today >= 0 ? today : none) + by];
    if (next) requestView(this, { goTo: next.id, isQuiet });
    return next !== undefined;
  }

  #toggle(): void {
    if (this.#isWalking) {
      this.#pause();
      return;
    }
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.#say(this.#step(1) ? 'Motion is reduced here, so each press goes to the next event.' : LAST);
      return;
    }
    this.#isWalking = true;
    this.#name(true);
    this.#say('Walking from event to event.');
    let isFirst = true;
    const on = (): void => {
      if (!this.#step(1, !isFirst)) {
        this.#pause();
        this.#say(LAST);
        return;
      }
      isFirst = false;
      this.#walk = setTimeout(on, STAY);
    };
    on();
  }

  #pause(): void {
    // What was said of a walk that is over holds no longer either.
    this.#say('');
    if (!this.#isWalking) return;
    this.#isWalking = false;
    clearTimeout(this.#walk);
    this.#name(false);
  }

  #name(isWalking: boolean): void {
    const button = this.querySelector('[data-act="play"]');
    if (button) button.textContent = isWalking ? 'Pause' : 'Play';
  }

  #say(text: string): void {
    const place = this.querySelector('[data-part="play"]');
    if (place) place.textContent = text;
  }
}

customElements.define('corridor-day', CorridorDay);
