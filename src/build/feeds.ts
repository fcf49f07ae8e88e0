/** The feeds: events, the latest first, and corrections. Each as RSS 2.0 (rssboard.org) and as JSON Feed 1.1 (jsonfeed.org). */
import rss from '@astrojs/rss';
import { wordSpan } from '../i18n/word-dates.ts';
import type { Day } from '../model/dates.ts';
import { firstDayOf } from '../model/partial-dates.ts';
import { bodyWords } from '../model/prose.ts';
import type { World } from '../model/world.ts';
import type { Absolute } from './address.ts';
import { correctionsOf } from './corrections.ts';

export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly items: readonly FeedItem[];
}

interface FeedItem {
  /** Changes only where the event is renamed. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly day: Day;
  readonly text: string;
}

/** Returns the feed of all events, by the day on which they happened. */
export function eventFeed({ site, events }: World, absolute: Absolute): Feed {
  return {
    title: site.title,
    description: `${site.subtitle}: events, the latest first`,
    items: events.toReversed().map(({ id, title, date, endDate, body }) => ({
      id: absolute(`events/${id}/`),
      url: absolute(`events/${id}/`),
      title,
      day: firstDayOf(date),
      text: `${wordSpan(date, endDate)}. ${bodyWords(body)}`,
    })),
  };
}

/** Returns the feed of all corrections, the latest first. */
export function correctionFeed(world: World, absolute: Absolute): Feed {
  return {
    title: `${world.site.title}: corrections`,
    description: 'What was wrong on this site, and since when it is right',
    items: correctionsOf(world).map(({ path, title, on, what }) => ({
      id: absolute(path),
      url: absolute(path),
      title: `Corrected: ${title}`,
      day: on,
      text: what,
    })),
  };
}

/** Returns a feed as RSS. */
export function rssOf(feed: Feed, path: string, absolute: Absolute): Promise<Response> {
  return rss({
    title: feed.title,
    description: feed.description,
    site: absolute(''),
    trailingSlash: true,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>en</language><atom:link href="${absolute(path)}" rel="self" type="application/rss+xml"/>`,
    items: feed.items.map(({ url, title, day, text }) => ({
      link: url,
      title,
      pubDate: new Date(`${day}T00:00:00Z`),
      description: text,
    })),
  });
}

/** Returns a feed as JSON Feed. */
export function jsonFeedOf(feed: Feed, path: string, absolute: Absolute): Response {
  return new Response(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: feed.title,
      description: feed.description,
      home_page_url: absolute(''),
      feed_url: absolute(path),
      language: 'en',
      items: feed.items.map(({ id, url, title, day, text }) => ({
        id,
        url,
        title,
        content_text: text,
        date_published: `${day}T00:00:00Z`,
      })),
    }),
    { headers: { 'content-type': 'application/feed+json' } },
  );
}
