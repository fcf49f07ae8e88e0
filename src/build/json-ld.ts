/** What a page is, for search engines and for programs: schema.org as JSON-LD. */
import { sourceOf } from '../model/source-of.ts';
import type { Place, World, WorldEvent } from '../model/world.ts';

const TEXT_LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

type Thing = Readonly<Record<string, unknown>>;

export interface PageFacts {
  /** Absolute. */
  readonly url: string;
  readonly home: string;
  readonly title: string;
  readonly description: string;
  readonly image: { readonly url: string; readonly width: number; readonly height: number };
  /** What the page is about, such as `eventThing` or `placeThing`. */
  readonly about?: Thing | undefined;
  /** Ids of the sources that it rests on. */
  readonly sources?: readonly string[] | undefined;
}

/** Returns an event as schema.org/Event: days as written in the content, the place where the map goes. */
export function eventThing(world: World, event: WorldEvent): Thing {
  const place = world.places.find(({ id }) => id === event.place);
  return {
    '@type': 'Event',
    name: event.title,
    startDate: event.date,
    ...(event.endDate ? { endDate: event.endDate } : {}),
    ...(place ? { location: placeThing(place) } : {}),
  };
}

/** Returns a place as schema.org/Place with every form of its name. */
export function placeThing({ name, otherNames, forms, lat, lon }: Place): Thing {
  return {
    '@type': 'Place',
    name,
    alternateName: [...otherNames.map(({ form }) => form), ...Object.values(forms).flat()],
    geo: { '@type': 'GeoCoordinates', latitude: lat, longitude: lon },
  };
}

/** Returns a page's JSON-LD, safe inside a `script` element. */
export function jsonLd(world: World, { url, home, title, description, image, about, sources }: PageFacts): string {
  const site = { '@type': 'WebSite', '@id': `${home}#site`, name: world.site.title, url: home };
  const editors = { '@type': 'Organization', name: world.site.title, url: home };
  const data = {
    '@context': 'https://schema.org',
    '@type': sources ? 'Article' : 'WebPage',
    '@id': url,
    url,
    // An article's summary and its picture's words stand in the page's head, a long way from here.
    ...(sources ? { headline: title } : { description, name: title }),
    inLanguage: 'en',
    isAccessibleForFree: true,
    license: TEXT_LICENCE,
    isPartOf: site,
    ...(sources ? { author: editors } : {}),
    publisher: editors,
    image: { '@type': 'ImageObject', url: image.url, width: image.width, height: image.height },
    ...(about ? { about } : {}),
    ...(sources?.length ? { citation: sources.map((id) => sourceOf(world, id)?.url).filter(Boolean) } : {}),
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
