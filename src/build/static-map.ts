/** The still map: a snapshot as SVG text, drawn while the site is built. What shows before scripts, without them and in print. */
import { geoIdentity, geoPath } from 'd3-geo';
import { drawGroups, escapeMarkup, hatchMarkup, pointsMarkup, projectShape } from '../model/map-drawing.ts';
import { linesOf, placePoints } from '../model/map-points.ts';
import { decodeShapes, type MapName, type MapTopology, pathData, type Shape } from '../model/map-shapes.ts';
import { type Pixels, toPixels } from '../model/projection.ts';
import { snapshotAt } from '../model/snapshot.ts';
import type { MapWorld } from '../model/world.ts';
import type { View } from '../share/view.ts';
import type { ReliefCut } from './relief.ts';
import { simplifyLine } from './simplify-line.ts';
import { type Frame, pointsInFrame } from './still-frame.ts';

/**
 * The sizes of a chapter's still map, pixels: it is shown at its own scale and cut by its frame, of which `seen` is the
 * least, so that no name is cut.
 */
export const STILLS = {
  wide: { width: 960, height: 640, seen: { width: 600, height: 400 } },
  narrow: { width: 640, height: 384, seen: { width: 320, height: 384 } },
  small: { width: 440, height: 264, seen: { width: 440, height: 264 } },
} as const;

export interface StaticMap {
  readonly world: MapWorld;
  readonly topology: MapTopology;
  readonly names: readonly MapName[];
  readonly view: View;
  /** Pixels; the view's centre is the picture's. */
  readonly width: Frame['width'];
  readonly height: Frame['height'];
  readonly seen?: Frame['seen'];
  readonly inset?: Frame['inset'];
  /** The relief under it, or nothing to leave it out. */
  readonly relief?: ReliefCut | undefined;
  /** What the picture shows, in words. */
  readonly title: string;
  /** Different for each map on a page. */
  readonly id: string;
}

/** How far a line of the still map may lie from that of the live one, pixels: less than its stroke shows. */
const UNSEEN = 0.5;

const decoded = new WeakMap<MapTopology, ReadonlyMap<string, Shape>>();

/** To which part of a pixel lines are rounded in a still map: those of roads are seen best. */
const UNITS = { road: 2, other: 1 } as const;

/** Cuts a projected shape to the picture, with room for its stroke, and writes it as path data, in as few bytes as it takes. */
export function clippedPath(
  shape: Shape,
  kind: keyof typeof UNITS,
  zoom: number,
  origin: Pixels,
  width: number,
  height: number,
): string {
  const lines = projectShape(shape, zoom, origin).filter((line) => line.length > 1);
  if (lines.length === 0) return '';
  const cut = geoIdentity().clipExtent([
    [-12, -12],
    [width + 12, height + 12],
  ]);
  const collected: Pixels[][] = [];
  let line: Pixels[] = [];
  const end = (): void => {
    if (line.length > 1) collected.push(line);
    line = [];
  };
  // A path context that collects points: d3 clips, our own writer keeps the bytes down.
  const context = {
    beginPath: () => {},
    moveTo: (x: number, y: number) => {
      end();
      line = [[x, y]];
    },
    lineTo: (x: number, y: number) => {
      line.push([x, y]);
    },
    arc: () => {},
    closePath: () => {
      end();
    },
  };
  const rings = lines.map((points) => points.map(([x, y]) => [x, y]));
  geoPath(
    cut,
    context as never,
  )(
    (shape.isArea
      ? { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) }
      : { type: 'MultiLineString', coordinates: rings }) as never,
  );
  end();
  const seen = collected.map((points) => simplifyLine(points, UNSEEN));
  return pathData(seen, shape.isArea, UNITS[kind]).replace(/\b0\./g, '.');
}

/** Returns the still map of a view as an SVG element. */
export function staticMap(map: StaticMap): string {
  const { world, topology, names, view, width, height, seen, inset, relief, title, id } = map;
  let shapes = decoded.get(topology);
  if (!shapes) {
    shapes = decodeShapes(topology);
    decoded.set(topology, shapes);
  }
  const all = shapes;
  const { zoom, layers } = view;
  const [centerX, centerY] = toPixels([view.lon, view.lat], zoom);
  const origin: Pixels = [centerX - width / 2, centerY - height / 2];
  const snapshot = snapshotAt(world, view.day);
  const hatch = `${id}-hatch`;
  const groups = drawGroups(snapshot, layers, all, hatch).map(({ name, paths }) => {
    if (name === 'relief') {
      if (!relief || !layers.includes('relief')) return '';
      const size = `x="${relief.x.toFixed(1)}" y="${relief.y.toFixed(1)}" width="${relief.width.toFixed(1)}" height="${relief.height.toFixed(1)}"`;
      return `<image class="relief" href="${relief.href}" ${size} preserveAspectRatio="none"/>`;
    }
    const drawn = paths.map((path) => {
      const d = path.shapes
        .map((shape) =>
          clippedPath(all.get(shape) as Shape, name === 'roads' ? 'road' : 'other', zoom, origin, width, height),
        )
        .join('');
      return (
        d &&
        `<path class="${path.className}" data-status="${path.status}"${path.fill ? ` fill="${path.fill}"` : ''} d="${d}"/>`
      );
    });
    return `<g class="${name}">${drawn.join('')}</g>`;
  });
  const points = placePoints(snapshot, layers, names, linesOf(snapshot, all), zoom, origin);
  const shown = pointsInFrame(points, view.focus, { width, height, seen, inset });
  const markup = pointsMarkup(shown, { focus: view.focus });
  return [
    `<svg class="map-svg" role="img" aria-label="${escapeMarkup(title)}" data-zoom="${Math.round(zoom)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<defs>${hatchMarkup(hatch)}</defs>`,
    ...groups,
    markup,
    '</svg>',
  ].join('');
}
