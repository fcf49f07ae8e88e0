/**
 * The reader's view from the moment the map is live, and its one owner: the parts ask it for changes, it tells them of each,
 * and it alone writes a view into the address. <corridor-explorer> loads it, with the live map.
 */
import { limitsOf } from '../model/limits.ts';
import { isViewFragment } from '../share/is-view-fragment.ts';
import { decode, encode, encodeShort } from '../share/link.ts';
import { isSameView, type Limits, settle, type View } from '../share/view.ts';
import { AddressWriter } from './address-writer.ts';
import type { CorridorExplorer } from './corridor-explorer.ts';
import { LiveMap } from './live-map.ts';
import type { MapData } from './map-data.ts';
import { keepAddressBySkipLink } from './skip-link.ts';
import type { ViewRequest } from './view-events.ts';

/** Returns the fragment of the view that was kept beside an address that is not its own, or an empty text. */
const keptBeside = (): string => (typeof history.state === 'string' ? history.state : '');

/** Whether the page was here before: then the browser brings the reader to where it was left. */
const isLoadedAgain = (): boolean =>
  performance
    .getEntriesByType('navigation')
    .some((entry) => (entry as PerformanceNavigationTiming).type !== 'navigate');

export class LiveView {
  readonly #explorer: CorridorExplorer;
  readonly #map: LiveMap;
  readonly #limits: Limits;
  readonly #address = new AddressWriter();
  #view: View;
  /** The view of the paragraph that the map follows, on a page where it follows the text. */
  #followed: View | undefined;

  /** Draws the live map over the still one, where the address leads. Throws, and leaves the still map, where it cannot. */
  static async mount(explorer: CorridorExplorer, data: MapData): Promise<LiveView> {
    const limits = limitsOf(data.world);
    const { hash } = location;
    const isLinked = isViewFragment(hash);
    const asked = isLinked ? hash : explorer.dataset['start'] === 'seen' ? keptBeside() : '';
    const { view, misunderstood } = decode(asked, explorer.opening, limits);
    const map = await LiveMap.mount(explorer.querySelector('corridor-map') as HTMLElement, data, view);
    // The button that asked for it, if it has the focus still, is about to go: the map has it from now on.
    if (explorer.querySelector('[data-act="start"]:focus'))
      explorer.querySelector<HTMLElement>('.live-map')?.focus({ preventScroll: true });
    explorer.notice(map.explain(misunderstood));
    const isItsPage = explorer.dataset['start'] === 'seen' && hash === '';
    const live = new LiveView(explorer, map, limits, view);
    if ((isLinked || isItsPage) && location.hash === hash) live.#address.put(`#${encode(view)}`);
    if (isLinked && !isLoadedAgain()) {
      // Who opens a link to a view is brought to it, and to what is said of the link, where the page begins with something else.
      const part = explorer.querySelector(misunderstood.length > 0 ? '.notice' : 'corridor-map');
      if (!scrollY && part && part.getBoundingClientRect().bottom > innerHeight)
        part.scrollIntoView({ block: misunderstood.length > 0 ? 'nearest' : 'start' });
      // On a phone the card may lie over what another window showed; elsewhere the map stays as it was sent.
      map.uncover(true);
    }
    keepAddressBySkipLink();
    return live;
  }

  private constructor(explorer: CorridorExplorer, map: LiveMap, limits: Limits, view: View) {
    this.#explorer = explorer;
    this.#map = map;
    this.#limits = limits;
    this.#view = view;
    this.#lead();
  }

  /** What is on the screen. */
  get view(): View {
    return this.#view;
  }

  /** The fragment, without `#`, that opens this view on its page. */
  get fragment(): string {
    return encodeShort(this.#view, this.#explorer.dataset['named']);
  }

  /** Does what a part asks for. */
  answer(request: ViewRequest): void {
    const isGoing = 'goTo' in request;
    const change = isGoing ? this.#map.viewOf(request.goTo) : request.change;
    if (!change) return;
    // A sheet of a phone would lie over what is gone to.
    if (isGoing && !request.isQuiet) this.#map.closeSheets();
    // Layers are the reader's own: going somewhere leaves them as they are.
    const view = settle(
      { ...this.#view, ...change, layers: (!isGoing && change.layers) || this.#view.layers },
      this.#limits,
    );
    if (isSameView(view, this.#view)) return;
    // What the page lacks is said still, and not once more.
    if (this.#explorer.querySelector('.notice')?.textContent !== document.documentElement.dataset['missing'])
      this.#explorer.notice('');
    this.#write(view, isGoing ? !request.isQuiet : request.isChoice);
    this.#show(view, isGoing ? 'fly' : undefined);
  }

  /** Shows what the text is about. An address of a view follows, any other stays as it is. */
  follow(fragment: string): void {
    const { view } = decode(fragment, this.#explorer.opening, this.#limits);
    this.#followed = { ...view, layers: this.#view.layers };
    this.#show(this.#followed, 'fly', true);
    if (isViewFragment(location.hash)) this.#address.replace(`#${encode(this.#followed)}`);
  }

  /** Shows the view of the address, as after a step back. */
  readAddress(): void {
    this.#address.drop();
    const { hash } = location;
    const { opening } = this.#explorer;
    if (!isViewFragment(hash)) {
      // The view that stood there before a step, if one led from there; else that of the paragraph that is being read.
      const kept = keptBeside();
      const before = kept ? decode(kept, opening, this.#limits).view : hash === '' && (this.#followed ?? opening);
      // A link to a part of the page leaves the view as it is, and so does loading the page again.
      if (!before && this.#explorer.dataset['start'] === 'seen') this.#keep();
      if (before) this.#explorer.notice(this.#map.explain([]));
      if (before && !isSameView(this.#view, before)) this.#show(before);
      return;
    }
    const { view, misunderstood } = decode(hash, opening, this.#limits);
    this.#explorer.notice(this.#map.explain(misunderstood));
    this.#show(view);
    this.#address.put(`#${encode(view)}`);
  }

  /** Keeps the view beside an address that is not its own. */
  #keep(): void {
    this.#address.keep(`#${encode(this.#view)}`);
  }

  /** Writes a view into the address, as a step that can be taken back or in place of the one before. */
  #write(view: View, isStep: boolean): void {
    const url = `#${encode(view)}`;
    // In a frame the steps would be those of the page around it.
    if (!isStep || this.#explorer.dataset['embed']) {
      this.#address.replace(url);
      return;
    }
    // What stands here without a view in its address is found again by a step back.
    if (!isViewFragment(location.hash)) this.#keep();
    this.#address.push(url);
  }

  /** Makes this the view and tells all parts. */
  #show(view: View, how?: 'fly', isFollowing?: boolean): void {
    this.#view = view;
    // A link that was copied is no longer that of what is shown. Of the text, `follow-text.ts` knew before the map came.
    if (!isFollowing) this.#explorer.querySelector('share-link [role=status]')?.replaceChildren();
    this.#explorer.tell(view);
    this.#lead();
    this.#map.show(view, how);
  }

  /** Has the link to the full map lead to the view. */
  #lead(): void {
    const link = this.#explorer.querySelector<HTMLAnchorElement>('.map-tools > a');
    if (link) link.hash = encode(this.#view);
  }
}
