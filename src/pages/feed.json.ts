/** The events as JSON Feed. */
import type { APIRoute } from 'astro';
import { address } from '../build/address.ts';
import { eventFeed, jsonFeedOf } from '../build/feeds.ts';
import { getSite } from '../build/get-world.ts';

export const GET: APIRoute = ({ site }) => {
  const absolute = (path: string): string => new URL(address(path), site).href;
  return jsonFeedOf(eventFeed(getSite().world, absolute), 'feed.json', absolute);
};
