/**
 * The card of a shared page: a picture of 1200 by 630 with the page's view, its day and its title, drawn by the painter of
 * the still maps. The same input gives the same bytes; a card drawn before is read from the cache.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { breakLines, outlineText, type TextStyle } from './outline-text.ts';

/** The size that chats and social sites ask for, pixels. */
export const CARD = { width: 1200, height: 630 } as const;
/** How much larger than on a page the map stands on a card: cards are shown small. */
export const CARD_SCALE = 1.5;

/** A map that is drawn for a card. */
export interface CardMap {
  /** A plain SVG element. */
  readonly picture: string;
  /** What its areas say: each a plain group of SVG, drawn in 34 by 20 pixels, and words. */
  readonly key: readonly { readonly sample: string; readonly text: string }[];
}

export interface CardDrawing {
  /** Draws the map, of a size in its own pixels, to be shown `CARD_SCALE` times larger. */
  readonly map: (size: { readonly width: number; readonly height: number }) => Promise<CardMap>;
  /** The day that the map shows, in words. */
  readonly day: string;
  readonly title: string;
  /** Smaller, below the title: two lines where the title leaves room for them. */
  readonly line: string;
  /** Bottom left. */
  readonly site: string;
  /** Who made the map's data, bottom right. */
  readonly credit: string;
}

// As in relief.ts: the same bytes from every processor.
sharp.simd(false);

/** Raised when the same drawing would give another picture. */
const PAINTER = `8 sharp ${sharp.versions.sharp} rsvg ${sharp.versions.rsvg}`;
/** Where cards are kept between builds. */
const CACHE = process.env['CARD_CACHE'] ?? 'node_modules/.cache/cards';
const [INK, INK_2, PAPER, RULE] = ['#1d2024', '#4d5258', '#fbfaf7', '#85888b'];
const LEFT = 48;
const FOOT = 609;

async function draw(text: string, style: TextStyle, x: number, y: number, fill: string, end = false): Promise<string> {
  const { path, width } = await outlineText(text, style);
  return `<path transform="translate(${Math.round(end ? x - width : x)} ${Math.round(y)})" fill="${fill}" d="${path}"/>`;
}

/** Breaks a text into at most so many lines; what is cut off leaves an ellipsis. */
async function linesOf(text: string, style: TextStyle, width: number, most: number): Promise<string[]> {
  const lines = await breakLines(text, style, width);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = kept.at(-1) ?? '';
  while (last.includes(' ') && (await outlineText(`${last} …`, style)).width > width)
    last = last.slice(0, last.lastIndexOf(' '));
  return [...kept.slice(0, -1), `${last.replace(/[\s·,;:–]+$/, '')} …`];
}

/** Breaks two lines anew so that they are as even as can be. */
async function evenly(lines: string[], style: TextStyle, width: number): Promise<string[]> {
  let best = lines;
  if (lines.length !== 2) return best;
  for (let narrower = width * 0.95; narrower > width / 2; narrower -= width * 0.05) {
    const broken = await breakLines(lines.join(' '), style, narrower);
    if (broken.length > 2) break;
    best = broken;
  }
  return best;
}

const KEY_STYLE: TextStyle = { size: 24, weight: 400, family: 'sans' };
const SAMPLE = { width: 34 * CARD_SCALE, height: 20 * CARD_SCALE, gap: 12, apart: 36 };

/** Returns where each entry of a key begins, from its left, and last how wide all of it is, pixels. */
async function keyEdges(key: CardMap['key']): Promise<number[]> {
  const edges = [0];
  for (const { text } of key)
    edges.push(
      (edges.at(-1) ?? 0) + SAMPLE.width + SAMPLE.gap + (await outlineText(text, KEY_STYLE)).width + SAMPLE.apart,
    );
  return [...edges.slice(0, -1), Math.max(0, (edges.at(-1) ?? 0) - SAMPLE.apart)];
}

async function drawKey(key: CardMap['key'], edges: readonly number[], left: number, y: number): Promise<string> {
  const entries = key.map(async ({ sample, text }, i) => {
    const x = Math.round(left + (edges[i] ?? 0));
    const at = `translate(${x} ${Math.round(y - 8 - SAMPLE.height / 2)}) scale(${CARD_SCALE})`;
    return `<g transform="${at}">${sample}</g>${await draw(text, KEY_STYLE, x + SAMPLE.width + SAMPLE.gap, y, INK_2)}`;
  });
  return (await Promise.all(entries)).join('');
}

