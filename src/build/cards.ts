/**
 * The card of every page that is shared: which view it shows, its title, and the line below it. A page names its card by
 * its path; `pages/cards/` writes the pictures.
 */
import { wordDay, wordSpan } from '../i18n/word-dates.ts';
import { CREDIT, nameOrder, ROAD_WORDS, wordNameLanguages } from '../i18n/words.ts';
import { describe } from '../model/describe.ts';
import { MIN_ZOOM } from '../model/map-limits.ts';
import { firstDayOf } from '../model/partial-dates.ts';
import { corridorBegan, corridorSpans, roadOn } from '../model/road.ts';
import { snapshotAt } from '../model/snapshot.ts';
import { chapterView, eventView, namedView, openingView, periodView, placeView } from '../model/views.ts';
import type { MapWorld, World } from '../model/world.ts';
import type { View } from '../share/view.ts';
import mapStyles from '../styles/map.css?raw';
import tokens from '../styles/tokens.css?raw';
import { address } from './address.ts';
import { CARD, type CardMap, cardPng, cardSvg } from './card.ts';
import { drawStill } from './draw-still.ts';
import { getSite, type Site } from './get-world.ts';
import { legendRows } from './legend-rows.ts';
import { plainSvg } from './plain-svg.ts';

export interface Card {
  /** Below `cards/`, without its ending: `events/<id>`. */
  readonly path: string;
  readonly title: string;
  /** What a citation calls the page, where the title alone would not tell it from others. */
  readonly citedAs?: string;
  readonly line: string;
  readonly view: View;
}

/** Pages that stand for no one thing, and what their cards say. */
const PAGES: Readonly<Record<string, (world: World) => Pick<Card, 'title' | 'line'>>> = {
  home: ({ site }) => ({ title: site.title, line: site.subtitle }),
  map: () => ({
    title: 'The road on the map',
    line: 'Any day: which road was in use, what happened, who held what',
  }),
  'map-legend': () => ({
    title: 'Legend of the maps',
    line: 'What each line, area and symbol says, and how exact it is',
  }),
  'map-list': () => ({ title: 'The map as a list', line: 'Roads, areas, places and events of a day in words' }),
  timeline: ({ events, followedTo }) => ({
    title: 'Timeline',
    line: `${events.length} events from the Soviet years to ${wordDay(followedTo)}, each with its sources`,
  }),
  road: ({ road, followedTo }) => ({
    title: 'The road, day by day',
    line: `Was it open? Every day from ${wordDay(corridorBegan(road) ?? followedTo)} to ${wordDay(followedTo)}`,
  }),
  places: ({ places }) => ({
    title: 'Places and their names',
    line: `${places.length} places in ${wordNameLanguages()}`,
  }),
  article: ({ claims }) => ({
    title: 'The article, claim by claim',
    line: `${claims.claims.length} claims of spring 2023, and what the record says`,
  }),
  booklet: ({ chapters, site }) => ({
    title: `${site.title}: a booklet`,
    line: `${chapters.length} chapters with maps, events and sources, for paper`,
  }),
  figures: ({ figures }) => ({
    title: 'Numbers and how to read them',
    line: `${figures.length} numbers, each with what different sources say`,
  }),
  search: () => ({ title: 'Search', line: 'Every page, and places by any form of their names, in any script' }),
  'open-questions': ({ openQuestions }) => ({
    title: 'Open questions',
    line: `${openQuestions.length} points on which sources disagree, or say nothing`,
  }),
  glossary: ({ glossary }) => ({
    title: 'Terms and names',
    line: `${glossary.length} terms, who uses which, and how places are named`,
  }),
  corrections: () => ({ title: 'Corrections', line: 'What was wrong on this site, and since when it is right' }),
  statement: () => ({
    title: 'The nine points of 10 November 2020',
    line: 'The ceasefire statement, and what became of each point',
  }),
  positions: ({ questions }) => ({
    title: 'Disputed questions',
    line: `${questions.length} questions, and what each actor answered`,
  }),
  views: ({ views }) => ({ title: 'Maps to share', line: `${views.length} views of the road, each with its own page` }),
  data: () => ({ title: 'Files to take away', line: 'Events, places, roads, areas and sources as data, and feeds' }),
  sources: ({ sources }) => ({
    title: 'Sources',
    line: `${sources.length} sources with kind, date, language, whose publisher it is, and what each is cited for`,
  }),
  about: ({ followedTo }) => ({
    title: 'About this explainer',
    line: `Method, names, what the map is worth. Events are followed to ${wordDay(followedTo)}`,
  }),
};

/** The road's status on a day in words; nothing before there was a corridor. */
function roadWords(map: MapWorld, day: string): string {
  const { kind } = roadOn(map.road, day).period;
  return kind === 'before-corridor' ? '' : `The road: ${ROAD_WORDS[kind].label}`;
}

const joined = (...parts: readonly string[]): string => parts.filter(Boolean).join(' · ');

