/**
 * The one inline script of a page. After the first paint, when the browser is idle, it asks for the typefaces and for
 * the explorer: until then nothing competes with the words.
 */
import { createHash } from 'node:crypto';

/** The script's text: the same on every page, so that the policy can name it by its hash. */
export const BOOT = `(() => {
  const root = document.documentElement;
  const add = (name, props) => document.head.append(Object.assign(document.createElement(name), props));
  const go = () => {
    add('link', { rel: 'stylesheet', href: root.dataset.fonts });
    const explorer = document.querySelector('[data-script]');
    if (explorer) add('script', { type: 'module', src: explorer.dataset.script });
  };
  const idle = () => (window.requestIdleCallback ? requestIdleCallback(go, { timeout: 1500 }) : setTimeout(go, 50));
  const painted = () => requestAnimationFrame(() => setTimeout(idle));
  document.readyState === 'complete' ? painted() : addEventListener('load', painted);
})();`
  .replace(/\n\s*/g, ' ')
  .trim();

/** The script's hash, as a policy names it. */
export const BOOT_HASH: `sha256-${string}` = `sha256-${createHash('sha256').update(BOOT).digest('base64')}`;
