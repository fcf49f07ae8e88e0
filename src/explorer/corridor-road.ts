/**
 * <corridor-road>, the page of the road, day by day, and the page of one of its periods: the answer for one day stands already. What
 * answers for others, `road-days.ts`, comes with a link to a day, or with the first press of a control, which it then answers. So
 * does `road-drive.ts` for the profiles and the drive.
 */
import type { RoadDays } from './road-days.ts';

/** The controls that the days answer. */
const CONTROLS = '.calendar-days, .answer-ask';
/** The keys that walk the calendar. */
const STEPS = /^(Arrow|Page|Home|End)/;
/** How long the answer may be on its way before the page says so, milliseconds. */
const SLOW = 1000;
const IS_SLOW = 'The answer is slow to come.';

class RoadPage {
  readonly #page: HTMLElement;
  #coming: Promise<RoadDays> | undefined;
  #isDriven = false;
  /** The buttons that were pressed while the course was on its way: a second press adds nothing. */
  readonly #driving = new Set<Element>();
  /** What a press began on: words selected elsewhere may be drawn over the calendar. */
  #pressed: Element | undefined;

  constructor(page: HTMLElement) {
    this.#page = page;
    const days = page.querySelector<HTMLElement>('.calendar-days');
    if (days) {
      // It answers to pointer and keys as one slider over days.
      const { now = '', said = '' } = days.dataset;
      const [ariaValueMin, ariaValueMax] = ['0', '100'];
      const slider = { ariaLabel: 'Day', ariaValueMin, ariaValueMax, ariaValueNow: now, ariaValueText: said };
      Object.assign(days, { tabIndex: 0, role: 'slider', ...slider });
      days.querySelector('svg')?.setAttribute('aria-hidden', 'true');
    }
    addEventListener('pointerdown', ({ target }) => {
      this.#pressed = target as Element;
    });
    for (const type of ['click', 'pointermove', 'keydown', 'change', 'focusout'])
      page.addEventListener(type, (event) => this.#hear(event));
    for (const type of ['input', 'click']) page.addEventListener(type, (event) => void this.#drive(event));
    const read = (): void => {
      if (/^#day(=|%3D)/i.test(location.hash)) void this.#ask((road) => road.readAddress());
    };
    addEventListener('hashchange', read);
    read();
    const ask = page.querySelector<HTMLInputElement>('.answer-ask input');
    if (!ask) return;
    // Heard here from now on, not by `answer-on-demand.ts`; a date may have been typed meanwhile.
    window.onhashchange = ask.onfocus = ask.onchange = null;
    if (ask.value !== ask.defaultValue) ask.dispatchEvent(new Event('change', { bubbles: true }));
    else this.#isHere();
  }

  #hear(event: Event): void {
    const control = (event.target as Element).closest(CONTROLS);
    const { key = '', altKey, ctrlKey, metaKey } = event as KeyboardEvent;
    const { buttons, pointerType } = event as PointerEvent;
    const isOfCalendar = control?.matches('.calendar-days');
    const isDrawn =
      buttons === 1 && pointerType === 'mouse' && isOfCalendar && control?.contains(this.#pressed ?? null);
    if (!control || (event.type === 'pointermove' && !isDrawn)) return;
    // A field that is left with a whole date in it has said so.
    if (event.type === 'focusout' && (event.target as HTMLInputElement).validity?.valid !== false) return;
    if (event.type === 'keydown') {
      if (!(isOfCalendar ? STEPS : /^Enter$/).test(key) || altKey || ctrlKey || metaKey) return;
      event.preventDefault();
    }
    // By the time it is answered the page may have been scrolled.
    const box = control.getBoundingClientRect();
    void this.#ask((road) => road.answer(event, box));
  }

  /** Hands the profiles to their own script at the first touch, with the event that asked for them. */
  async #drive(event: Event): Promise<void> {
    const course = (event.target as Element).closest<HTMLElement>('.road-course');
    const control = (event.target as Element).closest('.road-drive input, [data-act="drive"]');
    if (!course || !control || event.type === (control.matches('input') ? 'click' : 'input')) return;
    if (this.#driving.has(control)) return;
    if (event.type === 'click') this.#driving.add(control);
    const here = course.querySelector('[data-part="here"]');
    if (here && !this.#isDriven) here.textContent = 'The course is being loaded.';
    try {
      const { driveOn } = await import('./road-drive.ts');
      await driveOn(this.#page, course, control);
      this.#isDriven = true;
    } catch (error) {
      console.warn('The course could not be loaded.', error);
      if (here) here.textContent = 'The course could not be loaded. The list below says what the road passes.';
    } finally {
      this.#driving.delete(control);
    }
  }

  get #notice(): Element | null {
    return this.#page.querySelector('.road-answer .notice');
  }

  /** Takes back that the answer is slow. */
  #isHere(): void {
    if (this.#notice?.textContent === IS_SLOW) this.#notice.textContent = '';
  }

  /** Has the days do something, once they are here: in the order in which it was asked for. */
  async #ask(act: (road: RoadDays) => void): Promise<void> {
    const say = (text: string): void => this.#notice?.replaceChildren(text);
    this.#coming ??= import('./road-days.ts').then(({ RoadDays }) => new RoadDays(this.#page));
    const slow = setTimeout(say, SLOW, IS_SLOW);
    const road = await this.#coming.catch((error: unknown) => {
      console.warn('The days could not be loaded.', error);
    });
    clearTimeout(slow);
    this.#isHere();
    if (road) act(road);
    else {
      this.#coming = undefined;
      say(
        'The answer for other days could not be loaded. The table of periods on the page of the road says what could pass when. To try again, ask again.',
      );
    }
  }
}

customElements.define(
  'corridor-road',
  class extends HTMLElement {
    connectedCallback(): void {
      new RoadPage(this);
    }
  },
);

// Not an element of its own: but for its field, which waits for `answer-on-demand.ts`, all on it is ready without this.
const period = document.querySelector<HTMLElement>('[data-only]');
if (period) new RoadPage(period);
