/** The shapes of the map: decoded from TopoJSON, projected, and written as SVG path data. */
import { feature } from 'topojson-client';
import type { GeometryCollection, MultiLineString, MultiPolygon, Topology } from 'topojson-specification';
import { type LonLat, type Pixels, toPixels } from './projection.ts';

/** What both maps are drawn from; `build/map-geometry.ts` makes it. */
export type MapTopology = Topology<{
  /** All countries as one ground; the sea is what is left. */
  land: MultiPolygon;
  /** Borders between countries, each once. */
  borders: MultiLineString;
  waters: GeometryCollection;
  /** Every shape that a map feature may name. */
  shapes: GeometryCollection;
}>;

/** Where a name may stand, degrees, and by how many degrees clockwise it is turned there, along a river. */
export type NameSpot = readonly [lon: number, lat: number, angle?: number];

/** A name that belongs to the ground itself. */
export interface MapName {
  readonly id: string;
  /** The name, and under it the other one. */
  readonly lines: readonly string[];
  readonly kind: 'country' | 'sea' | 'water' | 'district';
  readonly spots: readonly NameSpot[];
  readonly minZoom: number;
  /** From this zoom on it does not stand there any more. */
  readonly maxZoom?: number;
}

/** Lines or rings of one shape, longitude and latitude in degrees. */
export interface Shape {
  readonly id: string;
  readonly isArea: boolean;
  readonly lines: readonly (readonly LonLat[])[];
}

/** Returns every shape of a topology by id; `land` and `borders` are ids too. */
export function decodeShapes(topology: MapTopology): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, Shape>();
  const add = (id: string, geometry: GeoJSON.Geometry): void => {
    const isArea = geometry.type.endsWith('Polygon');
    const { coordinates } = geometry as unknown as { coordinates: never };
    const lines: LonLat[][] =
      geometry.type === 'LineString'
        ? [coordinates]
        : geometry.type === 'MultiPolygon'
          ? (coordinates as LonLat[][][]).flat()
          : coordinates;
    shapes.set(id, { id, isArea, lines });
  };
  add('land', feature(topology, topology.objects.land).geometry);
  add('borders', feature(topology, topology.objects.borders).geometry);
  for (const name of ['waters', 'shapes'] as const)
    for (const { id, geometry } of feature(topology, topology.objects[name]).features) add(String(id), geometry);
  return shapes;
}

/**
 * Projects a line to pixels at a zoom, counted from `origin`, without points that lie nearer than 0.7 px to the one
 * before: at no zoom are there more points than can be seen.
 */
export function projectLine(line: readonly LonLat[], zoom: number, origin: Pixels): Pixels[] {
  const points: Pixels[] = [];
  let [lastX, lastY] = [Number.NaN, Number.NaN];
  for (const [i, position] of line.entries()) {
    const [worldX, worldY] = toPixels(position, zoom);
    const [x, y] = [worldX - origin[0], worldY - origin[1]];
    if (i === line.length - 1 || !(Math.abs(x - lastX) < 0.7 && Math.abs(y - lastY) < 0.7)) {
      points.push([x, y]);
      [lastX, lastY] = [x, y];
    }
  }
  return points;
}

/** Writes pixel lines as SVG path data in relative steps, closed if they are rings, rounded to `decimals`. */
export function pathData(lines: readonly (readonly Pixels[])[], isClosed: boolean, decimals: 0 | 1 = 1): string {
  const unit = 10 ** decimals;
  const written = (value: number): string => String(Math.round(value * unit) / unit);
  let data = '';
  for (const line of lines) {
    if (line.length < 2) continue;
    // Steps are taken from the rounded position, so that rounding never adds up.
    let [atX, atY] = [0, 0];
    for (const [i, [x, y]] of line.entries()) {
      const [stepX, stepY] = [written(x - atX), written(y - atY)];
      data +=
        i === 0
          ? `M${stepX} ${stepY}l`
          : `${stepX.startsWith('-') || i === 1 ? '' : ' '}${stepX}${stepY.startsWith('-') ? '' : ' '}${stepY}`;
      atX = Math.round((atX + Number(stepX)) * unit) / unit;
      atY = Math.round((atY + Number(stepY)) * unit) / unit;
    }
    if (isClosed) data += 'z';
  }
  return data;
}
