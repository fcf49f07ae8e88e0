/**
 * The anchors within the texts of chapters, which share the page of the explainer: each leads to one heading or paragraph, and
 * none that was ever linked to is lost. A paragraph is called by its number, which stays its own when others are put in.
 */
import { headingsOf, paragraphsOf } from '../model/prose.ts';
import { ROAD_TONES } from '../model/road.ts';
import { anchorIds, headingAnchor, isParagraphAnchor } from '../model/text-anchors.ts';
import type { ChapterEntry } from '../schema/content.ts';
import { CORRECTION, ITSELF, OF_EVERY_PAGE } from './anchors.ts';
import type { Assembly } from './assembly.ts';
import type { Entry } from './entries.ts';
import { didYouMean } from './nearest-id.ts';

/** The anchors of the pages that show chapters, apart from those of their texts and of what is numbered. */
export const BESIDE_TEXTS = [
  ...OF_EVERY_PAGE,
  'booklet-contents',
  'booklet-sources',
  'contents',
  'events',
  'map-hatch',
  'sources',
  'the-article',
  // The patterns in which the bands of the road are drawn.
  ...Object.keys(ROAD_TONES).map((kind) => `road-${kind}`),
];
const NUMBERED = /^(?:figure|source)-\d+$/;

/** The blocks of a body that are no paragraphs of their own: items of lists, and quotations. */
const NO_PARAGRAPH = /^[ \t]*(?:[-+*>]|\d{1,9}[.)])(?:\s|$)/;

/** Returns the numbers of a chapter's paragraphs, in the order of its text; says where they cannot be meant. */
export function numberParagraphs({ problems }: Assembly, entry: Entry<ChapterEntry>): readonly number[] {
  const count = paragraphsOf(entry.body).filter(({ text }) => !NO_PARAGRAPH.test(text)).length;
  const { paragraphs: given, formerAnchors } = entry.data;
  const numbers = given.length > 0 ? given : Array.from({ length: count }, (_, i) => i + 1);
  if (numbers.length !== count)
    problems.say(
      entry,
      'paragraphs',
      `has ${numbers.length} numbers, and the text ${count} paragraphs. Write a number for each, in their order; a new paragraph has one that none ever had`,
    );
  for (const [i, number] of numbers.entries())
    if (numbers.indexOf(number) !== i)
      problems.say(entry, `paragraphs.${i}`, `${number} stands twice. Each paragraph has a number of its own`);
  for (let number = 1; number < Math.max(...numbers); number++)
    if (!numbers.includes(number) && !(`p${number}` in formerAnchors))
      problems.say(
        entry,
        'paragraphs',
        `no paragraph has the number ${number}. Say in formerAnchors where links to it lead, such as p${number}: p${numbers[0]}`,
      );
  return numbers;
}

/** Says which anchors of chapters are in use elsewhere, and which former ones lead nowhere. */
export function checkTextAnchors(
  { problems }: Assembly,
  chapters: readonly {
    readonly entry: Entry<ChapterEntry>;
    readonly id: string;
    readonly numbers: readonly number[];
  }[],
): void {
  const taken = new Map(BESIDE_TEXTS.map((id) => [id, ITSELF]));
  const ownerOf = (id: string): string | undefined =>
    NUMBERED.test(id) || CORRECTION.test(id) ? ITSELF : taken.get(id);
  for (const { entry, id, numbers } of chapters) {
    if (ownerOf(id) === ITSELF)
      problems.say(entry, 'file name', `the id "${id}" is taken by ${ITSELF}. Rename the file`);
    taken.set(id, entry.file);
    for (const number of numbers) taken.set(`${id}-p${number}`, entry.file);
  }
  const headings = chapters.map(({ entry: { file, body, bodyLine } }) =>
    headingsOf(body).map(({ text, line }) => {
      const anchor = headingAnchor(text);
      const other = ownerOf(anchor);
      if (other)
        problems.add({
          file,
          line: bodyLine + line - 1,
          what: `text: the heading “${text}” has the anchor "${anchor}", which is taken by ${other}. Word one of the two otherwise`,
        });
      else taken.set(anchor, file);
      return anchor;
    }),
  );
  for (const [i, { entry, id, numbers }] of chapters.entries()) {
    const { formerIds, formerAnchors } = entry.data;
    const known = [...numbers.map((number) => `p${number}`), ...(headings[i] ?? [])];
    const field = (name: string): string => `formerAnchors.${name}`;
    for (const former of formerIds) {
      // That another chapter has it, is told with the ids of files.
      const other = taken.get(former);
      if (ownerOf(former) === ITSELF || headings.some((all) => all.includes(former)))
        problems.say(entry, 'formerIds', `"${former}" is in use by ${ownerOf(former)}. Take it out`);
      if (!other) taken.set(former, entry.file);
    }
    for (const [name, now] of Object.entries(formerAnchors)) {
      const [full = name] = anchorIds({ id, formerIds: [], formerAnchors: {} }, name);
      const other = ownerOf(full);
      if (other) problems.say(entry, field(name), `"${name}" is in use by ${other}. Take it out`);
      else taken.set(full, entry.file);
      if (known.includes(now)) continue;
      const alike = known.filter((one) => isParagraphAnchor(one) === isParagraphAnchor(now));
      const all = `It has ${alike.join(', ') || 'none'}.`;
      problems.say(
        entry,
        field(name),
        `this chapter has no "${now}". ${isParagraphAnchor(now) ? all : didYouMean(now, alike, all)}`,
      );
    }
  }
}
