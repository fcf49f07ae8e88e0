/**
 * Still maps as pictures of their own, so that they load only when they come near: of each chapter for wide and for narrow
 * screens, and of each named view as it stands among the others.
 */
import type { APIRoute, GetStaticPaths } from 'astro';
import { drawStill } from '../../build/draw-still.ts';
import { getSite } from '../../build/get-world.ts';
import { STILLS } from '../../build/static-map.ts';
import { styledSvg } from '../../build/styled-svg.ts';
import { chapterView, namedView } from '../../model/views.ts';
import type { View } from '../../share/view.ts';

interface Still {
  readonly view: View;
  readonly size: (typeof STILLS)[keyof typeof STILLS];
}

export const getStaticPaths = (() => {
  const { world, map } = getSite();
  const still = (path: string, view: View, size: Still['size']) => ({ params: { still: path }, props: { view, size } });
  return [
    ...world.chapters.flatMap((chapter) => [
      still(chapter.id, chapterView(map, chapter), STILLS.wide),
      still(`${chapter.id}-narrow`, chapterView(map, chapter), STILLS.narrow),
    ]),
    ...world.views.map((named) => {
      const view = namedView(map, named);
      return still(`views/${named.id}`, { ...view, zoom: view.zoom - 1 }, STILLS.small);
    }),
  ];
}) satisfies GetStaticPaths;

export const GET: APIRoute<Still> = async ({ props: { view, size } }) => {
  const svg = await drawStill(view, size, 'still');
  return new Response(styledSvg(svg), { headers: { 'content-type': 'image/svg+xml' } });
};
