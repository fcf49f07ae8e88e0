/** Words of other languages in a text of ours: they stand in `<i lang>`, with a tag that exists and in its letters. */

/** Letters that are told apart, by the name that Unicode has for them, and the tag that is most likely meant. */
const LETTERS = [
  { code: 'Latn', name: 'Latin', tag: 'en', letter: /\p{Script=Latin}/u },
  { code: 'Armn', name: 'Armenian', tag: 'hy', letter: /\p{Script=Armenian}/u },
  { code: 'Cyrl', name: 'Cyrillic', tag: 'ru', letter: /\p{Script=Cyrillic}/u },
  { code: 'Geor', name: 'Georgian', tag: 'ka', letter: /\p{Script=Georgian}/u },
  { code: 'Grek', name: 'Greek', tag: 'el', letter: /\p{Script=Greek}/u },
  { code: 'Arab', name: 'Arabic', tag: 'fa', letter: /\p{Script=Arabic}/u },
] as const;

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** Returns the usual tag of a language that has a name or letters of its own, or nothing for a text that is no tag. */
function usualTag(tag: string): string | undefined {
  if (!/^[a-z]{2,3}(?:-[A-Za-z]+)*$/.test(tag)) return undefined;
  try {
    const usual = new Intl.Locale(tag);
    return (languages.of(tag) ?? usual.maximize().script) ? usual.toString() : undefined;
  } catch {
    return undefined;
  }
}

/** Tells whether a text is the tag of a language, in its usual form, such as `hy` or `az-Cyrl`. */
export function isLanguage(tag: string): boolean {
  return usualTag(tag) === tag;
}

/** Says what is wrong with a tag that is none. */
export function badTag(tag: string): string {
  const usual = usualTag(tag);
  return `${JSON.stringify(tag)} is no tag of a language. ${usual ? `Did you mean ${usual}?` : 'Write one such as en, hy, az, ru'}`;
}

/** Returns what is wrong where some words are not in the letters of their language. A tag may name others: `az-Cyrl`. */
export function lettersProblem(tag: string, words: string): string | undefined {
  const own = LETTERS.find(({ code }) => code === new Intl.Locale(tag).maximize().script);
  const used = LETTERS.find((one) => one !== own && one.letter.test(words));
  if (!own || !used) return undefined;
  return `"${words}" has ${used.name} letters, and ${tag} is written in ${own.name} ones. Correct the letters or the language`;
}

/** Foreign words with their language, and remarks, which are not read. */
const MARKED = /<i lang="([a-zA-Z-]+)">([^<]*)<\/i>|<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\}/g;
/** Words in one kind of letters, one after the other. */
const RUNS = LETTERS.slice(1).map((one) => {
  const letter = one.letter.source;
  return { ...one, run: new RegExp(`${letter}(?:(?:${letter}|[\\p{M}\\s’'-])*${letter})?`, 'gu') };
});

/** Returns what is wrong with the foreign words of a text, each with where it begins. `instead`: what to do but to mark them. */
export function foreignProblems(text: string, instead?: string): { readonly at: number; readonly what: string }[] {
  const found: { at: number; what: string }[] = [];
  const rest = text.replace(MARKED, (whole: string, tag: string | undefined, words: string, at: number) => {
    const what = tag === undefined ? undefined : isLanguage(tag) ? lettersProblem(tag, words) : badTag(tag);
    if (what !== undefined) found.push({ at, what });
    return ' '.repeat(whole.length);
  });
  for (const { name, tag, run } of RUNS)
    for (const { 0: words, index: at } of rest.matchAll(run))
      found.push({
        at,
        what: `"${words}" is in ${name} letters. ${instead ?? `Mark its language, as <i lang="${tag}">${words}</i>`}`,
      });
  return found.sort((a, b) => a.at - b.at);
}
