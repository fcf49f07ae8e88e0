/** What lies over what on a page, where nothing should. */
import type { Locator, Page } from '@playwright/test';

/** Returns which of some parts of a page lie over one another. */
export const overlapsOf = (page: Page, parts: readonly string[]): Promise<string[]> =>
  page.evaluate(
    (names) => {
      const boxes = names.flatMap((name) =>
        [...document.querySelectorAll(name)].map((part) => ({ name, box: part.getBoundingClientRect() })),
      );
      const shown = boxes.filter(({ box }) => box.width > 1 && box.height > 1);
      return shown.flatMap((a, i) =>
        shown.slice(i + 1).flatMap((b) => {
          const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
          const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
          return width > 1 && height > 1 ? [`${a.name} × ${b.name}`] : [];
        }),
      );
    },
    [...parts],
  );

/**
 * Pairs of a picture's words that lie on each other; its words are the lines of its texts, in HTML and SVG. Lines may share that
 * part of their height, or 3 pixels.
 */
export const wordsOver = (picture: Locator, share = 0): Promise<string[]> =>
  picture.evaluate((picture, share) => {
    const boxes: { words: string; box: DOMRect }[] = [];
    // Chromium has boxes for the words of a group of a drawing that is not displayed.
    const isShown = (part: Element | null): boolean =>
      !part ||
      (getComputedStyle(part).display !== 'none' && !part.matches('.visually-hidden') && isShown(part.parentElement));
    const walk = document.createTreeWalker(picture, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (!node.textContent?.trim() || !isShown(node.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects())
        if (box.width > 1) boxes.push({ words: node.textContent.trim().slice(0, 30), box });
    }
    /** The boxes of lines may touch by the leading of their letters. */
    const ASIDE = 0.5;
    const leadingOf = (...heights: number[]): number => Math.max(3, share * Math.min(...heights));
    return boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter(
          (b) =>
            Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > ASIDE &&
            Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) >
              leadingOf(a.box.height, b.box.height),
        )
        .map((b) => `${a.words} / ${b.words}`),
    );
  }, share);
