/**
 * The script of an embed, before the reader has touched it: shows the view of the fragment with a part of a still map, in a
 * few kilobytes. The first press, or Enter, loads the live map. Runs as a classic script, in a frame that may have no origin.
 */
import { wordDay } from '../i18n/word-dates.ts';
import { ROAD_WORDS } from '../i18n/words.ts';
import type { Day } from '../model/dates.ts';
import { MAX_ZOOM, MIN_ZOOM, REGION } from '../model/map-limits.ts';
import { type RoadPeriod, roadOn } from '../model/road.ts';
import { layPicture, placeOn } from '../share/embed-picture.ts';
import { isViewFragment } from '../share/is-view-fragment.ts';
import { decode, encode } from '../share/link.ts';
import { isSameView, type Limits, type View } from '../share/view.ts';
import { wakeScript } from './wake-script.ts';

interface EmbedData {
  readonly days: readonly Day[];
  /** Their ids are left out, to be light. */
  readonly periods: readonly Omit<RoadPeriod, 'id'>[];
  readonly focus: { readonly id: string; readonly lon: number; readonly lat: number } | null;
}

const explorer = document.querySelector<HTMLElement>('corridor-explorer');
const read = <T>(name: string): T => JSON.parse(explorer?.dataset[name] ?? 'null') as T;
const { days, periods, focus } = read<EmbedData>('embed');
const base = document.body.dataset['base'] ?? '/';
const { firstDay, lastDay, formerIds } = read<{ firstDay: Day; lastDay: Day; formerIds: Record<string, string> }>(
  'limits',
);
const limits: Limits = { ...REGION, minZoom: MIN_ZOOM, maxZoom: MAX_ZOOM, firstDay, lastDay, ids: null, formerIds };
const own = read<View>('view');
const said = document.querySelector('.said');
const ownWords = said?.textContent ?? '';

/** Returns the still map; where it waits in its template it is not shown yet, so that only one picture is asked for. */
function stillMap(): { svg: SVGSVGElement | null; place(): void } {
  const waiting = document.querySelector('template');
  return {
    svg: (waiting?.content ?? document).querySelector('.embed-still'),
    place: () => waiting?.replaceWith(waiting.content),
  };
}

/** Leads the links to the full page to a view. */
function lead(view: View): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-follows]'))
    link.href = `${link.href.replace(/#.*/, '')}#${encode(view)}`;
}

/** Shows a view as a still map, and says its day and the state of the road. */
function show(view: View): void {
  const { svg, place } = stillMap();
  const picture = svg?.querySelector('image');
  const { clientWidth: width = 0, clientHeight: height = 0 } = explorer ?? {};
  const laid = layPicture(view, days, { width, height });
  for (const part of ['x', 'y', 'width', 'height'] as const) picture?.setAttribute(part, String(laid[part]));
  const href = `${base}embed/maps/${laid.name}.svg`;
  if (picture?.getAttribute('href') !== href) picture?.setAttribute('href', href);
  const ring = svg?.querySelector('circle');
  const at = focus && view.focus === focus.id ? placeOn(view, focus) : undefined;
  ring?.setAttribute('r', at ? '17' : '0');
  ring?.setAttribute('cx', String(at?.[0] ?? 0));
  ring?.setAttribute('cy', String(at?.[1] ?? 0));
  const { kind } = roadOn({ periods: periods.map((one) => ({ ...one, id: '' })), routes: [] }, view.day).period;
  const compared = view.against ? ` Compared with ${wordDay(view.against)}: move the map to see both days.` : '';
  const words = isSameView(view, own)
    ? ownWords
    : `${wordDay(view.day)}. The road between Armenia and Nagorno-Karabakh ${ROAD_WORDS[kind].sentence}${compared}`;
  if (said) said.textContent = words;
  svg?.setAttribute('aria-label', `Map. ${words}`);
  place();
  lead(view);
}

/** Shows what the address asks for, until the live map does. */
function readAddress(): void {
  if (customElements.get('corridor-explorer')) return;
  show(isViewFragment(location.hash) ? decode(location.hash, own, limits).view : own);
}

/** Loads the live map, once, and presses the button again for it. What comes may be something else, or broken. */
let isAsked = false;
function start(): void {
  if (isAsked) return;
  isAsked = true;
  const notice = document.querySelector('.notice');
  const script = wakeScript('live.js');
  const done = (): void => {
    if (customElements.get('corridor-explorer')) {
      button?.click();
      return;
    }
    isAsked = false;
    script.remove();
    notice?.replaceChildren('The live map could not be loaded; the still map stays. Press again.');
  };
  script.onload = done;
  script.onerror = done;
  notice?.replaceChildren('One moment …');
}

// Only now there is something that answers.
const button = explorer?.querySelector('button');
button?.removeAttribute('hidden');
addEventListener('hashchange', readAddress);
readAddress();
// Laid anew where the frame becomes larger; it has no size while it is not shown.
addEventListener('resize', readAddress);
document.addEventListener('click', (event) => {
  const target = event.target as Element;
  if (!customElements.get('corridor-explorer') && target.closest('[data-act="start"], .embed-still')) start();
});
explorer?.addEventListener('view-change', ({ detail }) => lead(detail));

/** Tells the page around how high the embed would like to be, in pixels, for those who listen. */
if (parent !== window) parent.postMessage({ type: 'embed-size', height: Math.ceil(document.body.scrollHeight) }, '*');
