/** <place-finder>: finds places as the reader types, and positions that are pasted. Loaded when its field is first used. */
import { type Position, positionText, readPosition } from '../model/coordinates.ts';
import { findPlaces, type Match } from '../model/find-place.ts';
import type { FindablePlace } from '../model/findable.ts';
import { isInRegion, MAX_ZOOM } from '../model/map-limits.ts';
import { followView, requestView } from './view-events.ts';

/** Most places shown at once. */
const MOST = 8;

type Choice = Match<FindablePlace> | Position;

class PlaceFinder extends HTMLElement {
  #names: Promise<readonly FindablePlace[]> | undefined;
  #choices: readonly Choice[] = [];
  #active = -1;
  /** Whether the names came when the reader had left the field: what was found is offered to who comes back. */
  #isMissed = false;
  /** Whether it says where the map goes. */
  #isGoing = false;

  connectedCallback(): void {
    const field = this.#field;
    field.addEventListener('input', () => void this.#find());
    field.addEventListener('focus', () => this.#isMissed && void this.#find());
    field.addEventListener('keydown', (event) => this.#key(event));
    // Who comes back at once finds the list as it was.
    field.addEventListener('blur', () => setTimeout(() => field.matches(':focus') || this.#close(), 150));
    // The field keeps the keyboard; a finger may scroll the list, and chooses as it is lifted.
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#list.addEventListener('click', ({ target }) =>
      this.#choose([...this.#list.children].indexOf((target as Element).closest('[role=option]') as Element)),
    );
    // Where the map went is said until it goes elsewhere.
    followView(this, () => this.#isGoing && this.#say(''));
    void this.#find();
  }

  get #field(): HTMLInputElement {
    return this.querySelector('input') as HTMLInputElement;
  }

  get #list(): HTMLElement {
    return this.querySelector('[role=listbox]') as HTMLElement;
  }

  #say(text: string, isGoing = false): void {
    this.#isGoing = isGoing;
    const said = this.querySelector('[data-part="said"]');
    if (said) said.textContent = text;
  }

  async #find(): Promise<void> {
    const query = this.#field.value;
    if (query.trim() === '') {
      this.#offer([]);
      this.#say('');
      return;
    }
    const position = readPosition(query);
    if (position) {
      this.#offerPosition(position);
      return;
    }
    try {
      if (!this.#names) {
        this.#say('The names are being loaded.');
        this.#names = this.#load();
      }
      const found = findPlaces(await this.#names, query).slice(0, MOST);
      if (this.#field.value !== query) return;
      this.#isMissed = !this.#field.matches(':focus');
      this.#offer(this.#isMissed ? [] : found);
      this.#say(
        found.length === 0
          ? 'Nothing found. A name in any script will do, or coordinates such as 39.5655, 46.5708.'
          : found.length === 1
            ? 'One place matches.'
            : `${found.length} places match.`,
      );
    } catch (error) {
      this.#names = undefined;
      console.warn('The names could not be loaded.', error);
      if (this.#field.value !== query) return;
      this.#offer([]);
      this.#say(
        'The names could not be loaded. The list of all places is below; to try again, type on. Coordinates can be read all the same.',
      );
    }
  }

  async #load(): Promise<readonly FindablePlace[]> {
    const address = this.dataset['names'] ?? '';
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return (await response.json()) as FindablePlace[];
  }

  #offerPosition(position: Position): void {
    const turned = { ...position, lat: position.lon, lon: position.lat };
    if (isInRegion(position)) {
      this.#offer([position]);
      this.#say('One position.');
    } else if (isInRegion(turned)) {
      this.#offer([turned]);
      this.#say('This lies on the map if longitude came first.');
    } else {
      this.#offer([]);
      this.#say(`${positionText(position)} lies outside this map.`);
    }
  }

  #offer(choices: readonly Choice[]): void {
    this.#choices = choices;
    this.#list.replaceChildren(
      ...choices.map((choice, i) => {
        const option = document.createElement('div');
        option.id = `finder-option-${i}`;
        option.setAttribute('role', 'option');
        if ('place' in choice) {
          const { place, form, lang } = choice;
          const label = place.label.join(' / ');
          option.append(label);
          if (lang || !place.label.includes(form)) {
            const found = document.createElement('i');
            if (lang) found.lang = lang;
            found.dir = 'auto';
            found.textContent = form;
            option.append(' · ', found);
          }
          if (!place.isOnMap) option.append(' (opens its page)');
        } else option.append(`Go to ${positionText(choice)}`);
        return option;
      }),
    );
    this.#list.hidden = choices.length === 0;
    this.#field.setAttribute('aria-expanded', String(choices.length > 0));
    this.#activate(choices.length > 0 ? 0 : -1);
  }

  #activate(at: number): void {
    this.#active = at;
    for (const [i, option] of [...this.#list.children].entries())
      option.setAttribute('aria-selected', String(i === at));
    if (at >= 0) this.#field.setAttribute('aria-activedescendant', `finder-option-${at}`);
    else this.#field.removeAttribute('aria-activedescendant');
    this.#list.children[at]?.scrollIntoView({ block: 'nearest' });
  }

  #key(event: KeyboardEvent): void {
    const { length } = this.#choices;
    const isOpen = !this.#list.hidden;
    if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      this.#close();
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      this.#choose(Math.max(0, this.#active));
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && length > 0) {
      event.preventDefault();
      this.#list.hidden = false;
      this.#field.setAttribute('aria-expanded', 'true');
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.#activate(isOpen ? (this.#active + step + length) % length : 0);
    }
  }

  #choose(at: number): void {
    const choice = this.#choices[at];
    if (!choice) return;
    this.#offer([]);
    if ('place' in choice) {
      const { place } = choice;
      if (!place.isOnMap) {
        location.assign(`${this.closest<HTMLElement>('corridor-explorer')?.dataset['base'] ?? '/'}places/${place.id}/`);
        return;
      }
      this.#field.value = place.label[0] ?? '';
      requestView(this, { goTo: place.id });
      this.#say(`The map goes to ${place.label.join(' / ')}.`, true);
    } else {
      const { lat, lon, zoom = 12 } = choice;
      requestView(this, { change: { lat, lon, zoom: Math.min(MAX_ZOOM, zoom), focus: null }, isChoice: true });
      this.#say(`The map goes to ${positionText(choice)}.`, true);
    }
  }

  #close(): void {
    this.#list.hidden = true;
    this.#field.setAttribute('aria-expanded', 'false');
    this.#field.removeAttribute('aria-activedescendant');
  }
}

customElements.define('place-finder', PlaceFinder);
