/** Opens the source of a citation beside the reading. Without this script, or where a panel is unknown, the mark is a link. */
document.addEventListener('click', (event) => {
  const mark = (event.target as Element).closest<HTMLAnchorElement>('.cite a[href*="/sources/#"]');
  const wantsElsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (!mark || wantsElsewhere || !('popover' in HTMLElement.prototype)) return;
  event.preventDefault();
  import('./source-panel.ts').then(({ openSource }) => openSource(mark)).catch(() => location.assign(mark.href));
});
