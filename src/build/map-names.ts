/**
 * The names that stand on the ground itself: countries, waters, districts. A country is named in several spots, so that it
 * can be read wherever the map is; a river along its course, where that runs straight enough for its name.
 */
import type { Position } from 'geojson';
import type { MapName, NameSpot } from '../model/map-shapes.ts';
import { KM } from './map-geometry.ts';
import type { Geometry } from './read-geometry.ts';

/** From this zoom on a country is named in its spots near the corridor first; before that in its middle, where that is free. */
const NEAR_ZOOM = 8;
/** Where the lines of districts end, their names end too. */
const DISTRICT_END = 11;
/** A river's name is tried every so many kilometres, by its rank, and stands along a stretch of so many. */
const RIVER_STEP = { 1: 18, 2: 5 } as const;
const RIVER_STRETCH = 6;
/** The stretch is straight enough when its ends lie at least this part of its length apart. */
const STRAIGHT = 0.9;

/** Returns the names, each with every spot where it may stand; `placePoints` chooses among them. */
export function mapNames(geometry: Geometry): MapName[] {
  return [
    { id: 'caspian-sea', lines: ['Caspian Sea'], kind: 'sea', spots: [[50.05, 41.1]], minZoom: 7 },
    ...geometry.countries.features.flatMap(({ properties }) => countryNames(properties ?? {})),
    ...geometry.hydro.features.flatMap(({ properties, geometry: shape }) => waterNames(properties ?? {}, shape)),
    ...geometry.districts.features.flatMap(({ properties, geometry: shape }) => districtNames(properties ?? {}, shape)),
  ];
}

type Properties = Readonly<Record<string, unknown>>;

/** Rounds a position to about 100 metres. */
const spot = ([lon = 0, lat = 0]: Position): NameSpot => [Number(lon.toFixed(3)), Number(lat.toFixed(3))];

function countryNames({ id, name, label, labels_near }: Properties): MapName[] {
  const named = { id: String(id), lines: [String(name)], kind: 'country' as const };
  const near = labels_near as Position[] | undefined;
  if (!near) return label ? [{ ...named, spots: [spot(label as Position)], minZoom: 7 }] : [];
  return [
    { ...named, spots: [label as Position, ...near].map(spot), minZoom: 7, maxZoom: NEAR_ZOOM },
    { ...named, spots: [...near, label as Position].map(spot), minZoom: NEAR_ZOOM },
  ];
}

function waterNames({ id, name, rank }: Properties, shape: GeoJSON.Geometry): MapName[] {
  const lines = shape.type === 'LineString' ? [shape.coordinates] : [];
  if (shape.type === 'MultiLineString') lines.push(...shape.coordinates);
  const spots =
    shape.type === 'Polygon'
      ? [spot(middle(shape.coordinates[0] ?? []))]
      : lines.flatMap((line) => spotsAlong(line, RIVER_STEP[rank === 1 ? 1 : 2]));
  const named = { id: String(id), lines: [String(name).replace(/ \(.*\)$/, '')], kind: 'water' as const };
  return spots.length > 0 ? [{ ...named, spots, minZoom: rank === 1 ? 8 : 9 }] : [];
}

function districtNames({ id, name, name_am }: Properties, shape: GeoJSON.Geometry): MapName[] {
  if (shape.type !== 'Polygon') return [];
  const first = String(name).replace(/ (district|\(.*\))$/, '');
  const second = String(name_am ?? '').split(/\/| and /)[0] ?? '';
  const lines = second && second !== first ? [first, second] : [first];
  const spots = [spot(centroid(shape.coordinates[0] ?? []))];
  return [{ id: String(id), lines, kind: 'district', spots, minZoom: 8.5, maxZoom: DISTRICT_END }];
}

/** Returns spots along a river, a name for each `step` km, where it runs straight for a while, and the angle at which it runs. */
function spotsAlong(line: readonly Position[], step: number): NameSpot[] {
  const along = [0];
  for (let i = 1; i < line.length; i++) along.push((along[i - 1] ?? 0) + distance(line[i - 1] ?? [], line[i] ?? []));
  const length = along.at(-1) ?? 0;
  const at = (km: number): Position => {
    const i = Math.max(
      1,
      along.findIndex((one) => one >= km),
    );
    const [from = [], to = []] = [line[i - 1], line[i]];
    const part = (km - (along[i - 1] ?? 0)) / ((along[i] ?? 0) - (along[i - 1] ?? 0) || 1);
    return [0, 1].map((axis) => (from[axis] ?? 0) + part * ((to[axis] ?? 0) - (from[axis] ?? 0)));
  };
  const spots: NameSpot[] = [];
  const stretch = Math.min(RIVER_STRETCH, length);
  for (let km = stretch / 2; km <= length - stretch / 2; km += step) {
    const [start, end] = [at(km - stretch / 2), at(km + stretch / 2)];
    if (distance(start, end) < STRAIGHT * stretch) continue;
    const east = ((end[0] ?? 0) - (start[0] ?? 0)) * KM.lon;
    const south = ((start[1] ?? 0) - (end[1] ?? 0)) * KM.lat;
    const angle = Math.round((Math.atan2(south, east) * 180) / Math.PI);
    // Read from left to right, whichever way the water runs.
    const [lon, lat] = spot(at(km));
    spots.push([lon, lat, angle > 90 ? angle - 180 : angle <= -90 ? angle + 180 : angle]);
  }
  return spots;
}

/** Returns how far two positions lie apart, km, on the plane of the region. */
function distance([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): number {
  return Math.hypot((bx - ax) * KM.lon, (by - ay) * KM.lat);
}

/** Returns the middle of a ring's bounding box, degrees. */
function middle(ring: readonly Position[]): Position {
  const [lons, lats] = [0, 1].map((i) => ring.map((p) => p[i] ?? 0)) as [number[], number[]];
  return [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2];
}

/** Returns a ring's centre of area, degrees (the shoelace formula). */
function centroid(ring: readonly Position[]): Position {
  let [area, x, y] = [0, 0, 0];
  for (const [i, [ax = 0, ay = 0]] of ring.entries()) {
    const [bx = 0, by = 0] = ring[(i + 1) % ring.length] ?? [];
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return [x / (3 * area), y / (3 * area)];
}
