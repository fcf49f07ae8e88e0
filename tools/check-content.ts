/** Reads all content and lists every problem: what the build does first, without building. */

import { ContentError } from '../src/assembly/problems.ts';
import { readWorld } from '../src/build/read-content.ts';

try {
  const { world } = readWorld(process.cwd());
  const words = world.chapters.reduce((sum, chapter) => sum + chapter.words, 0);
  console.log(
    `content: ${world.events.length} events, ${world.places.length} places, ${world.sources.length} sources, ${world.features.length} map features, ${world.chapters.length} chapters, ${words} words`,
  );
} catch (error) {
  console.error(error instanceof ContentError ? error.message : error);
  process.exitCode = 1;
}
