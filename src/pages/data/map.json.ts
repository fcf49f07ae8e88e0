/** What the live map is drawn from. */
import type { APIRoute } from 'astro';
import { getSite } from '../../build/get-world.ts';

export const GET: APIRoute = () => {
  const { map, topology, names } = getSite();
  return Response.json({ world: map, topology, names });
};