/** Returns every card, in a stable order. */
export function allCards({ world, map }: Pick<Site, 'world' | 'map'>): Card[] {
  const placeName = (id: string): string => world.places.find((place) => place.id === id)?.label.join(' / ') ?? '';
  return [
    ...Object.entries(PAGES).map(([name, words]) => ({
      path: `pages/${name}`,
      ...words(world),
      view: openingView(map),
    })),
    ...world.events.map((event) => ({
      path: `events/${event.id}`,
      title: event.title,
      line: joined(
        wordSpan(event.date, event.endDate),
        placeName(event.place),
        event.date.length === 10 ? roadWords(map, event.date) : '',
      ),
      view: eventView(map, event),
    })),
    ...world.places.map((place) => ({
      path: `places/${place.id}`,
      title: place.label.join(' / '),
      line: joined(...nameOrder().map((lang) => (place.forms[lang] ?? []).join(', '))),
      view: placeView(map, place),
    })),
    ...world.chapters.map((chapter, i) => ({
      path: `chapters/${chapter.id}`,
      title: chapter.title,
      line: `Chapter ${i + 1} of ${world.chapters.length} · ${chapter.summary}`,
      view: chapterView(map, chapter),
    })),
    ...world.questions.map(({ id, question, positions, events }) => {
      const first = world.events.find((event) => event.id === events[0]);
      return {
        path: `positions/${id}`,
        title: question,
        line: `${positions.length} answers: ${positions.map(({ actor }) => actor).join(', ')}`,
        view: { ...openingView(map), day: first ? firstDayOf(first.date) : world.followedTo },
      };
    }),
    ...corridorSpans(world).map((span) => ({
      path: `road/${span.period.id}`,
      title: `The road: ${ROAD_WORDS[span.period.kind].label}`,
      citedAs: `${ROAD_WORDS[span.period.kind].label}: the road, ${wordSpan(span.from, span.to)}`,
      line: joined(
        wordSpan(span.from, span.to),
        span.days === 1 ? '1 day' : `${span.days.toLocaleString('en')} days`,
        `Was the road open? ${ROAD_WORDS[span.period.kind].answer}`,
      ),
      view: periodView(map, span),
    })),
    ...world.views.map((named) => {
      const view = namedView(map, named);
      return {
        path: `views/${named.id}`,
        title: named.title,
        line: joined(wordDay(view.day), roadWords(map, view.day)),
        view,
      };
    }),
  ];
}

let memo: { readonly site: Site; readonly cards: ReadonlyMap<string, Card> } | undefined;

/** Returns the cards of this build by their paths. */
function cardsByPath(): ReadonlyMap<string, Card> {
  const site = getSite();
  if (memo?.site !== site) memo = { site, cards: new Map(allCards(site).map((card) => [card.path, card])) };
  return memo.cards;
}

/** Returns the path of the card of a page, by the page's address below the base; nothing where it has none. */
export function cardOfPage(page: string): string | undefined {
  const path = page.replace(/\/$/, '');
  return [path, `pages/${path.replaceAll('/', '-') || 'home'}`].find((one) => cardsByPath().has(one));
}

/** Returns the card of a page. Throws where there is none: a page that is shared has one. */
export function cardAt(path: string): Card & { readonly alt: string } {
  const card = cardsByPath().get(path);
  if (!card)
    throw new Error(`There is no card "${path}". Add it to PAGES in src/build/cards.ts, with a title and a line.`);
  const sentences = [card.title, card.line, 'Map']
    .filter(Boolean)
    .map((text) => (/[.?!]$/.test(text) ? text : `${text}.`));
  return { ...card, alt: `${sentences.join(' ')} ${describe(snapshotAt(getSite().map, card.view.day))}` };
}

/** Returns the picture of the card of a page: its whole address on a site, its size in pixels, and what it shows in words. */
export function cardImage(
  path: string,
  site: URL | undefined,
): typeof CARD & { readonly url: string; readonly alt: string } {
  return { url: new URL(address(`cards/${path}.png`), site).href, ...CARD, alt: cardAt(path).alt };
}

/** Returns the path of the embed that shows what a card shows; pages that stand for no one thing share one. */
export function embedPath(card: string): string {
  return card.startsWith('pages/') ? 'embed/' : `embed/${card}/`;
}

/** Returns the name of the frame with that embed: what is in it. */
export function embedTitle({ path, title }: Card): string {
  return path.startsWith('pages/') ? cardAt('pages/map').title : title;
}

/** Tells the map of a card from others; its hatch is named after it. */
const ID = 'card';
const HATCH = `${ID}-hatch`;
/** The areas that a card explains, in the order of the legend. */
const KEY: Readonly<Record<string, string>> = {
  'control-area': 'Held by Armenian forces',
  'peacekeeper-area': 'Russian peacekeepers',
  zone: 'Corridor',
};

/** Returns a drawn map as a picture, and the key to its areas with their samples as in the legend. */
async function withKey(drawn: string): Promise<CardMap> {
  const styles = tokens + mapStyles;
  const rows = Object.values(legendRows()).flat();
  const kinds = Object.entries(KEY).filter(([kind]) => drawn.includes(`class="${kind}"`));
  const key = kinds.map(async ([kind, text]) => {
    const sample = rows.find(({ shows }) => shows === kind)?.sample ?? '';
    const filled = sample.replace(/url\(#[\w-]+\)/, `url(#${HATCH})`);
    return {
      sample: await plainSvg(`<svg width="34" height="20"><g class="map-svg">${filled}</g></svg>`, styles),
      text,
    };
  });
  return { picture: await plainSvg(drawn, styles), key: await Promise.all(key) };
}

/** Returns the picture of a card as PNG. */
export async function drawCard({ title, line, view }: Card): Promise<Buffer> {
  // A card is a low strip: the view is drawn a little smaller, so that as much of it is in sight as on a page. The relief
  // would double the bytes and say little at this size.
  const shown = {
    ...view,
    zoom: Math.max(MIN_ZOOM, view.zoom - 0.4),
    layers: view.layers.filter((layer) => layer !== 'relief'),
  };
  const day = wordDay(view.day);
  return cardPng(
    await cardSvg({
      map: async (size) => withKey(await drawStill(shown, size, ID)),
      day,
      title,
      // The day stands on the map already.
      line: joined(...line.split(' · ').filter((part) => part !== day)),
      site: getSite().world.site.title,
      credit: CREDIT,
    }),
  );
}
