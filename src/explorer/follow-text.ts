/**
 * The map walks with the text: beside it stands the view of the last paragraph that has come to the reading line. The page
 * scrolls as ever; the links of the paragraphs show the same by key and by pointer. Loaded on wide screens only.
 */
import { isViewFragment } from '../share/is-view-fragment.ts';

/** All that is above the reading line, which is at two fifths of the window, on the page as a whole. */
const ABOVE_LINE = '10000000px 0px -60% 0px';

/**
 * Makes a map follow the text of its page, by the fragments of its views, as long as it stands beside it; only by its links
 * where the reader saves data. A view that the address names stays until the reader goes on. A map that could not be had is not
 * tried again for each paragraph that comes by.
 */
export function followText(explorer: HTMLElement, beside: MediaQueryList, follow: (fragment: string) => void): void {
  // Once is enough.
  beside.onchange = null;
  /** The opening, each paragraph, or the head of a chapter, and the fragment of its view: in the order of the page. */
  const views = new Map<Element, string>();
  const hero = document.querySelector('.hero-text');
  if (hero) views.set(hero, explorer.dataset['fragment'] ?? '');
  let marked: Element | undefined;
  /** The place that was read last. */
  let current: Element | undefined;
  let isMissing = false;
  const show = (place: Element, isPressed?: boolean): void => {
    marked?.removeAttribute('data-on-map');
    place.setAttribute('data-on-map', '');
    marked = place;
    // A link that was copied is that of what was beside the text until now. What comes there first, without the reader, leaves it said.
    if (current || isPressed) explorer.querySelector('share-link [role=status]')?.replaceChildren();
    const go = (): void => follow((marked && views.get(marked)) ?? '');
    if (isPressed || explorer.matches('.is-live') || !explorer.querySelector('.notice [data-act]')) go();
    else if (!isMissing) {
      isMissing = true;
      // When the reader has had it tried again it has told its own view first.
      explorer.addEventListener('view-change', () => setTimeout(go), { once: true });
    }
  };
  /** Who does not see the map beside the text hears that a link has led to it. */
  const said = document.createElement('p');
  // By no class: every page would carry its rule.
  Object.assign(said.style, { position: 'absolute', width: '1px', overflow: 'hidden', clipPath: 'inset(50%)' });
  said.setAttribute('role', 'status');
  explorer.append(said);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main .to-map')) {
    const place = link.closest('p') ?? link.closest('.chapter')?.querySelector('.chapter-head');
    if (!place) continue;
    views.set(place, link.hash);
    link.addEventListener('click', (event) => {
      if (!beside.matches || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      show(place, true);
      said.textContent = `Beside the text now: ${link.textContent?.trim() || 'the map of the chapter'}`;
    });
  }
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  if (connection?.saveData) return;
  // What a link shows, or was chosen before the page was loaded again, stays until the reader goes on.
  let isReading = !isViewFragment(location.hash);
  for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown'])
    addEventListener(type, () => (isReading = true), { once: true, passive: true });
  let start: number | undefined;
  const above = new Set<Element>();
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) above[isIntersecting ? 'add' : 'delete'](target);
      const place = [...views.keys()].findLast((view) => above.has(view));
      if (!beside.matches || !place || place === current) return;
      // By a scroll bar, or what reads aloud, as well.
      start ??= scrollY;
      isReading ||= Math.abs(scrollY - start) > innerHeight / 2;
      // The opening view is there before the reader has moved: it is only gone back to.
      if (isReading && place !== marked && (marked || place !== hero)) show(place);
      current = place;
    },
    { rootMargin: ABOVE_LINE },
  );
  for (const place of views.keys()) watcher.observe(place);
}
