/**
 * The map on the screen as a picture to keep: what its frame shows, with day, scale, words, address and credits below it. Its
 * styles stand on its elements and the typefaces inside it, so that it looks the same anywhere.
 */
import { wordDay } from '../i18n/word-dates.ts';
import { CREDIT } from '../i18n/words.ts';
import { EDGE } from '../model/map-drawing.ts';
import { scaleBar } from '../model/scale-bar.ts';
import type { CorridorExplorer } from './corridor-explorer.ts';

const SVG = 'http://www.w3.org/2000/svg';
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'visibility',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'letter-spacing',
  'text-anchor',
];
/** Holds what can only be written as a style, until the picture is text. */
const BLEND = 'blend';
const SANS = '"Source Sans 3", system-ui, sans-serif';
const MARGIN = 12;
/** The row of the scale below the map, pixels. */
const SCALE = 22;
/** How far the lines below the map stand apart, in parts of their size. */
const LEADING = 1.4;
/** How many pixels of a PNG stand for one of the screen. */
const PNG_SCALE = 2;

/** A file of this site as a `data:` address. */
async function asData(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const blob = await response.blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** The typefaces of maps, as a style sheet with the files inside. */
async function typefaces(): Promise<string> {
  const address = `${import.meta.env.BASE_URL}fonts/fonts.css`;
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok) return '';
  const sheet = await response.text();
  const faces = sheet.match(/@font-face\s*\{[^}]*\}/g) ?? [];
  // Maps are lettered in Latin; the other files would only make the picture heavier.
  const needed = faces.filter((face) => /(sans|serif)(-az)?\.woff2/.test(face));
  const inside = await Promise.all(
    needed.map(async (face) => {
      const file = /url\(["']?([^"')]+)["']?\)/.exec(face)?.[1];
      if (!file) return face;
      // Where one cannot be had, the letters of the reader's own machine do.
      const data = await asData(new URL(file, new URL(address, location.href)).href).catch(() => '');
      return data && face.replace(file, data);
    }),
  );
  return inside.join('');
}

/** Shows the names that lie whole in the frame, and were hidden since the page's own panels cover them; returns how to hide them again. */
function uncover(drawing: SVGSVGElement, frame: DOMRect): () => void {
  const names = [...drawing.querySelectorAll('.is-cut')];
  const hide = (hidden: readonly Element[]): void => {
    for (const name of hidden) name.classList.add('is-cut');
  };
  for (const name of names) name.classList.remove('is-cut');
  const cut = names.filter((name) => {
    const { left, top, right, bottom } = name.getBoundingClientRect();
    const isAcross = left < frame.left + EDGE || right > frame.right - EDGE;
    return isAcross || top < frame.top + EDGE || bottom > frame.bottom - EDGE;
  });
  hide(cut);
  return () => hide(names);
}

/** Copies a drawing with its styles written onto its elements; pictures inside it are made part of it. */
async function copyDrawing(drawing: SVGSVGElement, frame: DOMRect): Promise<SVGSVGElement> {
  const cover = uncover(drawing, frame);
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [originals, copies] = [drawing, copy].map((root) => [root, ...root.querySelectorAll<SVGElement>('*')]);
  for (const [i, original] of (originals ?? []).entries()) {
    const element = copies?.[i];
    if (!element) continue;
    const style = getComputedStyle(original);
    if (style.display === 'none') element.setAttribute('display', 'none');
    if (!(original instanceof SVGDefsElement)) {
      // As attributes: the page's policy lets no script write a style.
      for (const name of STYLES) {
        const value = style.getPropertyValue(name);
        const parent = original === drawing ? null : original.parentElement;
        const isInherited =
          name !== 'opacity' && parent !== null && getComputedStyle(parent).getPropertyValue(name) === value;
        if (value !== '' && !isInherited) element.setAttribute(name, value);
      }
      // What programs other than browsers do not know is done to the words themselves.
      if (style.textTransform === 'uppercase' && element.childElementCount === 0)
        element.textContent = element.textContent?.toUpperCase() ?? '';
      const blend = style.getPropertyValue('mix-blend-mode');
      if (blend !== 'normal') element.setAttribute(BLEND, blend);
    }
    for (const name of ['class', 'tabindex', 'role', 'aria-label', 'aria-hidden']) element.removeAttribute(name);
    for (const { name } of [...element.attributes]) if (name.startsWith('data-')) element.removeAttribute(name);
  }
  cover();
  for (const image of copy.querySelectorAll('image')) {
    const href = image.getAttribute('href') ?? '';
    if (href.startsWith('data:')) continue;
    // One that cannot be had is not seen on the screen either.
    const data = await asData(href).catch(() => '');
    if (data) image.setAttribute('href', data);
    else image.remove();
  }
  return copy;
}

