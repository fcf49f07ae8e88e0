/**
 * Keeps the text on the screen where it stands while its typefaces change: each piece, which is a text node, is set to end
 * where it ended. A piece of one line gets a hair more or less space between its words (3 % of an em at most) and its letters
 * (1 %); a longer one the space between its words (4 %, or 8 % where a line would break elsewhere) that breaks its lines where
 * they broke. What is still lacking stands as a gap before the next piece, 3 % at most: what would need more moves by some
 * pixels, since more would be seen. The last piece of a block moves nothing and stays as it comes, and so does a block whose lines would break elsewhere for all that. No text node is split, so that a screen
 * reader stops where it did. Far below the screen nothing is looked at: to ask a part that is not laid out yet for its place
 * would lay it out.
 */

/** A text node on the screen. Spaces are in em. */
interface Piece {
  readonly text: Text;
  /** The lines that it stood in. */
  readonly lines: readonly DOMRect[];
  /** Of its letters, pixels. */
  readonly size: number;
  readonly letterSpacing: number;
  /** Whether a gap can stand between it and what comes next. */
  readonly hasNext: boolean;
  /** The best found between its words. */
  wordSpacing: number;
}

/** What holds pieces and stands in lines of its own. */
interface Block {
  readonly box: HTMLElement;
  readonly width: number;
  readonly pieces: Piece[];
  /** How far its lines are from how they stood, at the best of what was tried. */
  least: number;
}

/** How many pieces below the screen are passed over before the rest is left. */
const BELOW = 150;
/** What is tried between the words of a longer piece: 0, -0.02, 0.02, … 0.08. */
const WORD_SPACES = Array.from({ length: 9 }, (_, i) => (i % 2 ? -1 : 1) * Math.ceil(i / 2) * 0.02);
/** How far a piece may move without being seen to, pixels. */
const UNSEEN = 2;
/** A line that broke elsewhere weighs so much more than all that is off along it. */
const BROKEN = 99;

const within = (most: number, value: number): number => Math.max(-most, Math.min(most, value));
const isLong = ({ lines }: Piece): boolean => lines.length > 1;

/** Whether an element is laid out. */
export const isLaidOut = (element: Element): boolean =>
  element.checkVisibility?.({ contentVisibilityAuto: true } as CheckVisibilityOptions) ?? true;

/** Returns the lines that a text node stands in. */
function linesOf(text: Text): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(text);
  return [...range.getClientRects()].filter(({ width }) => width > 0);
}

