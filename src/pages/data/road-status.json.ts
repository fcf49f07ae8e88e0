/** The periods of the road as data: status, first and last day, the event that began it, sources. */
import type { APIRoute } from 'astro';
import { address } from '../../build/address.ts';
import { getSite } from '../../build/get-world.ts';
import { ROAD_WORDS } from '../../i18n/words.ts';
import { wordsOf } from '../../model/prose.ts';
import { spansBetween } from '../../model/road.ts';

export const GET: APIRoute = ({ site }) => {
  const { world } = getSite();
  return Response.json(
    spansBetween(world.road.periods, world.firstDay, world.followedTo).map(({ period, from, to, days }) => ({
      id: period.id,
      status: period.kind,
      label: ROAD_WORDS[period.kind].label,
      from,
      to,
      days,
      event: period.event,
      passes: wordsOf(period.passes),
      sources: period.sources,
      url:
        period.kind === 'before-corridor'
          ? new URL(address('road/'), site).href
          : new URL(address(`road/${period.id}/`), site).href,
    })),
  );
};
