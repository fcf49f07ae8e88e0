/** The relief under still maps: the part of the picture that a map shows, small enough to travel inside it. */
import sharp from 'sharp';
import { reliefBox } from '../model/map-drawing.ts';
import { toPixels } from '../model/projection.ts';
import type { View } from '../share/view.ts';

const FILE = 'public/map/relief.webp';

// Processors reckon pictures many pixels at a time, each in its own way: without that they all give the same bytes.
sharp.simd(false);

/** Where a cut of the relief lies in a still map, in pixels of the map, and the cut itself. */
export interface ReliefCut {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** A `data:` address. */
  readonly href: string;
}

const cuts = new Map<string, Promise<ReliefCut | undefined>>();

/** Cuts the relief to a still map of that view and size. Returns nothing where the map lies outside the relief. */
export function cutRelief(view: View, width: number, height: number): Promise<ReliefCut | undefined> {
  const key = [view.lat, view.lon, view.zoom, width, height].join();
  let cut = cuts.get(key);
  if (!cut) {
    cut = makeCut(view, width, height);
    cuts.set(key, cut);
  }
  return cut;
}

async function makeCut(view: View, width: number, height: number): Promise<ReliefCut | undefined> {
  const [centerX, centerY] = toPixels([view.lon, view.lat], view.zoom);
  const box = reliefBox(view.zoom, [centerX - width / 2, centerY - height / 2]);
  const picture = sharp(FILE);
  const size = await picture.metadata();
  const perPixel = size.width / box.width;
  // Whole cells of the picture, one more on each side than the map needs.
  const left = Math.max(0, Math.floor(-box.x * perPixel) - 1);
  const top = Math.max(0, Math.floor(-box.y * perPixel) - 1);
  const right = Math.min(size.width, Math.ceil((width - box.x) * perPixel) + 1);
  const bottom = Math.min(size.height, Math.ceil((height - box.y) * perPixel) + 1);
  if (right - left < 2 || bottom - top < 2) return undefined;
  const data = await picture
    .extract({ left, top, width: right - left, height: bottom - top })
    // So soft a picture needs no more than a seventh of the map's pixels.
    .resize({ width: Math.ceil((right - left) / perPixel / 7), withoutEnlargement: true })
    .blur(0.9)
    .webp({ quality: 22, effort: 6 })
    .toBuffer();
  return {
    x: box.x + left / perPixel,
    y: box.y + top / perPixel,
    width: (right - left) / perPixel,
    height: (bottom - top) / perPixel,
    href: `data:image/webp;base64,${data.toString('base64')}`,
  };
}
