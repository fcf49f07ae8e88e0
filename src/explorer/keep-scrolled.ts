/**
 * Keeps what the reader sees where it stands in the window while something above it becomes longer or shorter. Browsers do so
 * themselves, but not every one does, and Firefox loses one of several changes in a row.
 */
import { isInWindow } from './page-parts.ts';

/** Makes a change outside the window, and scrolls by as much as it moves an element, if that is in the window. */
export function keepScrolled(element: Element | undefined, change: () => void): void {
  const before = element?.getBoundingClientRect();
  change();
  const moved = element && before && isInWindow(before) ? element.getBoundingClientRect().top - before.top : 0;
  if (moved) scrollBy(0, moved);
}
