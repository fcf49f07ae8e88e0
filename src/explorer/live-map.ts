/**
 * The live map: Leaflet moves and zooms, and one SVG over it is drawn from the same lists as the still map, in the
 * same classes. Loaded only when asked for. The only file that imports Leaflet.
 */
import * as L from 'leaflet';
import { wordSpan } from '../i18n/words.ts';
import { describe } from '../model/describe.ts';
import { shownBy } from '../model/draw-list.ts';
import { eventRows } from '../model/event-rows.ts';
import { limitsOf } from '../model/limits.ts';
import { drawGroups, HATCH, pointsMarkup, reliefBox, shapesPath } from '../model/map-drawing.ts';
import { MAX_ZOOM, MIN_ZOOM, REGION } from '../model/map-limits.ts';
import { type MapPoints, placePoints } from '../model/map-points.ts';
import { decodeShapes, type MapName, type MapTopology, type Shape } from '../model/map-shapes.ts';
import { metresPerPixel, type Pixels, toPixels } from '../model/projection.ts';
import { type Snapshot, snapshotAt } from '../model/snapshot.ts';
import { textTwin, twinMarkup } from '../model/text-twin.ts';
import { viewOf } from '../model/views.ts';
import type { MapWorld } from '../model/world.ts';
import { type Limits, settle, type View } from '../share/view.ts';
import liveStyles from '../styles/live.css?url';
import type { CorridorDay } from './corridor-day.ts';
import './corridor-day.ts';
import { requestView } from './view-events.ts';

/** What `/data/map.json` holds. */
export interface MapData {
  readonly world: MapWorld;
  readonly topology: MapTopology;
  readonly names: readonly MapName[];
}

const SVG = 'http://www.w3.org/2000/svg';

/** Lets the browser answer the reader before the next piece of drawing. */
const pause = (): Promise<void> => {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
};

const make = <K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
): SVGElementTagNameMap[K] => {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
};

/** Sets an attribute where it is not so already: the browser then has nothing to do. */
const put = (element: Element, name: string, value: string): void => {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
};

/** Adds the live map's style sheet and waits for it. */
function loadStyles(): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: liveStyles });
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new Error(`${liveStyles} did not load`)));
    document.head.append(link);
  });
}

/** Asked for as soon as this module runs, so that it comes beside the data. */
let styles: Promise<void> | undefined = loadStyles();
styles.catch(() => {
  styles = undefined;
});

export class LiveMap {
  readonly limits: Limits;
  readonly #data: MapData;
  readonly #frame: HTMLElement;
  readonly #map: L.Map;
  readonly #svg: SVGSVGElement;
  readonly #overlay: L.SVGOverlay;
  readonly #groups = new Map<string, SVGGElement>();
  readonly #paths = new Map<string, SVGPathElement>();
  /** Path data by shapes, for the present zoom. */
  readonly #pathsByShapes = new Map<string, string>();
  #shapes: ReadonlyMap<string, Shape> = new Map();
  #drawnZoom = Number.NaN;
  #drawnPoints = '';
  /** The points as last placed, and for what. */
  #placed: { readonly key: string; readonly points: MapPoints } | undefined;
  #view: View;
  /** True while the map moves because the view says so, and not by the reader's hand. */
  #isFollowing = true;

  /** Builds the live map over the still one, piece by piece, and then takes the still one away. */
  static async mount(frame: HTMLElement, data: MapData, view: View): Promise<LiveMap> {
    const holder = document.createElement('div');
    holder.className = 'live-map';
    frame.append(holder);
    try {
      styles ??= loadStyles();
      await styles;
      const live = new LiveMap(frame, holder, data, view);
      await pause();
      live.#shapes = decodeShapes(data.topology);
      await pause();
      for (const group of live.#drawing()) {
        live.#drawGroup(group);
        await pause();
      }
      live.#drawnZoom = live.#map.getZoom();
      const points = live.#points();
      await pause();
      live.#drawPoints(points);
      await pause();
      live.#svg.removeAttribute('display');
      holder.classList.add('is-drawn');
      frame.querySelector(':scope > .map-svg')?.remove();
      await pause();
      live.#fillLists();
      return live;
    } catch (error) {
      holder.remove();
      throw error;
    }
  }

