/**
 * Keeps what the reader sees where it stands in the window while something above it becomes longer or shorter. Browsers do so
 * themselves, but not every one does, and Firefox loses one of several changes in a row.
 */
import { isInWindow } from './page-parts.ts';

/** Makes a change outside the window, and scrolls by as much as it moves those of the given elements that are in the window. */
export function keepScrolled(elements: readonly Element[], change: () => void): void {
  const before = elements.map((element) => element.getBoundingClientRect());
  change();
  for (const [i, place] of before.entries()) {
    const moved = (elements[i]?.getBoundingClientRect().top ?? 0) - place.top;
    // What stays in the window while the page is scrolled does not move.
    if (isInWindow(place) && Math.abs(moved) > 1) {
      scrollBy(0, moved);
      break;
    }
  }
}
