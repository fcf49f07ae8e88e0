/** The same spot on other maps, as their own links write it. `readPosition` reads each of them back. */
import type { View } from './view.ts';

export interface Elsewhere {
  readonly name: string;
  readonly href: string;
}

/**
 * Returns links to a view's centre on other maps, latitude first. Formats: OpenStreetMap's permalink, Google's Maps URLs
 * (`api=1`), Apple's Map Links, RFC 5870 `geo:` with the zoom as Android reads it. Their zooms are whole numbers.
 */
export function elsewhere({ lat, lon, zoom }: Pick<View, 'lat' | 'lon' | 'zoom'>): Elsewhere[] {
  const z = Math.round(zoom);
  const spot = `${lat},${lon}`;
  return [
    { name: 'OpenStreetMap', href: `https://www.openstreetmap.org/#map=${z}/${lat}/${lon}` },
    { name: 'Google Maps', href: `https://www.google.com/maps/@?api=1&map_action=map&center=${spot}&zoom=${z}` },
    { name: 'Apple Maps', href: `https://maps.apple.com/?ll=${spot}&z=${z}` },
    { name: 'Map app', href: `geo:${spot}?z=${z}` },
  ];
}