  private constructor(frame: HTMLElement, holder: HTMLElement, data: MapData, view: View) {
    this.#frame = frame;
    this.#data = data;
    this.#view = view;
    this.limits = limitsOf(data.world);
    const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
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
    });
    L.control.zoom({ position: 'topright', zoomInTitle: 'Zoom in', zoomOutTitle: 'Zoom out' }).addTo(this.#map);
    L.control.scale({ imperial: false, position: 'bottomright', maxWidth: 120 }).addTo(this.#map);
    holder.setAttribute('role', 'application');
    this.#map.setView([view.lat, view.lon], view.zoom, { animate: false });
    // Not shown, and so not laid out, until all of it is drawn.
    this.#svg = make('svg', { class: 'map-svg', display: 'none' });
    const defs = make('defs');
    const hatch = make('pattern', {
      id: HATCH,
      class: 'hatch',
      width: '7',
      height: '7',
      patternUnits: 'userSpaceOnUse',
      patternTransform: 'rotate(45)',
    });
    hatch.append(make('path', { d: 'M0 0v7' }));
    defs.append(hatch);
    this.#svg.append(defs);
    for (const name of ['land', 'relief', 'areas', 'waters', 'borders', 'roads', 'points']) {
      const group = make('g', { class: name });
      this.#groups.set(name, group);
      this.#svg.append(group);
    }
    this.#overlay = L.svgOverlay(this.#svg, this.#map.getBounds(), { interactive: true }).addTo(this.#map);
    this.#frameOverlay();

    this.#map.on('moveend', () => {
      this.#frameOverlay();
      this.#reachOnlyWhatIsSeen();
      this.#twin();
      if (!this.#isFollowing) this.#moved();
    });
    this.#map.on('zoomend', () => this.#redraw());
    // Any sign of the reader's hand on the map ends following.
    for (const sign of ['pointerdown', 'wheel', 'keydown'] as const)
      holder.addEventListener(sign, () => this.#takeOver(), { capture: true, passive: true });
    this.#svg.addEventListener('click', (event) => this.#press(event.target as Element));
    // Leaflet tells a press from the end of a drag. A second press zooms: then the first was no question.
    let asked: ReturnType<typeof setTimeout> | undefined;
    this.#overlay.on('click', ({ latlng, originalEvent }) => {
      if ((originalEvent.target as Element).closest('.mark')) return;
      clearTimeout(asked);
      asked = setTimeout(() => void this.#ask(latlng), 250);
    });
    this.#overlay.on('contextmenu', ({ latlng, originalEvent }) => {
      originalEvent.preventDefault();
      void this.#ask(latlng);
    });
    this.#map.on('dblclick', () => clearTimeout(asked));
    holder.addEventListener('keydown', (event) => {
      if (event.target === holder && event.key === 'Enter') void this.#ask(this.#map.getCenter());
    });
    this.#svg.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      if (this.#press(event.target as Element)) event.preventDefault();
    });
  }

  /** Shows a view: where to, which day, what is in focus, which layers. */
  show(view: View, how?: 'fly'): void {
    const before = this.#view;
    this.#view = view;
    const moves = view.lat !== before.lat || view.lon !== before.lon || view.zoom !== before.zoom;
    if (view.day !== before.day || view.layers.join() !== before.layers.join()) this.#redrawDay();
    else if (view.focus !== before.focus) this.#drawPoints();
    this.#tell();
    this.#twin();
    if (!moves || this.#isAt(view)) return;
    this.#isFollowing = true;
    const animate = how === 'fly' && !matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#map.setView([view.lat, view.lon], view.zoom, { animate, duration: 0.6 });
  }

  /** Puts the events into the lists that wait for them. */
  #fillLists(): void {
    const { world } = this.#data;
    const explorer = this.#frame.closest<HTMLElement>('corridor-explorer');
    const finder = explorer?.querySelector('place-finder');
    finder?.addEventListener('focusin', () => void import('./place-finder.ts'), { once: true });
    const days = explorer?.querySelector<CorridorDay>('corridor-day');
    if (days) days.events = world.events;
    explorer?.querySelector('.map-twin')?.addEventListener('toggle', () => this.#twin());
    for (const list of explorer?.querySelectorAll('[data-fill="events"]') ?? [])
      list.innerHTML = eventRows(world.events, { base: explorer?.dataset['base'] ?? '/', level: 3 });
  }

  /** Returns the view of an event or a place. */
  viewOf(id: string): View | undefined {
    return viewOf(this.#data.world, id);
  }

  #isAt({ lat, lon, zoom }: View): boolean {
    const center = this.#map.getCenter();
    const here = settle({ ...this.#view, lat: center.lat, lon: center.lng, zoom: this.#map.getZoom() }, this.limits);
    return here.lat === lat && here.lon === lon && here.zoom === zoom;
  }

  #takeOver(): void {
    this.#isFollowing = false;
  }

  /** The reader moved the map: the view follows it. */
  #moved(): void {
    const { lat, lng } = this.#map.getCenter();
    requestView(this.#frame, { change: { lat, lon: lng, zoom: this.#map.getZoom() }, isChoice: false });
  }

  /** Acts on a press of a mark: one event comes into focus, several bring their place. */
  #press(target: Element): boolean {
    const mark = target.closest<SVGGElement>('.mark');
    const ids = mark?.dataset['mark']?.split(' ') ?? [];
    const [id] = ids;
    if (!mark || !id) return false;
    requestView(this.#frame, {
      change: { focus: ids.length === 1 ? id : (mark.dataset['place'] ?? id) },
      isChoice: true,
    });
    return true;
  }

  /** Answers what is at a point, where the page has room for the answer. */
  async #ask({ lat, lng }: L.LatLng): Promise<void> {
    const explorer = this.#frame.closest<HTMLElement>('corridor-explorer');
    const panel = explorer?.querySelector<HTMLElement>('.here');
    if (!panel) return;
    try {
      const [{ showHere }, { whatIsHere }] = await Promise.all([
        import('./here-panel.ts'),
        import('../model/what-is-here.ts'),
      ]);
      const reach = 24 * metresPerPixel(lat, this.#map.getZoom());
      const here = whatIsHere(shownBy(this.#snapshot(), this.#view.layers), this.#shapes, [lng, lat], reach);
      showHere(panel, here, { lat, lon: lng, day: this.#view.day }, explorer?.dataset['base'] ?? '/');
      panel.querySelector('[data-act="close-here"]')?.addEventListener('click', () => {
        panel.hidden = true;
        this.#map.getContainer().focus({ preventScroll: true });
      });
    } catch (error) {
      console.warn('What is here could not be loaded.', error);
    }
  }

  get #origin(): Pixels {
    return toPixels([REGION.west, REGION.north], this.#map.getZoom());
  }

  /** Keeps the drawing's window half a screen larger than the map on each side. */
  #frameOverlay(): void {
    const bounds = this.#map.getBounds().pad(0.5);
    const zoom = this.#map.getZoom();
    const [originX, originY] = this.#origin;
    const [left, top] = toPixels([bounds.getWest(), bounds.getNorth()], zoom);
    const [right, bottom] = toPixels([bounds.getEast(), bounds.getSouth()], zoom);
    this.#svg.setAttribute('viewBox', `${left - originX} ${top - originY} ${right - left} ${bottom - top}`);
    this.#overlay.setBounds(bounds);
  }

  #snapshot(): Snapshot {
    return snapshotAt(this.#data.world, this.#view.day);
  }

  #drawing(): ReturnType<typeof drawGroups> {
    return drawGroups(this.#snapshot(), this.#view.layers, this.#shapes);
  }

  #drawGroup({ name, paths }: ReturnType<typeof drawGroups>[number]): void {
    const group = this.#groups.get(name);
    if (!group) return;
    this.#svg.dataset['zoom'] = String(Math.round(this.#map.getZoom()));
    if (name === 'relief') {
      this.#drawRelief(group);
      return;
    }
    const kept = new Set(paths.map(({ key }) => `${name}/${key}`));
    for (const [key, path] of this.#paths)
      if (key.startsWith(`${name}/`) && !kept.has(key)) {
        path.remove();
        this.#paths.delete(key);
      }
    for (const [at, path] of paths.entries()) {
      const key = `${name}/${path.key}`;
      let element = this.#paths.get(key);
      if (!element) {
        element = make('path');
        this.#paths.set(key, element);
      }
      put(element, 'class', path.className);
      put(element, 'data-status', path.status);
      if (path.fill) put(element, 'fill', path.fill);
      put(element, 'd', this.#pathData(path.shapes));
      // Elements that stand where they should are left alone.
      if (group.children[at] !== element) group.insertBefore(element, group.children[at] ?? null);
    }
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

  #drawRelief(group: SVGGElement): void {
    if (!this.#view.layers.includes('relief')) {
      group.replaceChildren();
      return;
    }
    const image =
      group.querySelector('image') ??
      make('image', { class: 'relief', preserveAspectRatio: 'none', href: this.#reliefAddress() });
    const box = reliefBox(this.#map.getZoom(), this.#origin);
    for (const side of ['x', 'y', 'width', 'height'] as const) image.setAttribute(side, box[side].toFixed(1));
    if (!image.parentNode) group.append(image);
  }

  #reliefAddress(): string {
    return `${this.#frame.closest<HTMLElement>('corridor-explorer')?.dataset['base'] ?? '/'}map/relief.webp`;
  }

  /** Draws symbols, labels and marks, and keeps the keyboard where it was. */
  #drawPoints(points = this.#points()): void {
    const group = this.#groups.get('points');
    if (!group) return;
    const held = (document.activeElement as SVGElement | null)?.dataset?.['mark']?.split(' ')[0];
    const nameOf = (id: string): string =>
      this.#data.world.places.find((place) => place.id === id)?.label.join(', ') ?? '';
    const markup = pointsMarkup(points, { focus: this.#view.focus, live: { nameOf } });
    if (markup === this.#drawnPoints) return;
    this.#drawnPoints = markup;
    group.innerHTML = markup;
    this.#reachOnlyWhatIsSeen();
    if (held)
      [...group.querySelectorAll<SVGGElement>('.mark')]
        .find((mark) => mark.dataset['mark']?.split(' ').includes(held))
        ?.focus();
    this.#tell();
  }

  /** Takes marks outside the window out of the tab order. */
  #reachOnlyWhatIsSeen(): void {
    const [originX, originY] = this.#origin;
    const bounds = this.#map.getPixelBounds();
    for (const mark of this.#groups.get('points')?.querySelectorAll<SVGGElement>('.mark') ?? []) {
      const { e: x, f: y } = mark.transform.baseVal.consolidate()?.matrix ?? { e: 0, f: 0 };
      mark.tabIndex = bounds.contains([x + originX, y + originY]) ? 0 : -1;
    }
  }

  #points(): MapPoints {
    const snapshot = this.#snapshot();
    const { layers } = this.#view;
    const ids = [snapshot.places, snapshot.features.map(({ feature }) => feature), snapshot.events].map((list) =>
      list.map((one) => one.id + one.kind).join(),
    );
    const key = [...ids, layers.join(), this.#map.getZoom()].join('|');
    if (this.#placed?.key === key) return this.#placed.points;
    const points = this.#place(snapshot);
    this.#placed = { key, points };
    return points;
  }

  /** Places symbols, labels and marks: the dearest part of a drawing. */
  #place(snapshot: Snapshot): MapPoints {
    const { layers } = this.#view;
    const roads = snapshot.features
      .filter(({ feature }) => feature.layer === 'roads')
      .flatMap(({ feature }) => feature.shapes.flatMap((id) => this.#shapes.get(id) ?? []));
    return placePoints(
      snapshot,
      { places: layers.includes('places'), events: layers.includes('events') },
      this.#data.names,
      roads,
      this.#map.getZoom(),
      this.#origin,
    );
  }

  #redrawDay(): void {
    for (const group of this.#drawing())
      if (group.name !== 'land' && group.name !== 'waters' && group.name !== 'borders') this.#drawGroup(group);
    this.#drawPoints();
  }

  #redraw(): void {
    if (this.#map.getZoom() === this.#drawnZoom || this.#shapes.size === 0) return;
    this.#drawnZoom = this.#map.getZoom();
    this.#pathsByShapes.clear();
    for (const group of this.#drawing()) this.#drawGroup(group);
    this.#drawPoints();
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
    if (list.innerHTML !== markup) list.innerHTML = markup;
  }

  /** Says in words what the map shows, and lists what is chosen. */
  #tell(): void {
    const { world } = this.#data;
    const explorer = this.#frame.closest<HTMLElement>('corridor-explorer');
    const snapshot = this.#snapshot();
    const said = describe(snapshot);
    this.#map
      .getContainer()
      .setAttribute(
        'aria-label',
        `Map. ${said} Arrow keys move it, plus and minus zoom, Enter asks what is at its centre.`,
      );
    for (const place of document.querySelectorAll('.said')) if (place.textContent !== said) place.textContent = said;
    const chosen = explorer?.querySelector<HTMLElement>('.chosen');
    if (!chosen) return;
    const { focus } = this.#view;
    const base = explorer?.dataset['base'] ?? '/';
    const event = world.events.find(({ id }) => id === focus);
    const place = world.places.find(({ id }) => id === focus);
    const key = `${focus}@${this.#view.day}`;
    if (chosen.dataset['key'] === key) return;
    chosen.dataset['key'] = key;
    const link = (href: string, text: string): HTMLAnchorElement => {
      const a = document.createElement('a');
      a.href = base + href;
      a.textContent = text;
      return a;
    };
    const line = (...parts: (string | Node)[]): HTMLParagraphElement => {
      const p = document.createElement('p');
      p.append(...parts);
      return p;
    };
    if (event)
      chosen.replaceChildren(line(wordSpan(event.date, event.endDate)), line(link(`events/${event.id}/`, event.title)));
    else if (place) {
      const here = this.#points().marks.find((mark) => mark.place === place.id)?.events ?? [];
      const list = document.createElement('ul');
      for (const one of here) {
        const item = document.createElement('li');
        item.append(`${wordSpan(one.date, one.endDate)}: `, link(`events/${one.id}/`, one.title));
        list.append(item);
      }
      chosen.replaceChildren(line(link(`places/${place.id}/`, place.label.join(' / '))), list);
    } else chosen.replaceChildren();
  }
}
