/** The one inline script of a page that has moved: it goes on to the new address and takes the view in the fragment along. */
import { createHash } from 'node:crypto';

/** The script's text, the same on every such page; it follows the page's own link. */
export const MOVED = `location.replace(document.querySelector('a').href + location.hash);`;

/** The script's hash, as a policy names it. */
export const MOVED_HASH: `sha256-${string}` = `sha256-${createHash('sha256').update(MOVED).digest('base64')}`;
