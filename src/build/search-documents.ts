/** What the search knows: every page and every entry of a page, with the names of its places in all scripts. */

import type { SearchDocument } from '../explorer/search-index.ts';
import { wordDay, wordSpan } from '../i18n/word-dates.ts';
import { ROAD_WORDS } from '../i18n/words.ts';
import { bodyWords, linksIn, withoutComments, wordsOf } from '../model/prose.ts';
import { corridorSpans } from '../model/road.ts';
import type { World } from '../model/world.ts';
import { SEARCH_PAGES } from './search-pages.ts';

/** Returns all documents, in the order in which equal matches are shown. */
export function searchDocuments(world: World): SearchDocument[] {
  const namesOf = (ids: Iterable<string>): string =>
    [...new Set(ids)]
      .flatMap((id) => {
        const place = world.places.find((one) => one.id === (world.formerIds[id] ?? id));
        return place
          ? [place.name, ...place.otherNames.map(({ form }) => form), ...Object.values(place.forms).flat()]
          : [];
      })
      .join(' ');
  const placesIn = (text: string): string[] =>
    linksIn(withoutComments(text)).flatMap(({ kind, id }) => (kind === 'place' ? [id] : []));
  const documents: Omit<SearchDocument, 'id'>[] = [
    ...world.places.map(({ id, label, description }) => ({
      kind: 'Place',
      title: label.join(' / '),
      path: `places/${id}/`,
      text: wordsOf(description),
      names: namesOf([id]),
    })),
    ...world.chapters.map(({ id, title, summary, body }) => ({
      kind: 'Chapter',
      title,
      path: `chapters/${id}/`,
      text: `${summary} ${bodyWords(body)}`,
      names: namesOf(placesIn(body)),
    })),
    ...world.events.map((event) => ({
      kind: 'Event',
      title: event.title,
      path: `events/${event.id}/`,
      date: wordSpan(event.date, event.endDate),
      text: [bodyWords(event.body), ...event.accounts.map(({ says }) => wordsOf(says))].join(' '),
      names: namesOf([...event.places, ...placesIn(event.body)]),
    })),
    ...world.questions.map(({ id, question, background, positions, courts }) => ({
      kind: 'Disputed question',
      title: question,
      path: `positions/${id}/`,
      text: [
        wordsOf(background),
        ...positions.map(({ actor, says }) => `${actor}: ${wordsOf(says)}`),
        wordsOf(courts),
      ].join(' '),
      names: '',
    })),
    ...corridorSpans(world).map(({ period, from, to }) => ({
      kind: 'The road',
      title: ROAD_WORDS[period.kind].label,
      path: `road/${period.id}/`,
      date: wordSpan(from, to),
      text: `${ROAD_WORDS[period.kind].answer} ${wordsOf(period.passes)}`,
      names: namesOf(placesIn(period.passes)),
    })),
    ...world.statement.points.map(({ heading, promise, due, became, record, quotation }, i) => ({
      kind: 'The statement',
      title: `Point ${i + 1}: ${heading}`,
      path: `statement/#point-${i + 1}`,
      text: `${wordsOf(promise)} ${wordsOf(due)}. ${became}. ${wordsOf(record)}${quotation ? ` “${quotation.text}”: ${quotation.who}` : ''}`,
      names: namesOf(placesIn(`${promise} ${record}`)),
    })),
    ...world.figures.map(({ id, label, value, readings, how }) => ({
      kind: 'Number',
      title: `${label}: ${value}`,
      path: `figures/#${id}`,
      text: [how, ...readings.map(({ reading, who }) => `${wordsOf(reading)}: ${who}.`)].join(' '),
      names: '',
    })),
    ...world.charts.map(({ id, title, gist, rows }) => ({
      kind: 'Numbers',
      title,
      path: `figures/#${id}`,
      text: [gist, ...rows.map(({ reads, who }) => `${reads}: ${who}`)].join(' '),
      names: '',
    })),
    ...world.glossary.map(({ id, term, definition, usedBy }) => ({
      kind: 'Term',
      title: term,
      path: `glossary/#${id}`,
      text: `${wordsOf(definition)} ${wordsOf(usedBy ?? '')}`,
      names: '',
    })),
    ...world.openQuestions.map(({ id, question, state }) => ({
      kind: 'Open question',
      title: question,
      path: `open-questions/#${id}`,
      text: wordsOf(state),
      names: '',
    })),
    ...world.claims.claims.map(({ claim, record }, i) => ({
      kind: 'The article',
      title: claim,
      path: `article/#claim-${i + 1}`,
      text: wordsOf(record),
      names: '',
    })),
    ...world.claims.quotations.map(({ call, on, article, official, difference }, i) => ({
      kind: 'The article',
      title: `${call}: the official wording`,
      path: `article/#quotation-${i + 1}`,
      date: wordDay(on),
      text: `“${official}” ${article ? `In the article: “${article}” ` : ''}${difference}`,
      names: '',
    })),
    ...world.claims.leftOut.map(({ what, why }, i) => ({
      kind: 'Left out of the article',
      title: wordsOf(what),
      path: `article/#left-out-${i + 1}`,
      text: wordsOf(why),
      names: namesOf(placesIn(`${what} ${why}`)),
    })),
    ...world.views.map(({ id, title, description }) => ({
      kind: 'Map',
      title,
      path: `views/${id}/`,
      text: wordsOf(description),
      names: '',
    })),
    ...SEARCH_PAGES.map(([path, title, text]) => ({ kind: 'Page', title, path, text, names: '' })),
    ...world.sources.map(({ id, title, publisher, note, lang }) => ({
      kind: 'Source',
      title,
      ...(lang === 'en' ? {} : { lang }),
      path: `sources/#${id}`,
      text: `${publisher}. ${note ?? ''}`,
      names: '',
    })),
  ];
  return documents.map((document, id) => ({ id, ...document }));
}
