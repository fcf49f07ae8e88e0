/**
 * Opens beside the reading what a link leads to: the source of a citation, the legend of a small map. Without this script, where a
 * panel is unknown, and where what it shows does not come or not soon, it is a link.
 */

/** How long the panel may be on its way before the link is followed instead, milliseconds. */
const SLOW = 8000;

/** The link that was pressed last, if nothing else was since: who has gone elsewhere is not called back. */
let asked: HTMLAnchorElement | null;

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('.cite [href*="sources/#"],.to-legend a');
  asked = link;
  const wantsElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!link || wantsElsewhere || !('popover' in HTMLElement.prototype)) return;
  event.preventDefault();
  const isAsked = (): boolean => asked === link;
  const follow = (): void => {
    if (isAsked()) location.assign(link.href);
  };
  const slow = setTimeout(follow, SLOW);
  import('./side-panel.ts')
    .then(({ openBeside }) => openBeside(link, isAsked))
    .catch(follow)
    .finally(() => clearTimeout(slow));
});
