/** All events as data: the fields that others build on. */
import type { APIRoute } from 'astro';
import { address } from '../../build/address.ts';
import { getSite } from '../../build/get-world.ts';
import { precisionOf } from '../../model/dates.ts';

export const GET: APIRoute = ({ site }) => {
  const { world } = getSite();
  return Response.json(
    world.events.map(({ id, title, date, endDate, phase, kind, lat, lon, sources }) => ({
      id,
      title,
      date,
      precision: precisionOf(date),
      endDate,
      phase,
      kind,
      url: new URL(address(`events/${id}/`), site).href,
      lat,
      lon,
      sources,
    })),
  );
};
