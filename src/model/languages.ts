/** The languages of names beside English, and how a form in another language is marked in a page. */

/** In the order in which files hold them; their words, in the order in which readers see them, are `NAME_LANGUAGES`. */
export const NAME_TAGS = ['hy', 'az', 'ru'] as const;
export type NameTag = (typeof NAME_TAGS)[number];

const RIGHT_TO_LEFT = /^(?:ar|azb|ckb|fa|he|ps|syr|ug|ur|yi)(?:-|$)|-(?:Arab|Hebr|Syrc)(?:-|$)/;

/** Returns `rtl` for a language that is written from right to left; nothing else needs to be said. */
export function directionOf(tag: string): 'rtl' | undefined {
  return RIGHT_TO_LEFT.test(tag) ? 'rtl' : undefined;
}

/** Returns the attributes of an element that holds words of a language: with a direction, they stand apart from the text around. */
export function langAttributes(tag: string): string {
  const direction = directionOf(tag);
  return direction ? `lang="${tag}" dir="${direction}"` : `lang="${tag}"`;
}
