/** The routes of the road to take away: for navigation devices (GPX 1.1) and for globes (KML 2.2). */
import { CREDIT, wordLength } from '../i18n/words.ts';
import { escapeMarkup } from '../model/map-drawing.ts';
import type { Absolute } from './address.ts';
import type { Site } from './get-world.ts';

/** How far a route's line may be off, from the features that it runs along. */
function accuracyOf({ world }: Site, legs: readonly string[]): string {
  const along = world.features.filter(
    ({ layer, shapes }) => layer === 'roads' && shapes.some((id) => legs.includes(id)),
  );
  return wordLength(Math.max(...along.map(({ accuracyMetres }) => accuracyMetres)));
}

/** Returns the routes as GPX 1.1 tracks, with their days and with heights where there are any, and their waypoints. */
export function gpx(site: Site, absolute: Absolute): string {
  const places = [...new Set(site.courses.flatMap(({ waypoints }) => waypoints.map(({ place }) => place)))];
  const points = places.map(
    (place) =>
      `<wpt lat="${place.lat}" lon="${place.lon}"><name>${escapeMarkup(place.label.join(' / '))}</name><link href="${absolute(`places/${place.id}/`)}"/></wpt>`,
  );
  const height = (profile: readonly (readonly [number, number])[] | undefined, km: number): string => {
    if (!profile) return '';
    const near = profile.reduce((best, one) => (Math.abs(one[0] - km) < Math.abs(best[0] - km) ? one : best));
    return `<ele>${Math.round(near[1])}</ele>`;
  };
  const tracks = site.courses.map(
    ({ route, last, course, heights }) =>
      `<trk><name>${escapeMarkup(route.name)}</name><desc>From ${route.from} ${last ? `to ${last}` : 'on'}. The line may be ${accuracyOf(site, route.legs)} off; heights are indicative.</desc><trkseg>${course.points
        .map(
          ({ km, lon, lat }) =>
            `<trkpt lat="${lat.toFixed(6)}" lon="${lon.toFixed(6)}">${height(heights?.profile, km)}</trkpt>`,
        )
        .join('\n')}</trkseg></trk>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="${escapeMarkup(site.world.site.title)}" xmlns="http://www.topografix.com/GPX/1/1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.topografix.com/GPX/1/1 http://www.topografix.com/GPX/1/1/gpx.xsd">
<metadata><name>${escapeMarkup(site.world.site.title)}: roads</name><desc>${escapeMarkup(CREDIT)}</desc><copyright author="${escapeMarkup(site.world.site.title)}"><license>https://opendatacommons.org/licenses/odbl/1-0/</license></copyright><link href="${absolute('road/')}"/></metadata>
${points.join('\n')}
${tracks.join('\n')}
</gpx>
`;
}

/** Returns the routes as KML 2.2, with the days between which each was in use. */
export function kml(site: Site, absolute: Absolute): string {
  const roads = site.courses.map(({ route, last, course }) => {
    const end = last ? `<end>${last}</end>` : '';
    return `<Placemark id="${route.id}"><name>${escapeMarkup(route.name)}</name><description>The line may be ${accuracyOf(site, route.legs)} off. ${escapeMarkup(CREDIT)}</description><TimeSpan><begin>${route.from}</begin>${end}</TimeSpan><styleUrl>#road</styleUrl><LineString><tessellate>1</tessellate><coordinates>${course.points
      .map(({ lon, lat }) => `${lon.toFixed(6)},${lat.toFixed(6)}`)
      .join(' ')}</coordinates></LineString></Placemark>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:atom="http://www.w3.org/2005/Atom"><Document>
<name>${escapeMarkup(site.world.site.title)}: roads</name><atom:link href="${absolute('road/')}"/>
<description>Open Database License 1.0. ${escapeMarkup(CREDIT)}</description>
<Style id="road"><LineStyle><color>ff632e7a</color><width>4</width></LineStyle></Style>
${roads.join('\n')}
</Document></kml>
`;
}
