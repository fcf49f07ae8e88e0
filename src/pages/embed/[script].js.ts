/** The scripts of an embed: its own, which is small, and the live map, which comes when the reader asks for it. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { classicScript } from '../../build/classic-script.ts';
import { getSite } from '../../build/get-world.ts';

const SCRIPTS: Readonly<Record<string, () => Promise<string>>> = {
  embed: () => classicScript('embed.ts'),
  live: () => classicScript('embed-live.ts'),
  map: async () => {
    const { map, topology, names } = getSite();
    return `globalThis.mapData=${JSON.stringify({ world: map, topology, names }).replaceAll('<', '\\u003c')}`;
  },
};

export const getStaticPaths = (() =>
  Object.keys(SCRIPTS).map((script) => ({ params: { script } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) =>
  new Response(await SCRIPTS[params['script'] ?? '']?.(), { headers: { 'content-type': 'text/javascript' } });
