/**
 * Keeps a part of the page where it stands while its typefaces change: each piece, which is a text node, gets a hair more or less
 * space between its words and its letters, so that it is as long as it was. Where the lines of a block would still break
 * elsewhere, lines a little longer or shorter are tried, and other spaces between the letters; what none of them keeps moves, since
 * more would be seen. No text node is split, so that a screen reader stops where it did.
 */
import { isInWindow } from './page-parts.ts';

/** A text node. Spaces are in em. */
interface Piece {
  readonly text: Text;
  /** The lines that it stood in. */
  readonly lines: readonly DOMRect[];
  /** Of its letters, pixels. */
  readonly size: number;
  /** Between its letters: as the style sheets have it, and a little more or less. */
  letterSpacing: number;
}

/** What holds pieces and stands in lines of its own. */
interface Block {
  readonly box: HTMLElement;
  readonly width: number;
  readonly height: number;
  readonly pieces: Piece[];
}

/** The most that is put between the words of a piece of one line and of a longer one, and between the letters of the former. */
const MOST_SHORT = 0.03;
const MOST_LONG = 0.05;
const MOST_LETTERS = 0.01;

/**
 * What is tried with a block whose lines would break elsewhere: how many pixels more its lines may hold, most of the margin of a
 * phone at most; then, piece by piece, what is put between the letters besides, em. Another length is tried first: it costs least.
 */
const ROOM = [2, -2, 4, -4, 1, -1, 6, -6, 8, -8, 10, -10, 12, -12];
const MORE = [-0.005, 0.005, -0.01, 0.01, -0.02, 0.02];
/** Until when, in milliseconds, the letters may be tried: as long as a picture of a screen stands. Lengths are, however slow the machine. */
const MOST_TIME = 16;

const within = (most: number, value: number): number => Math.max(-most, Math.min(most, value));
const isLong = ({ lines }: Piece): boolean => lines.length > 1;
const lengthOf = (lines: readonly DOMRect[]): number => lines.reduce((sum, { width }) => sum + width, 0);

/** Whether an element is laid out. */
export const isLaidOut = (element: Element): boolean =>
  element.checkVisibility?.({ contentVisibilityAuto: true } as CheckVisibilityOptions) ?? true;

/** Returns the lines that a text node stands in. */
function linesOf(text: Text): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(text);
  return [...range.getClientRects()].filter(({ width }) => width > 0);
}

/** Returns what can be seen of a part. */
function blocksIn(part: Element): Block[] {
  const blocks: Block[] = [];
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const parent = text.parentElement;
    if (!/\S/.test(text.data) || !(parent instanceof HTMLElement) || !isLaidOut(parent)) continue;
    const lines = linesOf(text);
    if (!lines.some(isInWindow)) continue;
    let box = parent;
    while (getComputedStyle(box).display === 'inline' && box.parentElement) box = box.parentElement;
    let block = blocks.at(-1);
    if (block?.box !== box) {
      block = { box, width: box.offsetWidth, height: box.offsetHeight, pieces: [] };
      blocks.push(block);
    }
    const { fontSize, letterSpacing } = getComputedStyle(parent);
    const size = Number.parseFloat(fontSize);
    block.pieces.push({
      text,
      lines,
      size,
      letterSpacing: Number.parseFloat(letterSpacing) / size || 0,
    });
  }
  return blocks;
}

/** Returns the element that holds a text node and nothing else: made, where there is none. */
function ownBox(text: Text): HTMLElement {
  const parent = text.parentElement as HTMLElement;
  if (parent.childNodes.length === 1) return parent;
  const box = document.createElement('text-piece');
  text.replaceWith(box);
  box.append(text);
  return box;
}

/** Sets a space, in em. */
function setSpace({ text }: Piece, name: 'wordSpacing' | 'letterSpacing', space: number): void {
  ownBox(text).style[name] = `${space.toFixed(4)}em`;
}

/** Spaces pieces so that each is as long as it was. */
function keepLengths(pieces: readonly Piece[]): void {
  const lacks = pieces.map(({ text, lines, size }) => (lengthOf(lines) - lengthOf(linesOf(text))) / size);
  for (const [i, piece] of pieces.entries()) {
    const lacking = lacks[i] ?? 0;
    const words = piece.text.data.trim();
    const gaps = words.split(/\s+/).length - 1;
    const perGap = gaps > 0 ? within(isLong(piece) ? MOST_LONG : MOST_SHORT, lacking / gaps) : 0;
    if (gaps > 0) setSpace(piece, 'wordSpacing', perGap);
    const left = lacking - perGap * gaps;
    if (!isLong(piece) && Math.abs(left) > 0.01) {
      piece.letterSpacing += within(MOST_LETTERS, left / words.length);
      setSpace(piece, 'letterSpacing', piece.letterSpacing);
    }
  }
}

/**
 * Returns how many lines of a block break elsewhere than they did, and the pieces up to the first of them. Another height is worse
 * than any number of lines.
 */
function brokenLines({ box, height, pieces }: Block): [broken: number, upTo: readonly Piece[]] {
  let broken = Math.abs(box.offsetHeight - height) > 3 ? 1000 : 0;
  let upTo = pieces;
  let moved: number | undefined;
  for (const [k, { text, lines, size }] of pieces.entries()) {
    const now = linesOf(text);
    for (const [i, before] of lines.entries()) {
      const line = now[i] ?? before;
      moved ??= line.top - before.top;
      const isLast = i === lines.length - 1;
      const isKept =
        Math.abs(line.top - before.top - moved) <= 3 && (isLast || Math.abs(line.right - before.right) <= size);
      if (isKept && now.length === lines.length) continue;
      broken += 1;
      if (upTo === pieces) upTo = pieces.slice(0, k + 1);
    }
  }
  return [broken, upTo];
}

/** Mends a block whose lines break elsewhere, as far as that can be done unseen and in no time to speak of. */
function keepBreaks(block: Block): void {
  let [least, upTo] = brokenLines(block);
  const end = performance.now() + MOST_TIME;
  const tryEach = (values: readonly number[], set: (value: number) => void): void => {
    let best = 0;
    for (const value of values) {
      if (least === 0 || (values === MORE && performance.now() > end)) break;
      set(value);
      const [broken, before] = brokenLines(block);
      if (broken < least) [best, least, upTo] = [value, broken, before];
      else set(best);
    }
  };
  // What stands in a picture has its own room.
  if (!block.box.closest('figure'))
    tryEach(ROOM, (room) => {
      block.box.style.marginInlineEnd = room ? `${-room}px` : '';
    });
  for (const piece of upTo.toReversed())
    tryEach(MORE, (more) => setSpace(piece, 'letterSpacing', piece.letterSpacing + more));
}

/** Changes the typefaces of a part by what is given, and fits its text to where it stood. */
export function keepInPlace(part: Element, change: () => void): void {
  const blocks = blocksIn(part);
  change();
  // The last piece of a block moves nothing, unless the block is as wide as its words.
  keepLengths(
    blocks.flatMap((block) => {
      const isFree = block.box.offsetWidth === block.width;
      return block.pieces.filter((piece, i) => isLong(piece) || !isFree || i < block.pieces.length - 1);
    }),
  );
  for (const block of blocks) keepBreaks(block);
}
