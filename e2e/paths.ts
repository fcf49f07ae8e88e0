import { PAGES } from '../src/model/pages.ts';

/** Every page that stands for no one thing, and one of each kind that does. */
export const PATHS = [
  '',
  ...PAGES.map((name) => `${name}/`),
  'map/legend/',
  'map/list/',
  'road/2023-06-15-hakari-clash/',
  'events/2022-12-12-road-blocked/',
  'places/hakari-bridge/',
  'positions/checkpoint-lawful/',
  'chapters/september-2023/',
  'views/checkpoint-2023/',
];
