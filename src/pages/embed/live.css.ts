/** The styles of the live map, for embeds. */
import type { APIRoute } from 'astro';
import live from '../../styles/live.css?raw';
import map from '../../styles/map.css?raw';

const styles = live.replace('@import "./map.css";', () => map);

export const GET: APIRoute = () => new Response(styles, { headers: { 'content-type': 'text/css' } });
