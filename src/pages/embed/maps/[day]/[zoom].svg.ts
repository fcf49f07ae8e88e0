/** The still maps that an embed shows parts of: one for each day on which the map changes, at each of a few zooms. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { drawStill } from '../../../../build/draw-still.ts';
import { getSite } from '../../../../build/get-world.ts';
import { styledSvg } from '../../../../build/styled-svg.ts';
import { drawnDays } from '../../../../model/drawn-days.ts';
import { openingView } from '../../../../model/views.ts';
import { CENTER, PICTURES, type Picture } from '../../../../share/embed-picture.ts';

export const getStaticPaths = (() =>
  drawnDays(getSite().map).flatMap((day) =>
    PICTURES.map((picture) => ({ params: { day, zoom: String(picture.zoom) }, props: { day, picture } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ day: string; picture: Picture }> = async ({ props: { day, picture } }) => {
  const opening = openingView(getSite().map);
  // The relief would double the bytes that come before the reader asks for anything.
  const layers = opening.layers.filter((layer) => layer !== 'relief');
  const view = { ...opening, ...CENTER, zoom: picture.zoom, day, layers };
  return new Response(styledSvg(await drawStill(view, picture, 'embed')), {
    headers: { 'content-type': 'image/svg+xml' },
  });
};
