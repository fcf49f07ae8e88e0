/** A page's own words as plain HTML: what the page would be without script, style, picture and control. */

/** Elements that go with all they hold. */
const DROPPED = [
  'button',
  'fieldset',
  'form',
  'label',
  'noscript',
  'picture',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
];

/** Elements that stay; of any other only the content stays. */
const KEPT = new Set(
  (
    'a abbr b bdi bdo blockquote br caption cite code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i ins kbd ' +
    'li main ol p pre q s section small strong sub sup table tbody td tfoot th thead time tr u ul wbr'
  ).split(' '),
);

/** Attributes that stay: what links, languages and tables need. */
const KEPT_ATTRIBUTES = new Set(['href', 'id', 'lang', 'dir', 'colspan', 'rowspan', 'start']);

const DROPPED_WHOLE = new RegExp(`<!--[\\s\\S]*?-->|<(${DROPPED.join('|')})(?=[\\s>/])[\\s\\S]*?</\\1\\s*>`, 'gi');
const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;
const ATTRIBUTE = /([^\s=/]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"']+)/g;
const EMPTY = /<(div|p|li|ul|section|figure|figcaption)(?: [^>]*)?>\s*<\/\1>/g;

/** Returns the first match's group of a page, or nothing. */
const part = (html: string, pattern: RegExp): string => pattern.exec(html)?.[1] ?? '';

/** Returns a tag with the attributes that stay, or nothing for an element that goes. */
function plainTag(slash: string, name: string, attributes: string): string {
  if (!KEPT.has(name)) return '';
  const kept = [...attributes.matchAll(ATTRIBUTE)]
    .filter(([, key = '']) => KEPT_ATTRIBUTES.has(key))
    .map(([all]) => ` ${all}`);
  return `<${slash}${name}${kept.join('')}>`;
}

/** Removes elements that hold nothing, also those that held only such. */
function withoutEmpty(html: string): string {
  const next = html.replace(EMPTY, '');
  return next === html ? html : withoutEmpty(next);
}

/** Returns a whole document around some plain HTML. The empty icon keeps the browser from asking for one. */
function wordsDocument(title: string, body: string): string {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="icon" href="data:,">`;
  return `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
}

/** Returns the words of a page: its main element without script, style, picture, control, class and data. */
export function wordsPage(page: string): string {
  const main = part(page, /(<main[\s>][\s\S]*<\/main>)/i)
    .replace(DROPPED_WHOLE, '')
    .replace(TAG, (_, slash: string, name: string, attributes: string) =>
      plainTag(slash, name.toLowerCase(), attributes),
    )
    .replace(/\s+/g, ' ');
  return wordsDocument(part(page, /<title>([\s\S]*?)<\/title>/i), withoutEmpty(main));
}

/** Returns the least page there is: one short paragraph. */
export const blankPage = (): string => wordsDocument('Blank', '<p>One short paragraph.</p>');
