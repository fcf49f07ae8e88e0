/** Takes out of a page's styles what can never apply to it. */
import { type Selector, transform } from 'lightningcss';
import { lettersOf } from '../model/typefaces.ts';

/** Classes that scripts put together from a word of theirs and a word of the data: `kind-closed`, `pattern-closed`. */
const COMPOSED = /^(kind|pattern)-/;

/** What a page and the scripts that may change it have words for. */
export interface Words {
  /** Tells whether there is such an element, or one with such a class, id or value of a `data-` attribute, or may be. */
  readonly has: (name: string) => boolean;
}

/** Returns the words of pages: the kinds of their elements, their classes and ids, and the values of their `data-` attributes. */
export function pageWords(pages: Iterable<string>): Words {
  const words = new Set<string>();
  for (const html of pages)
    for (const [, element, names = ''] of html.matchAll(/<([a-z][\w-]*)|\s(?:class|id|data-[\w-]+)="([^"]*)"/gi))
      for (const word of element ? [element.toLowerCase()] : names.split(/\s+/)) words.add(word);
  return { has: (name) => words.has(name) || COMPOSED.test(name) };
}

/**
 * Returns the words of scripts and their data: each as it stands, and as the beginning of any name where it ends in a hyphen
 * (`place-${kind}`). A number may always be set, such as the zoom.
 */
export function scriptWords(texts: Iterable<string>): Words {
  const words = new Set<string>();
  for (const text of texts) for (const [word] of text.matchAll(/[\w-]+/g)) words.add(word);
  const beginnings = [...words].filter((word) => /\w-$/.test(word));
  return {
    has: (name) => words.has(name) || /^\d+$/.test(name) || beginnings.some((beginning) => name.startsWith(beginning)),
  };
}

/** A condition with nothing left under it. Layers stay: they give an order. */
const EMPTY = /@(?:container|media|supports)\b[^{};]*\{\}/g;

/** Tells whether a selector names no element, class, id or value of a `data-` attribute for which there is no word. */
function applies(selector: Selector, words: readonly Words[]): boolean {
  const isKnown = (name: string): boolean => words.some((some) => some.has(name));
  return selector.every((part) => {
    if (part.type === 'class' || part.type === 'id') return isKnown(part.name);
    if (part.type === 'type') return isKnown(part.name.toLowerCase());
    if (part.type === 'attribute' && part.name.startsWith('data-') && part.operation?.operator === 'equal')
      return isKnown(part.operation.value);
    if (part.type === 'pseudo-class' && (part.kind === 'is' || part.kind === 'where' || part.kind === 'has'))
      return part.selectors.some((one) => applies(one, words));
    return true;
  });
}

/** How a rule is known again in other styles. */
const keyOf = (selectors: readonly Selector[]): string => JSON.stringify(selectors);

/** Returns the rules of styles, each as `leanStyles` knows it again. */
export function rulesIn(css: string): ReadonlySet<string> {
  const rules = new Set<string>();
  transform({
    filename: 'later.css',
    code: Buffer.from(css),
    visitor: {
      Rule: {
        style: ({ value }) => {
          rules.add(keyOf(value.selectors));
          return undefined;
        },
      },
    },
  });
  return rules;
}

/** Styles that come to a page later, with what a script then puts on it. */
export interface Later {
  /** Their rules, from `rulesIn`. */
  readonly rules: ReadonlySet<string>;
  /** What the page has words for until then. */
  readonly words: readonly Words[];
}

/**
 * Returns styles without the selectors that name an element, a class, an id or the value of a `data-` attribute for which there
 * is no word, and without the rules that have no other; of a rule that comes again later, no word until then. What stands in
 * `:not()` is not asked for.
 */
export function leanStyles(css: string, words: readonly Words[], later?: Later): string {
  /** The words of the rule whose selectors come next. */
  let here = words;
  const { code } = transform({
    filename: 'page.css',
    code: Buffer.from(css),
    minify: true,
    visitor: {
      Rule: {
        // Taken out or left alone: lightningcss cannot read again every value that it hands out.
        style: ({ value }) => {
          here = later?.rules.has(keyOf(value.selectors)) ? later.words : words;
          return value.selectors.some((selector) => applies(selector, here)) ? undefined : [];
        },
      },
      Selector: (selector) => (applies(selector, here) ? undefined : []),
    },
  });
  let lean = code.toString();
  for (let before = ''; before !== lean; ) {
    before = lean;
    lean = before.replace(EMPTY, '');
  }
  return lean;
}

/** A typeface for some letters only. */
const FOR_LETTERS = /@font-face\{[^{}]*unicode-range:([^;}]*)[^{}]*\}/g;

/** Returns styles without the typefaces for letters that do not stand on any of the pages. */
export const withoutUnwritten = (css: string, pages: readonly string[]): string =>
  css.replace(FOR_LETTERS, (rule, range: string) => {
    const letters = lettersOf(range);
    return pages.some((html) => letters.test(html)) ? rule : '';
  });

/** What reads a custom property: `var()` in styles, its bare name in a script. */
const READ = /(?:var\(|["'`])(--[\w-]+)/g;

/** Returns the custom properties that some styles or scripts read. */
export const propertiesIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(READ)].map(([, name = '']) => name));

/** Returns styles without the custom properties that neither they nor what else comes to the page read. */
export function withoutUnread(css: string, elsewhere: ReadonlySet<string> = new Set()): string {
  const here = propertiesIn(css);
  const { code } = transform({
    filename: 'page.css',
    code: Buffer.from(css),
    minify: true,
    visitor: {
      Declaration: {
        // Properties that lightningcss does not know come this way too.
        custom: ({ name }) => (name.startsWith('--') && !here.has(name) && !elsewhere.has(name) ? [] : undefined),
      },
    },
  });
  return code.toString();
}
