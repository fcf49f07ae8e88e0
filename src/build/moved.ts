/** The one inline script of a page that has moved: it goes on to the new address and takes the view in the fragment along. */
import { createHash } from 'node:crypto';

/** The script's text, the same on every such page; it follows the page's own link. */
export const MOVED = `location.replace(document.querySelector('a').href + location.hash);`;

/** The script's hash, as a policy names it. */
export const MOVED_HASH: `sha256-${string}` = `sha256-${createHash('sha256').update(MOVED).digest('base64')}`;

/** Folders whose own page is another one, for who cuts an address short: below the base, with where they lead. */
export const CUT_SHORT = [
  { from: 'chapters/', to: '' },
  { from: 'events/', to: 'timeline/' },
] as const;
