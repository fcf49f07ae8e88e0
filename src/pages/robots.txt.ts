/** Lets every crawler in, and says where the list of pages is. */
import type { APIRoute } from 'astro';
import { address } from '../build/address.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL(address('sitemap-index.xml'), site)}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
