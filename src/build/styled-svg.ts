/** A still map as a picture of its own: with its styles inside, light and dark, so that it can be shown as an image. */
import mapStyles from '../styles/map.css?raw';
import tokens from '../styles/tokens.css?raw';
import { withFlatTokens, withPlainColours } from './colours.ts';

const STYLES = withFlatTokens(`${tokens}${mapStyles}`)
  .replace(/\/\*[\s\S]*?\*\//g, '')
  .replace(/\s+/g, ' ')
  .replace(/ ?([{};:,]) /g, '$1')
  // Faces that only a page brings.
  .replace(/"StandIn [^"]*",/g, '')
  // The order of the layers need be said once.
  .replace(/(@layer [^{;]*;)(.*?)\1/g, '$1$2');

const RULE = /([^{}]+)\{([^{}]*)\}/g;

/** Returns styles without the variables that they do not use; a role goes first, then what only it named. */
function withoutUnused(css: string): string {
  const used = css.replace(/(--[\w-]+):[^;}]*;?/g, (whole, name: string) =>
    css.includes(`var(${name})`) ? whole : '',
  );
  return used === css ? css : withoutUnused(used);
}

/** Returns the site's map styles without the rules for classes, and the variables, that this map does not have. */
function stylesFor(svg: string): string {
  const classes = new Set([...svg.matchAll(/class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')));
  const isMet = (selector: string): boolean =>
    [...selector.matchAll(/\.([a-z][\w-]*)/g)].every(([, name = '']) => classes.has(name)) &&
    [...selector.matchAll(/\[(data-zoom="\d+")\]/g)].every(([, zoom = '']) => svg.includes(zoom));
  const rules = STYLES.replace(RULE, (whole, selectors: string, body: string) => {
    const kept = selectors.split(/,(?![^(]*\))/).filter(isMet);
    return kept.length === 0 ? '' : whole.replace(selectors, () => kept.join(',')).replace(body, () => body);
  });
  return withPlainColours(withoutUnused(rules).replace(/@media[^{]*\{(?:[^{}]*\{\s*\})*\s*\}/g, ''))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
}

/** Returns a still map as a whole SVG file. */
export function styledSvg(svg: string): string {
  return svg
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace('>', () => `><style>${stylesFor(svg)}</style>`);
}
