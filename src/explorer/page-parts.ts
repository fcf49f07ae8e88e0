/** The parts of a page: what can be restyled one after another, each in a short step, so that the page answers in between. */

export type Part = Element & ElementCSSInlineStyle;

/** A part with more letters than this is divided where it can be: about a paragraph. */
const MOST = 400;

/** Whether some of a box can be seen where the page is scrolled to. */
export const isInWindow = ({ top, bottom }: DOMRect): boolean => top < innerHeight && bottom > 0;

/** Whether what stands in an element is laid out by blocks: not with its neighbours, as words and cells are. */
const isOfBlocks = ({ childNodes }: Part): boolean =>
  [...childNodes].every((child) =>
    child instanceof Element
      ? !/inline|table-/.test(getComputedStyle(child).display)
      : !(child instanceof Text && /\S/.test(child.data)),
  );

/** Returns the parts of an element that show text, in order. */
export function partsOf(element: Part): Part[] {
  const { display, contain } = getComputedStyle(element);
  const letters = element.textContent?.length ?? 0;
  if (display === 'none' || letters === 0) return [];
  // What is laid out late, or by itself, is not looked into until it comes near: it would be styled for that.
  const isWhole =
    letters <= MOST || (contain === 'content' && !isInWindow(element.getBoundingClientRect())) || !isOfBlocks(element);
  return display === 'contents' || !isWhole ? ([...element.children] as Part[]).flatMap(partsOf) : [element];
}
