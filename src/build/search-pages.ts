/** What the search knows of the pages that stand for no one thing, and of the sections of `/about/`: titles, and words to find them by. */
export const SEARCH_PAGES: readonly (readonly [path: string, title: string, text: string])[] = [
  [
    '',
    'The Lachin corridor',
    'The explainer: nine chapters beside a map that follows the reading, with key numbers and pictures of numbers.',
  ],
  [
    'map/',
    'The road on the map',
    'Any day since 1988: which road was in use, what happened and, where drawn, who held what. Find a place, compare two days, ask what is here, share a view, save a picture.',
  ],
  ['map/legend/', 'Legend of the maps', 'What each line, area and symbol on the map says, and how exact it is.'],
  ['map/list/', 'The map as a list', 'What the map shows in words: roads, areas, places and events.'],
  ['timeline/', 'Timeline', 'All events in their phases, on an axis and as a list.'],
  [
    'road/',
    'The road, day by day',
    'Was the road open on a given day? A calendar, the periods of the road, the old road and the new side by side with their heights.',
  ],
  ['places/', 'Places and their names', 'All places with their names in English, Azerbaijani, Armenian and Russian.'],
  ['positions/', 'Disputed questions', 'What each actor answered, and what courts said.'],
  ['views/', 'Maps to share', 'Views of the map with pages of their own: a gallery.'],
  [
    'statement/',
    'The nine points of 10 November 2020',
    'The ceasefire statement, point by point: what was promised, by when, what became of it.',
  ],
  [
    'article/',
    'The article, claim by claim',
    'The news article with which the project began, and what the record says of each claim.',
  ],
  ['figures/', 'Numbers and how to read them', 'Key numbers with the spread between sources, and charts.'],
  ['glossary/', 'Terms and names', 'Words of the sides, who uses them, and the rule for names.'],
  ['open-questions/', 'Open questions', 'What is not known, or on which sources disagree.'],
  [
    'sources/',
    'Sources',
    'The bibliography: every source with kind, language, publisher, and the passages that cite it.',
  ],
  ['corrections/', 'Corrections', 'What was wrong on this site, and since when it is right.'],
  ['booklet/', 'Booklet', 'The explainer on paper: chapters, maps, events and sources to print or keep as PDF.'],
  [
    'data/',
    'Files to take away',
    'Data and downloads: JSON, CSV, GeoJSON, KML, calendar, feeds (RSS), schemas, licences. The whole explainer in one file, to read offline.',
  ],
  ['about/', 'About this explainer', 'Who, why and until when: the site, its method and its limits.'],
  ['about/#method', 'Method', 'How claims, accounts and sources are handled, and what a paragraph marked editors is.'],
  [
    'about/#fairness',
    'Fairness, by count',
    'How evenly sources, quotations and words are spread between the sides. Every quotation.',
  ],
  ['about/#names', 'Names', 'How places are named, in which languages, and what the order of names says.'],
  [
    'about/#dates',
    'Dates',
    'Why the ceasefire statement is dated 10 November 2020 and not the 9th, and dates of which only a month or a year is known.',
  ],
  [
    'about/#map',
    'What the map is worth',
    'Accuracy, approximate lines, where the geography comes from, whose view a line follows, OpenStreetMap.',
  ],
  [
    'about/#links',
    'Links that last',
    'Permalinks, sharing, short links, QR codes, citing, embedding a map on another site.',
  ],
  [
    'about/#privacy',
    'Privacy and licences',
    'No cookies, no other hosts; what is kept for reading offline. Creative Commons CC BY 4.0, MIT, ODbL 1.0, typefaces.',
  ],
];
