/** Draws a still map from a view alone: the site's world, its relief and its words are the same for every one. */
import { describe } from '../model/describe.ts';
import { snapshotAt } from '../model/snapshot.ts';
import type { View } from '../share/view.ts';
import { getSite } from './get-world.ts';
import { cutRelief } from './relief.ts';
import { type StaticMap, staticMap } from './static-map.ts';

/** Returns the still map of a view as an SVG element, described in words. `id` tells it from others on its page. */
export async function drawStill(
  view: View,
  size: Pick<StaticMap, 'width' | 'height' | 'seen' | 'inset'>,
  id: string,
): Promise<string> {
  const { map, topology, names } = getSite();
  const { width, height, seen, inset } = size;
  return staticMap({
    world: map,
    topology,
    names,
    view,
    width,
    height,
    seen,
    inset,
    relief: view.layers.includes('relief') ? await cutRelief(view, width, height) : undefined,
    title: `Map. ${describe(snapshotAt(map, view.day))}`,
    id,
  });
}
