/** Which scripts a page may come to run. */

/** A script by its name, wherever it is named: in a page, in an import, in a list of what is loaded with it. */
const NAMED = /[\w.-]+\.js\b/g;
/** A script that stands in its page; what tells search engines of the page is none. */
const INLINE = /<script>([\s\S]*?)<\/script>/g;

/**
 * Returns the texts of the scripts that a page may come to run: those that stand in it, and those that it, or one of them, names.
 * `scripts` are those of the site, by the names of their files without folders.
 */
export function scriptsOf(html: string, scripts: ReadonlyMap<string, string>): ReadonlySet<string> {
  const inline = Array.from(html.matchAll(INLINE), ([, text = '']) => text);
  /** What is read for names: the page, then each script that is found; it grows while it is read. */
  const texts = new Set([html]);
  for (const text of texts) for (const [name] of text.matchAll(NAMED)) texts.add(scripts.get(name) ?? html);
  texts.delete(html);
  return new Set([...inline, ...texts]);
}
