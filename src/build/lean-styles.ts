/** Takes out of a page's styles what can never apply to it. */
import { type Selector, transform } from 'lightningcss';

/** Classes that scripts put together from a word of theirs and a word of the data: `kind-closed`, `pattern-closed`. */
const COMPOSED = /^(kind|pattern)-/;
const NAME = /[.#](-?[a-z_][\w-]*)/gi;

/** What a page and the scripts that may change it have words for. */
export interface Words {
  /** Tells whether an element of the page has such a class or id, or may be given it. */
  readonly has: (name: string) => boolean;
}

/** Returns the words of texts: each as it stands, and as the beginning of any name where it ends in a hyphen (`place-${kind}`). */
export function wordsIn(texts: Iterable<string>): Words {
  const words = new Set<string>();
  for (const text of texts) for (const [word] of text.matchAll(/[\w-]+/g)) words.add(word);
  const beginnings = [...words].filter((word) => /\w-$/.test(word));
  return {
    has: (name) => words.has(name) || COMPOSED.test(name) || beginnings.some((beginning) => name.startsWith(beginning)),
  };
}

/**
 * Returns styles without the rules all of whose selectors name a class or an id for which there is no word. What stands in
 * `:not()` is not asked for.
 */
export function leanStyles(css: string, words: readonly Words[]): string {
  const names = [...new Set([...css.matchAll(NAME)].map(([, name = '']) => name))];
  const known = new Set(names.filter((name) => words.some((some) => some.has(name))));
  const applies = (selector: Selector): boolean =>
    selector.every((part) => {
      if (part.type === 'class' || part.type === 'id') return known.has(part.name);
      if (part.type === 'pseudo-class' && (part.kind === 'is' || part.kind === 'where' || part.kind === 'has'))
        return part.selectors.some(applies);
      return true;
    });
  const { code } = transform({
    filename: 'page.css',
    code: Buffer.from(css),
    minify: true,
    visitor: {
      Rule: {
        // Taken out or left alone: lightningcss cannot read again every value that it hands out.
        style: ({ value }) => (value.selectors.some(applies) ? undefined : []),
      },
    },
  });
  return code.toString();
}
