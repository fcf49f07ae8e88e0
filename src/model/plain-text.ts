/** What no text of `content/` may hold: characters that are not to be seen, and markup other than our few marks. */

/** What cannot be seen, or is no character: none of it has a use in our languages. Line ends and tabs are left to others. */
const HIDDEN =
  /(?![\n\t])[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u{fffd}]/u;

const NAMES: readonly (readonly [first: number, last: number, name: string])[] = [
  [0x0000, 0x001f, 'a control character'],
  [0x007f, 0x009f, 'a control character'],
  [0x00ad, 0x00ad, 'a soft hyphen'],
  [0x061c, 0x061c, 'a mark of direction'],
  [0x200b, 0x200b, 'a space of no width'],
  [0x200c, 0x200d, 'a joiner of no width'],
  [0x200e, 0x200f, 'a mark of direction'],
  [0x2028, 0x2029, 'a line end of another kind'],
  [0x202a, 0x202e, 'an order to read backwards'],
  [0x2060, 0x2060, 'a word joiner; the site sets its own'],
  [0x2066, 0x2069, 'an order to read backwards'],
  [0xd800, 0xdfff, 'half a character'],
  [0xe000, 0xf8ff, 'a character of nobody else'],
  [0xfe00, 0xfe0f, 'a variation selector'],
  [0xfeff, 0xfeff, 'a byte order mark'],
  [0xfffd, 0xfffd, 'what a broken character leaves'],
];

/** Returns the number by which Unicode names a character: `U+010D`. */
export const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Returns the first character of a text that is not to be seen, and what to do about it. */
export function hiddenIn(text: string): { readonly at: number; readonly what: string } | undefined {
  const found = HIDDEN.exec(text);
  if (!found) return undefined;
  const code = found[0].codePointAt(0) ?? 0;
  const name = NAMES.find(([first, last]) => first <= code && code <= last)?.[2] ?? 'a character that cannot be seen';
  return {
    at: found.index,
    what: `${codeOf(found[0])} stands here, ${name}. Delete it`,
  };
}

/** Returns a text without the characters that are not to be seen. */
export function withoutHidden(text: string): string {
  return text.replace(new RegExp(HIDDEN, 'gu'), '');
}

/** Returns the first word of a text that stands for what is still to be written, and what to do about it. */
export function unwrittenIn(text: string): { readonly at: number; readonly what: string } | undefined {
  const found = /\b(?:TODO|FIXME|XXX)\b/.exec(text);
  return found
    ? { at: found.index, what: `${found[0]} stands here. Write what is missing, or take it out` }
    : undefined;
}

/** Returns a text fit for a terminal: what is not to be seen is written as its number. */
export function seen(text: string): string {
  return text.replace(new RegExp(HIDDEN, 'gu'), (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Returns a text on one line, for files in which a line end begins something new. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\v\f\u0085\u2028\u2029]+\s*/g, ' ');
}

/** Foreign words with their language: the only markup in texts. */
const LANGUAGE = /<i lang="[a-zA-Z]{2,3}(?:-[a-zA-Z]+)*">[^<]*<\/i>/g;

/** Returns what is wrong with the markup of a text that is no Markdown body: only `<i lang>` and links to our own are read. */
export function markupIn(text: string): string[] {
  const tag = /<[a-z/!?][^>]{0,40}>?/i.exec(text.replace(LANGUAGE, ''))?.[0];
  const target = /\]\((?!(?:event|place|page):[a-z0-9-]+\))(\S{0,60}?)(?:\)(?!\))|\s|$)/.exec(text)?.[1];
  return [
    ...(tag === undefined
      ? []
      : [`"${tag}" is markup. Write words; the one tag is <i lang="az">foreign words</i>, with their language`]),
    ...(target === undefined ? [] : [badLink(target)]),
  ];
}

/** Says what is wrong with a link that leads anywhere but to an event, a place or a page of ours. */
export function badLink(target: string): string {
  return `a link to "${target}". Links lead to event:id, place:id or page:name; what is elsewhere is a source, cited as [@id]`;
}
