/** The rows of the legend, for the panel beside the reading. */
import type { APIRoute } from 'astro';
import { legendHtml } from '../../../build/legend-rows.ts';

export const GET: APIRoute = () => new Response(JSON.stringify({ html: legendHtml() }));
