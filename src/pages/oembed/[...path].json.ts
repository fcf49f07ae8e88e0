/** What other sites ask for when an address of ours is pasted there: oEmbed 1.0 (oembed.com), a document for each page. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { address } from '../../build/address.ts';
import { CARD } from '../../build/card.ts';
import { allCards, type Card, embedPath, embedTitle } from '../../build/cards.ts';
import { getSite } from '../../build/get-world.ts';
import { EMBED_SIZE, embedCode } from '../../share/embed-code.ts';

export const getStaticPaths = (() =>
  allCards(getSite()).map((card) => ({ params: { path: card.path }, props: { card } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: Card }> = ({ props: { card }, site }) => {
  const absolute = (path: string): string => new URL(address(path), site).href;
  return Response.json({
    type: 'rich',
    version: '1.0',
    title: card.title,
    provider_name: getSite().world.site.title,
    provider_url: absolute(''),
    cache_age: 86_400,
    thumbnail_url: absolute(`cards/${card.path}.png`),
    thumbnail_width: CARD.width,
    thumbnail_height: CARD.height,
    html: embedCode(absolute(embedPath(card.path)), embedTitle(card)),
    ...EMBED_SIZE,
  });
};
