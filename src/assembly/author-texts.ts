/** Every text that authors wrote in `content/`, with its place: what the house style is applied to. */

import { headingsOf, paragraphsOf } from '../model/prose.ts';
import type { Entries, Entry } from './entries.ts';
import type { AuthorText } from './house-style.ts';

export interface PlacedText extends AuthorText {
  readonly file: string;
  readonly line: number | undefined;
  readonly field: string;
}

/** Fields that are no prose of ours: ids, addresses, names in other scripts, and the words of others. */
const NO_PROSE = /(?:^|\.)(?:url|archived|publisher|forms|formerIds|lang|date|on|id)(?:\.|$)/;
/** Fields in which somebody speaks who is named beside them; and the glossary, which is about words. */
const SPEECH =
  /^(?:accounts|positions)\.\d+\.says$|quotation\.text$|^quotations\.\d+\.|^claims\.\d+\.claim$|(?:^|\.)readings\.\d+\.reading$|^rows\.\d+\.reads$|^terms\.|(?:^|\.)otherNames\./;

/** Files whose texts are not ours: sources have titles, the other two hold words to be looked for. */
const APART = /^content\/(?:sources\/|quotations\.yaml$|house-style\.yaml$)/;

/** Returns every text of a value, with its field. */
export function* stringsIn(value: unknown, field: string): Generator<{ field: string; text: string }> {
  if (typeof value === 'string') yield { field, text: value };
  else if (typeof value === 'object' && value !== null)
    for (const [key, inside] of Object.entries(value)) yield* stringsIn(inside, field === '' ? key : `${field}.${key}`);
}

/** Returns the files whose texts are ours. */
export function filesOfOurs(entries: Entries): Entry<unknown>[] {
  const files: readonly (Entry<unknown> | undefined)[] = [
    ...entries.events,
    ...entries.places,
    ...entries.features,
    ...entries.chapters,
    ...entries.questions,
    ...entries.views,
    ...entries.charts,
    entries.claims,
    entries.statement,
    entries.figures,
    entries.glossary,
    entries.openQuestions,
    entries.site,
    entries.road,
    ...entries.unread.filter(({ file }) => !APART.test(file)),
  ];
  return files.flatMap((entry) => entry ?? []);
}

/** Returns the texts of all files; of a source, what we say about it and not its title. */
export function authorTexts(entries: Entries): PlacedText[] {
  const isProse = ({ field, text }: { field: string; text: string }): boolean =>
    text.includes(' ') && !NO_PROSE.test(field);
  return [
    ...filesOfOurs(entries).flatMap((entry) => {
      const fields = [...stringsIn(entry.data, '')].filter(isProse).map(({ field, text }) => ({
        file: entry.file,
        line: entry.lineOf(field),
        field,
        text,
        isSpeech: SPEECH.test(field),
      }));
      const body = [...headingsOf(entry.body), ...paragraphsOf(entry.body)].map(({ text, line }) => ({
        file: entry.file,
        line: entry.bodyLine + line - 1,
        field: 'text',
        text,
        isSpeech: false,
      }));
      return [...fields, ...body];
    }),
    ...entries.sources.flatMap((entry) =>
      entry.data.note
        ? [{ file: entry.file, line: entry.lineOf('note'), field: 'note', text: entry.data.note, isSpeech: false }]
        : [],
    ),
  ];
}
