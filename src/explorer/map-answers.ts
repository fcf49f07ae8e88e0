/** What a page says over its map or beside it, where it has room for it: what is chosen, and what is here. */
import { wordSpan } from '../i18n/word-dates.ts';
import { nearby } from '../model/map-drawing.ts';
import type { WhatIsHere } from '../model/what-is-here.ts';
import type { MapEvent, MapPlace } from '../model/world.ts';
import { requestView } from './view-events.ts';

/** How long what was asked for may be on its way before the page says so, milliseconds. */
export const SLOW = 2000;

/** What is chosen: an event, or a place with the events that lie there, in order of time; or nothing. */
export interface Chosen {
  readonly event: MapEvent | undefined;
  /** Whether the event is later than the day shown. */
  readonly isAhead: boolean;
  readonly place: MapPlace | undefined;
  readonly here: readonly MapEvent[];
}

/** What the answers need of their map. */
export interface AnsweringMap {
  /** Brings the reader to the map. */
  readonly focus: () => void;
  /** Brings the reader to the mark of what is chosen, or where that is not in sight to the map. */
  readonly focusChosen: () => void;
  /** What lies over the map has changed. */
  readonly cover: () => void;
}

/** Returns an element with what is in it. */
function filled<Tag extends 'p' | 'li'>(tag: Tag, ...parts: (string | Node)[]): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.append(...parts);
  return element;
}

export class MapAnswers {
  readonly #frame: HTMLElement;
  readonly #map: AnsweringMap;
  /** How often was asked what is here, or that closed: only the newest is answered. */
  #asks = 0;

  /** Whether the page has no place of its own for what is chosen; then what the page itself is about is not said once more. */
  readonly #isAdded: boolean;
  readonly #about: string | undefined;

  /** `frame` is the map's, in its <corridor-explorer>. */
  constructor(frame: HTMLElement, map: AnsweringMap) {
    this.#frame = frame;
    this.#map = map;
    this.#isAdded = !this.chosen;
    if (!this.#isAdded) return;
    this.#about = this.#explorer?.dataset['named'];
    const chosen = document.createElement('section');
    chosen.className = 'chosen';
    chosen.setAttribute('aria-label', 'Chosen on the map');
    const tools = this.#explorer?.querySelector('.map-tools');
    // Beside a text it comes and goes without the reader: what is to be pressed keeps its place, and nothing is said.
    if (this.#explorer?.matches('[data-follows]')) tools?.after(chosen);
    else {
      chosen.setAttribute('aria-live', 'polite');
      tools?.before(chosen);
    }
  }

  get #explorer(): HTMLElement | null {
    return this.#frame.closest('corridor-explorer');
  }

  get #base(): string {
    return this.#explorer?.dataset['base'] ?? '/';
  }

  /** Where the page says what is chosen. */
  get chosen(): HTMLElement | null | undefined {
    return this.#explorer?.querySelector<HTMLElement>('.chosen');
  }

  /** Has what is chosen seen by who pressed it, where it stands under the map of a page that is about something else. */
  bringIntoSight(): void {
    if (this.#isAdded) this.chosen?.scrollIntoView({ block: 'nearest' });
  }

  get #here(): HTMLElement | null | undefined {
    return this.#explorer?.querySelector<HTMLElement>('.here');
  }

  /** Has what lies over the map go at Escape, as a dialog does: there, and while the focus is in `holder`. */
  listen(holder: HTMLElement): void {
    for (const place of [holder, this.chosen?.closest<HTMLElement>('.map-answers') ?? this.chosen])
      place?.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#close());
  }

