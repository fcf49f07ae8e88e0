/** The terms of the site, and of what others made of it, as one plain text. */
import type { APIRoute } from 'astro';
import { licences } from '../build/licences.ts';

export const GET: APIRoute = () =>
  new Response(licences(), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