function shape(name: string, attributes: Record<string, string | number>, text?: string): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text !== undefined) element.textContent = text;
  return element;
}

interface FootLine {
  readonly words: string;
  readonly size: number;
  readonly weight: number;
}

/** Breaks a line of the foot where the picture ends; an address breaks anywhere. */
function broken(lines: readonly FootLine[], width: number): FootLine[] {
  const context = document.createElement('canvas').getContext('2d');
  return lines.flatMap((line) => {
    if (!context) return [line];
    context.font = `${line.weight} ${line.size}px ${SANS}`;
    const parts: string[] = [''];
    for (const piece of line.words.split(/(?<=[ &/,])/)) {
      const longer = (parts.at(-1) ?? '') + piece;
      if (context.measureText(longer).width <= width || parts.at(-1) === '') parts[parts.length - 1] = longer;
      else parts.push(piece);
    }
    return parts.map((words) => ({ ...line, words: words.trim() }));
  });
}

/** Returns what the map shows in words, as a screen reader hears it, without how it is moved. */
function captionOf(frame: Element): string {
  const label = frame.querySelector('[aria-label^="Map."]')?.getAttribute('aria-label') ?? 'Map.';
  return label.replace(/ Arrow keys .*$/, '');
}

/** Colours of the page, for what stands on the picture besides the map. */
interface Colours {
  readonly paper: string;
  readonly ink: string;
}

/** Returns what of a drawing is seen in the frame, and where that begins, pixels from the frame's left. `id` is a name for its edge. */
async function seenPart(
  drawing: SVGSVGElement,
  frame: HTMLElement,
  id: string,
): Promise<{ readonly elements: readonly SVGElement[]; readonly from: number }> {
  const box = frame.getBoundingClientRect();
  const [width, height] = [Math.round(box.width), Math.round(box.height)];
  // Both before the wait, in which the page may be scrolled.
  const at = drawing.getBoundingClientRect();
  const copy = await copyDrawing(drawing, box);
  const place = { x: at.left - box.left, y: at.top - box.top, width: at.width, height: at.height };
  for (const [key, value] of Object.entries(place)) copy.setAttribute(key, String(value));
  copy.removeAttribute('style');
  // What lies outside the frame, or on the other side of the handle between two days, is cut off.
  const [, top = '0', right = '0', , left = '0'] =
    /inset\(([\d.]+)\S*(?: ([\d.]+)\S*)?(?: ([\d.]+)\S*)?(?: ([\d.]+)\S*)?\)/.exec(
      getComputedStyle(drawing).clipPath,
    ) ?? [];
  const from = Math.max(0, place.x + (Number(left) / 100) * at.width);
  const to = Math.min(width, place.x + at.width - (Number(right) / 100) * at.width);
  const edge = shape('clipPath', { id });
  edge.append(shape('rect', { x: from, y: Number(top), width: Math.max(0, to - from), height }));
  const part = shape('g', { 'clip-path': `url(#${id})` });
  part.append(shape('rect', { width, height, fill: getComputedStyle(frame).backgroundColor }), copy);
  return { elements: [edge, part], from };
}