  /** Says what is chosen, if that is not said already. */
  tell({ event, isAhead, place, here }: Chosen): void {
    const { chosen } = this;
    const id = (event ?? place)?.id;
    if (!chosen) return;
    const key = id === this.#about ? '' : [id, isAhead, ...here.map((one) => one.id)].join();
    if (chosen.dataset['key'] === key) return;
    chosen.dataset['key'] = key;
    // Who is in it, as at a step back, is not to be lost with what stands there.
    if (chosen.contains(document.activeElement)) this.#map.focusChosen();
    // It may have been read to its end, or stand where the last one was.
    for (const box of [chosen, chosen.closest('.map-answers')]) box?.scrollTo(0, 0);
    const link = (href: string, text: string): HTMLAnchorElement =>
      Object.assign(document.createElement('a'), { href: this.#base + href, textContent: text });
    // Who steps by the slider of the events hears from that what is chosen.
    if (chosen.ariaLive) chosen.ariaLive = document.activeElement?.closest('corridor-axis') ? 'off' : 'polite';
    chosen.replaceChildren();
    if (!key) return;
    if (event)
      chosen.append(
        filled('p', wordSpan(event.date, event.endDate), isAhead ? ': later than the day shown' : ''),
        filled('p', link(`events/${event.id}/`, event.title)),
      );
    else if (place) {
      const list = document.createElement('ul');
      for (const one of here.toReversed())
        list.append(filled('li', `${wordSpan(one.date, one.endDate)}: `, link(`events/${one.id}/`, one.title)));
      // How many there are, since the card may show only the first of them.
      const count = here.length > 1 ? `: ${here.length} events, latest first` : '';
      chosen.append(
        filled('p', link(`places/${place.id}/`, place.label.join(' / ')), nearby(place.id, here), count),
        list,
      );
    }
    if (chosen.firstChild && !this.#isAdded) chosen.append(this.#closeButton());
  }

  /** Says what is at a point on a day, once `find` has found it. */
  async ask(
    at: { readonly lat: number; readonly lon: number; readonly day: string },
    find: () => Promise<WhatIsHere>,
  ): Promise<void> {
    const panel = this.#here;
    if (!panel) return;
    const asked = ++this.#asks;
    const say = (text: string): void => {
      if (asked !== this.#asks) return;
      panel.textContent = text;
      panel.hidden = false;
      this.#map.cover();
    };
    const slow = setTimeout(() => say('What is here is slow to come.'), SLOW);
    const { activeElement } = document;
    try {
      const [{ showHere }, here] = await Promise.all([import('./here-panel.ts'), find()]);
      if (asked !== this.#asks) return;
      // Who has gone on meanwhile, to a field or a link, stays there.
      const isAwaited = [activeElement, document.body].includes(document.activeElement as HTMLElement);
      showHere(panel, here, at, this.#base, isAwaited);
      this.#map.cover();
      panel.querySelector('[data-act="close-here"]')?.addEventListener('click', () => {
        this.closeHere();
        this.#map.focus();
      });
    } catch (error) {
      console.warn('What is here could not be loaded.', error);
      say('What is here could not be loaded. Ask again to try once more; the map as a list says what it shows.');
    } finally {
      clearTimeout(slow);
    }
  }

  /** Closes what was said to be here. Who was there goes back to the map. */
  closeHere(): void {
    this.#asks++;
    const panel = this.#here;
    if (!panel || panel.hidden) return;
    if (panel.contains(document.activeElement)) this.#map.focus();
    panel.hidden = true;
    this.#map.cover();
  }

  /** Closes what lies over the map: what was said to be here, else what is chosen. Who was there goes back to the map. */
  #close(): void {
    const { chosen } = this;
    if (this.#explorer?.querySelector('.map-answers .here:not([hidden])')) this.closeHere();
    else if (chosen?.querySelector('.button')) this.#closeChosen();
    else if (chosen?.contains(document.activeElement)) this.#map.focusChosen();
  }

  /** Has nothing chosen any more. */
  #closeChosen(): void {
    if (this.chosen?.contains(document.activeElement)) this.#map.focusChosen();
    requestView(this.#frame, { change: { focus: null }, isChoice: true });
  }

  /** The button of the card over the map that says what is chosen: then nothing is. */
  #closeButton(): HTMLButtonElement {
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'button',
      textContent: '×',
    });
    button.setAttribute('aria-label', 'Close');
    button.addEventListener('click', () => {
      // Safari gives a button that is pressed no focus: it is not to be lost with the button.
      this.#map.focusChosen();
      this.#closeChosen();
    });
    return button;
  }
}
