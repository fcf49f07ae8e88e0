/**
 * Opens the source of a citation beside the reading. Without this script, where a panel is unknown, and where the source does
 * not come or not soon, the mark is a link.
 */

/** How long the panel may be on its way before the link is followed instead, milliseconds. */
const SLOW = 8000;

/** The mark that was pressed last. */
let asked: HTMLAnchorElement | undefined;

document.addEventListener('click', (event) => {
  const mark = (event.target as Element).closest<HTMLAnchorElement>('.cite a[href*="/sources/#"]');
  const wantsElsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!mark || wantsElsewhere || !('popover' in HTMLElement.prototype)) return;
  event.preventDefault();
  asked = mark;
  const isAsked = (): boolean => asked === mark;
  const follow = (): void => {
    if (isAsked()) location.assign(mark.href);
  };
  const slow = setTimeout(follow, SLOW);
  import('./source-panel.ts')
    .then(({ openSource }) => openSource(mark, isAsked))
    .catch(follow)
    .finally(() => clearTimeout(slow));
});
