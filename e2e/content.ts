/** What the content holds, for tests that count: so a new event, place or chapter is no number to be changed in them. */
import { readWorld } from '../src/build/read-content.ts';

export const { world } = readWorld(process.cwd());
