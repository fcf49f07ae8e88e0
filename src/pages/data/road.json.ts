/** The course of each route with heights, for the profile's cursor and the drive. */
import type { APIRoute } from 'astro';
import { getSite } from '../../build/get-world.ts';

const to = (decimals: number, value: number): number => Number(value.toFixed(decimals));

export const GET: APIRoute = () => {
  const { courses } = getSite();
  return Response.json({
    routes: courses.flatMap(({ route, course, heights, waypoints }) =>
      heights
        ? [
            {
              id: route.id,
              length: to(1, course.length),
              /** Corners of the line: kilometre, longitude, latitude. */
              points: course.points.map(({ km, lon, lat }) => [to(2, km), to(4, lon), to(4, lat)]),
              profile: heights.profile,
              waypoints: waypoints.map(({ place, km }) => ({ name: place.label.join(' / '), km: to(1, km) })),
            },
          ]
        : [],
    ),
  });
};
