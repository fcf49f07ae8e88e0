/**
 * Drives along a route: a cursor on its profile, a mark on the map of both roads, and words for what is being passed.
 * Loaded when a reader first touches a profile's control.
 */
import { heightAt, type Profile, pointAt } from '../model/course.ts';
import { toPixels } from '../model/projection.ts';

interface RouteData {
  readonly id: string;
  /** Kilometres. */
  readonly length: number;
  /** Kilometre, longitude, latitude. */
  readonly points: readonly (readonly [number, number, number])[];
  readonly profile: Profile;
  readonly waypoints: readonly { readonly name: string; readonly km: number }[];
}

/** Kilometres a second: the whole road in about half a minute. */
const SPEED = 3;
/** Within this many kilometres a place is being passed. */
const NEAR = 1.2;
const SVG = 'http://www.w3.org/2000/svg';

let loading: Promise<readonly RouteData[]> | undefined;
const drives = new WeakMap<HTMLElement, Drive>();

/** Answers a control of a course: the slider moves the cursor, the button drives or pauses. Throws if the data fails. */
export async function driveOn(page: HTMLElement, course: HTMLElement, control: Element): Promise<void> {
  loading ??= load(page.dataset['data'] ?? '').catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  const route = (await loading).find(({ id }) => id === course.dataset['route']);
  if (!route) throw new Error(`no route ${course.dataset['route']}`);
  const drive = drives.get(course) ?? new Drive(page, course, route);
  drives.set(course, drive);
  if (control.matches('input')) drive.seek(Number((control as HTMLInputElement).value));
  else drive.toggle();
}

async function load(address: string): Promise<readonly RouteData[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return ((await response.json()) as { routes: RouteData[] }).routes;
}

class Drive {
  readonly #course: HTMLElement;
  readonly #route: RouteData;
  readonly #range: HTMLInputElement | null;
  readonly #button: HTMLButtonElement | null;
  readonly #mark: SVGCircleElement | undefined;
  readonly #map: { readonly zoom: number; readonly left: number; readonly top: number } | undefined;
  readonly #points: readonly { readonly km: number; readonly lon: number; readonly lat: number }[];
  #km = 0;
  #frame = 0;

  constructor(page: HTMLElement, course: HTMLElement, route: RouteData) {
    this.#course = course;
    this.#route = route;
    this.#points = route.points.map(([km, lon, lat]) => ({ km, lon, lat }));
    this.#range = course.querySelector('input');
    this.#button = course.querySelector('button');
    const holder = page.querySelector<HTMLElement>('.road-map');
    const svg = holder?.querySelector<SVGSVGElement>('.map-svg');
    if (holder && svg) {
      const [zoom = 0, lat = 0, lon = 0] = (holder.dataset['at'] ?? '').split('/').map(Number);
      const [x, y] = toPixels([lon, lat], zoom);
      this.#map = { zoom, left: x - svg.viewBox.baseVal.width / 2, top: y - svg.viewBox.baseVal.height / 2 };
      this.#mark = document.createElementNS(SVG, 'circle');
      this.#mark.setAttribute('class', `driver driver-${route.id}`);
      this.#mark.setAttribute('r', '7');
      svg.append(this.#mark);
    }
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) this.#pause();
    });
  }

  /** Goes to a kilometre and stays there. */
  seek(km: number): void {
    this.#pause();
    this.#show(km);
  }

  /** Drives on, or pauses; where motion is unwelcome, goes to the next place. */
  toggle(): void {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      const next = this.#route.waypoints.find(({ km }) => km > this.#km + 0.05) ?? this.#route.waypoints[0];
      this.#show(next?.km ?? 0);
      return;
    }
    if (this.#frame) {
      this.#pause();
      return;
    }
    if (this.#km >= this.#route.length) this.#km = 0;
    this.#say('Pause');
    // The map that stays above the drive does not cover it.
    this.#button?.scrollIntoView({ block: 'nearest' });
    let before: number | undefined;
    const step = (now: number): void => {
      this.#show(this.#km + ((now - (before ?? now)) / 1000) * SPEED);
      before = now;
      if (this.#km >= this.#route.length) this.#pause();
      else this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  #pause(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#say('Drive it');
  }

  #say(text: string): void {
    if (this.#button) this.#button.textContent = text;
  }

  #show(asked: number): void {
    const { length, profile, waypoints } = this.#route;
    const km = Math.min(length, Math.max(0, asked));
    this.#km = km;
    const metres = Math.round(heightAt(profile, km) / 10) * 10;
    const passed = waypoints.findLast((one) => one.km <= km + NEAR);
    const ahead = waypoints.find((one) => one.km > km + NEAR);
    const near = waypoints.reduce((a, b) => (Math.abs(b.km - km) < Math.abs(a.km - km) ? b : a));
    const passing =
      Math.abs(near.km - km) <= NEAR
        ? `Passing ${near.name}.`
        : passed && ahead
          ? `Between ${passed.name} and ${ahead.name}.`
          : `Near ${near.name}.`;
    const where = `km ${km.toFixed(km === length ? 0 : 1)} of ${Math.round(length)}, about ${metres.toLocaleString('en')} m`;
    if (this.#range) {
      this.#range.value = String(km);
      this.#range.setAttribute('aria-valuetext', `${where}. ${passing}`);
    }
    this.#put('where', where);
    this.#put('here', passing);
    for (const item of this.#course.querySelectorAll<HTMLElement>('.waypoints li'))
      if (Number(item.dataset['km']) === near.km && passing.startsWith('Passing'))
        item.setAttribute('aria-current', 'location');
      else item.removeAttribute('aria-current');

    const svg = this.#course.querySelector<SVGSVGElement>('.profile');
    const line = svg?.querySelector('line.cursor');
    const dot = svg?.querySelector('circle.cursor');
    if (svg && line && dot) {
      const x = `${((km / Number(svg.dataset['length'])) * 100).toFixed(2)}%`;
      const [low, high] = [Number(svg.dataset['low']), Number(svg.dataset['high'])];
      const [top, foot] = [Number(svg.dataset['top']), Number(svg.dataset['foot'])];
      for (const end of ['x1', 'x2']) line.setAttribute(end, x);
      dot.setAttribute('cx', x);
      dot.setAttribute('cy', (foot - ((heightAt(profile, km) - low) / (high - low)) * (foot - top)).toFixed(1));
    }
    if (this.#map && this.#mark) {
      const { lon, lat } = pointAt({ points: this.#points }, km);
      const [x, y] = toPixels([lon, lat], this.#map.zoom);
      this.#mark.setAttribute('cx', (x - this.#map.left).toFixed(1));
      this.#mark.setAttribute('cy', (y - this.#map.top).toFixed(1));
    }
  }

  #put(part: string, text: string): void {
    const place = this.#course.querySelector(`[data-part="${part}"]`);
    if (place && place.textContent !== text) place.textContent = text;
  }
}
