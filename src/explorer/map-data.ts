/** What the live map is drawn from, asked for over the network. */
import type { MapData } from './live-map.ts';

/** Returns the map's data. Throws where it cannot be had. */
export async function loadMapData(address: string): Promise<MapData> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as MapData;
}
