/**
 * The still maps under an embed: for each day on which the map changes, one at each of a few zooms. A view shows a part of
 * the nearest, moved and scaled, so that an embed shows any view before it loads the live map.
 */
import type { Day } from '../model/dates.ts';
import { drawnDayOf } from '../model/drawn-days.ts';
import { isInRegion } from '../model/map-limits.ts';
import { type Pixels, toPixels } from '../model/projection.ts';
import { EMBED_SIZE } from './embed-code.ts';
import type { View } from './view.ts';

/** What every picture shows the middle of, degrees: the corridor. */
export const CENTER = { lon: 46.62, lat: 39.7 } as const;
/** The zooms of the pictures, and how large each is, pixels. */
export const PICTURES = [
  { zoom: 7, width: 780, height: 710 },
  { zoom: 8.5, width: 1000, height: 760 },
  { zoom: 10, width: 1400, height: 1000 },
  { zoom: 11, width: 1600, height: 1200 },
] as const;
export type Picture = (typeof PICTURES)[number];

/** A picture and where it lies, pixels from the middle of the frame. */
export interface LaidPicture {
  /** `<day>/<zoom>` */
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How far a point of the map lies from a picture's middle, pixels of the picture. */
function offset({ zoom }: Picture, lon: number, lat: number): Pixels {
  const [x, y] = toPixels([lon, lat], zoom);
  const [middleX, middleY] = toPixels([CENTER.lon, CENTER.lat], zoom);
  return [x - middleX, y - middleY];
}

/** The size of a map's frame, pixels. */
interface Frame {
  readonly width: number;
  readonly height: number;
}

/** Tells whether a picture holds all that a frame shows of a view. */
function holds(picture: Picture, { lat, lon, zoom }: View, frame: Frame): boolean {
  const [x, y] = offset(picture, lon, lat);
  const scale = 2 ** (zoom - picture.zoom);
  return (
    Math.abs(x) + frame.width / 2 / scale <= picture.width / 2 &&
    Math.abs(y) + frame.height / 2 / scale <= picture.height / 2
  );
}

/**
 * Returns the picture for a view and where it lies: that of the nearest zoom that fills the frame, or else the one that shows
 * most of the region. `days` are the drawn days, in order.
 */
export function layPicture(view: View, days: readonly Day[], frame: Frame = EMBED_SIZE): LaidPicture {
  const { lat, lon, zoom, day } = view;
  const near = [...PICTURES].sort((a, b) => Math.abs(a.zoom - zoom) - Math.abs(b.zoom - zoom));
  const picture = near.find((one) => holds(one, view, frame)) ?? PICTURES[0];
  const scale = 2 ** (zoom - picture.zoom);
  const [x, y] = offset(picture, lon, lat);
  const round = (value: number): number => Math.round(value * 10) / 10;
  return {
    name: `${drawnDayOf(days, day)}/${picture.zoom}`,
    x: round((-picture.width / 2 - x) * scale),
    y: round((-picture.height / 2 - y) * scale),
    width: round(picture.width * scale),
    height: round(picture.height * scale),
  };
}

/** Returns where a point lies from the middle of a view's frame, pixels, and whether it is on the map at all. */
export function placeOn(
  { lat, lon, zoom }: View,
  point: { readonly lon: number; readonly lat: number },
): Pixels | undefined {
  if (!isInRegion(point)) return undefined;
  const [x, y] = toPixels([point.lon, point.lat], zoom);
  const [middleX, middleY] = toPixels([lon, lat], zoom);
  return [Math.round((x - middleX) * 10) / 10, Math.round((y - middleY) * 10) / 10];
}
