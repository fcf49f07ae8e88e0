/** The picture that a shared link shows before it is opened. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { allCards, type Card, drawCard } from '../../build/cards.ts';
import { getSite } from '../../build/get-world.ts';

export const getStaticPaths = (() =>
  allCards(getSite()).map((card) => ({ params: { path: card.path }, props: { card } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
  new Response(new Uint8Array(await drawCard(props.card)), { headers: { 'content-type': 'image/png' } });
