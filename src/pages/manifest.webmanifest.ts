/** What a system needs to know to install the site as an app. */
import type { APIRoute } from 'astro';
import { address } from '../build/address.ts';
import { APP_ICONS, PAPER_LIGHT } from '../build/app-icons.ts';
import { getSite } from '../build/get-world.ts';

export const GET: APIRoute = () => {
  const { site } = getSite().world;
  const manifest = {
    id: address(''),
    name: `${site.title}: ${site.subtitle}`,
    short_name: 'Lachin corridor',
    description:
      'What happened on the Lachin corridor, where, and who says so: a text with its sources, a map for any day, a timeline.',
    lang: 'en',
    dir: 'ltr',
    start_url: address(''),
    scope: address(''),
    display: 'minimal-ui',
    theme_color: PAPER_LIGHT,
    background_color: PAPER_LIGHT,
    categories: ['education'],
    icons: APP_ICONS.map(({ name, size, purpose }) => ({
      src: address(`icons/${name}.png`),
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose,
    })),
  };
  return new Response(JSON.stringify(manifest), { headers: { 'content-type': 'application/manifest+json' } });
};
