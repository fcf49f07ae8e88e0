/** Every form of every place's name, for the place finder. */
import type { APIRoute } from 'astro';
import { getSite } from '../../build/get-world.ts';
import { findableOf } from '../../model/findable.ts';

export const GET: APIRoute = () => Response.json(findableOf(getSite().world.places));
