/** Places, roads and areas to take away: GeoJSON, RFC 7946. */
import type { Feature, LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { CREDIT } from '../i18n/words.ts';
import { NAME_TAGS } from '../model/languages.ts';
import { wordsOf } from '../model/prose.ts';
import type { Place, WorldFeature } from '../model/world.ts';
import type { Absolute } from './address.ts';
import type { Site } from './get-world.ts';
import { rewind } from './rewind.ts';

const GEOJSON = { license: 'ODbL-1.0', attribution: CREDIT } as const;
/** Degrees to six places, which is a tenth of a metre. */
const exactly = (position: Position): Position => position.map((value) => Number(value.toFixed(6)));

/** Returns the places, each with all its names. */
export function placeFeatures(places: readonly Place[], absolute: Absolute) {
  return {
    type: 'FeatureCollection',
    ...GEOJSON,
    features: places.map((place) => ({
      type: 'Feature',
      id: place.id,
      properties: {
        name: place.name,
        otherNames: place.otherNames.map(({ form }) => form),
        names: Object.fromEntries(NAME_TAGS.map((tag) => [tag, place.forms[tag] ?? []])),
        kind: place.kind,
        from: place.from ?? null,
        to: place.to ?? null,
        accuracy_m: place.accuracyMetres,
        description: wordsOf(place.description),
        url: absolute(`places/${place.id}/`),
      },
      geometry: { type: 'Point', coordinates: exactly([place.lon, place.lat]) },
    })),
  };
}

/** Returns features of the map with their shapes, and since when each has had which status. */
export function mapFeatures({ geometry }: Site, features: readonly WorldFeature[]) {
  const shapes = new Map<string, Feature>(
    Object.values(geometry).flatMap((file) => file.features.map((shape) => [String(shape.properties?.['id']), shape])),
  );
  return {
    type: 'FeatureCollection',
    ...GEOJSON,
    features: features.map((feature) => {
      const drawn = feature.shapes.flatMap((id) => shapes.get(id)?.geometry ?? []);
      const lines = drawn
        .filter((one): one is LineString | MultiLineString => /Line/.test(one.type))
        .flatMap((one) => (one.type === 'LineString' ? [one.coordinates] : one.coordinates));
      const polygons = drawn
        .filter((one): one is Polygon | MultiPolygon => /Polygon/.test(one.type))
        .flatMap((one) => (one.type === 'Polygon' ? [one.coordinates] : one.coordinates));
      const status = feature.status.map(({ day, is, event }, i) => ({
        is,
        from: day,
        to: feature.status[i + 1]?.day ?? null,
        event: event ?? null,
      }));
      return {
        type: 'Feature',
        id: feature.id,
        properties: {
          name: feature.name,
          kind: feature.kind,
          layer: feature.layer,
          status,
          from: status[0]?.from ?? null,
          to: status.find(({ is }) => is === 'gone')?.from ?? null,
          schematic: feature.schematic,
          accuracy_m: feature.accuracyMetres,
          note: feature.note ? wordsOf(feature.note) : null,
          follows: feature.follows ? wordsOf(feature.follows) : null,
        },
        geometry:
          polygons.length > 0
            ? {
                type: 'MultiPolygon',
                coordinates: polygons.map((rings) => rewind(rings).map((ring) => ring.map(exactly))),
              }
            : { type: 'MultiLineString', coordinates: lines.map((line) => line.map(exactly)) },
      };
    }),
  };
}
