/**
 * The marks that authors write in text: citations `[@source-id; @other]`, and links to `event:<id>`, `place:<id>` and
 * `page:<name>`. Used by the content check and by the Markdown plugin, so that both read the same.
 */

/** The mark for a paragraph of the editors' own, about method or about what was not found. */
export const EDITORS = 'editors';

/** Finds each bracket of citations in a text. */
export const CITATION = /\[(@[^\]\s;]+(?:;\s*@[^\]\s;]+)*)\]/g;

/** Finds each tag; a `<` before a number is a sign of its own. */
export const TAG = /<\/?[a-z][^>]*>/gi;

const LINK = /\]\((event|place):([^)\s]*)\)/g;

/** Returns the ids inside one bracket's text, such as `@a; @b`. */
export function citationIds(inside: string): string[] {
  return inside.split(';').map((part) => part.trim().replace(/^@/, ''));
}

/** A stretch of text, and the sources that its mark names. */
export interface Passage {
  /** As it was written, without its citation. */
  readonly text: string;
  readonly sources: readonly string[];
  /** Which of the text's citations ends it, from 0. */
  readonly mark: number;
}

/** Returns the passages of a text that end in a citation. Marks that follow each other without a word between belong to one passage. */
export function passagesIn(text: string): Passage[] {
  const found: { text: string; sources: string[]; mark: number }[] = [];
  let at = 0;
  for (const [mark, match] of [...text.matchAll(CITATION)].entries()) {
    const piece = text.slice(at, match.index).replace(/\s+/g, ' ').trim();
    const ids = citationIds(match[1] ?? '').filter((id) => id !== EDITORS);
    const last = found.at(-1);
    if (piece === '' && last) last.sources.push(...ids);
    else found.push({ text: piece, sources: ids, mark });
    at = match.index + match[0].length;
  }
  return found;
}

/** Returns the links of a text to events and places. */
export function linksIn(text: string): { kind: 'event' | 'place'; id: string }[] {
  return [...text.matchAll(LINK)].map(([, kind, id = '']) => ({ kind: kind === 'event' ? 'event' : 'place', id }));
}

/** Returns the link that says where and when a paragraph is: its first to an event, else its first to a place. */
export function whereaboutsIn<T extends { readonly kind: 'event' | 'place' }>(links: readonly T[]): T | undefined {
  return links.find(({ kind }) => kind === 'event') ?? links[0];
}

/** Returns a text without its citations, link targets, tags and emphasis: the words alone, with typographic marks. */
export function wordsOf(text: string): string {
  return typographic(
    text
      .replace(CITATION, '')
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(TAG, ''),
  )
    .replace(/[*_`]/g, '')
    .replace(/\s+([.,;:])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Returns the words of a Markdown body: without its comments, and without the signs of its headings, lists and quotations. */
export function bodyWords(body: string): string {
  return wordsOf(withoutSigns(withoutComments(body)));
}

/**
 * Returns a text with typographic quotation marks, apostrophes and dashes, a number on the line of its unit; tags and
 * marks stay as they are.
 */
export function typographic(text: string): string {
  return text
    .split(/(<\/?[a-z][^>]*>|\[@[^\]]*\])/i)
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part
            .replace(/(^|[\s([–—])"/g, '$1“')
            .replaceAll('"', '”')
            .replace(/(^|[\s([–—“])'/g, '$1‘')
            .replaceAll("'", '’')
            .replace(/(\s)-(?=\s)/g, '$1–')
            .replace(/(\d) (k?m|km²|%)(?![\w²])/g, '$1\u00a0$2')
            .replace(/(?<![\w:/-])(\d{4})-(\d{4})(?![\w-])/g, '$1–$2'),
    )
    .join('');
}

export interface Paragraph {
  readonly text: string;
  /** The line of its first word, counted from 1 within the body. */
  readonly line: number;
}

/** Returns a Markdown body in which nothing stands on the lines of its comments. */
export function withoutComments(body: string): string {
  return body.replace(/<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\}/g, (comment) => comment.replace(/[^\n]/g, ''));
}

/** The signs of headings, lists and quotations at the head of a line, and the number of an item. */
const SIGNS = /^(?:[ \t]*(?:(?:#{1,6}|[-+*])[ \t]+|>[ \t]?))+/;
const NUMBER = /^[ \t]*(\d{1,9})[.)][ \t]+/;

/** Returns a Markdown text without the signs of its blocks. A number within a paragraph, such as a year that ends a sentence there, is no sign. */
export function withoutSigns(text: string): string {
  let [isStart, last] = [true, 0];
  return text
    .split('\n')
    .map((line) => {
      const rest = line.replace(SIGNS, '');
      const [sign = '', digits] = NUMBER.exec(rest) ?? [];
      const number = Number(digits);
      const isItem = number === 1 || number === last + 1 || (isStart && sign !== '');
      if (isItem || isStart) last = isItem ? number : 0;
      isStart = /^\s*(?:#{1,6}\s|$)/.test(line);
      return isItem ? rest.slice(sign.length) : rest;
    })
    .join('\n');
}

/** Returns the paragraphs of a Markdown body that carry prose: headings, comments and pictures are left out. */
export function paragraphsOf(body: string): Paragraph[] {
  const found: Paragraph[] = [];
  let line = 1;
  for (const block of withoutComments(body).split(/\n(?=[ \t]*\n|#{1,6}\s)/)) {
    // Empty lines, and headings or pictures that stand on the paragraph without an empty line between.
    const lead = /^(?:[ \t]*\n|#{1,6}\s.*(?:\n|$)|<[A-Z][^>]*\/>[ \t]*(?:\n|$))*/.exec(block)?.[0] ?? '';
    const text = block.slice(lead.length).trimEnd();
    if (text !== '') found.push({ text, line: line + lead.split('\n').length - 1 });
    line += block.split('\n').length;
  }
  return found;
}

/** Returns the headings of a Markdown body, without those in comments. */
export function headingsOf(body: string): Paragraph[] {
  return withoutComments(body)
    .split('\n')
    .flatMap((row, i) => {
      const text = /^#{1,6}\s+(.*?)\s*$/.exec(row)?.[1];
      return text ? [{ text, line: i + 1 }] : [];
    });
}

/** Returns the id of a citation in a Markdown body: several chapters share a page, so theirs begin with the chapter's id. */
export function citationAnchor(chapter: string, number: number): string {
  return `${chapter}${chapter && '-'}cite-${number}`;
}
