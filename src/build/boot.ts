/**
 * The one inline script of a page. After the first paint, when the browser is idle, it asks for the typefaces, for the
 * explorer and for the manifest: until then nothing competes with the words. The typefaces are put on in one step; where
 * that would break a line elsewhere, or move a link along its line, a hair more or less space between the words of that
 * block is tried.
 * Names in other scripts bring files of their own, which are waited for too. Far below the screen nothing is looked at:
 * to ask a part that is not laid out yet for its place would lay it out. Where a typeface does not come, its stand-in stays;
 * where a script does not come, or came broken, the page says so in its notice.
 * No script writes the address of another: the page's own `script` elements sleep under a type that no browser knows, and
 * are woken where they are put anew.
 */
import { createHash } from 'node:crypto';
import { minifySync } from 'vite';

/** What a page says that lacks one of its own scripts. */
const MISSING = 'Part of this page could not be loaded. Its text is whole. Reload the page to try again.';

const SOURCE = `(() => {
  const BLOCKS = 'h1, h2, h3, p, li, dt, dd, td, th, figcaption, summary, label, button';
  const root = document.documentElement;
  const add = (name, props) => document.head.appendChild(Object.assign(document.createElement(name), props));

  /* How the lines of a block run: its height, then where each piece of text begins. What is off along a line counts by a third. */
  const flow = (block) => {
    const range = document.createRange();
    range.selectNodeContents(block);
    const { left, top, height } = block.getBoundingClientRect();
    return [height, ...[...range.getClientRects()].flatMap((piece) => [piece.top - top, (piece.left - left) / 3])];
  };
  const differ = (a, b) =>
    99 * (Math.abs(a[0] - b[0]) > 3) + Math.abs(a.length - b.length) + a.filter((at, i) => !(Math.abs(at - b[i]) < 3)).length;
  const seen = () => {
    const found = [];
    let below = 0;
    for (const block of document.querySelectorAll(BLOCKS)) {
      const { top, height } = block.getBoundingClientRect();
      if (height && top < innerHeight) {
        if (!block.querySelector(BLOCKS)) found.push({ block, before: flow(block), least: 1e9 });
      } else if (++below > 150) break;
    }
    return found;
  };
  const dress = () => {
    let open = seen();
    delete root.dataset.late;
    for (const space of [0, -1, 1, -2, 2, -3.5, 3.5, -5, 5, -8, 8]) {
      for (const one of open) one.block.style.wordSpacing = space && space / 100 + 'em';
      for (const one of open) {
        const least = differ(one.before, flow(one.block));
        if (least < one.least) Object.assign(one, { least, best: one.block.style.wordSpacing });
      }
      open = open.filter(({ least }) => least);
    }
    for (const { block, best } of open) block.style.wordSpacing = best;
  };

  const sorry = () => {
    root.dataset.missing = '';
    document.querySelector('.notice:empty')?.append('${MISSING}');
  };
  const go = () => {
    root.dataset.late = '';
    const link = add('link', { rel: 'stylesheet', href: root.dataset.fonts });
    add('link', { rel: 'manifest', href: root.dataset.manifest });
    const faces = (kind) => getComputedStyle(root).getPropertyValue('--' + kind + '-faces');
    const load = (kind, weight, text) => document.fonts.load(weight + ' 1em ' + faces(kind), text);
    const names = () => [...document.querySelectorAll('main [lang]')]
      .filter((name) => name.checkVisibility?.({ contentVisibilityAuto: true }))
      .map((name) => {
        const { fontFamily, fontWeight } = getComputedStyle(name);
        return load(fontFamily.includes('Sans A') ? 'sans' : 'serif', fontWeight, name.textContent);
      });
    const all = () => [400, 600].flatMap((weight) => [load('serif', weight), load('sans', weight)]).concat(names());
    link.onload = () => faces('serif') && Promise.allSettled(all()).then(dress);
    addEventListener('error', ({ error }) => error instanceof SyntaxError && sorry());
    for (const script of document.querySelectorAll('[type=late]'))
      document.head.append(Object.assign(script, { type: 'module', onerror: sorry }));
  };
  const idle = () => (window.requestIdleCallback ? requestIdleCallback(go, { timeout: 1500 }) : setTimeout(go, 50));
  addEventListener('load', () => requestAnimationFrame(() => setTimeout(idle)));
})();`;

/** The script's text: the same on every page, so that the policy can name it by its hash. */
export const BOOT = minifySync('boot.js', SOURCE).code.trim();

/** The script's hash, as a policy names it. */
export const BOOT_HASH: `sha256-${string}` = `sha256-${createHash('sha256').update(BOOT).digest('base64')}`;
