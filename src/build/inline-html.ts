/** Short texts out of YAML, with the same marks as prose, as HTML. */
import { WEAK } from '../i18n/words.ts';
import { restsOnReferences } from '../model/fairness.ts';
import { langAttributes, type NameTag } from '../model/languages.ts';
import { escapeMarkup } from '../model/map-drawing.ts';
import { CITATION, citationIds, EDITORS } from '../model/prose.ts';
import { sourceOf } from '../model/source-of.ts';
import type { Place, World } from '../model/world.ts';
import { address } from './address.ts';

/** A foreign form, its markup escaped. */
const LANGUAGE = /&#60;i lang=&#34;([a-zA-Z-]+)&#34;&#62;(.*?)&#60;\/i&#62;/g;

const languageHtml = (_: string, lang: string, words: string): string => `<i ${langAttributes(lang)}>${words}</i>`;

/** Returns the numbered links to some sources, as a superscript. */
export function citationHtml(world: World, ids: readonly string[]): string {
  const links = ids.map((id) => {
    if (id === EDITORS) return `<a href="${address('about/#method')}">editors</a>`;
    const source = sourceOf(world, id);
    return `<a href="${address(`sources/#${source?.id ?? id}`)}">${source?.number ?? '?'}</a>`;
  });
  if (restsOnReferences(world, ids)) links.push(`<span class="weak">${WEAK}</span>`);
  return `\u2060<sup class="cite">${links.join(' ')}</sup>`;
}

/** Returns a text as HTML: marks become links, `<i lang>` stays, everything else is escaped. */
export function inlineHtml(world: World, text: string): string {
  let html = '';
  let at = 0;
  for (const match of text.matchAll(CITATION)) {
    html += `${plainHtml(world, text.slice(at, match.index).replace(/\s+$/, ''))}${citationHtml(world, citationIds(match[1] ?? ''))}`;
    at = match.index + match[0].length;
  }
  return html + plainHtml(world, text.slice(at));
}

function plainHtml(world: World, text: string): string {
  return escapeMarkup(text)
    .replace(LANGUAGE, languageHtml)
    .replace(
      /\[([^\]]*)\]\((event|place|page):([a-z0-9-]+)\)/g,
      (_, label: string, kind: string, id: string) =>
        `<a href="${address(kind === 'page' ? `${id}/` : `${kind}s/${world.formerIds[id] ?? id}/`)}">${label}</a>`,
    );
}

/** Returns the words of a passage as HTML: links and emphasis go, `<i lang>` stays. */
export function passageHtml(text: string): string {
  return escapeMarkup(text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]/g, '')).replace(
    LANGUAGE,
    languageHtml,
  );
}

/** Returns a place's forms in some languages as HTML, each with its language, at most so many of each. */
export function formsHtml(place: Place, languages: readonly NameTag[], most = 9, between = ', '): string {
  return languages
    .flatMap((lang) => {
      const forms = (place.forms[lang] ?? []).slice(0, most);
      return forms.length > 0 ? [forms.map((form) => languageHtml('', lang, escapeMarkup(form))).join(', ')] : [];
    })
    .join(between);
}
