/** What a fragment was before it went through a message. */
import { decodePercent } from './decode-percent.ts';

/** What a sentence, a bracket or a program leaves at the end of an address: no link of ours ends in a mark. */
const TRAILING = /[^\p{L}\p{N}=/&>%-]+$/u;

/** Returns a fragment without its percent-encoding, without `&amp;` for `&`, and without the marks of the sentence that it stood in. */
export function asSent(fragment: string): string {
  return decodePercent(fragment).replaceAll('&amp;', '&').replace(TRAILING, '');
}
