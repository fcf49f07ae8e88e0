/** The small map that shows where a map lies: ground, borders and lakes of the region, the two states by name, a frame. */
import { LOCATOR, LOCATOR_ORIGIN, locatorFrame } from '../model/locator.ts';
import { decodeShapes, type MapTopology } from '../model/map-shapes.ts';
import { toPixels } from '../model/projection.ts';
import type { View } from '../share/view.ts';
import { clippedPath } from './static-map.ts';

/** The two states of this story, named where the small map has room for it (degrees). */
const NAMES = [
  ['Armenia', 44.75, 40.62],
  ['Azerbaijan', 47.85, 40.62],
] as const;

/** The grounds that were drawn. */
const grounds = new WeakMap<MapTopology, string>();

/** Returns what stays the same from view to view. */
function groundOf(topology: MapTopology): string {
  const shapes = decodeShapes(topology);
  const { width, height, zoom } = LOCATOR;
  const path = (className: string, ids: readonly string[]): string => {
    const d = ids.map((id) => {
      const shape = shapes.get(id);
      return shape ? clippedPath(shape, 'other', zoom, LOCATOR_ORIGIN, width, height) : '';
    });
    return `<path class="${className}" d="${d.join('')}"/>`;
  };
  const names = NAMES.map(([name, lon, lat]) => {
    const [x, y] = toPixels([lon, lat], zoom).map((value, i) => Math.round(value - (LOCATOR_ORIGIN[i] ?? 0)));
    return `<text x="${x}" y="${y}" text-anchor="middle">${name}</text>`;
  });
  return path('land', ['land']) + path('lake', ['lake-sevan']) + path('border', ['borders']) + names.join('');
}

/** Returns the small map with the frame of a view, for a map of that size (pixels). */
export function locatorMap(
  topology: MapTopology,
  view: View,
  size: { readonly width: number; readonly height: number },
): string {
  const ground = grounds.get(topology) ?? groundOf(topology);
  grounds.set(topology, ground);
  const { x, y, width, height } = locatorFrame(view, size);
  return `<svg class="map-svg map-locator" width="${LOCATOR.width}" height="${LOCATOR.height}" role="img" aria-label="Where this map lies between Armenia and Azerbaijan">${ground}<rect class="frame" x="${x}" y="${y}" width="${width}" height="${height}"/></svg>`;
}
