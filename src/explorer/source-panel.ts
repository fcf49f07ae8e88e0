/** The panel beside the reading that shows one source: what it is, and every passage that rests on it. */
import panelStyles from '../styles/source-panel.css?url';
import { loadStyles } from './load-styles.ts';
import { setMarkup } from './markup.ts';

const panel = document.createElement('aside');
panel.popover = 'auto';
panel.className = 'source-panel';
panel.setAttribute('role', 'dialog');
panel.setAttribute('aria-labelledby', 'source-panel-title');
setMarkup(
  panel,
  '<header><h2 id="source-panel-title" tabindex="-1"></h2>' +
    '<button type="button" class="button" popovertargetaction="hide">Close</button></header>' +
    '<div></div><p class="label-text"><a>In the list of all sources</a></p>',
);
document.body.append(panel);

const part = <T extends Element>(selector: string): T => panel.querySelector<T>(selector) as T;
const close = part<HTMLButtonElement>('button');
const title = part<HTMLElement>('h2');
close.popoverTargetElement = panel;

/** The mark whose source is shown. */
let shown: HTMLAnchorElement | undefined;
panel.addEventListener('toggle', (event) => {
  if ((event as ToggleEvent).newState === 'open') return;
  shown?.removeAttribute('data-open');
  // The panel gives the focus back where it had it; a reader who pressed elsewhere keeps their own.
  if (document.activeElement === document.body) shown?.focus({ preventScroll: true });
});

/**
 * Shows the source that a mark links to, if it is still asked for when it is here: of two marks pressed in turn, the source of the
 * first may come last. Rejects if its entry cannot be had; then nothing has changed.
 */
export async function openSource(mark: HTMLAnchorElement, isAsked: () => boolean): Promise<void> {
  const [list = '', id = ''] = mark.href.split('#');
  const [answer] = await Promise.all([fetch(`${list}${id}.json`), loadStyles(panelStyles)]);
  if (!answer.ok) throw new Error(`${answer.status} for source ${id}`);
  const { html } = (await answer.json()) as { html: string };
  if (!isAsked()) return;
  panel.hidePopover();
  shown?.removeAttribute('data-open');
  shown = mark;
  mark.dataset['open'] = '';
  title.textContent = `Source ${mark.textContent}`;
  setMarkup(part('div'), html);
  part<HTMLAnchorElement>('p:last-child a').href = mark.href;
  panel.showPopover();
  panel.scrollTop = 0;
  // On a phone the panel stands over the lower part of the page: the sentence stays in sight above it.
  const [over, of] = [panel.getBoundingClientRect(), mark.getBoundingClientRect()];
  if (over.left < of.right && of.bottom + 16 > over.top) scrollBy({ top: of.bottom + 16 - over.top });
  title.focus({ preventScroll: true });
}
