/** The icon beside a page's title. It is no part of the page: browsers ask for it when all else is there. */
import type { APIRoute } from 'astro';
import icon from '../../assets/icon.svg?raw';

export const GET: APIRoute = () => new Response(icon, { headers: { 'content-type': 'image/svg+xml' } });
