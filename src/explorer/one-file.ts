/**
 * The script of the explainer in one file: draws the map of any day with the site's own code, moves it, and ties the slider,
 * the events and the links of the text to it. Leaflet is left out: with it the file would be half as large again, and a map
 * without tiles needs no more than a window over one drawing. Runs from a disk, where nothing can be asked for.
 */
import { wordDay, wordSpan } from '../i18n/word-dates.ts';
import type { Day } from '../model/dates.ts';
import { dayNumber, dayOfNumber } from '../model/day-numbers.ts';
import { describe } from '../model/describe.ts';
import { limitsOf } from '../model/limits.ts';
import { drawGroups, HATCH, pointsMarkup, shapesPath } from '../model/map-drawing.ts';
import { MAX_ZOOM, MIN_ZOOM, REGION } from '../model/map-limits.ts';
import { linesOf, placePoints } from '../model/map-points.ts';
import { decodeShapes, type Shape } from '../model/map-shapes.ts';
import { firstDayOf } from '../model/partial-dates.ts';
import { type Pixels, toLonLat, toPixels } from '../model/projection.ts';
import { snapshotAt } from '../model/snapshot.ts';
import { dayOn, type Knot, positionOn } from '../model/time-scale.ts';
import { openingView, viewOf } from '../model/views.ts';
import { isViewFragment } from '../share/is-view-fragment.ts';
import { decode } from '../share/link.ts';
import { settle, type View } from '../share/view.ts';
import { hearDays, showDay } from './date-field.ts';
import type { MapData } from './map-data.ts';
import { MapSvg } from './map-svg.ts';
import { sayMap } from './say-map.ts';

const find = <T extends Element>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`The file has no ${selector}.`);
  return found;
};

/** Returns the map's data, which the file holds compressed. */
async function readData(): Promise<MapData> {
  const packed = Uint8Array.from(atob(find('#map-data').textContent ?? ''), (char) => char.charCodeAt(0));
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return (await new Response(plain).json()) as MapData;
}

/** Tells whether a key or a link is pressed with another key that makes it one of the browser's own, such as Alt and left. */
const isOfBrowser = ({ altKey, ctrlKey, metaKey }: KeyboardEvent | MouseEvent): boolean => altKey || ctrlKey || metaKey;

/** What the history keeps of each address that was come to: the view that the map showed there, as a fragment or nothing. */
interface Entry {
  readonly id: number;
  readonly view: string;
}

class OneFile {
  readonly #data: MapData;
  readonly #shapes: ReadonlyMap<string, Shape>;
  readonly #frame = find<HTMLElement>('.map-frame');
  readonly #svg = new MapSvg(HATCH);
  readonly #day = find<HTMLInputElement>('input[type=date]');
  readonly #slider = find<HTMLInputElement>('.one-days input');
  readonly #mark = find<SVGLineElement>('.strip-day');
  readonly #knots = JSON.parse(this.#mark.dataset['knots'] ?? '[]') as Knot[];
  /** Fingers and buttons that are down, and where. */
  readonly #pointers = new Map<number, Pixels>();
  /** Whether the press that is going on, or was the last, has moved the map. */
  #isDragged = false;
  #view: View;
  #entry: Entry = { id: 0, view: '' };
  /** What had the focus when the reader went on from an entry, and how far down the window it stood where a link was pressed. */
  readonly #left = new Map<number, readonly [held: HTMLElement | null, top?: number | undefined]>();

  constructor(data: MapData) {
    this.#data = data;
    this.#shapes = decodeShapes(data.topology);
    const opening = openingView(data.world);
    this.#view = { ...opening, layers: opening.layers.filter((layer) => layer !== 'relief') };
    this.#frame.replaceChildren(this.#svg.element);
    this.#frame.classList.add('is-live');
    this.#frame.tabIndex = 0;
    this.#frame.setAttribute('role', 'application');
    this.#svg.show();
    this.#listen();
    this.#draw();
    this.#follow();
  }

