/** What holds for every text, wherever it stands: its marks, its quotations, its words. */
import { isDay } from '../model/dates.ts';
import { paragraphsOf } from '../model/prose.ts';
import type { HouseStyleEntry, QuotationsEntry } from '../schema/content.ts';
import type { Assembly } from './assembly.ts';
import { authorTexts, filesOfOurs, stringsIn } from './author-texts.ts';
import { besideText } from './citing.ts';
import type { Entry } from './entries.ts';
import { houseStyleCheck } from './house-style.ts';
import { isPartOf, quotedIn } from './quotations.ts';

/** Fields that hold an id, whatever the file. */
const ID_FIELDS = {
  source: /(?:^|\.)sources\.\d+$|(?:^|\.)source$|^article$/,
  place: /(?:^|\.)(?:places|waypoints)\.\d+$/,
  event: /(?:^|\.)(?:events|interruptions)\.\d+$|(?:^|\.)(?:since|after|until|event)$/,
} as const;
const NAMED = ['source', 'place', 'event'] as const;

/** Fields that pages show as they stand, without citations and links. */
const SHOWN_AS_IT_STANDS = /(?:^|\.)(?:title|summary|caption|label|name|how|who|value|gist|shows)$/;

/** A citation or a link, whole or broken. */
const MARK = /\[@|\]\(/;

/** Reads files with a fault of their own: an author is told of that and of what else they say, both at once. */
export function readUnread({ entries, ids, citing }: Assembly): void {
  for (const entry of entries.unread) {
    for (const { text, line } of paragraphsOf(entry.body))
      citing.readText(entry, 'text', text, true, entry.bodyLine + line - 1);
    for (const { field, text } of stringsIn(entry.data, '')) {
      const kind = NAMED.find((one) => ID_FIELDS[one].test(field));
      if (kind) {
        if (!isDay(text)) ids.resolve(entry, field, kind, text);
      } else if (MARK.test(text)) citing.readText(entry, field, text, false);
    }
  }
}

/** Checks the marks of texts that nothing else has read: one whose sources stand in a field beside it may cite and link as well. */
export function readMarks({ entries, problems, citing }: Assembly): void {
  for (const entry of filesOfOurs(entries))
    for (const { field, text } of stringsIn(entry.data, ''))
      if (MARK.test(text) && !citing.isRead(entry, field)) {
        if (SHOWN_AS_IT_STANDS.test(field))
          problems.say(entry, field, 'is shown as it stands. Take the citation or the link out');
        else citing.readText(entry, field, text, false);
      }
}

/** Says which quoted words have no speaker, and which words with a speaker nothing quotes. */
export function checkQuotations({ entries, problems, ids, citing }: Assembly, entry: Entry<QuotationsEntry>): void {
  const registered = entry.data.quotations;
  const used = new Set<string>();
  for (const { file, line, field, text } of authorTexts(entries))
    for (const words of quotedIn(text)) {
      const known = registered.filter((one) => isPartOf(words, one.words));
      for (const one of known) used.add(one.words);
      if (known.length === 0)
        problems.add({
          file,
          line,
          what: `${field}: “${words}” is quoted, and nobody is named as its speaker. Add it to content/quotations.yaml with who said it, when, and its source`,
        });
    }
  for (const [i, { words, source }] of registered.entries()) {
    if (!used.has(words) && problems.areAllRead)
      problems.say(entry, `quotations.${i}.words`, `no text quotes “${words}”. Take it out`);
    citing.cite(
      { kind: 'about', id: '', anchor: `quotation-${i + 1}` },
      besideText(`“${words}”`, [ids.resolve(entry, `quotations.${i}.source`, 'source', source)]),
    );
  }
}

/** Says where words depart from the house style, and which of its exceptions nothing needs. */
export function checkHouseStyle({ entries, problems }: Assembly, entry: Entry<HouseStyleEntry>): void {
  const partyWords = entries.glossary?.data.terms.flatMap((term) => term.partyWords) ?? [];
  const { problemsOf, unusedExceptions } = houseStyleCheck(entry.data, partyWords);
  for (const { file, line, field, text, isSpeech } of authorTexts(entries))
    for (const what of problemsOf({ text, isSpeech })) problems.add({ file, line, what: `${field}: ${what}` });
  if (problems.areAllRead)
    for (const what of unusedExceptions()) problems.add({ file: entry.file, what: `explained: ${what}` });
}
