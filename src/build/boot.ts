/**
 * The one inline script of a page. After the first paint, when the browser is idle, it asks for the typefaces and for
 * the explorer: until then nothing competes with the words. The typefaces are put on in one step; where that would move
 * what the reader sees, a hair more or less space between words is tried first. Names in other scripts bring files of
 * their own, which are waited for too. Far below the screen nothing is looked at: to ask a part that is not laid out yet
 * for its place would lay it out.
 */
import { createHash } from 'node:crypto';

/** The script's text: the same on every page, so that the policy can name it by its hash. */
export const BOOT = `(() => {
  const root = document.documentElement;
  const add = (name, props) => document.head.appendChild(Object.assign(document.createElement(name), props));
  const tops = () => {
    const found = [];
    let below = 0;
    for (const block of document.querySelectorAll('h1, h2, p, li, figure, corridor-map, section, nav')) {
      const { top, height } = block.getBoundingClientRect();
      if (height && top < innerHeight) found.push(top, height / 8);
      else if (++below > 150) break;
    }
    return found.map(Math.round);
  };
  const dress = () => {
    const before = tops();
    delete root.dataset.late;
    let best = '';
    let least = Infinity;
    for (const space of ['', '-.015em', '.015em', '-.03em', '.03em']) {
      root.style.wordSpacing = space;
      const after = tops();
      const moved = before.filter((at, i) => at !== after[i]).length;
      if (moved < least) [least, best] = [moved, space];
      if (!moved) break;
    }
    root.style.wordSpacing = best;
  };
  const go = () => {
    root.dataset.late = '';
    const link = add('link', { rel: 'stylesheet', href: root.dataset.fonts });
    const faces = (kind) => getComputedStyle(root).getPropertyValue('--' + kind + '-faces');
    const load = (kind, weight, text) => document.fonts.load(weight + ' 1em ' + faces(kind), text);
    const names = () => [...document.querySelectorAll('main [lang]')]
      .filter((name) => name.checkVisibility?.({ contentVisibilityAuto: true }))
      .map((name) => {
        const { fontFamily, fontWeight } = getComputedStyle(name);
        return load(fontFamily.includes('Sans A') ? 'sans' : 'serif', fontWeight, name.textContent);
      });
    const all = () => [400, 600].flatMap((weight) => [load('serif', weight), load('sans', weight)]).concat(names());
    link.onload = () => Promise.all(all()).then(dress);
    for (const src of document.body.dataset.scripts?.split(' ') ?? []) add('script', { type: 'module', src });
  };
  const idle = () => (window.requestIdleCallback ? requestIdleCallback(go, { timeout: 1500 }) : setTimeout(go, 50));
  const painted = () => requestAnimationFrame(() => setTimeout(idle));
  document.readyState === 'complete' ? painted() : addEventListener('load', painted);
})();`
  .replace(/\n\s*/g, ' ')
  .trim();

/** The script's hash, as a policy names it. */
export const BOOT_HASH: `sha256-${string}` = `sha256-${createHash('sha256').update(BOOT).digest('base64')}`;
