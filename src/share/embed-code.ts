/** The piece of HTML that puts a map of this site into another page. */

/** The size of an embed where it is not told otherwise, pixels. */
export const EMBED_SIZE = { width: 720, height: 540 } as const;

const escapeAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/**
 * Returns an `iframe` that is as wide as its place, in the shape of a map, and closed in: it may run its scripts and open
 * links in a new window, and nothing else. It is loaded when it comes near.
 */
export function embedCode(src: string, title: string): string {
  return (
    `<iframe src="${escapeAttribute(src)}" title="${escapeAttribute(title)}" width="${EMBED_SIZE.width}" height="${EMBED_SIZE.height}" loading="lazy" ` +
    `sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" ` +
    `style="width:100%;max-width:100%;aspect-ratio:4/3;height:auto;min-height:360px;border:0"></iframe>`
  );
}
