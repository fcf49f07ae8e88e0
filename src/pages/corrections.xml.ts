/** The corrections as RSS. */
import type { APIRoute } from 'astro';
import { address } from '../build/address.ts';
import { correctionFeed, rssOf } from '../build/feeds.ts';
import { getSite } from '../build/get-world.ts';

export const GET: APIRoute = ({ site }) => {
  const absolute = (path: string): string => new URL(address(path), site).href;
  return rssOf(correctionFeed(getSite().world, absolute), 'corrections.xml', absolute);
};
