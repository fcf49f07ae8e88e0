/** What a fragment was before it went through a message. */
import { decodePercent } from './decode-percent.ts';

/** One letter as it is escaped, of one byte or of several: what is broken or cut stands alone, and the rest is read. */
const ESCAPED = /%[0-7].|%[c-f].(?:%[89ab].)+/gi;

/**
 * Returns a fragment without its percent-encoding, without `&amp;` for `&`, and without what a sentence, a bracket or a program
 * leaves at the end of an address: no link of ours ends in a mark. Where a `<` stands in it, the `>` is the text's own.
 */
export function asSent(fragment: string): string {
  const text = fragment.replace(ESCAPED, decodePercent).replaceAll('&amp;', '&');
  return text.replace(RegExp(`[^\\p{L}\\p{N}=&%${text.includes('<') ? '>' : ''}]+$`, 'u'), '');
}
