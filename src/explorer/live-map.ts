/**
 * The live map: Leaflet moves and zooms, and one SVG over it is drawn from the same lists as the still map, in the
 * same classes. Loaded only when asked for. The only file that imports Leaflet.
 */
import './leaflet-markup.ts';

import * as L from 'leaflet';
import { wordMisunderstood } from '../i18n/words.ts';
import { describe } from '../model/describe.ts';
import { shownBy } from '../model/draw-list.ts';
import { eventRows } from '../model/event-rows.ts';
import { legendOf } from '../model/legend.ts';
import { limitsOf } from '../model/limits.ts';
import { locatorFrame } from '../model/locator.ts';
import { drawGroups, HATCH, pointsMarkup, reliefBox, shapesPath } from '../model/map-drawing.ts';
import { MAPPED, MAX_ZOOM, MIN_ZOOM, REGION } from '../model/map-limits.ts';
import { eventsAt, linesOf, type MapPoints, placePoints } from '../model/map-points.ts';
import { decodeShapes, type Shape } from '../model/map-shapes.ts';
import { firstDayOf } from '../model/partial-dates.ts';
import { metresPerPixel, type Pixels, toPixels } from '../model/projection.ts';
import { collides } from '../model/segment-grid.ts';
import { type Snapshot, snapshotAt } from '../model/snapshot.ts';
import { textTwin, twinMarkup } from '../model/text-twin.ts';
import { type Knot, positionOn } from '../model/time-scale.ts';
import { viewOf } from '../model/views.ts';
import type { Misunderstood } from '../share/link.ts';
import { type Limits, settle, type View } from '../share/view.ts';
import { CompareHandle } from './compare-handle.ts';
import type { CorridorCompare } from './corridor-compare.ts';
import './corridor-compare.ts';
import type { CorridorDay } from './corridor-day.ts';
import './corridor-day.ts';
import type { CorridorExplorer } from './corridor-explorer.ts';
import './corridor-layers.ts';
import './corridor-timeline.ts';
import { keepFocus } from './keep-focus.ts';
import { loadLook } from './live-look.ts';
import { MapAnswers, SLOW } from './map-answers.ts';
import type { MapData } from './map-data.ts';
import { MapSight } from './map-sight.ts';
import { MapSvg } from './map-svg.ts';
import { renewMarkup, setMarkup } from './markup.ts';
import { sayMap } from './say-map.ts';
import { requestView } from './view-events.ts';

declare module 'leaflet' {
  interface Handler {
    /** Tells whether the last press became a drag; left out of Leaflet's types. */
    moved(): boolean;
  }
}

const NO_RELIEF = 'The relief could not be loaded; the map is drawn without it. Reload the page to try again.';

const CHOSEN = ': chosen; press again to go to what is said of it';

/** How far what is chosen stands clear of the card that came over it, pixels. */
const CLEAR = 8;

/** The width of a sheet between its margins, A4 or Letter, pixels; and the most by which a small map is enlarged on it. */
const PAPER = 700;
const MOST = 1.5;

/** Lets the browser answer the reader before the next piece of drawing. */
const pause = (): Promise<void> => {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
};

/** Whether the reader asks that nothing moves by itself. */
const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** One day on the map: the main one, and while two are compared the other. */
interface ShownDay {
  readonly svg: MapSvg;
  readonly overlay: L.SVGOverlay;
  readonly hatch: string;
  placed?: Placed;
}

/** Symbols, labels and marks as last placed, and for what. */
interface Placed {
  readonly key: string;
  readonly points: MapPoints;
}

/** Where the pixels of a drawing are counted from. */
const originAt = (zoom: number): Pixels => toPixels([REGION.west, REGION.north], zoom);

/** Places symbols, labels and marks, the dearest part of a drawing; what was placed for the same before is kept. */
function place(
  { names }: MapData,
  shapes: ReadonlyMap<string, Shape>,
  snapshot: Snapshot,
  { layers, zoom }: Pick<View, 'layers' | 'zoom'>,
  before?: Placed,
): Placed {
  const ids = [snapshot.places, snapshot.features.map(({ feature }) => feature), snapshot.events].map((list) =>
    list.map((one) => one.id + one.kind).join(),
  );
  const key = [...ids, layers.join(), zoom].join('|');
  if (before?.key === key) return before;
  return { key, points: placePoints(snapshot, layers, names, linesOf(snapshot, shapes), zoom, originAt(zoom)) };
}

