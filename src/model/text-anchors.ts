/**
 * The anchors within the text of a chapter: its headings have the one that is made of their words, its paragraphs `p1`, `p2`,
 * ..., which stand on pages behind the chapter's id. A link to one leads to it for ever, so an anchor has former names too.
 */

/** What of a chapter says how its anchors are and were called. */
export interface WithAnchors {
  readonly id: string;
  readonly formerIds: readonly string[];
  /** By a name that nothing has now, the name of what links to it lead to. */
  readonly formerAnchors: Readonly<Record<string, string>>;
}

/** Tells whether an anchor of a chapter is that of a paragraph. */
export const isParagraphAnchor = (name: string): boolean => /^p\d+$/.test(name);

/** Returns the anchor of a heading: its words in lower case, joined by hyphens, without signs. */
export function headingAnchor(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu) ?? []).join('-').replace(/['’]/g, '');
}

/** Returns the ids that what has this anchor has on a page, that of today first. */
export function anchorIds({ id, formerIds, formerAnchors }: WithAnchors, name: string): string[] {
  const names = [name, ...Object.keys(formerAnchors).filter((former) => formerAnchors[former] === name)];
  return names.flatMap((one) => (isParagraphAnchor(one) ? [id, ...formerIds].map((of) => `${of}-${one}`) : [one]));
}
