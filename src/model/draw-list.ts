/**
 * What a map draws, in order, and in which classes. Both painters walk this list, so the still map and the live map
 * agree; `styles/map.css` gives the classes their look.
 */
import type { FeatureEntry } from '../schema/content.ts';
import type { Layer } from '../share/view.ts';
import type { FeatureOnDay, Snapshot } from './snapshot.ts';

/** One stroke or fill over some shapes. */
export interface Drawing {
  /** Stays the same from day to day, so that a painter can keep an element. */
  readonly key: string;
  readonly shapes: readonly string[];
  readonly className: string;
  readonly status: string;
  /** Filled with the hatch of approximate areas. */
  readonly isHatched?: boolean;
  readonly isArea: boolean;
}

/** Every kind and how it is drawn, the lowest first. */
const KINDS: Readonly<Record<FeatureEntry['kind'], 'area' | 'road'>> = {
  district: 'area',
  'control-area': 'area',
  'peacekeeper-area': 'area',
  oblast: 'area',
  zone: 'area',
  'other-road': 'road',
  'old-road': 'road',
  'new-road': 'road',
  'shared-road': 'road',
};

/** Statuses that show as a pale core in the line. */
const CORED = ['restricted', 'closed', 'one-way-out'];

/** Returns a snapshot with what those layers hold alone. */
export function shownBy(snapshot: Snapshot, layers: readonly Layer[]): Snapshot {
  const { features, places, events } = snapshot;
  return {
    ...snapshot,
    features: features.filter(({ feature }) => layers.includes(feature.layer)),
    places: layers.includes('places') ? places : [],
    events: layers.includes('events') ? events : [],
  };
}

/** The lines of a road, lowest first. Their classes stand here whole, so that no other that begins so is taken for one of them. */
const ROAD_PARTS = { casing: 'road-casing', line: 'road-line', core: 'road-core' } as const;

/** Returns the drawings of a snapshot, lowest first: areas, then roads on their casing. */
export function drawList(snapshot: Snapshot, layers: readonly Layer[]): Drawing[] {
  const order = Object.keys(KINDS);
  const shown = shownBy(snapshot, layers).features.toSorted(
    (a, b) => order.indexOf(a.feature.kind) - order.indexOf(b.feature.kind),
  );
  const isRoad = ({ feature }: FeatureOnDay): boolean => KINDS[feature.kind] === 'road';
  const drawings: Drawing[] = [];
  for (const { feature, status } of shown.filter((one) => !isRoad(one)))
    drawings.push({
      key: feature.id,
      shapes: feature.shapes,
      className: feature.kind,
      status,
      isHatched: feature.kind === 'peacekeeper-area',
      isArea: true,
    });
  const roads = shown.filter(isRoad);
  for (const [part, className] of Object.entries(ROAD_PARTS))
    for (const { feature, status } of roads) {
      // The pale core marks a road that ordinary traffic could not use; its dashes say how.
      if (part === 'core' && !CORED.includes(status)) continue;
      drawings.push({
        key: `${feature.id}/${part}`,
        shapes: feature.shapes,
        className: `road ${className} ${feature.kind}${feature.schematic ? ' schematic' : ''}`,
        status,
        isArea: false,
      });
    }
  return drawings;
}