/** Returns the line between two days, at `x` pixels, with their names on its sides. */
function lineBetween(
  days: readonly [string, string],
  x: number,
  height: number,
  { paper, ink }: Colours,
): SVGElement[] {
  const halo = { stroke: paper, 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
  const letters = { fill: ink, 'font-size': 14, 'font-weight': 600, 'font-family': SANS, ...halo };
  return [
    shape('path', { d: `M${x} 0v${height}`, stroke: ink, 'stroke-width': 2 }),
    shape('text', { x: x - 8, y: 22, 'text-anchor': 'end', ...letters }, wordDay(days[0])),
    shape('text', { x: x + 8, y: 22, 'text-anchor': 'start', ...letters }, wordDay(days[1])),
  ];
}

/** Returns what stands below the map, from `top` on: the scale, then some lines. Sizes in pixels. */
function footOf(
  lines: readonly FootLine[],
  scale: ReturnType<typeof scaleBar>,
  { top, width, ink }: { readonly top: number; readonly width: number; readonly ink: string },
): SVGElement[] {
  let y = top + SCALE;
  const write = ({ words, size, weight }: FootLine, x: number): SVGElement =>
    shape('text', { x, y, fill: ink, 'font-size': size, 'font-weight': weight, 'font-family': SANS }, words);
  const bar = `M${MARGIN} ${y - 6}v6h${scale.width}v-6`;
  const elements = [
    shape('path', { d: `M0 ${top + 0.5}h${width}`, stroke: ink, 'stroke-opacity': 0.4 }),
    shape('path', { d: bar, fill: 'none', stroke: ink, 'stroke-width': 1.5 }),
    write({ words: `${scale.text}. North is up.`, size: 12, weight: 400 }, MARGIN + scale.width + 8),
  ];
  y += 4;
  for (const line of lines) {
    y += line.size * LEADING;
    elements.push(write(line, MARGIN));
  }
  return elements;
}

/** Returns the map on the screen as the text of an SVG file, and its size in pixels. */
async function pictureOf(
  explorer: CorridorExplorer,
  link: string,
): Promise<{ svg: string; width: number; height: number }> {
  const frame = explorer.querySelector<HTMLElement>('corridor-map');
  if (!frame) throw new Error('no map here');
  const box = frame.getBoundingClientRect();
  const [width, mapHeight] = [Math.round(box.width), Math.round(box.height)];
  const { day, against, lat, zoom } = explorer.view;
  const days = against ? `${wordDay(against)} | ${wordDay(day)}` : wordDay(day);
  const words = against
    ? `Left of the line, ${wordDay(against)}; right of it, ${captionOf(frame).replace('Map. ', '')}`
    : captionOf(frame);
  const foot = broken(
    [
      { words: `${days} · ${document.title}`, size: 14, weight: 600 },
      { words: words.replace('Map. ', ''), size: 12, weight: 400 },
      { words: link.replace(/^https?:\/\//, ''), size: 11, weight: 400 },
      { words: `Text and drawing CC BY 4.0 · ${CREDIT}`, size: 10, weight: 400 },
    ],
    width - 2 * MARGIN,
  );
  const height = mapHeight + SCALE + MARGIN + foot.reduce((sum, { size }) => sum + size * LEADING, 0);
  const { backgroundColor: paper, color: ink } = getComputedStyle(document.body);
  const root = shape('svg', { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}` });
  root.append(shape('title', {}, words), shape('rect', { width, height, fill: paper }));
  const drawings = [...frame.querySelectorAll<SVGSVGElement>(':scope > .map-svg, .live-map .map-svg')].filter(
    (drawing) => drawing.getBoundingClientRect().width > 0,
  );
  /** Where the line between two days stands. */
  let split = 0;
  for (const [i, drawing] of drawings.entries()) {
    const { elements, from } = await seenPart(drawing, frame, `part-${i}`);
    split = Math.max(split, from);
    root.append(...elements);
  }
  if (against) root.append(...lineBetween([against, day], split, mapHeight, { paper, ink }));
  root.append(...footOf(foot, scaleBar(lat, zoom, 120), { top: mapHeight, width, ink }));
  const svg = new XMLSerializer()
    .serializeToString(root)
    .replace(/ blend="([\w-]+)"/g, ' style="mix-blend-mode:$1"')
    .replace('<title>', `<style>${await typefaces()}</style><title>`);
  return { svg, width, height };
}

/** Draws an SVG into a PNG. */
async function asPng(svg: string, width: number, height: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * PNG_SCALE;
  canvas.height = height * PNG_SCALE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}

/** Saves the map on the screen as a file. `link` stands on it. Throws where the browser cannot. */
export async function downloadPicture(explorer: CorridorExplorer, kind: 'png' | 'svg', link: string): Promise<void> {
  const { svg, width, height } = await pictureOf(explorer, link);
  const blob = kind === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await asPng(svg, width, height);
  const address = URL.createObjectURL(blob);
  const { day, against } = explorer.view;
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = `lachin-corridor-${against ? `${against}-` : ''}${day}.${kind}`;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
