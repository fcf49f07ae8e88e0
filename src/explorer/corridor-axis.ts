/**
 * <corridor-axis>: the pictures of time above the list of events. Marks the view's day and its event, steps from event to
 * event, says what is under the pointer, and shows only some kinds when asked. Comes with the timeline page only.
 */
import { wordDay } from '../i18n/word-dates.ts';
import { anchorAt, axisScale, rhythmScale } from '../model/time-axis.ts';
import { type Knot, positionOn } from '../model/time-scale.ts';
import type { View } from '../share/view.ts';
import type { CorridorExplorer } from './corridor-explorer.ts';
import { dateOf, rowOf, rowsIn, said } from './event-row.ts';
import { followView, requestView } from './view-events.ts';

/** A picture: its scale, and a mark for each event in order of time. */
interface Plot {
  readonly svg: SVGElement;
  readonly scale: readonly Knot[];
  readonly marks: readonly SVGElement[];
}

/** How near to a mark a finger has to be, pixels. */
const REACH = 24;

class CorridorAxis extends HTMLElement {
  #rows: readonly HTMLElement[] = [];
  #plots: readonly Plot[] = [];
  #view: View | undefined;
  #at = 0;
  #isChosen = false;
  #isHeld = false;
  #isWalking = false;

  connectedCallback(): void {
    const explorer = this.closest<CorridorExplorer>('corridor-explorer');
    if (!explorer) return;
    this.#rows = rowsIn(explorer);
    const last = this.dataset['last'] ?? '';
    this.#plots = [...this.querySelectorAll<SVGElement>('.plot')].map((svg) => ({
      svg,
      scale: svg.closest('.rhythm') ? rhythmScale(last) : axisScale(last),
      marks: [...svg.querySelectorAll<SVGElement>('.dot, .brick')],
    }));
    for (const plot of this.#plots) {
      plot.svg.addEventListener('click', (event) => this.#choose(this.#nearest(plot, event)));
      plot.svg.addEventListener('pointermove', (event) => this.#light(this.#nearest(plot, event)));
      plot.svg.addEventListener('pointerleave', () => this.#light(-1));
    }
    // Not `pointerover`: a list that scrolls under a pointer at rest chooses nothing, nor does one that a finger scrolls.
    for (const sign of ['pointermove', 'focusin'] as const)
      explorer.addEventListener(sign, (event) => {
        const target = event.target as Element;
        const row = target.closest<HTMLElement>('.event-row');
        if ((event as PointerEvent).pointerType !== 'touch' && (row || !this.contains(target)))
          this.#light(row ? this.#rows.indexOf(row) : -1);
      });
    this.#followSlider();
    this.#followKinds(explorer);
    matchMedia('(width < 48em)').addEventListener('change', () => this.#show());
    followView(this, (view) => this.#show(view));
    // The explorer's script may come after this one.
    void customElements.whenDefined('corridor-explorer').then(() => this.#show(explorer.view));
  }

  get #range(): HTMLInputElement | null {
    return this.querySelector('[type=range]');
  }

  /** The scale along which the slider runs: that of the picture above it. */
  get #scale(): readonly Knot[] {
    return this.#plots.findLast(({ svg }) => svg.getClientRects().length > 0)?.scale ?? [];
  }

  #show(view = this.#view): void {
    if (!view) return;
    this.#view = view;
    const { at, isChosen } = rowOf(this.#rows, view);
    this.#at = at;
    this.#isChosen = isChosen;
    for (const { svg, scale, marks } of this.#plots) {
      const place = positionOn(scale, view.day);
      for (const line of svg.querySelectorAll('.day line'))
        for (const end of ['x1', 'x2']) line.setAttribute(end, `${place}%`);
      const label = svg.querySelector('.day text');
      if (label) {
        label.setAttribute('x', `${place}%`);
        label.setAttribute('text-anchor', anchorAt(place));
        label.textContent = wordDay(view.day);
      }
      for (const [i, mark] of marks.entries()) mark.classList.toggle('in-focus', isChosen && i === at);
    }
    const row = this.#rows[at];
    const range = this.#range;
    if (range && row) {
      range.value = String(positionOn(this.#scale, isChosen ? dateOf(row) : view.day) * 10);
      range.setAttribute('aria-valuetext', isChosen ? said(row) : `${wordDay(view.day)}. Last event: ${said(row)}`);
    }
    this.#say();
  }

  /** Says an event, with the way to its page: where none is named the chosen one, without one the day of the map. */
  #say(row = this.#isChosen ? this.#rows[this.#at] : undefined): void {
    const link = row?.querySelector('.what')?.cloneNode(true);
    const words = link
      ? [`${row?.querySelector('time')?.textContent}: `, link]
      : this.#view && [`On the map: ${wordDay(this.#view.day)}`];
    // Who is on the link goes back to the slider, not to the head of the page.
    if (this.querySelector('.axis-said :focus')) this.#range?.focus();
    if (words) this.querySelector('.axis-said')?.replaceChildren(...words);
  }

  /** Lights an event in the pictures and in the list, and says it; none for -1. */
  #light(at: number): void {
    const before = this.#rows.findIndex((row) => row.classList.contains('lit'));
    if (before === at) return;
    for (const marks of [this.#rows, ...this.#plots.map((plot) => plot.marks)]) {
      marks[before]?.classList.remove('lit');
      marks[at]?.classList.add('lit');
    }
    this.#say(this.#rows[at]);
  }

  #choose(at: number, isQuiet = false): void {
    const id = this.#rows[at]?.dataset['event'];
    if (id) requestView(this, { goTo: id, isQuiet });
  }

  /** Goes to an event by the slider: the first step can be taken back, the next belong to it. */
  #walk(at: number): void {
    if (at === this.#at && this.#isChosen) return;
    // The next step goes on from here, though the map may be on its way still.
    this.#at = at;
    this.#isChosen = true;
    this.#choose(at, this.#isWalking);
    this.#isWalking = true;
  }

  #followSlider(): void {
    const range = this.#range;
    if (!range) return;
    range.onpointerdown = () => {
      this.#isHeld = true;
    };
    range.onpointerup = range.onpointercancel = () => {
      this.#isHeld = false;
      this.#show();
    };
    const end = (): void => {
      this.#isWalking = false;
    };
    range.addEventListener('blur', end);
    // After a step back the next one is a first one.
    addEventListener('popstate', end);
    range.addEventListener('input', () => {
      const place = Number(range.value) / 10;
      const scale = this.#scale;
      const away = (i: number): number => Math.abs(positionOn(scale, dateOf(this.#rows[i] as HTMLElement)) - place);
      const nearest = this.#shown.reduce((best, i) => (away(i) < away(best) ? i : best), this.#shown[0] ?? 0);
      // Assistive technology moves the thumb by a little, and means a step.
      const row = this.#isChosen ? this.#rows[this.#at] : undefined;
      const forward = place > positionOn(scale, row ? dateOf(row) : (this.#view?.day ?? ''));
      if (!this.#isHeld && nearest === this.#at) this.#step(forward ? 1 : -1);
      else this.#walk(nearest);
    });
    range.addEventListener('keydown', (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const by = {
        ArrowRight: 1,
        ArrowUp: 1,
        ArrowLeft: -1,
        ArrowDown: -1,
        PageUp: 10,
        PageDown: -10,
        Home: -1e3,
        End: 1e3,
      }[event.key];
      if (!by) return;
      event.preventDefault();
      this.#step(by);
    });
  }

  /** Which rows no filter hides. */
  get #shown(): number[] {
    return [...this.#rows.keys()].filter((i) => !this.#rows[i]?.hidden);
  }

  #step(by: number): void {
    const shown = this.#shown;
    // Where none is chosen, the last event before the day is the first on the way back.
    const at = by > 0 || this.#isChosen ? this.#at : this.#at + 1;
    const now = by > 0 ? shown.findLastIndex((i) => i <= at) : shown.findIndex((i) => i >= at);
    const from = now >= 0 ? now : by > 0 ? -1 : shown.length;
    const next = shown[Math.min(shown.length - 1, Math.max(0, from + by))];
    if (next !== undefined) this.#walk(next);
  }

  #followKinds(explorer: Element): void {
    const kinds = explorer.querySelector<HTMLDetailsElement>('.kinds');
    if (!kinds) return;
    const reset = kinds.querySelector('button');
    const boxes = [...kinds.querySelectorAll<HTMLInputElement>('input')];
    const filter = (): void => {
      const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
      const areAll = !chosen.length;
      for (const [i, row] of this.#rows.entries()) {
        row.hidden = !areAll && !chosen.includes(row.dataset['kind'] ?? '');
        for (const { marks } of this.#plots) marks[i]?.classList.toggle('out', row.hidden);
      }
      const status = kinds.querySelector('[role=status]');
      if (status) status.textContent = `${areAll ? '' : `${this.#shown.length} of `}${this.#rows.length} events shown`;
      if (reset) reset.disabled = areAll;
    };
    kinds.addEventListener('change', filter);
    reset?.addEventListener('click', () => {
      for (const box of boxes) box.checked = false;
      filter();
      boxes[0]?.focus();
    });
    // What was chosen before the reader went away and came back.
    addEventListener('pageshow', filter);
    if (boxes.some((box) => box.checked)) filter();
    else if (matchMedia('(width < 40em)').matches) kinds.open = false;
  }

  /** Returns which event's mark is nearest to a pointer, or -1 if none is near. */
  #nearest({ svg, marks }: Plot, { clientX, clientY }: MouseEvent): number {
    let [best, least] = [-1, REACH];
    for (const i of this.#shown) {
      const box = marks[i]?.getBoundingClientRect();
      if (!box) continue;
      const distance = Math.hypot(box.x + box.width / 2 - clientX, box.y + box.height / 2 - clientY);
      if (distance < least) [best, least] = [i, distance];
    }
    (svg as unknown as HTMLElement).style.cursor = best < 0 ? '' : 'pointer';
    return best;
  }
}

customElements.define('corridor-axis', CorridorAxis);
