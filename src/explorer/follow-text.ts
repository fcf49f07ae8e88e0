/**
 * The map walks with the text: as a paragraph with a view comes to the reading line, the map beside it shows that view. The page
 * scrolls as ever; the links of the paragraphs show the same by key and by pointer. Loaded on wide screens only.
 */

/** The reading line: a strip below the upper third of the window. */
const LINE = '-35% 0px -60% 0px';

/**
 * Makes a map follow the text of its page, by the fragments of its views, as long as it stands beside it; only by its links
 * where the reader saves data.
 */
export function followText(explorer: HTMLElement, beside: MediaQueryList, follow: (fragment: string) => void): void {
  // Once is enough.
  beside.onchange = null;
  /** Each paragraph, or the head of a chapter, and the fragment of its view. */
  const views = new Map<Element, string>();
  let marked: Element | undefined;
  const show = (place: Element): void => {
    marked?.removeAttribute('data-on-map');
    place.setAttribute('data-on-map', '');
    marked = place;
    follow(views.get(place) ?? '');
  };
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main .to-map')) {
    const place = link.closest('p') ?? link.closest('.chapter')?.querySelector('.chapter-head');
    if (!place) continue;
    views.set(place, link.hash);
    link.addEventListener('click', (event) => {
      if (!beside.matches || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      show(place);
    });
  }
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  if (connection?.saveData) return;
  const hero = document.querySelector('.hero-text');
  if (hero) views.set(hero, explorer.dataset['fragment'] ?? '');
  const watcher = new IntersectionObserver(
    (entries) => {
      const place = entries.filter(({ isIntersecting }) => isIntersecting).at(-1)?.target;
      // The opening view is there before the reader has moved: it is only gone back to.
      if (beside.matches && place && place !== marked && (marked || place !== hero)) show(place);
    },
    { rootMargin: LINE },
  );
  for (const place of views.keys()) watcher.observe(place);
}
