/**
 * What the live map is drawn from, in an embed: as a script. A frame that is closed in by `sandbox` has no origin, so it may
 * not fetch data, but it may run scripts.
 */
import type { MapData } from './map-data.ts';
import { wakeScript } from './wake-script.ts';

/** Returns the map's data. Throws where it cannot be had. */
export function loadMapData(address: string): Promise<MapData> {
  const held = globalThis as { mapData?: MapData };
  return new Promise((resolve, reject) => {
    const script = wakeScript(address);
    const done = (): void => {
      script.remove();
      if (held.mapData) resolve(held.mapData);
      else reject(new Error(`${address} did not load`));
    };
    script.addEventListener('load', done);
    script.addEventListener('error', done);
  });
}
