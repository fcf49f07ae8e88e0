/** The icons of the installed site. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { APP_ICONS, type AppIcon, drawAppIcon } from '../../build/app-icons.ts';

export const getStaticPaths = (() =>
  APP_ICONS.map((icon) => ({ params: { name: icon.name }, props: { icon } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ icon: AppIcon }> = async ({ props }) =>
  new Response(new Uint8Array(await drawAppIcon(props.icon)), { headers: { 'content-type': 'image/png' } });
