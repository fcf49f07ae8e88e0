/** The sources that the explainer rests on, for those who read it away from the site. */
import { chartOf, chartsIn } from '../model/charts.ts';
import type { World } from '../model/world.ts';

/** Returns what the marks of the explainer lead to: the sources of its own words, of its chapters, and of the pictures in them. */
export function explainerSources(world: World): World['sources'] {
  const charts = new Set(
    world.chapters.flatMap(({ body }) => chartsIn(body).map(({ id }) => chartOf(world.charts, id)?.id)),
  );
  return world.sources.filter(({ citedBy }) =>
    citedBy.some(
      ({ kind, anchor }) => kind === 'home' || kind === 'chapter' || (kind === 'figures' && charts.has(anchor)),
    ),
  );
}
