/**
 * <corridor-explorer> owns the view, and is the only code that touches the address. It starts the live map when the
 * reader asks for it or it is in sight; until then, and whenever something fails, the still map stays.
 */
import type { Day } from '../model/dates.ts';
import { MAX_ZOOM, MIN_ZOOM, REGION } from '../model/map-limits.ts';
import { decode, encode, isViewFragment } from '../share/link.ts';
import { isSameView, type Limits, settle, type View } from '../share/view.ts';
import type { LiveMap } from './live-map.ts';
import { loadMapData } from './map-data.ts';
import type { ViewRequest } from './view-events.ts';

/** Where the map stands beside the text, as in `home.css`. */
const WALKS = '(width >= 1024px) and (height >= 560px)';

/** How long the live map may be on its way before the page says so, milliseconds. */
const SLOW = 5000;

export class CorridorExplorer extends HTMLElement {
  #view!: View;
  #opening!: View;
  #limits!: Limits;
  #live: Promise<LiveMap | undefined> | undefined;
  #later: ReturnType<typeof setTimeout> | undefined;
  #written = Number.NEGATIVE_INFINITY;
  #hasFailed = false;

  connectedCallback(): void {
    const { firstDay, lastDay, formerIds } = JSON.parse(this.dataset['limits'] ?? '{}') as {
      firstDay: Day;
      lastDay: Day;
      formerIds: Record<string, string>;
    };
    this.#limits = { ...REGION, minZoom: MIN_ZOOM, maxZoom: MAX_ZOOM, firstDay, lastDay, ids: null, formerIds };
    const start: View = { lat: 39.68, lon: 46.6, zoom: 10, day: lastDay, focus: null, layers: [] };
    this.#opening = decode(this.dataset['view'] ?? '', start, this.#limits).view;
    this.#view = this.#opening;

    this.addEventListener('view-request', (event) => void this.#answer(event.detail));
    this.addEventListener('click', (event) => {
      const act = (event.target as Element).closest<HTMLElement>('[data-act]')?.dataset['act'];
      if (act === 'start') void this.#start().then((live) => live && this.#readAddress(true));
      if (act === 'reload') location.reload();
    });
    addEventListener('popstate', () => this.#readAddress(false));
    this.#readAddress(true);
    if ('follows' in this.dataset && matchMedia(WALKS).matches)
      import('./follow-text.ts').then(
        ({ followText }) => followText(this, (fragment) => this.#follow(fragment)),
        (error: unknown) => console.warn('The live map could not start to follow the text.', error),
      );
    if (this.dataset['start'] === 'seen') {
      const watcher = new IntersectionObserver((entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        watcher.disconnect();
        void this.#start();
      });
      watcher.observe(this);
    }
  }

  /** The reader's view. */
  get view(): View {
    return this.#view;
  }

  /** The view that belongs to the page. */
  get opening(): View {
    return this.#opening;
  }

  #readAddress(isFirst: boolean): void {
    const { hash } = location;
    if (!isViewFragment(hash)) {
      if (!isFirst && !isSameView(this.#view, this.#opening) && hash === '') void this.#show(this.#opening);
      return;
    }
    // Before the lists of ids are there, so that the live map is drawn at once where the link leads.
    this.#view = decode(hash, this.#opening, this.#limits).view;
    void this.#start().then((live) => {
      if (!live) return;
      const { view, misunderstood } = decode(hash, this.#opening, this.#limits);
      this.#notice(live.explain(misunderstood));
      void this.#show(view);
      history.replaceState(null, '', `#${encode(view)}`);
    });
  }

  async #answer(request: ViewRequest): Promise<void> {
    const isGoing = 'goTo' in request;
    const change = isGoing ? (await this.#start())?.viewOf(request.goTo) : request.change;
    if (!change) return;
    // Layers are the reader's own: going somewhere leaves them as they are.
    const view = settle(
      { ...this.#view, ...change, layers: (!isGoing && change.layers) || this.#view.layers },
      this.#limits,
    );
    if (isSameView(view, this.#view)) return;
    this.#notice('');
    this.#write(view, isGoing ? !request.isQuiet : request.isChoice);
    void this.#show(view, isGoing ? 'fly' : undefined);
  }

  /** Shows what the text is about; the address stays as it is. */
  #follow(fragment: string): void {
    const { view } = decode(fragment, this.#opening, this.#limits);
    void this.#show({ ...view, layers: this.#view.layers }, 'fly');
  }

  /** Writes a view into the address; while it changes fast, no oftener than browsers bear. */
  #write(view: View, isStep: boolean): void {
    clearTimeout(this.#later);
    const wait = isStep ? 0 : this.#written + 300 - performance.now();
    if (wait > 0) {
      this.#later = setTimeout(() => this.#write(view, false), wait);
      return;
    }
    this.#written = performance.now();
    // In a frame the steps would be those of the page around it.
    const step = isStep && !this.dataset['embed'] ? 'pushState' : 'replaceState';
    history[step](null, '', `#${encode(view)}`);
  }

  /** Makes this the view and tells all parts. */
  async #show(view: View, how?: 'fly'): Promise<void> {
    this.#view = view;
    this.dispatchEvent(new CustomEvent<View>('view-change', { detail: view }));
    const live = await this.#start();
    if (this.#view === view) live?.show(view, how);
  }

  /**
   * Loads the live map once; on failure says so and offers to try again. A script that came broken is kept so by the
   * browser until the page is loaded anew, which is offered next.
   */
  #start(): Promise<LiveMap | undefined> {
    this.#live ??= this.#load().catch((error: unknown) => {
      this.#live = undefined;
      console.warn('The live map could not start.', error);
      this.#notice(
        'The live map could not be loaded, so the still map stays as it was. ',
        this.#hasFailed ? 'reload' : 'start',
      );
      this.#hasFailed = true;
      return undefined;
    });
    return this.#live;
  }

  async #load(): Promise<LiveMap> {
    const frame = this.querySelector('corridor-map') as HTMLElement;
    this.setAttribute('aria-busy', 'true');
    const slow = setTimeout(
      () => this.#notice('The live map is slow to come. The still map stays until it is here.'),
      SLOW,
    );
    try {
      const [{ LiveMap }, data] = await Promise.all([import('./live-map.ts'), loadMapData(this.dataset['map'] ?? '')]);
      const live = await LiveMap.mount(frame, data, this.#view);
      this.#limits = live.limits;
      this.#notice(live.explain([]));
      this.classList.add('is-live');
      if (this.dataset['start'] === 'seen' && location.hash === '')
        history.replaceState(null, '', `#${encode(this.#view)}`);
      this.dispatchEvent(new CustomEvent<View>('view-change', { detail: this.#view }));
      return live;
    } finally {
      clearTimeout(slow);
      this.removeAttribute('aria-busy');
    }
  }

  /** Says something under the map, with a button to load what is missing where there is one. */
  #notice(text: string, act?: 'start' | 'reload'): void {
    const place = this.querySelector('.notice');
    if (!place) return;
    place.textContent = text;
    if (act) {
      const button = Object.assign(document.createElement('button'), {
        className: 'button',
        textContent: act === 'start' ? 'Try again' : 'Reload the page',
      });
      button.dataset['act'] = act;
      place.append(button);
    }
  }
}

customElements.define('corridor-explorer', CorridorExplorer);
