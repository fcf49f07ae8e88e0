/** What the search is made from, in the reader's browser. */
import type { APIRoute } from 'astro';
import { getSite } from '../build/get-world.ts';
import { searchDocuments } from '../build/search-documents.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(searchDocuments(getSite().world)));
