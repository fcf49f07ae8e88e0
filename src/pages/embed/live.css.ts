/** The styles of the live map, for embeds. */
import type { APIRoute } from 'astro';
import { plainColours, withFlatTokens } from '../../build/colours.ts';
import live from '../../styles/live.css?raw';
import map from '../../styles/map.css?raw';
import tokens from '../../styles/tokens.css?raw';

const styles = map + live;

export const GET: APIRoute = () =>
  new Response(plainColours(withFlatTokens(tokens), styles) + styles, { headers: { 'content-type': 'text/css' } });
