/** The entry of one source, for the panel beside the reading. */
import type { APIRoute } from 'astro';
import { getSite } from '../../build/get-world.ts';
import { sourceEntryHtml } from '../../build/source-entry.ts';
import type { Source } from '../../model/world.ts';

export const getStaticPaths = () =>
  getSite().world.sources.map((source) => ({ params: { id: source.id }, props: { source } }));

export const GET: APIRoute<{ source: Source }> = ({ props: { source } }) =>
  new Response(JSON.stringify({ html: sourceEntryHtml(getSite().world, source) }));
