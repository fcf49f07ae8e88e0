/** The summary of a page in its head, as search engines and chats show it. */

/** How long it may be, characters. */
const LONGEST = 300;

/** Returns a text that is short enough for a summary: where it is cut, after a whole word and with a sign of it. */
export function summaryOf(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 3).replace(/\s+\S*$/, '')} …` : text;
}
