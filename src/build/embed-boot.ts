/**
 * The inline script of an embed. The still map of the page waits in a `template`: it is shown at once, unless the address asks
 * for another view; then the embed's own script lays the right one, and only that is loaded. Should that script not come, or
 * come broken, the page's own map is shown.
 */
import { createHash } from 'node:crypto';
import { minifySync } from 'vite';

const SOURCE = `(() => {
  const still = document.querySelector('template');
  const show = () => {
    const picture = still.content.querySelector('image');
    picture?.setAttribute('href', picture.dataset.href);
    still.replaceWith(still.content);
  };
  if (!/^#map(=|%3D)/i.test(location.hash)) show();
  const script = document.querySelector('[type=late]');
  script.type = '';
  script.onload = script.onerror = show;
  document.head.append(script);
})();`;

/** The script's text: the same on every embed, so that the policy can name it by its hash. */
export const EMBED_BOOT = minifySync('embed-boot.js', SOURCE).code.trim();

/** The script's hash, as a policy names it. */
export const EMBED_BOOT_HASH: `sha256-${string}` = `sha256-${createHash('sha256').update(EMBED_BOOT).digest('base64')}`;
