/**
 * Small helps for a long text: the bar says which chapter is being read, and each heading and paragraph offers a link to itself
 * once a pointer or the focus is in it.
 */
const NAMED = '.prose > :is(p, h2, h3)[id], .chapter-head > h2';

/** Adds the link to itself to a heading or a paragraph, once. */
export function offerLink(target?: EventTarget | null): void {
  const block = (target as Element | null)?.closest?.(NAMED);
  if (!block || block.querySelector('.self-link')) return;
  const link = document.createElement('a');
  link.className = 'self-link';
  link.href = `#${block.id}`;
  link.textContent = '¶';
  // It is no word of the text: who copies that does not take it along.
  link.style.setProperty('-webkit-user-select', 'none');
  link.setAttribute('aria-label', block.tagName === 'P' ? 'Link to this paragraph' : `Link to “${block.textContent}”`);
  // The word joiner keeps it on the line of the last word.
  block.append('\u2060', link);
}

for (const sign of ['pointerover', 'focusin'] as const) addEventListener(sign, ({ target }) => offerLink(target));

const said = document.querySelector('.reading-bar [data-part="chapter"]');
if (said) {
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const heading = target.querySelector('h2');
        const entry = document.querySelector(`.contents a[href="#${heading?.id}"]`);
        if (isIntersecting) entry?.setAttribute('aria-current', 'true');
        else entry?.removeAttribute('aria-current');
        const title = heading?.textContent?.replace(/[\u2060¶]/g, '') ?? '';
        if (isIntersecting) said.textContent = title;
        // Above the first chapter, or below the last, none is being read.
        else if (said.textContent === title) said.textContent = '';
      }
    },
    // The chapter that runs through the upper third of the window.
    { rootMargin: '-33% 0px -66% 0px' },
  );
  for (const chapter of document.querySelectorAll('.chapter')) watcher.observe(chapter);
}
