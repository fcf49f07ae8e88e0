/**
 * <corridor-explorer> stands around a map and the parts that follow its view. It loads the live map when the reader asks for
 * it, follows a link to a view, or comes to a map that starts by itself; from then on `live-view.ts` owns the view. Until then,
 * and whenever something fails, the still map stays. Every page with a map asks for this script, so it is small.
 */
import { isViewFragment } from '../share/is-view-fragment.ts';
import type { View } from '../share/view.ts';
import type { LiveView } from './live-view.ts';
import { loadMapData } from './map-data.ts';
import './view-events.ts';

/** Where the map stands beside the text, as in `home.css`. */
const WALKS = '(width >= 64em) and (height >= 35em)';

/** How long the live map may be on its way before the page says so, milliseconds. */
const SLOW = 5000;

/** What the page says that it lacks, by its boot script. */
const lacking = (): string => document.documentElement.dataset['missing'] ?? '';

const warn = (error: unknown): void => console.warn('The live map could not start.', error);

export class CorridorExplorer extends HTMLElement {
  #live: LiveView | undefined;
  #coming: Promise<LiveView | undefined> | undefined;
  #hasFailed = false;

  connectedCallback(): void {
    this.addEventListener('view-request', ({ detail }) => this.#ask((live) => live.answer(detail)));
    this.addEventListener('click', ({ target }) => {
      const act = (target as Element).closest<HTMLElement>('[data-act]')?.dataset['act'];
      if (act === 'start') this.#ask();
      if (act === 'reload') location.reload();
    });
    addEventListener('popstate', () => {
      if (this.#coming || isViewFragment(location.hash)) this.#ask((live) => live.readAddress());
    });
    if (isViewFragment(location.hash)) this.#ask();
    if ('follows' in this.dataset) {
      const beside = matchMedia(WALKS);
      const follow = (): void => {
        if (beside.matches)
          import('./follow-text.ts').then(
            ({ followText }) => followText(this, beside, (fragment) => this.#ask((live) => live.follow(fragment))),
            warn,
          );
      };
      // A tablet may be turned.
      beside.onchange = follow;
      follow();
    }
    if (this.dataset['start'] === 'seen') {
      const watcher = new IntersectionObserver((entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        watcher.disconnect();
        this.#ask();
      });
      watcher.observe(this);
    }
  }

  /** The view that belongs to the page. */
  get opening(): View {
    return JSON.parse(this.dataset['view'] ?? '');
  }

  /** The reader's view. */
  get view(): View {
    return this.#live?.view ?? this.opening;
  }

  /** The fragment, without `#`, that opens the reader's view on this page, also while the map on its way is not here. */
  get fragment(): string {
    const asked = isViewFragment(location.hash) ? location.hash.slice(1) : this.dataset['fragment'];
    return this.#live?.fragment ?? asked ?? '';
  }

  /** Tells all parts of a view. */
  tell(view: View): void {
    this.dispatchEvent(new CustomEvent<View>('view-change', { detail: view }));
  }

  /** Says something under the map, with a button to load what is missing where there is one; without a text, what the page lacks. */
  notice(text: string, act?: 'start' | 'reload'): void {
    const place = this.querySelector('.notice') as HTMLElement;
    const hasFocus = place.matches(':focus-within');
    place.textContent = text || lacking();
    if (act) {
      const button = document.createElement('button');
      button.className = 'button';
      button.textContent = act === 'start' ? 'Try again' : 'Reload the page';
      button.dataset['act'] = act;
      place.append(button);
      if (hasFocus) button.focus();
    }
  }

  /** Has the live view do something, once it is here: in the order in which it was asked for. */
  #ask(act?: (live: LiveView) => void): void {
    if (this.#live) act?.(this.#live);
    else {
      this.#coming ??= this.#load();
      void this.#coming.then((live) => live && act?.(live));
    }
  }

  /**
   * Loads the live map; on failure says so and offers to try again. A script that came broken is kept so by the browser until
   * the page is loaded anew, which is offered next.
   */
  async #load(): Promise<LiveView | undefined> {
    // The map alone: what is in a busy part is not read out.
    const map = this.querySelector('corridor-map') as HTMLElement;
    map.ariaBusy = 'true';
    const slow = setTimeout(() => this.notice('The live map is slow to come.'), SLOW);
    try {
      const [{ LiveView }, data] = await Promise.all([
        import('./live-view.ts'),
        loadMapData(this.dataset['map'] ?? ''),
      ]);
      this.#live = await LiveView.mount(this, data);
      this.classList.add('is-live');
      this.tell(this.view);
    } catch (error) {
      // Where the page lacks more than the map it says so, and what helps: that comes first, though it may be noticed second.
      await new Promise((heard) => setTimeout(heard, 200));
      this.#coming = undefined;
      warn(error);
      if (!lacking())
        this.notice('The live map could not be loaded; the still map stays. ', this.#hasFailed ? 'reload' : 'start');
      this.#hasFailed = true;
    } finally {
      clearTimeout(slow);
      map.ariaBusy = null;
    }
    return this.#live;
  }
}

customElements.define('corridor-explorer', CorridorExplorer);
