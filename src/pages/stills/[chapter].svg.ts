/** The still maps of each chapter as pictures of their own, for wide and for narrow screens, so that they load only when they come near. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { drawStill } from '../../build/draw-still.ts';
import { getSite } from '../../build/get-world.ts';
import { STILLS } from '../../build/static-map.ts';
import { styledSvg } from '../../build/styled-svg.ts';
import { chapterView } from '../../model/views.ts';
import type { Chapter } from '../../model/world.ts';

export const getStaticPaths = (() =>
  getSite().world.chapters.flatMap((chapter) => [
    { params: { chapter: chapter.id }, props: { chapter, size: STILLS.wide } },
    { params: { chapter: `${chapter.id}-narrow` }, props: { chapter, size: STILLS.narrow } },
  ])) satisfies GetStaticPaths;

export const GET: APIRoute<{ chapter: Chapter; size: (typeof STILLS)['wide' | 'narrow'] }> = async ({ props }) => {
  const svg = await drawStill(chapterView(getSite().map, props.chapter), props.size, 'still');
  return new Response(styledSvg(svg), { headers: { 'content-type': 'image/svg+xml' } });
};
