/** What the live map is drawn from, asked for over the network. */
import type { MapName, MapTopology } from '../model/map-shapes.ts';
import type { MapWorld } from '../model/world.ts';

/** What `/data/map.json` holds. */
export interface MapData {
  readonly world: MapWorld;
  readonly topology: MapTopology;
  readonly names: readonly MapName[];
}

/** Returns the map's data. Throws where it cannot be had. */
export async function loadMapData(address: string): Promise<MapData> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(address);
  return response.json() as Promise<MapData>;
}
