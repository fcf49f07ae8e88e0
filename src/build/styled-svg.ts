/** A still map as a picture of its own: with its styles inside, light and dark, so that it can be shown as an image. */
import mapStyles from '../styles/map.css?raw';
import tokens from '../styles/tokens.css?raw';
import { withFlatTokens, withPlainColours } from './colours.ts';
import { leanStyles, pageWords, withoutUnread } from './lean-styles.ts';

const STYLES = withFlatTokens(`${tokens}${mapStyles}`)
  // Faces that only a page brings.
  .replace(/"StandIn [^"]*",/g, '');

/** Returns the site's map styles without what this map does not have. */
const stylesFor = (svg: string): string =>
  withPlainColours(withoutUnread(leanStyles(STYLES, [pageWords([svg])])))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');

/** Returns a still map as a whole SVG file. */
export function styledSvg(svg: string): string {
  return svg
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace('>', () => `><style>${stylesFor(svg)}</style>`);
}
