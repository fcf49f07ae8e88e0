/**
 * The one inline script of a page. After the first paint, when the browser is idle, it asks for the scripts and for the
 * manifest: until then nothing competes with the words. Where a script does not come, or came broken, the page says so in its
 * notice. No script writes the address of another: the page's own `script` elements sleep under a type that no browser knows,
 * and are woken where they are put anew.
 */
import { createHash } from 'node:crypto';
import { minifySync } from 'vite';

/** What a page says that lacks one of its own scripts. */
const MISSING = 'Part of this page could not be loaded. Its text is whole. Reload the page to try again.';

const SOURCE = `(() => {
  const root = document.documentElement;
  const add = (element, props) => document.head.append(Object.assign(element, props));
  const sorry = () => {
    root.dataset.missing = '';
    document.querySelector('.notice:empty')?.append('${MISSING}');
  };
  const go = () => {
    addEventListener('error', ({ error }) => error instanceof SyntaxError && sorry());
    for (const script of document.querySelectorAll('[type=late]')) add(script, { type: 'module', onerror: sorry });
    add(document.createElement('link'), { rel: 'manifest', href: root.dataset.manifest });
  };
  const idle = () => (window.requestIdleCallback ? requestIdleCallback(go, { timeout: 1500 }) : setTimeout(go, 50));
  addEventListener('load', () => requestAnimationFrame(() => setTimeout(idle)));
})();`;

/** The script's text: the same on every page, so that the policy can name it by its hash. */
export const BOOT = minifySync('boot.js', SOURCE).code.trim();

/** The script's hash, as a policy names it. */
export const BOOT_HASH: `sha256-${string}` = `sha256-${createHash('sha256').update(BOOT).digest('base64')}`;