/** Returns a card as SVG without any text or style sheet in it. */
export async function cardSvg({ map, day, title, line, site, credit }: CardDrawing): Promise<string> {
  const width = CARD.width - 2 * LEFT;
  // The largest letters in which the title stands on one line, else on two.
  const sizes = [60, 56, 52, 50, 48, 44, 40];
  let size = sizes.at(-1) as number;
  let titleLines: string[] = [];
  for (const most of [1, 2]) {
    for (size of most === 1 ? sizes.slice(0, 4) : sizes.slice(3)) {
      titleLines = await breakLines(title, { size, weight: 600, family: 'serif' }, width);
      if (titleLines.length <= most) break;
    }
    if (titleLines.length <= most) break;
  }
  const heading: TextStyle = { size, weight: 600, family: 'serif' };
  titleLines = await evenly(await linesOf(title, heading, width, 2), heading, width);
  const label: TextStyle = { size: 28, weight: 400, family: 'sans' };
  const lines = (await linesOf(line, label, width, titleLines.length === 1 ? 2 : 1)).filter(Boolean);

  const sized = async (height: number) => {
    const drawn = await map({ width: CARD.width / CARD_SCALE, height: height / CARD_SCALE });
    return { height, drawn, edges: await keyEdges(drawn.key) };
  };
  let shown = await sized(titleLines.length === 1 && lines.length <= 1 ? 444 : 402);
  // The key stands beside the last line where that leaves it room, else below it where the map can be lower.
  const beside = lines.at(-1) && (await outlineText(lines.at(-1) ?? '', label)).width + 60;
  const keyWidth = shown.edges.at(-1) ?? 0;
  const isBeside = keyWidth <= width - (beside || 0);
  const isBelow = !isBeside && shown.height === 444;
  if (isBelow) shown = await sized(402);
  const { height: mapHeight, drawn, edges } = shown;
  const tag: TextStyle = { size: 30, weight: 600, family: 'sans' };
  const tagWidth = (await outlineText(day, tag)).width + 36;
  const parts = [
    `<svg x="0" y="0" width="${CARD.width}" height="${mapHeight}" viewBox="0 0 ${CARD.width / CARD_SCALE} ${mapHeight / CARD_SCALE}">${drawn.picture}</svg>`,
    `<path fill="none" stroke="${RULE}" stroke-width="2" d="M0 ${mapHeight}h${CARD.width}"/>`,
    `<path fill="${PAPER}" stroke="${RULE}" stroke-width="2" d="M-2 -2h${Math.round(LEFT - 18 + tagWidth + 2)}v58h-${Math.round(LEFT - 18 + tagWidth + 2)}z"/>`,
    await draw(day, tag, LEFT, 39, INK),
  ];
  // Title and line stand together in the middle between the map and the foot.
  const leading = size * 1.14;
  const small = 38;
  const block = leading * titleLines.length + 8 + small * Math.max(1, lines.length + Number(isBelow));
  const room = FOOT - 28 - mapHeight;
  let y = mapHeight + (room - block) / 2 + size * 0.86 + 3;
  for (const one of titleLines) {
    parts.push(await draw(one, heading, LEFT, y, INK));
    y += leading;
  }
  y += 8 - size * 0.86 + 30;
  for (const one of lines) {
    parts.push(await draw(one, label, LEFT, y, INK_2));
    y += small;
  }
  const keyLeft = beside && isBeside ? CARD.width - LEFT - keyWidth : LEFT;
  if (isBeside || isBelow) parts.push(await drawKey(drawn.key, edges, keyLeft, beside && isBeside ? y - small : y));
  parts.push(await draw(site, { size: 24, weight: 600, family: 'sans' }, LEFT, FOOT, INK));
  parts.push(await draw(credit, { size: 15, weight: 400, family: 'sans' }, CARD.width - LEFT, FOOT, INK_2, true));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}" viewBox="0 0 ${CARD.width} ${CARD.height}"><rect width="100%" height="100%" fill="${PAPER}"/>${parts.join('')}</svg>`;
}

/** Returns a card's PNG, the same bytes for the same drawing. A card that was drawn before is not drawn again. */
export async function cardPng(svg: string, cache = CACHE): Promise<Buffer> {
  const file = join(cache, `${createHash('sha256').update(PAINTER).update(svg).digest('hex')}.png`);
  const kept = await readFile(file).catch(() => undefined);
  if (kept) return kept;
  const png = await sharp(Buffer.from(svg), { limitInputPixels: false })
    .flatten({ background: PAPER })
    .png({ palette: true, quality: 70, dither: 0, effort: 7, compressionLevel: 9 })
    .toBuffer();
  await mkdir(cache, { recursive: true });
  // Whole or not at all: two builds may draw the same card.
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, png);
  await rename(draft, file);
  return png;
}
