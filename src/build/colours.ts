/** How the colours of `tokens.css` reach a page or a picture. */

/** A colour of the palette, as `tokens.css` writes it. */
const COLOUR = /(--[\w-]+):\s*(light-dark\([^()]*\)|#[\da-f]+);/gi;
/** A role whose colour is another in the dark. */
const ROLE = /(--[\w-]+):\s*light-dark\(([^(),]+),[^()]*\)/g;

/** Returns styles in which the roles hold their colours themselves: the palette behind them serves those who write. */
export function withFlatTokens(css: string): string {
  const palette = new Map([...css.matchAll(COLOUR)].map(([, name = '', value = '']) => [`var(${name})`, value]));
  return css.replace(COLOUR, '').replace(/var\(--[\w-]+\)/g, (name) => palette.get(name) ?? name);
}

/**
 * Returns the light colours of the roles that some styles use, for browsers that do not know `light-dark()`: those before the
 * spring of 2024, which would fill every shape of a map with black.
 */
export function plainColours(tokens: string, styles: string): string {
  const plain = [...tokens.matchAll(ROLE)]
    .filter(([, name]) => styles.includes(`var(${name})`))
    .map(([, name, light]) => `${name}:${light}`);
  return plain.length > 0 ? `@supports not (color:light-dark(red,red)){:root{${plain.join(';')}}}` : '';
}

/** Returns styles that also hold the light colour of each role that they use. */
export const withPlainColours = (css: string): string => css + plainColours(css, css);
