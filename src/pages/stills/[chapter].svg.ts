/** The still map of each chapter as a picture of its own, so that it loads only when it comes near. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { drawStill } from '../../build/draw-still.ts';
import { getSite } from '../../build/get-world.ts';
import { STILL } from '../../build/static-map.ts';
import { styledSvg } from '../../build/styled-svg.ts';
import { chapterView } from '../../model/views.ts';
import type { Chapter } from '../../model/world.ts';

export const getStaticPaths = (() =>
  getSite().world.chapters.map((chapter) => ({
    params: { chapter: chapter.id },
    props: { chapter },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ chapter: Chapter }> = async ({ props }) => {
  const svg = await drawStill(chapterView(getSite().map, props.chapter), STILL, 'still');
  return new Response(styledSvg(svg), { headers: { 'content-type': 'image/svg+xml' } });
};