/** Returns what is on the screen, or a screen above it. */
function blocksOnScreen(): Block[] {
  const blocks: Block[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let below = 0; below < BELOW && walker.nextNode(); ) {
    const text = walker.currentNode as Text;
    const parent = text.parentElement;
    if (!/\S|^ $/.test(text.data) || !(parent instanceof HTMLElement) || !isLaidOut(parent)) continue;
    const { top, bottom } = parent.getBoundingClientRect();
    if (top >= innerHeight) below += 1;
    if (top === bottom || top >= innerHeight || bottom < -innerHeight) continue;
    const lines = linesOf(text);
    if (lines.length === 0) continue;
    let box = parent;
    while (getComputedStyle(box).display === 'inline' && box.parentElement) box = box.parentElement;
    let block = blocks.at(-1);
    if (block?.box !== box) {
      block = { box, width: box.offsetWidth, pieces: [], least: 1e9 };
      blocks.push(block);
    }
    const { fontSize, letterSpacing, marginInlineEnd } = getComputedStyle(parent);
    const size = Number.parseFloat(fontSize);
    const isAlone = parent.childNodes.length === 1;
    block.pieces.push({
      text,
      lines,
      size,
      letterSpacing: Number.parseFloat(letterSpacing) / size || 0,
      hasNext: isAlone ? box !== parent && marginInlineEnd === '0px' : text.nextSibling !== null,
      wordSpacing: 0,
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

/** Sets a space, in em; none takes away what was set. */
function setSpace({ text }: Piece, name: 'wordSpacing' | 'letterSpacing' | 'marginInlineEnd', space = 0): void {
  const isSet = (text.parentElement as HTMLElement).style[name] !== '';
  if (space !== 0 || isSet) ownBox(text).style[name] = space === 0 ? '' : `${space.toFixed(4)}em`;
}

/** Calls back with each piece that does not end where it ended, and the em that it lacks. */
function forEachOff(pieces: readonly Piece[], mend: (piece: Piece, lacking: number) => void): void {
  const all = pieces.map((piece) => {
    const endOf = (lines: readonly DOMRect[]): number =>
      isLong(piece) ? (lines.at(-1)?.right ?? 0) : lines.reduce((sum, { width }) => sum + width, 0);
    return { piece, lacking: (endOf(piece.lines) - endOf(linesOf(piece.text))) / piece.size };
  });
  for (const { piece, lacking } of all) if (Math.abs(lacking) > 0.01) mend(piece, lacking);
}

/** Returns how far a block is from how it stood: a line elsewhere counts most, then a word, then where a piece begins. */
function farFrom(pieces: readonly Piece[]): number {
  let far = 0;
  let moved: number | undefined;
  for (const { text, lines, size } of pieces) {
    const now = linesOf(text);
    for (const [i, before] of lines.entries()) {
      const line = now[i];
      moved ??= (line?.top ?? 0) - before.top;
      if (!line || now.length !== lines.length || Math.abs(line.top - before.top - moved) > 3) far += BROKEN;
      else if (Math.abs(line.right - before.right) > size) far += 9;
      if (i === 0 && line) far += Math.max(0, Math.abs(line.left - before.left) - UNSEEN);
    }
  }
  return far;
}

/** Spaces a piece of one line so that it is as wide as it was. */
function spaceShort(piece: Piece, lacking: number): void {
  const words = piece.text.data.trim();
  const gaps = words === '' ? 1 : words.split(/\s+/).length - 1;
  const space = gaps > 0 ? within(0.03, lacking / gaps) : 0;
  setSpace(piece, 'wordSpacing', space);
  setSpace(
    piece,
    'letterSpacing',
    piece.letterSpacing + within(0.01, (lacking - space * gaps) / Math.max(1, words.length)),
  );
}

/**
 * Tries spaces between the words of the longer pieces: of all of a block together, then, where a line breaks elsewhere, of each
 * of its first two.
 */
function spaceLong(blocks: readonly Block[]): void {
  for (const turn of [0, 1, 2]) {
    const isOpen = ({ least }: Block): boolean => least >= (turn === 0 ? UNSEEN : BROKEN);
    const open = blocks.filter(isOpen).flatMap((block) => {
      const long = block.pieces.filter(isLong);
      const tried = turn === 0 ? long : long[1] ? long.slice(turn - 1, turn) : [];
      return tried[0] ? { block, tried } : [];
    });
    for (const space of WORD_SPACES) {
      const rest = open.filter(({ block }) => (Math.abs(space) > 0.05 ? block.least >= BROKEN : isOpen(block)));
      for (const { tried } of rest) for (const piece of tried) setSpace(piece, 'wordSpacing', space);
      for (const { block, tried } of rest) {
        const far = farFrom(block.pieces);
        if (far >= block.least) continue;
        block.least = far;
        for (const piece of tried) piece.wordSpacing = space;
      }
    }
    for (const { tried } of open) for (const piece of tried) setSpace(piece, 'wordSpacing', piece.wordSpacing);
  }
}

/** Changes the typefaces by what is given, and fits the text to where it stood: in two steps, each short, with the first for looking. */
export async function keepInPlace(change: () => void): Promise<void> {
  const blocks = blocksOnScreen();
  await new Promise((resolve) => setTimeout(resolve));
  change();
  const all = blocks.flatMap(({ pieces }) => pieces);
  // The last piece of a block moves nothing, unless the block is as wide as its words.
  const free = new Set(blocks.filter(({ box, width }) => box.offsetWidth === width).map(({ pieces }) => pieces.at(-1)));
  forEachOff(
    all.filter((piece) => !isLong(piece) && !free.has(piece)),
    spaceShort,
  );
  spaceLong(blocks);
  forEachOff(
    all.filter(({ hasNext }) => hasNext),
    (piece, lacking) => setSpace(piece, 'marginInlineEnd', within(0.03, lacking)),
  );
  for (const { pieces } of blocks)
    if (farFrom(pieces) >= BROKEN)
      for (const piece of pieces) {
        setSpace(piece, 'marginInlineEnd');
        if (isLong(piece)) continue;
        setSpace(piece, 'wordSpacing');
        setSpace(piece, 'letterSpacing');
      }
}