export class LiveMap {
  readonly #limits: Limits;
  readonly #data: MapData;
  readonly #frame: HTMLElement;
  readonly #map: L.Map;
  readonly #main: ShownDay;
  readonly #answers: MapAnswers;
  readonly #sight: MapSight;
  #other: ShownDay | undefined;
  #handle: CompareHandle | undefined;
  /** How far from the left the handle stands, from 0 to 1. */
  #split = 0.5;
  /** Whether names and marks have to follow what is seen of the map. */
  #isUnseen = false;
  /** The question that waits whether a second press follows. */
  #asked: ReturnType<typeof setTimeout> | undefined;
  /** Path data by shapes, for the present zoom. */
  readonly #pathsByShapes = new Map<string, string>();
  readonly #shapes: ReadonlyMap<string, Shape>;
  #drawnZoom = Number.NaN;
  #lacksRelief = false;
  #view: View;
  /** What need not be said to be chosen: in an embed its title says it, until the reader presses a mark. */
  #untold: string | null | undefined;
  /** True while the map moves because the view says so, and not by the reader's hand. */
  #isFollowing = true;

  /** Builds the live map over the still one, piece by piece, and takes the still one away. Throws where it cannot, and puts it back. */
  static async mount(frame: HTMLElement, data: MapData, view: View): Promise<LiveMap> {
    const holder = document.createElement('div');
    holder.className = 'live-map';
    const still = frame.querySelector(':scope > .map-svg');
    frame.append(holder);
    try {
      // What needs no styles is done while they are on their way.
      const shapes = decodeShapes(data.topology);
      await pause();
      const placed = place(data, shapes, snapshotAt(data.world, view.day), view);
      await loadLook();
      await pause();
      const live = new LiveMap(frame, holder, data, view, shapes);
      live.#main.placed = placed;
      await pause();
      live.#listen(holder);
      await pause();
      for (const group of live.#drawing(live.#main)) {
        live.#drawGroup(live.#main, group);
        await pause();
      }
      live.#drawnZoom = live.#map.getZoom();
      const points = live.#points(live.#main);
      await pause();
      live.#drawPoints();
      await pause();
      const { svg } = live.#main;
      const [seen, rest] = live.#sight.part(svg, points);
      svg.showWithout([...seen, ...rest]);
      for (const _ of svg.adding(seen)) await pause();
      live.#compare();
      holder.classList.add('is-drawn');
      still?.remove();
      live.#see();
      live.#locate();
      await pause();
      for (const _ of svg.adding(rest)) await pause();
      live.#fillLists();
      return live;
    } catch (error) {
      holder.remove();
      if (still) frame.append(still);
      throw error;
    }
  }

