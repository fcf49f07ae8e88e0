/** The shapes of the map: decoded from TopoJSON, projected, and written as SVG path data. */
import type {
  GeometryCollection,
  GeometryObject,
  MultiLineString,
  MultiPolygon,
  Topology,
  Transform,
} from 'topojson-specification';
import { type LonLat, type Pixels, toPixels } from './projection.ts';

type Objects = {
  /** All countries as one ground; the sea is what is left. */
  land: MultiPolygon;
  /** Borders between countries, each once. */
  borders: MultiLineString;
  /** The border between the two states of the corridor. */
  stateBorder: MultiLineString;
  waters: GeometryCollection;
  /** Every shape that a map feature may name. */
  shapes: GeometryCollection;
};

/**
 * What both maps are drawn from; `build/map-geometry.ts` makes it. TopoJSON on a grid, but that each arc is one list of its
 * numbers, x and y in turn, not a list of pairs: 2 kB less to send.
 */
export interface MapTopology extends Omit<Topology<Objects>, 'arcs' | 'transform'> {
  readonly arcs: readonly (readonly number[])[];
  readonly transform: Transform;
}

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

/** Returns the arcs of a topology, degrees. As in https://github.com/topojson/topojson-specification: steps from point to point on its grid. */
function decodeArcs({ arcs, transform: { scale, translate } }: MapTopology): LonLat[][] {
  return arcs.map((steps) => {
    const arc: LonLat[] = [];
    let x = 0;
    let y = 0;
    for (let i = 0; i < steps.length; i += 2) {
      x += steps[i] as number;
      y += steps[i + 1] as number;
      arc.push([x * scale[0] + translate[0], y * scale[1] + translate[1]]);
    }
    return arc;
  });
}

/** Returns the line that some arcs make, one after another; `~i` stands for the arc `i` from its end. The point between two is in both. */
function joinArcs(indexes: readonly number[], arcs: readonly (readonly LonLat[])[]): LonLat[] {
  const line: LonLat[] = [];
  for (const index of indexes) {
    const arc = arcs[index < 0 ? ~index : index] ?? [];
    line.pop();
    if (index < 0) for (let i = arc.length - 1; i >= 0; i--) line.push(arc[i] as LonLat);
    else for (const point of arc) line.push(point);
  }
  return line;
}

/** Returns every shape of a topology by id; `land`, `borders` and `state-border` are ids too. Shapes share the points that they have in common. */
export function decodeShapes(topology: MapTopology): ReadonlyMap<string, Shape> {
  const { land, borders, stateBorder, waters, shapes: named } = topology.objects;
  const arcs = decodeArcs(topology);
  const shapes = new Map<string, Shape>();
  const add = (id: string, geometry: GeometryObject): void => {
    if (!('arcs' in geometry)) return;
    const lines = (
      geometry.type === 'LineString'
        ? [geometry.arcs]
        : geometry.type === 'MultiPolygon'
          ? geometry.arcs.flat()
          : geometry.arcs
    ) as number[][];
    const isArea = geometry.type.endsWith('Polygon');
    shapes.set(id, { id, isArea, lines: lines.map((line) => joinArcs(line, arcs)) });
  };
  add('land', land);
  add('borders', borders);
  add('state-border', stateBorder);
  for (const { geometries } of [waters, named]) for (const geometry of geometries) add(String(geometry.id), geometry);
  return shapes;
}

/** Tells whether a point lies inside some rings, holes left out (even-odd rule). */
export function isInside(rings: Shape['lines'], [lon, lat]: LonLat): boolean {
  let isIn = false;
  for (const ring of rings)
    for (const [i, [x1, y1]] of ring.entries()) {
      const [x2, y2] = ring[i === 0 ? ring.length - 1 : i - 1] ?? [x1, y1];
      if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) isIn = !isIn;
    }
  return isIn;
}

/**
 * Projects a line to pixels at a zoom, counted from `origin`, without points that lie nearer than 0.7 px to the one
 * before: at no zoom are there more points than can be seen.
 */
export function projectLine(line: readonly LonLat[], zoom: number, origin: Pixels): Pixels[] {
  // By number, not taken apart: this runs for every point of the map before a browser has found it worth compiling.
  const points: Pixels[] = [];
  const last = line.length - 1;
  let lastX = Number.NaN;
  let lastY = Number.NaN;
  for (let i = 0; i <= last; i++) {
    const world = toPixels(line[i] as LonLat, zoom);
    const x = world[0] - origin[0];
    const y = world[1] - origin[1];
    if (i < last && Math.abs(x - lastX) < 0.7 && Math.abs(y - lastY) < 0.7) continue;
    points.push([x, y]);
    lastX = x;
    lastY = y;
  }
  return points;
}

/** Writes pixel lines as SVG path data in relative steps, closed if they are rings, rounded to a `unit`th of a pixel. */
export function pathData(lines: readonly (readonly Pixels[])[], isClosed: boolean, unit = 10): string {
  let data = '';
  for (const line of lines) {
    if (line.length < 2) continue;
    // In units, from rounded position to rounded position, so that rounding never adds up.
    let atX = 0;
    let atY = 0;
    for (let i = 0; i < line.length; i++) {
      const point = line[i] as Pixels;
      const x = Math.round(point[0] * unit);
      const y = Math.round(point[1] * unit);
      const stepX = (x - atX) / unit;
      const stepY = (y - atY) / unit;
      if (i === 0) data += `M${stepX} ${stepY}l`;
      else data += `${stepX < 0 || i === 1 ? '' : ' '}${stepX}${stepY < 0 ? '' : ' '}${stepY}`;
      atX = x;
      atY = y;
    }
    if (isClosed) data += 'z';
  }
  return data;
}
