/** One source as a reader sees it, in the list of sources and beside the reading: what it is, and every passage that rests on it. */
import { wordDay } from '../i18n/word-dates.ts';
import { SIDE_WORDS, SOURCE_CLASS_WORDS, SOURCE_TYPE_WORDS, wordCount, wordLanguage } from '../i18n/words.ts';
import { langAttributes } from '../model/languages.ts';
import { escapeMarkup } from '../model/map-drawing.ts';
import { sourceClassOf } from '../model/support.ts';
import type { Mention, Source, Whereabouts, World } from '../model/world.ts';
import { address } from './address.ts';
import { passageHtml } from './inline-html.ts';

/** Returns the page on which something stands: its title, and its path below the site's root. */
export function pageOf(world: World, { kind, id }: Whereabouts): { title: string; path: string } {
  const by = <T extends { readonly id: string }>(list: readonly T[], titleOf: (one: T) => string): string => {
    const found = list.find((one) => one.id === id);
    if (!found) throw new Error(`There is no ${kind} "${id}".`);
    return titleOf(found);
  };
  switch (kind) {
    case 'event':
      return { title: by(world.events, ({ title }) => title), path: `events/${id}/` };
    case 'place':
      return { title: by(world.places, ({ label }) => label.join(' / ')), path: `places/${id}/` };
    case 'chapter':
      return { title: `Chapter: ${by(world.chapters, ({ title }) => title)}`, path: `chapters/${id}/` };
    case 'question':
      return { title: by(world.questions, ({ question }) => question), path: `positions/${id}/` };
    case 'view':
      return { title: `Map: ${by(world.views, ({ title }) => title)}`, path: `views/${id}/` };
    case 'home':
      return { title: 'The explainer', path: '' };
    case 'article':
      return { title: 'The article, claim by claim', path: 'article/' };
    case 'statement':
      return { title: 'The nine points of 10 November 2020', path: 'statement/' };
    case 'figures':
      return { title: 'Numbers and how to read them', path: 'figures/' };
    case 'glossary':
      return { title: 'Terms and names', path: 'glossary/' };
    case 'open-questions':
      return { title: 'Open questions', path: 'open-questions/' };
    case 'road':
      return { title: 'The road, day by day', path: 'road/' };
    case 'about':
      return { title: 'About this explainer', path: 'about/' };
    case 'source':
      return { title: 'Sources', path: 'sources/' };
  }
}

/** Returns the words for what a source is: its kind, language, whose its publisher is, how much of it was read. */
export function sourceFacts({ type, side, lang, seen }: Source): string {
  const [nearness, kind] = [SOURCE_CLASS_WORDS[sourceClassOf(type)], SOURCE_TYPE_WORDS[type]];
  return [
    nearness === kind ? kind : `${nearness}: ${kind.toLowerCase()}`,
    `in ${wordLanguage(lang)}`,
    `publisher is: ${SIDE_WORDS[side]}`,
    `read ${seen === 'full' ? 'in full' : 'in part'}`,
  ].join(' · ');
}

/** Returns all passages that rest on a source, by page. */
function mentionsHtml(world: World, mentions: readonly Mention[]): string {
  const pages = new Map<string, { title: string; mentions: Mention[] }>();
  for (const mention of mentions) {
    const { title, path } = pageOf(world, mention);
    const page = pages.get(path) ?? { title, mentions: [] };
    page.mentions.push(mention);
    pages.set(path, page);
  }
  const items = [...pages].map(([path, { title, mentions }]) => {
    const passages = mentions.map(({ text, anchor }) => {
      const words = text === '' ? 'The whole page' : passageHtml(text);
      return `<li><a href="${address(path)}${anchor ? `#${anchor}` : ''}">${words}</a></li>`;
    });
    return `<li><span>${escapeMarkup(title)}</span><ul>${passages.join('')}</ul></li>`;
  });
  return `<p>${wordCount(mentions.length, 'passage')} on ${wordCount(pages.size, 'page')} ${mentions.length === 1 ? 'rests' : 'rest'} on it:</p><ul>${items.join('')}</ul>`;
}

/** Returns the entry of a source, without its number, as HTML. In the list and in the panel it stands under its number. */
export function sourceEntryHtml(world: World, source: Source): string {
  const { title, url, lang, publisher, date, archived, note } = source;
  const when = date ? wordDay(date) : 'not dated';
  const words = lang === 'en' ? escapeMarkup(title) : `<span ${langAttributes(lang)}>${escapeMarkup(title)}</span>`;
  return [
    `<p class="source-title"><a href="${escapeMarkup(url)}" hreflang="${lang}" rel="external">${words}</a></p>`,
    `<p class="label-text">${escapeMarkup(publisher)} · ${when}${archived ? ` · <a href="${escapeMarkup(archived)}" rel="external">archived copy</a>` : ''}</p>`,
    `<p class="label-text">${escapeMarkup(sourceFacts(source))}</p>`,
    note ? `<p class="label-text">${escapeMarkup(note)}</p>` : '',
    `<div class="label-text cited-by">${mentionsHtml(world, source.citedBy)}</div>`,
  ].join('');
}