  #listen(): void {
    const frame = this.#frame;
    addEventListener('resize', () => this.#window());
    addEventListener('hashchange', () => this.#follow());
    // A link to the view that the address names already changes nothing there: the map has been moved since.
    addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#map="]');
      if (link?.hash !== location.hash || isOfBrowser(event) || event.shiftKey) return;
      event.preventDefault();
      this.#show(link.hash);
      this.#turnTo();
    });
    hearDays(
      this.#day,
      (day) => this.#change({ day }),
      () => this.#view.day,
    );
    this.#slider.addEventListener('input', () => this.#change({ day: dayOn(this.#knots, Number(this.#slider.value)) }));
    this.#slider.addEventListener('keydown', (event) => {
      const steps: Record<string, number> = {
        ArrowLeft: -1,
        ArrowDown: -1,
        ArrowRight: 1,
        ArrowUp: 1,
        PageDown: -30,
        PageUp: 30,
      };
      const step = steps[event.key];
      if (!step || isOfBrowser(event)) return;
      event.preventDefault();
      this.#change({ day: dayOfNumber(dayNumber(this.#view.day) + step) });
    });
    for (const button of document.querySelectorAll<HTMLElement>('.one-tools button'))
      button.addEventListener('click', () => {
        const { step, zoom } = button.dataset;
        if (step) this.#step(Number(step));
        else if (zoom) this.#change({ zoom: this.#view.zoom + Number(zoom) });
        else this.#change({ ...openingView(this.#data.world), day: this.#view.day, layers: this.#view.layers });
      });
    for (const row of document.querySelectorAll<HTMLElement>('[id^="event-"]')) {
      const button = Object.assign(document.createElement('button'), { type: 'button', textContent: 'On the map' });
      button.setAttribute('aria-label', `On the map: ${row.querySelector('a')?.textContent?.trim()}`);
      button.addEventListener('click', () => {
        this.#choose(row.id.replace('event-', ''));
        this.#turnTo();
      });
      row.querySelector('dd')?.append(button);
    }
    frame.addEventListener('keydown', (event) => this.#key(event));
    // A drag that began on a mark chooses nothing.
    frame.addEventListener(
      'click',
      ({ target, detail }) => (this.#isDragged && detail > 0) || this.#press(target as Element),
    );
    frame.addEventListener('wheel', (event) => {
      // The wheel alone goes on through the text.
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      this.#change({ zoom: this.#view.zoom - event.deltaY / 200 });
    });
    frame.addEventListener('pointerdown', ({ pointerId, clientX, clientY }) => {
      this.#isDragged = false;
      this.#pointers.set(pointerId, [clientX, clientY]);
    });
    addEventListener('pointermove', (event) => this.#drag(event));
    for (const end of ['pointerup', 'pointercancel'] as const)
      addEventListener(end, ({ pointerId }) => this.#pointers.delete(pointerId));
  }

  /** A mouse drags the map; with one finger the text goes on, two move the map and zoom it. */
  #drag({ pointerId, pointerType, clientX, clientY, buttons }: PointerEvent): void {
    // Let go where this page did not hear of it.
    if (!buttons) this.#pointers.delete(pointerId);
    const before = this.#pointers.get(pointerId);
    if (!before) return;
    const spread = (): number => {
      const [[ax, ay] = [0, 0], [bx, by] = [1, 0]] = [...this.#pointers.values()];
      return Math.hypot(ax - bx, ay - by) || 1;
    };
    const wide = spread();
    this.#pointers.set(pointerId, [clientX, clientY]);
    const fingers = this.#pointers.size;
    if (pointerType === 'touch' && fingers < 2) return;
    this.#isDragged = true;
    if (fingers > 1) this.#change({ zoom: this.#view.zoom + Math.log2(spread() / wide) });
    this.#move((before[0] - clientX) / fingers, (before[1] - clientY) / fingers);
  }

  #key(event: KeyboardEvent): void {
    if (isOfBrowser(event)) return;
    if ((event.key === 'Enter' || event.key === ' ') && this.#press(event.target as Element)) {
      event.preventDefault();
      return;
    }
    const arrows: Record<string, Pixels> = {
      ArrowLeft: [-80, 0],
      ArrowRight: [80, 0],
      ArrowUp: [0, -80],
      ArrowDown: [0, 80],
    };
    const zooms: Record<string, number> = { '+': 0.5, '=': 0.5, '-': -0.5 };
    const [arrow, zoom] = [arrows[event.key], zooms[event.key]];
    if (!arrow && !zoom) return;
    event.preventDefault();
    if (arrow) this.#move(...arrow);
    else this.#change({ zoom: this.#view.zoom + (zoom ?? 0) });
  }

  /** Acts on a press of a mark: one event comes into focus, several are named; tells whether it was one. */
  #press(target: Element): boolean {
    const ids = target.closest<SVGGElement>('.mark')?.dataset['mark']?.split(' ') ?? [];
    const [id] = ids;
    if (!id) return false;
    if (ids.length === 1) this.#choose(id, false);
    else {
      const events = this.#data.world.events.filter((event) => ids.includes(event.id));
      this.#say(events.map(({ title, date, endDate }) => `${wordSpan(date, endDate)}: ${title}`).join('; '));
    }
    return true;
  }

  #say(words: string): void {
    find('.chosen').textContent = words && `${words}.`;
  }

  /** Brings an event into focus, on its day and where it happened. */
  #choose(id: string, moves = true): void {
    const view = viewOf(this.#data.world, id);
    if (view) this.#change(moves ? { ...view, layers: this.#view.layers } : { focus: id });
  }

  /** Goes to the day of the event before or after. */
  #step(by: number): void {
    const { events } = this.#data.world;
    const days = events.map(({ date }) => firstDayOf(date));
    const at = events.findIndex(({ id }) => id === this.#view.focus && firstDayOf(this.#dateOf(id)) === this.#view.day);
    const next =
      at >= 0
        ? at + by
        : by > 0
          ? days.findIndex((day) => day > this.#view.day)
          : days.findLastIndex((day) => day < this.#view.day);
    const event = events[next];
    if (event) this.#choose(event.id);
  }

  #dateOf(id: string): Day {
    return this.#data.world.events.find((event) => event.id === id)?.date ?? '';
  }

  /**
   * Shows the view that the address names, the opening one where it names none; a note or a chapter leaves the map as it is. Only an
   * address that is new in the history leads to the map: a step back or on leads to where the reader was, as the browser knows.
   */
  #follow(): void {
    const known = history.state as Entry | null;
    const isNewView = !known && isViewFragment(location.hash);
    const held = document.activeElement as HTMLElement | null;
    this.#left.set(this.#entry.id, isNewView ? [held, held?.getBoundingClientRect().top] : [held]);
    const entry = known ?? { id: Math.random(), view: isNewView ? location.hash : this.#entry.view };
    if (isNewView || entry.view !== this.#entry.view) this.#show(entry.view);
    this.#entry = entry;
    if (isNewView) this.#turnTo();
    if (known) this.#turnBack();
    else history.replaceState(entry, '');
  }

  /** Gives the focus back, and has what was pressed stand where it stood: the words of the map may take another line by now. */
  #turnBack(): void {
    const [held, top] = this.#left.get(this.#entry.id) ?? [];
    held?.focus({ preventScroll: true });
    if (held?.isConnected && top !== undefined) scrollBy(0, held.getBoundingClientRect().top - top);
  }

  #show(fragment: string): void {
    const { view } = decode(fragment, openingView(this.#data.world), limitsOf(this.#data.world));
    this.#change({ ...view, layers: this.#view.layers });
  }

  /** Brings the map into the middle of the window, and the focus to it. */
  #turnTo(): void {
    this.#frame.scrollIntoView({ block: 'center' });
    this.#frame.focus({ preventScroll: true });
  }

  #move(x: number, y: number): void {
    const { lon, lat, zoom } = this.#view;
    const [atX, atY] = toPixels([lon, lat], zoom);
    const [east, north] = toLonLat([atX + x, atY + y], zoom);
    this.#change({ lon: east, lat: north });
  }

  #change(change: Partial<View>): void {
    const { day, zoom, focus } = this.#view;
    const asked = { ...this.#view, ...change };
    // Position and zoom are kept as fine as they are asked for, or the small steps of a pinch would be lost: only their limits hold.
    this.#view = {
      ...settle(asked, limitsOf(this.#data.world)),
      lat: this.#within(asked.lat, REGION.south, REGION.north),
      lon: this.#within(asked.lon, REGION.west, REGION.east),
      zoom: this.#within(asked.zoom, MIN_ZOOM, MAX_ZOOM),
    };
    if (this.#view.day !== day || this.#view.zoom !== zoom || this.#view.focus !== focus) this.#draw();
    else this.#window();
  }

  #within(value: number, low: number, high: number): number {
    return Math.min(high, Math.max(low, value));
  }

  get #origin(): Pixels {
    return toPixels([REGION.west, REGION.north], this.#view.zoom);
  }

  /** Lays the window over the drawing, and takes marks outside it out of the tab order: there the focus would not be seen. */
  #window(): void {
    const { lon, lat, zoom } = this.#view;
    const [x, y] = toPixels([lon, lat], zoom);
    const { clientWidth: width, clientHeight: height } = this.#frame;
    const [left, top] = [x - this.#origin[0] - width / 2, y - this.#origin[1] - height / 2];
    this.#svg.element.setAttribute('viewBox', `${left} ${top} ${width} ${height}`);
    for (const mark of this.#svg.marks) {
      const { e, f } = mark.transform.baseVal.consolidate()?.matrix ?? { e: left, f: top };
      mark.tabIndex = left <= e && e <= left + width && top <= f && f <= top + height ? 0 : -1;
    }
  }

  #draw(): void {
    const { world, names } = this.#data;
    const { day, zoom, focus, layers } = this.#view;
    const snapshot = snapshotAt(world, day);
    const origin = this.#origin;
    const shapes = (ids: readonly string[]): Shape[] => ids.flatMap((id) => this.#shapes.get(id) ?? []);
    this.#svg.element.dataset['zoom'] = String(Math.round(zoom));
    for (const group of drawGroups(snapshot, layers, this.#shapes))
      this.#svg.drawGroup(group, (ids) => shapesPath(shapes(ids), zoom, origin));
    const points = placePoints(snapshot, layers, names, linesOf(snapshot, this.#shapes), zoom, origin);
    const nameOf = (id: string): string => world.places.find((place) => place.id === id)?.label[0] ?? id;
    this.#svg.drawPoints(pointsMarkup(points, { focus, live: { nameOf } }));
    this.#window();
    this.#frame.setAttribute('aria-label', `Map. ${describe(snapshot)} Arrows move it, plus and minus zoom.`);
    sayMap(snapshot);
    showDay(this.#day, day);
    const at = positionOn(this.#knots, day);
    this.#slider.value = String(at);
    this.#slider.setAttribute('aria-valuetext', wordDay(day));
    for (const end of ['x1', 'x2']) this.#mark.setAttribute(end, `${at}%`);
    const event = world.events.find(({ id }) => id === focus);
    this.#say(event ? `${wordSpan(event.date, event.endDate)}: ${event.title}` : '');
    for (const row of document.querySelectorAll('[data-now]')) row.removeAttribute('data-now');
    if (event) document.getElementById(`event-${event.id}`)?.setAttribute('data-now', '');
  }
}

// As `boot.ts` does on the site: what is come back to is laid out whole.
const [visit] = performance.getEntriesByType('navigation');
if (visit instanceof PerformanceNavigationTiming && /reload|back/.test(visit.type))
  document.documentElement.style.setProperty('--late', 'visible');

readData()
  .then((data) => new OneFile(data))
  .catch((error: unknown) => console.warn('The map cannot be moved here.', error));
