/**
 * The one inline script of a page. After the first paint, when the browser is idle, it asks for the scripts and for the
 * manifest: until then nothing competes with the words. Where a script does not come, or came broken, the page says so in its
 * notice. A page that is come back to is laid out whole until the browser has put it where the reader left it; after that its
 * parts keep the heights that they had (`navigation.type` is 0 for a first visit; it is shorter than the entry that took its
 * place, and every browser has it). The script stands in the head for that: of a long page that comes in pieces Firefox would
 * lay out the first ones late, and leave them so. No script writes the address of another: the page's own `script` elements sleep under
 * a type that no browser knows, and are woken where they are put anew.
 */
import { createHash } from 'node:crypto';
import { minifySync } from 'vite';

/** What a page says that lacks one of its own scripts. */
const MISSING = 'Part of this page could not be loaded. Its text is whole. Reload the page to try again.';

const SOURCE = `(() => {
  const root = document.documentElement;
  if (performance.navigation.type) root.style = '--late:visible';
  const sorry = () => {
    root.dataset.missing = '${MISSING}';
    document.querySelector('.notice:empty')?.append(root.dataset.missing);
  };
  const go = () => {
    root.style = '';
    addEventListener('error', ({ error }) => error instanceof SyntaxError && sorry());
    for (const script of document.querySelectorAll('[type=late]'))
      document.head.append(Object.assign(script, { type: 'module', onerror: sorry }));
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'manifest', href: root.dataset.manifest }),
    );
  };
  addEventListener('load', () =>
    requestAnimationFrame(() =>
      setTimeout(() => (self.requestIdleCallback ? requestIdleCallback(go, { timeout: 1500 }) : setTimeout(go, 50))),
    ),
  );
})();`;

/** The script's text: the same on every page, so that the policy can name it by its hash. Quoted as the page is: so it packs best. */
export const BOOT = minifySync('boot.js', SOURCE).code.trim().replaceAll('`', '"');

/** The script's hash, as a policy names it. */
export const BOOT_HASH: `sha256-${string}` = `sha256-${createHash('sha256').update(BOOT).digest('base64')}`;
