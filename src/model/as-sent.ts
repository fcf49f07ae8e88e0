/** What a fragment was before it went through a message. */
import { decodePercent } from './decode-percent.ts';

/** What a sentence, a bracket or a program leaves at the end of an address: no link of ours ends in a mark. */
const TRAILING = /[^\p{L}\p{N}=&%]+$/u;
/** The same where a `<` stands in it: the `>` is the text's own then, not that of brackets around the link. */
const TRAILING_TAG = /[^\p{L}\p{N}=&%>]+$/u;

/** One letter as it is escaped, of one byte or of several: what is broken or cut stands alone, and the rest is read. */
const ESCAPED = /%[0-7][\da-f]|%[c-f][\da-f](?:%[89ab][\da-f])+/gi;

/** Returns a fragment without its percent-encoding, without `&amp;` for `&`, and without the marks of the sentence that it stood in. */
export function asSent(fragment: string): string {
  const text = fragment.replace(ESCAPED, decodePercent).replaceAll('&amp;', '&');
  return text.replace(text.includes('<') ? TRAILING_TAG : TRAILING, '');
}
