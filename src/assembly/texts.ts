/** What holds for every text, wherever it stands: its marks, its quotations, its words. */
import { isDay } from '../model/dates.ts';
import { headingsOf, paragraphsOf } from '../model/prose.ts';
import type { HouseStyleEntry, QuotationsEntry } from '../schema/content.ts';
import { type Assembly, missingFocus } from './assembly.ts';
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
const SHAPE_FIELD = /(?:^|\.)(?:shapes|legs)\.\d+$/;
const FOCUS_FIELD = /(?:^|\.)focus$/;

/** Fields that pages show with their citations and links although their sources stand in a field beside them. */
const SHOWN_WITH_MARKS =
  /^positions\.\d+\.says$|^figures\.\d+\.(?:what|readings\.\d+\.reading)$|^claims\.\d+\.record$|^leftOut\.\d+\.wh(?:at|y)$/;

/** A citation or a link, whole or broken. */
const MARK = /\[@|\]\(/;

/** A citation, a link or a language, where none of them would be shown as what it means. */
const ANY_MARK = /@\w|\]\(|<i\b|\b(?:event|place|page):\w/;

/** Reads files with a fault of their own: an author is told of that and of what else they say, both at once. */
export function readUnread(assembly: Assembly): void {
  const { entries, problems, ids, citing } = assembly;
  for (const entry of entries.unread) {
    for (const { text, line } of paragraphsOf(entry.body))
      citing.readText(entry, 'text', text, true, entry.bodyLine + line - 1);
    for (const { field, text } of stringsIn(entry.data, '')) {
      const kind = NAMED.find((one) => ID_FIELDS[one].test(field));
      if (kind) {
        if (!isDay(text)) ids.resolve(entry, field, kind, text);
      } else if (SHAPE_FIELD.test(field) || FOCUS_FIELD.test(field)) {
        const missing = FOCUS_FIELD.test(field) ? missingFocus(assembly, text) : ids.missingShape(text);
        if (missing) problems.say(entry, field, missing);
      } else if (MARK.test(text)) citing.readText(entry, field, text, false);
    }
  }
}

/** Checks the marks of texts that nothing else has read: they may stand only where pages show what they mean. */
export function readMarks({ entries, problems, citing }: Assembly): void {
  for (const entry of filesOfOurs(entries))
    for (const { field, text } of stringsIn(entry.data, '')) {
      if (text.includes('*')) problems.say(entry, field, 'asterisks are shown as they stand. Take them out');
      if (citing.isRead(entry, field)) continue;
      if (SHOWN_WITH_MARKS.test(field)) citing.readText(entry, field, text, false);
      else if (ANY_MARK.test(text))
        problems.say(entry, field, 'is shown as it stands. Take out the citation, the link or the tag');
    }
}

/** Says which headings of a body hold marks: what they cite would be counted with the paragraphs', and linked from the contents. */
export function checkHeadings({ entries, problems }: Assembly): void {
  for (const { file, body, bodyLine } of filesOfOurs(entries))
    for (const { text, line } of headingsOf(body))
      if (ANY_MARK.test(text))
        problems.add({
          file,
          line: bodyLine + line - 1,
          what: `text: the heading “${text}” holds a citation, a link or a tag. Move it to the paragraph below`,
        });
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
