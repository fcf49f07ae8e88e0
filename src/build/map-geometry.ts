/**
 * Turns the GeoJSON of `content/geometry` into one small TopoJSON: lines that areas share are stored once, and what
 * lies far from the corridor is simplified more. The still maps and the live map are drawn from the result alike.
 */
import type { Position } from 'geojson';
import { feature, mergeArcs, meshArcs } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { CORRIDOR } from '../model/map-limits.ts';
import type { MapTopology } from '../model/map-shapes.ts';
import { STATES } from '../model/state-names.ts';
import { type Geometry, NAMED } from './read-geometry.ts';

/** The radius in km round the middle of the corridor within which lines keep all their detail. */
const NEAR_KM = 45;
/** Kilometres in a degree of longitude and latitude at 39.7 degrees north. */
export const KM = { lon: 85.7, lat: 111 };
/** Corners that span less than this many km² are dropped far away; forty times less near the corridor. */
const LEAST_KM2 = 0.02;
const NEAR_WEIGHT = 40;
/** Steps across the region: about 9 m each. */
const QUANTIZATION = 8e4;

/** The weight of a corner: the area it spans in km² (Visvalingam's measure), counted up near the corridor. */
function weigh(triangle: readonly Position[]): number {
  const [a = [], b = [], c = []] = triangle;
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  const [cx = 0, cy = 0] = c;
  const area = (Math.abs((ax - cx) * (by - ay) - (ax - bx) * (cy - ay)) / 2) * KM.lon * KM.lat;
  const isNear = Math.hypot((bx - CORRIDOR.lon) * KM.lon, (by - CORRIDOR.lat) * KM.lat) < NEAR_KM;
  return area * (isNear ? NEAR_WEIGHT : 1);
}

/** Returns the topology that both maps are drawn from. */
export function buildTopology(geometry: Geometry): MapTopology {
  const collection = (names: readonly (keyof Geometry)[]) => ({
    type: 'FeatureCollection' as const,
    features: names.flatMap((name) =>
      geometry[name].features.map((f) => ({
        type: 'Feature' as const,
        id: String(f.properties?.['id']),
        properties: {},
        geometry: f.geometry,
      })),
    ),
  });
  const objects = {
    countries: collection(['countries']),
    waters: collection(['hydro']),
    shapes: collection(NAMED),
  };
  const fine = presimplify(topology(objects, 1e6) as never, weigh as never);
  const coarse = simplify(fine, LEAST_KM2) as unknown as Topology<Record<keyof typeof objects, GeometryCollection>>;
  // Simplified, then quantized afresh, so that no arc is longer than it needs to be.
  const again = topology(
    Object.fromEntries(
      (Object.keys(objects) as (keyof typeof objects)[]).map((name) => [name, feature(coarse, coarse.objects[name])]),
    ) as never,
    QUANTIZATION,
  ) as unknown as typeof coarse;
  const { countries, waters, shapes } = again.objects;
  const ofStates = countries.geometries.filter(({ id }) => STATES.includes(String(id)));
  return {
    ...again,
    arcs: again.arcs.map((arc) => arc.flat()),
    objects: {
      land: mergeArcs(again, countries.geometries as never),
      borders: meshArcs(again, countries as never, (a, b) => a !== b),
      stateBorder: meshArcs(again, { ...countries, geometries: ofStates } as never, (a, b) => a !== b),
      waters: withoutProperties(waters),
      shapes: withoutProperties(shapes),
    },
  } as unknown as MapTopology;
}

/** Drops the empty properties that TopoJSON gives each geometry: bytes that say nothing. */
function withoutProperties(collection: GeometryCollection): GeometryCollection {
  return {
    ...collection,
    geometries: collection.geometries.map(({ properties: _, ...geometry }) => geometry as never),
  };
}
