/** The styles of the live map, for embeds. */
import type { APIRoute } from 'astro';
import live from '../../styles/live.css?raw';
import map from '../../styles/map.css?raw';

export const GET: APIRoute = () => new Response(map + live, { headers: { 'content-type': 'text/css' } });
