/** The corrections as JSON Feed. */
import type { APIRoute } from 'astro';
import { address } from '../build/address.ts';
import { correctionFeed, jsonFeedOf } from '../build/feeds.ts';
import { getSite } from '../build/get-world.ts';

export const GET: APIRoute = ({ site }) => {
  const absolute = (path: string): string => new URL(address(path), site).href;
  return jsonFeedOf(correctionFeed(getSite().world, absolute), 'corrections.json', absolute);
};
