/** Citations of a page, for the share dialog to fill in. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { allCards, type Card } from '../../build/cards.ts';
import { citationTemplates } from '../../build/citations.ts';
import { getSite } from '../../build/get-world.ts';

export const getStaticPaths = (() =>
  allCards(getSite()).map((card) => ({ params: { path: card.path }, props: { card } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: Card }> = ({ props: { card } }) => {
  const { title } = getSite().world.site;
  return Response.json(citationTemplates(card.path.replaceAll('/', '-'), card.citedAs ?? card.title, title));
};