  private constructor(
    frame: HTMLElement,
    holder: HTMLElement,
    data: MapData,
    view: View,
    shapes: ReadonlyMap<string, Shape>,
  ) {
    this.#frame = frame;
    this.#data = data;
    this.#shapes = shapes;
    this.#view = view;
    this.#limits = limitsOf(data.world);
    const reduced = isStill();
    const isEmbedded = frame.closest('[data-embed]') !== null;
    if (isEmbedded) this.#untold = frame.closest<CorridorExplorer>('corridor-explorer')?.opening.focus;
    this.#map = L.map(holder, {
      attributionControl: false,
      zoomControl: false,
      zoomSnap: 0,
      zoomDelta: 0.5,
      wheelPxPerZoomLevel: 110,
      minZoom: MIN_ZOOM,
      maxZoom: MAX_ZOOM,
      zoomAnimation: !reduced,
      fadeAnimation: false,
      inertia: !reduced,
      trackResize: false,
      // On another's page the wheel and one finger belong to that page.
      scrollWheelZoom: !isEmbedded,
      dragging: !(isEmbedded && matchMedia('(pointer: coarse)').matches),
    });
    if (reduced) {
      // Leaflet's own keys glide too.
      const panBy = this.#map.panBy.bind(this.#map);
      this.#map.panBy = (offset, options) => panBy(offset, { animate: false, ...options });
    }
    if (isEmbedded)
      holder.addEventListener(
        'wheel',
        ({ ctrlKey, metaKey }) => this.#map.scrollWheelZoom[ctrlKey || metaKey ? 'enable' : 'disable'](),
        { capture: true, passive: true },
      );
    // Any sign of the reader's hand on the map ends following. Of a screen reader or a voice there is but the click.
    for (const sign of ['pointerdown', 'wheel', 'keydown', 'click'] as const)
      holder.addEventListener(sign, () => this.#takeOver(), { capture: true, passive: true });
    holder.setAttribute('role', 'application');
    this.#map.setView([view.lat, view.lon], view.zoom, { animate: false });
    // The map gives its room to the words of the day, where the window stays as it is. Where nothing has changed Leaflet is not
    // asked: it would take its middle anew, from whole pixels.
    new ResizeObserver(() => {
      const { x, y } = this.#map.getSize();
      if (x !== holder.clientWidth || y !== holder.clientHeight) this.#map.invalidateSize({ debounceMoveend: true });
    }).observe(holder);
    this.#main = this.#addDay(HATCH);
    this.#sight = new MapSight(frame, () => this.#corner);
    this.#answers = new MapAnswers(frame, {
      focus: () => this.#focus(),
      focusChosen: () => this.#focusChosen(),
      cover: () => this.#see(),
    });
  }

  /** Adds the controls, and answers to the reader from here on. */
  #listen(holder: HTMLElement): void {
    L.control.zoom({ position: 'topright', zoomInTitle: 'Zoom in', zoomOutTitle: 'Zoom out' }).addTo(this.#map);
    L.control.scale({ imperial: false, position: 'bottomright', maxWidth: 120 }).addTo(this.#map);
    this.#frameOverlays();

    this.#map.on('moveend', () => {
      this.#frameOverlays();
      this.#see();
      this.#locate();
      this.#twin();
      if (!this.#isFollowing) this.#moved();
    });
    this.#map.on('zoomend', () => {
      this.#redraw();
      this.#catchUp();
    });
    this.#map.on('move zoom resize', () => this.#clip());
    // Turned or made wide, the page has its parts in other places, where a sheet left open would lie over them.
    addEventListener('resize', () => this.closeSheets((sheet) => getComputedStyle(sheet).position !== 'fixed'));
    // On paper the address of the view lets a reader find it again.
    addEventListener('beforeprint', () => {
      const explorer = this.#frame.closest<CorridorExplorer>('corridor-explorer');
      const address = explorer?.querySelector('.print-address');
      if (address) address.textContent = new URL(`#${explorer?.fragment}`, location.href).href.replace(/#$/, '');
      // The map stands there as on the screen, made as wide as a sheet: `live.css`.
      const { clientWidth, clientHeight } = holder;
      const { style } = this.#frame;
      style.setProperty('--wide', String(clientWidth));
      style.setProperty('--tall', String(clientHeight));
      style.setProperty('--fit', String(Math.min(PAPER / clientWidth, MOST)));
    });
    this.#answerOn(this.#main);
    this.#map.on('dblclick', () => clearTimeout(this.#asked));
    // The one picture on the map; that it failed is heard on the way down.
    holder.addEventListener('error', () => this.#missRelief(), { capture: true });
    holder.addEventListener('keydown', (event) => {
      if (event.target === holder && event.key === 'Enter') void this.#ask(this.#map.getCenter());
      // Leaflet's buttons are links, which Space does not press.
      const zoom = (event.target as Element).closest<HTMLElement>('.leaflet-control-zoom a');
      if (!zoom || event.key !== ' ') return;
      event.preventDefault();
      zoom.click();
    });
    this.#main.svg.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      if (this.#press(event.target as Element)) event.preventDefault();
    });
    this.#answers.listen(holder);
    // Who asks a list to show something on the map is brought to it where it is out of sight.
    addEventListener('click', ({ target }) => {
      if ((target as Element).matches('.show')) this.#frame.scrollIntoView({ block: 'nearest' });
    });
  }

  /** Answers to presses of the marks and of the ground of a day. */
  #answerOn(shownDay: ShownDay): void {
    const { overlay } = shownDay;
    const { element } = shownDay.svg;
    // A press beside an open sheet closes it, and does no more. A click may come without a press, as by voice.
    let closes = false;
    element.addEventListener(
      'pointerdown',
      () => {
        closes = this.#openSheets.length > 0;
      },
      { capture: true, passive: true },
    );
    element.addEventListener(
      'click',
      (event) => {
        if (closes) event.stopImmediatePropagation();
        closes = false;
      },
      { capture: true },
    );
    // A drag may begin on a mark; a click without a pointer ends none.
    element.addEventListener('click', ({ target, detail }) => {
      if (detail === 0 || !this.#map.dragging.moved()) this.#press(target as Element);
    });
    // Leaflet tells a press from the end of a drag. A second press zooms: then the first was no question.
    overlay.on('click', ({ latlng, originalEvent }) => {
      if ((originalEvent.target as Element).closest('.mark')) return;
      clearTimeout(this.#asked);
      this.#asked = setTimeout(() => void this.#ask(latlng, shownDay), 250);
    });
    overlay.on('contextmenu', ({ latlng, originalEvent }) => {
      originalEvent.preventDefault();
      void this.#ask(latlng, shownDay);
    });
  }

  /** Shows a view: where to, which day, what is in focus, which layers. */
  show(view: View, how?: 'fly'): void {
    const before = this.#view;
    this.#view = view;
    const moves = view.lat !== before.lat || view.lon !== before.lon || view.zoom !== before.zoom;
    if (view.against !== before.against) this.#compare();
    if (view.day !== before.day || view.layers.join() !== before.layers.join()) this.#redrawDay();
    else if (view.focus !== before.focus) {
      this.#drawPoints();
      this.#drawOther();
    }
    // What is here was asked of another day, or before something else was chosen: the newest answer is seen.
    if (view.day !== before.day || view.focus !== before.focus) this.#answers.closeHere();
    this.#tell();
    this.#see();
    this.#twin();
    if (!moves || this.#isAt(view)) return;
    this.#isFollowing = true;
    this.#go(how === 'fly' && !isStill());
  }

  /** Moves the map to the view. */
  #go(animate: boolean): void {
    const { lat, lon, zoom } = this.#view;
    this.#map.setView([lat, lon], zoom, { animate, duration: 0.6 });
  }

  /** Goes on to the view that was asked for while the map still zoomed to another: until it has, Leaflet takes no second one. */
  #catchUp(): void {
    if (this.#isFollowing && !this.#isAt(this.#view)) this.#go(!isStill());
  }

  /** Puts the events into the lists that wait for them. */
  #fillLists(): void {
    const { world } = this.#data;
    const explorer = this.#frame.closest<HTMLElement>('corridor-explorer');
    const finder = explorer?.querySelector('place-finder');
    finder?.addEventListener('focusin', () => void this.#loadFinder(finder));
    const days = explorer?.querySelector<CorridorDay>('corridor-day');
    if (days) days.events = world.events;
    const compare = explorer?.querySelector<CorridorCompare>('corridor-compare');
    if (compare) compare.world = world;
    this.#legend();
    explorer?.querySelector('.map-twin')?.addEventListener('toggle', () => this.#twin());
    for (const list of explorer?.querySelectorAll('[data-fill="events"]') ?? [])
      setMarkup(list, eventRows(world.events, { base: explorer?.dataset['base'] ?? '/', level: 3 }));
  }

  /** Says what of a link was not understood, and what the map lacks. */
  explain(misunderstood: readonly Misunderstood[]): string {
    return [wordMisunderstood(misunderstood), this.#lacksRelief ? NO_RELIEF : ''].filter(Boolean).join(' ');
  }

  /** Loads the place finder when its field is first used; where it does not come, says so there. */
  async #loadFinder(finder: Element): Promise<void> {
    const said = finder.querySelector('[data-part="said"]');
    const slow = setTimeout(() => {
      if (said) said.textContent = 'The names are slow to come.';
    }, SLOW);
    try {
      await import('./place-finder.ts');
    } catch (error) {
      console.warn('The place finder could not be loaded.', error);
      if (said)
        said.textContent =
          'The place finder could not be loaded. The list of all places is below; to try again, come back to this field.';
    } finally {
      clearTimeout(slow);
    }
  }

  /** Returns the view of an event or a place. */
  viewOf(id: string): View | undefined {
    return viewOf(this.#data.world, id, this.#view.day);
  }

  #isAt({ lat, lon, zoom }: View): boolean {
    const center = this.#map.getCenter();
    const here = settle({ ...this.#view, lat: center.lat, lon: center.lng, zoom: this.#map.getZoom() }, this.#limits);
    return here.lat === lat && here.lon === lon && here.zoom === zoom;
  }

  #takeOver(): void {
    this.#isFollowing = false;
  }

  /** The reader moved the map: the view follows it. */
  #moved(): void {
    const centre = this.#map.getCenter();
    const { lat, lng } = centre;
    requestView(this.#frame, { change: { lat, lon: lng, zoom: this.#map.getZoom() }, isChoice: false });
    // No view lies beyond the region: there the map comes back to its edge.
    const edge: L.LatLngTuple = [
      Math.min(Math.max(lat, REGION.south), REGION.north),
      Math.min(Math.max(lng, REGION.west), REGION.east),
    ];
    // It moves by whole pixels of each axis, and stands where less is left.
    if (this.#map.project(edge).distanceTo(this.#map.project(centre)) > 2)
      this.#map.panTo(edge, { animate: !isStill() });
  }

  /** Acts on a press of a mark: one event comes into focus, several bring their place; pressed again it leads to what is said of it. */
  #press(target: Element): boolean {
    const mark = target.closest<SVGGElement>('.mark');
    const ids = mark?.dataset['mark']?.split(' ') ?? [];
    const [id] = ids;
    if (!mark || !id) return false;
    const focus = ids.length === 1 ? id : (mark.dataset['place'] ?? id);
    const isTold = focus !== this.#untold;
    this.#untold = undefined;
    if (focus !== this.#view.focus) {
      requestView(this.#frame, { change: { focus }, isChoice: true });
      this.uncover();
      this.#answers.bringIntoSight();
    } else if (isTold) this.#answers.chosen?.querySelector('a')?.focus();
    else this.#tell();
    return true;
  }

  /**
   * Moves the map, and the view with it, where the card that says what is chosen came to lie over that, until it is in sight;
   * `isFoot` asks for that only where the card is as wide as the map and lies at its foot, as on a phone.
   */
  uncover(isFoot = false): void {
    const card = this.#answers.chosen?.getBoundingClientRect();
    const chosen = [...this.#main.svg.element.querySelectorAll('.focus-ring, .in-focus')].map((part) =>
      part.getBoundingClientRect(),
    );
    if (!card || !chosen.some((part) => collides(part, card))) return;
    const frame = this.#frame.getBoundingClientRect();
    const liesAtFoot = card.width > frame.width * 0.75;
    if (isFoot && !liesAtFoot) return;
    this.#takeOver();
    const left = Math.min(...chosen.map((part) => part.left)) - CLEAR;
    const right = Math.max(...chosen.map((part) => part.right)) + CLEAR;
    const bottom = Math.max(...chosen.map((part) => part.bottom)) + CLEAR;
    if (liesAtFoot) this.#map.panBy([0, bottom - card.top]);
    else if (card.left + card.right > frame.left + frame.right) this.#map.panBy([right - card.left, 0]);
    else this.#map.panBy([left - card.right, 0]);
  }

  /** Brings the reader to the map. */
  #focus(): void {
    this.#map.getContainer().focus({ preventScroll: true });
  }

  /** Brings who reads what is chosen back to its mark, or where that is not in sight to the map. */
  #focusChosen(): void {
    this.#seeNow();
    const mark = this.#main.svg.marks.find(
      ({ classList, tabIndex }) => classList.contains('in-focus') && tabIndex === 0,
    );
    if (mark) mark.focus({ preventScroll: true });
    else this.#focus();
  }

  /** Answers what is at a point, on a day that is shown. */
  async #ask({ lat, lng: lon }: L.LatLng, shownDay = this.#main): Promise<void> {
    const { layers } = this.#view;
    const snapshot = this.#snapshot(shownDay);
    const { day } = snapshot;
    await this.#answers.ask({ lat, lon, day }, async () => {
      const { whatIsHere } = await import('../model/what-is-here.ts');
      const reach = 24 * metresPerPixel(lat, this.#map.getZoom());
      return whatIsHere(shownBy(snapshot, layers), this.#shapes, [lon, lat], reach);
    });
  }

  /** The parts of the page that are open as sheets of a phone, and the menu of its head. */
  get #openSheets(): readonly HTMLElement[] {
    if (!CSS.supports('selector(:popover-open)')) return [];
    return [...document.querySelectorAll<HTMLElement>(':is(.sheet, nav):popover-open')];
  }

  /** Closes the sheets of a phone that lie over the map: all of them, or those that are meant. */
  closeSheets(isMeant = (_sheet: HTMLElement): boolean => true): void {
    for (const sheet of this.#openSheets) if (isMeant(sheet)) sheet.hidePopover();
  }

  get #origin(): Pixels {
    return originAt(this.#map.getZoom());
  }

  /** The upper left corner of the frame, pixels from the origin. */
  get #corner(): Pixels {
    const [originX, originY] = this.#origin;
    const { x = 0, y = 0 } = this.#map.getPixelBounds().min ?? {};
    return [x - originX, y - originY];
  }

  #addDay(hatch: string): ShownDay {
    const svg = new MapSvg(hatch);
    const overlay = L.svgOverlay(svg.element, this.#map.getBounds(), { interactive: true }).addTo(this.#map);
    return { svg, overlay, hatch };
  }

  get #days(): ShownDay[] {
    return this.#other ? [this.#main, this.#other] : [this.#main];
  }

  /** Keeps the drawings' window half a screen larger than the map on each side. */
  #frameOverlays(): void {
    const bounds = this.#map.getBounds().pad(0.5);
    const zoom = this.#map.getZoom();
    const [originX, originY] = this.#origin;
    const from = (lon: number, lat: number): Pixels => {
      const [x, y] = toPixels([lon, lat], zoom);
      return [x - originX, y - originY];
    };
    const [left, top] = from(bounds.getWest(), bounds.getNorth());
    const [right, bottom] = from(bounds.getEast(), bounds.getSouth());
    for (const { svg, overlay } of this.#days) {
      svg.element.setAttribute('viewBox', `${left} ${top} ${right - left} ${bottom - top}`);
      svg.layGround(from(MAPPED.west, MAPPED.north), from(MAPPED.east, MAPPED.south));
      overlay.setBounds(bounds);
    }
    this.#clip();
  }

  /** Puts the other day beside the main one, follows it, or takes it away. */
  #compare(): void {
    const { against } = this.#view;
    if (!against) {
      this.#other?.overlay.remove();
      if (this.#handle?.element.contains(document.activeElement)) this.#focus();
      this.#handle?.element.remove();
      this.#other = undefined;
      this.#clip();
      this.#see();
      this.#legend();
      return;
    }
    if (!this.#other) {
      this.#other = this.#addDay(`${HATCH}-other`);
      this.#other.svg.element.setAttribute('aria-hidden', 'true');
      this.#other.svg.element.classList.add('other-day');
      this.#answerOn(this.#other);
      // Where it stood when two days were last compared.
      this.#handle = new CompareHandle(this.#split, (split) => {
        this.#split = split;
        this.#clip();
        this.#see();
      });
      this.#map.getContainer().append(this.#handle.element);
      this.#other.svg.show();
      this.#frameOverlays();
    }
    this.#drawOther();
    this.#nameDays();
    this.#legend();
  }

  #nameDays(): void {
    const { day, against } = this.#view;
    if (against) this.#handle?.name(against, day);
  }

  /** Shows the other day left of the handle and the main one right of it. */
  #clip(): void {
    const [main, other] = [this.#main.svg.element, this.#other?.svg.element];
    if (!other) {
      main.style.clipPath = '';
      for (const label of this.#main.svg.labels) label.classList.remove('parted');
      return;
    }
    const box = this.#map.getContainer().getBoundingClientRect();
    const drawn = main.getBoundingClientRect();
    const at = box.left + this.#split * box.width;
    // Where the handle stands, in parts of the drawing's width: true while it is being zoomed too.
    const part = drawn.width > 0 ? ((at - drawn.left) / drawn.width) * 100 : 0;
    main.style.clipPath = `inset(0 0 0 ${part}%)`;
    other.style.clipPath = `inset(0 ${100 - part}% 0 0)`;
    this.#handle?.place(this.#split);
    this.#hidePartedLabels(at);
  }

  /** Hides each label that the handle would cut, at `at` in pixels of the window, but where the other day's label goes on with it. */
  #hidePartedLabels(at: number): void {
    const cut = this.#days.map(({ svg }) =>
      svg.labels.flatMap((label) => {
        const { left, right, top } = label.getBoundingClientRect();
        const isCut = left < at && at < right;
        if (!isCut) label.classList.remove('parted');
        return isCut ? [{ label, is: `${label.textContent} ${Math.round(left)} ${Math.round(top)}` }] : [];
      }),
    );
    for (const [i, labels] of cut.entries())
      for (const { label, is } of labels) label.classList.toggle('parted', !cut[1 - i]?.some((twin) => twin.is === is));
  }

  #drawOther(): void {
    const shownDay = this.#other;
    if (!shownDay) return;
    for (const group of this.#drawing(shownDay)) this.#drawGroup(shownDay, group);
    shownDay.svg.drawPoints(this.#pointsOf(shownDay));
    this.#see();
    this.#clip();
  }

  #snapshot(shownDay: ShownDay = this.#main): Snapshot {
    const { day, against = day } = this.#view;
    return snapshotAt(this.#data.world, shownDay === this.#main ? day : against);
  }

  #drawing(shownDay: ShownDay): ReturnType<typeof drawGroups> {
    return drawGroups(this.#snapshot(shownDay), this.#view.layers, this.#shapes, shownDay.hatch);
  }

  #drawGroup({ svg }: ShownDay, group: ReturnType<typeof drawGroups>[number]): void {
    svg.element.dataset['zoom'] = String(Math.round(this.#map.getZoom()));
    if (group.name !== 'relief') {
      svg.drawGroup(group, (ids) => this.#pathData(ids));
      return;
    }
    const isOn = this.#view.layers.includes('relief');
    if (!isOn) this.#lacksRelief = false;
    const base = this.#frame.closest<HTMLElement>('corridor-explorer')?.dataset['base'] ?? '/';
    svg.drawRelief(isOn ? reliefBox(this.#map.getZoom(), this.#origin) : undefined, `${base}map/relief.webp`);
  }

  #missRelief(): void {
    this.#lacksRelief = true;
    const notice = this.#frame.closest('corridor-explorer')?.querySelector('.notice');
    if (notice && !notice.textContent?.includes(NO_RELIEF))
      notice.textContent = `${notice.textContent} ${NO_RELIEF}`.trim();
  }

  #pathData(ids: readonly string[]): string {
    const key = ids.join();
    let data = this.#pathsByShapes.get(key);
    if (data === undefined) {
      data = shapesPath(
        ids.flatMap((id) => this.#shapes.get(id) ?? []),
        this.#map.getZoom(),
        this.#origin,
      );
      this.#pathsByShapes.set(key, data);
    }
    return data;
  }

  /** Draws symbols, labels and marks, and says what is chosen among them. */
  #drawPoints(): void {
    const { svg } = this.#main;
    const markup = this.#pointsOf(this.#main);
    if (!keepFocus(() => svg.drawPoints(markup), this.#map.getContainer())) return;
    this.#see();
    this.#tell();
  }

  #pointsOf(shownDay: ShownDay): string {
    const nameOf = (id: string): string =>
      this.#data.world.places.find((place) => place.id === id)?.label.join(', ') ?? '';
    const live = { nameOf, chosen: this.#answers.chosen ? CHOSEN : '' };
    return pointsMarkup(this.#points(shownDay), { focus: this.#view.focus, live });
  }

  /** Keeps the frame on the small map in step. */
  #locate(): void {
    const rect = this.#frame.querySelector('.map-inset .frame');
    const { x: width, y: height } = this.#map.getSize();
    const { lat, lng: lon } = this.#map.getCenter();
    const frame = locatorFrame({ lat, lon, zoom: this.#map.getZoom() }, { width, height });
    for (const [name, value] of Object.entries(frame)) rect?.setAttribute(name, String(value));
  }

  /**
   * Has the map's names and marks follow what is seen of it, once all that is being changed now is: to ask where things are has the
   * browser lay the page out.
   */
  #see(): void {
    if (!this.#isUnseen) queueMicrotask(() => this.#seeNow());
    this.#isUnseen = true;
  }

  /** Hides labels that would be seen in part, and takes marks that cannot be seen out of the tab order. */
  #seeNow(): void {
    if (!this.#isUnseen) return;
    this.#isUnseen = false;
    // While the map is built nothing of it is seen.
    if (!this.#main.svg.isShown) return;
    this.#sight.follow(
      this.#days.map((shownDay) => [shownDay.svg, this.#points(shownDay)]),
      this.#other ? this.#split : 0,
    );
  }

  #points(shownDay: ShownDay): MapPoints {
    const shown = { layers: this.#view.layers, zoom: this.#map.getZoom() };
    shownDay.placed = place(this.#data, this.#shapes, this.#snapshot(shownDay), shown, shownDay.placed);
    return shownDay.placed.points;
  }

  #redrawDay(): void {
    for (const group of this.#drawing(this.#main))
      if (group.name !== 'land' && group.name !== 'waters' && group.name !== 'borders')
        this.#drawGroup(this.#main, group);
    this.#drawPoints();
    this.#legend();
    if (!this.#other) return;
    this.#drawOther();
    this.#nameDays();
  }

  #redraw(): void {
    if (this.#map.getZoom() === this.#drawnZoom) return;
    this.#drawnZoom = this.#map.getZoom();
    this.#pathsByShapes.clear();
    for (const group of this.#drawing(this.#main)) this.#drawGroup(this.#main, group);
    this.#drawPoints();
    this.#drawOther();
  }

  /** Leaves in the legend what is on the map that day, or on either of two. */
  #legend(): void {
    const on = legendOf(this.#days.map((shownDay) => this.#snapshot(shownDay)));
    const rows = this.#frame.closest('corridor-explorer')?.querySelectorAll<HTMLElement>('[data-shows]');
    for (const row of rows ?? []) row.hidden = !on.has(row.dataset['shows'] ?? '');
  }

  /** Keeps the map as a list in step while it is open. */
  #twin(): void {
    const explorer = this.#frame.closest<HTMLElement>('corridor-explorer');
    const list = explorer?.querySelector('.map-twin[open] [data-fill="twin"]');
    if (!list) return;
    const bounds = this.#map.getBounds();
    const box = {
      west: bounds.getWest(),
      south: bounds.getSouth(),
      east: bounds.getEast(),
      north: bounds.getNorth(),
    };
    const snapshot = this.#snapshot();
    const markup = twinMarkup(
      textTwin(snapshot, this.#view.layers, box, this.#shapes),
      snapshot,
      explorer?.dataset['base'] ?? '/',
    );
    keepFocus(() => renewMarkup(list, markup), list.closest('details')?.querySelector('summary'));
  }

  /** Says in words what the map shows, and lists what is chosen. */
  #tell(): void {
    const { world } = this.#data;
    const explorer = this.#frame.closest<HTMLElement>('corridor-explorer');
    const snapshot = this.#snapshot();
    this.#map
      .getContainer()
      .setAttribute(
        'aria-label',
        `Map. ${describe(snapshot)} Arrow keys move it, plus and minus zoom${explorer?.querySelector('.here') ? ', Enter asks what is at its centre' : ''}.`,
      );
    const mark = explorer?.querySelector<SVGLineElement>('.strip-day');
    const knots = JSON.parse(mark?.dataset['knots'] ?? '[]') as Knot[];
    for (const end of ['x1', 'x2']) mark?.setAttribute(end, `${positionOn(knots, this.#view.day)}%`);
    // The strip may begin with the corridor: days before it stand nowhere on it.
    mark?.setAttribute('visibility', this.#view.day < (knots[0]?.day ?? '') ? 'hidden' : 'visible');
    sayMap(snapshot);
    const focus = this.#view.focus === this.#untold ? null : this.#view.focus;
    const event = world.events.find(({ id }) => id === focus);
    const place = world.places.find(({ id }) => id === focus);
    const here = place ? eventsAt(place.id, this.#points(this.#main).marks) : [];
    // What is chosen stays so when the day is moved, also to a day before it, on which the map does not show it yet.
    const isAhead = event !== undefined && firstDayOf(event.date) > this.#view.day;
    this.#answers.tell({ event, isAhead, place, here });
  }
}
