/**
 * Style sheets that come with a part of the page, when that is asked for. The last rule of each, such as
 * `link { --live: whole; }` in `live.css`, tells that it came whole. It is for an element that holds no others: what `:root` gets
 * all inherit, and the whole page would be styled anew.
 */

const loaded = new Map<string, Promise<void>>();
/** How often one did not come: a browser keeps what came broken under its address, so each try has another. */
let failures = 0;

/** Adds a style sheet to the page, once, and waits for it. Rejects if it does not load; the next call tries again. */
export function loadStyles(href: string): Promise<void> {
  const before = loaded.get(href);
  if (before) return before;
  const styles = new Promise<void>((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), {
      rel: 'stylesheet',
      href: failures > 0 ? `${href}?${failures}` : href,
    });
    const end = href.replace(/.*\/([\w-]+)\..*/, '--$1');
    const done = (): void => {
      if (getComputedStyle(link).getPropertyValue(end)) {
        resolve();
        return;
      }
      failures++;
      link.remove();
      loaded.delete(href);
      reject(new Error(`${href} did not load`));
    };
    link.addEventListener('load', done);
    link.addEventListener('error', done);
    document.head.append(link);
  });
  loaded.set(href, styles);
  return styles;
}
