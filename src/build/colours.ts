/** How the colours of `tokens.css` reach a page or a picture. */

/** A colour of the palette, as `tokens.css` writes it. */
const COLOUR = /(--[\w-]+):\s*(light-dark\([^()]*\)|#[\da-f]+);/gi;
/** A role whose colour is another in the dark. */
const ROLE = /(--[\w-]+):\s*light-dark\(([^(),]+),([^()]+)\)/g;

/** Returns styles in which the roles hold their colours themselves: the palette behind them serves those who write. */
export function withFlatTokens(css: string): string {
  const palette = new Map([...css.matchAll(COLOUR)].map(([, name = '', value = '']) => [`var(${name})`, value]));
  return css.replace(COLOUR, '').replace(/var\(--[\w-]+\)/g, (name) => palette.get(name) ?? name);
}

/**
 * Returns styles in which each role has its light colour, and its dark one where the reader's system is dark and the page is not on
 * paper. The styles may set no `color-scheme` but the root's. `light-dark()`, as the tokens are written, is longer, and browsers
 * before the spring of 2024, which do not know it, would fill every shape of a map with black.
 */
export function withPlainColours(css: string): string {
  const dark = [...css.matchAll(ROLE)].map(([, name, , colour = '']) => `${name}:${colour.trim()}`);
  if (dark.length === 0) return css;
  return `${css.replace(ROLE, '$1:$2')}@media screen and (prefers-color-scheme:dark){:root{${dark.join(';')}}}`;
}
