/** One page of each kind, by a name for the command line. */
export const PAGES: Readonly<Record<string, string>> = {
  home: '/',
  map: '/map/',
  timeline: '/timeline/',
  road: '/road/',
  period: '/road/2023-06-15-hakari-clash/',
  event: '/events/2023-04-23-checkpoint/',
  place: '/places/lachin/',
  places: '/places/',
  chapter: '/chapters/the-closure/',
  position: '/positions/checkpoint-lawful/',
  view: '/views/',
  figures: '/figures/',
  glossary: '/glossary/',
  article: '/article/',
  sources: '/sources/',
  booklet: '/booklet/',
  search: '/search/',
  data: '/data/',
  about: '/about/',
  embed: '/embed/events/2023-04-23-checkpoint/',
};

/** The page whose live map is measured, and a link to a view of it. */
export const LIVE_PAGE = 'map';
export const VIEW = '#map=10/39.68/46.6&day=2023-04-23&focus=none&layers=relief,areas,zone,roads,places,events';

/** Returns the path of a page by its name. */
export const pathOf = (name: string): string => PAGES[name] ?? '/';
