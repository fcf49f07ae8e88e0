/** The panel beside the reading: one source, with every passage that rests on it, or the legend of a small map. */
import legendStyles from '../styles/legend-panel.css?url';
import panelStyles from '../styles/side-panel.css?url';
import { loadStyles } from './load-styles.ts';
import { setMarkup } from './markup.ts';

const panel = document.createElement('div');
panel.popover = 'auto';
panel.className = 'side-panel';
panel.setAttribute('role', 'dialog');
panel.setAttribute('aria-labelledby', 'side-panel-title');
setMarkup(
  panel,
  '<div class="side-head"><h2 id="side-panel-title" tabindex="-1"></h2>' +
    '<button type="button" class="button" popovertargetaction="hide">Close</button></div>' +
    '<div class="side-body"></div><p class="label-text"><a></a></p>',
);
document.body.append(panel);

const part = <T extends Element>(selector: string): T => panel.querySelector<T>(selector) as T;
const close = part<HTMLButtonElement>('button');
const title = part<HTMLElement>('h2');
close.popoverTargetElement = panel;

/** The link that is shown. */
let shown: HTMLAnchorElement | undefined;

/** How long a map stands still before its legend is that of what it shows, milliseconds. */
const STILL = 200;
let later: ReturnType<typeof setTimeout> | undefined;
/** Sees the map of a legend that is open walk on with the text. */
const walks = new MutationObserver(() => {
  clearTimeout(later);
  later = setTimeout(() => fitLegend(panel, mapOf(shown)), STILL);
});

panel.addEventListener('toggle', (event) => {
  if ((event as ToggleEvent).newState === 'open') return;
  walks.disconnect();
  clearTimeout(later);
  shown?.removeAttribute('data-open');
  // The panel gives the focus back where it had it; a reader who pressed elsewhere keeps their own.
  if (document.activeElement === document.body) shown?.focus({ preventScroll: true });
});

/** Whether two boxes lie over one another. */
const overlap = (a: DOMRect, b: DOMRect): boolean =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

/** Returns the map that a link stands at. */
const mapOf = (link: Element | undefined) => link?.closest('corridor-explorer')?.querySelector('corridor-map');

/** Leaves in a legend the signs that can be seen on a map. */
function fitLegend(legend: Element, map: Element | null | undefined): void {
  const frame = map?.getBoundingClientRect();
  for (const row of legend.querySelectorAll<HTMLElement>('[data-shows]')) {
    const sign = row.dataset['shows'];
    const drawn = map?.querySelectorAll(`.${sign},.symbol-${sign},[data-status=${sign}]`) ?? [];
    row.hidden = ![...drawn].some((one) => frame && overlap(frame, one.getBoundingClientRect()));
  }
}

/**
 * Shows what a link leads to, if it is still asked for when it is here: of two links pressed in turn, what the first leads to may
 * come last. Rejects if it cannot be had; then nothing has changed.
 */
export async function openBeside(link: HTMLAnchorElement, isAsked: () => boolean): Promise<void> {
  const [list = '', id = ''] = link.href.split('#');
  const isSource = link.closest('.cite') !== null;
  const [answer] = await Promise.all([
    fetch(`${list}${id}.json`),
    loadStyles(panelStyles),
    isSource || loadStyles(legendStyles),
  ]);
  if (!answer.ok) throw new Error(`${answer.status} for ${link.href}`);
  const { html } = (await answer.json()) as { html: string };
  if (!isAsked()) return;
  panel.hidePopover();
  shown?.removeAttribute('data-open');
  shown = link;
  link.dataset['open'] = '';
  title.textContent = `${isSource ? 'Source ' : ''}${link.textContent}`;
  setMarkup(part('.side-body'), html);
  const map = mapOf(link);
  fitLegend(panel, map);
  const whole = part<HTMLAnchorElement>('p:last-child a');
  whole.href = link.href;
  whole.textContent = isSource ? 'In the list of all sources' : 'All signs of the maps';
  panel.showPopover();
  if (map && !isSource) walks.observe(map, { subtree: true, childList: true, attributes: true });
  panel.scrollTop = 0;
  // On a phone the panel stands over the lower part of the page: the sentence, or the map, stays in sight above it.
  const [over, of] = [panel, isSource ? link : (map ?? link)].map((one) => one.getBoundingClientRect()) as [
    DOMRect,
    DOMRect,
  ];
  if (over.top > 0 && of.bottom + 16 > over.top) scrollBy({ top: of.bottom + 16 - over.top });
  title.focus({ preventScroll: true });
}
