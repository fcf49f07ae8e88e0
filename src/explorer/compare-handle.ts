/** The handle between two days that are compared: a slider over the map, so that finger, mouse and keys all move it. */
import { wordDay } from '../i18n/word-dates.ts';
import { setMarkup } from './markup.ts';

export class CompareHandle {
  readonly element: HTMLElement;
  readonly #range: HTMLInputElement;

  /** `split` is how far from the left it stands, from 0 to 1; `move` hears where it was moved to. */
  constructor(split: number, move: (split: number) => void) {
    this.element = document.createElement('div');
    this.element.className = 'compare';
    setMarkup(
      this.element,
      '<span class="compare-day"></span><span class="compare-day"></span><span class="compare-line"></span><input type="range" min="0" max="100" aria-label="Handle between the two days">',
    );
    this.#range = this.element.querySelector('input') as HTMLInputElement;
    this.#range.value = String(split * 100);
    this.#range.addEventListener('input', () => move(Number(this.#range.value) / 100));
    // The map underneath is not to move with it.
    for (const type of ['pointerdown', 'keydown', 'wheel', 'dblclick', 'click', 'touchstart'])
      this.#range.addEventListener(type, (event) => event.stopPropagation());
  }

  /** Names the days on its two sides. */
  name(left: string, right: string): void {
    const [before, after] = this.element.querySelectorAll('.compare-day');
    before?.replaceChildren(wordDay(left));
    after?.replaceChildren(wordDay(right));
  }

  /** Puts its line where it stands. */
  place(split: number): void {
    this.element.style.setProperty('--at', `${split * 100}%`);
  }
}
