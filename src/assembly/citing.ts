/** The texts of all files: their marks are checked, and it is noted which passage rests on which source. */
import { PAGES } from '../model/pages.ts';
import {
  CITATION,
  citationAnchor,
  citationIds,
  EDITORS,
  linksIn,
  type Passage,
  paragraphsOf,
  passagesIn,
  typographic,
  withoutSigns,
  wordsOf,
} from '../model/prose.ts';
import type { Mention, Whereabouts } from '../model/world.ts';
import type { Entry } from './entries.ts';
import type { Ids } from './ids.ts';
import { didYouMean } from './nearest-id.ts';
import type { Problems } from './problems.ts';

/** The kinds of pages as one would read them: what is told, then what happened, then what is looked up. */
const READING_ORDER: readonly Whereabouts['kind'][] = [
  'home',
  'chapter',
  'event',
  'question',
  'statement',
  'article',
  'figures',
  'open-questions',
  'glossary',
  'road',
  'place',
  'view',
  'about',
  'source',
];

/** A link without its brackets, or with a space after its colon. */
const BARE_LINK = /(?<!\]\()\b(?:event|place|page):[\w-]+|(?<=\]\()(?:event|place|page):[ \t]+[\w-]+(?=\))/;

/** A text whose sources stand in a field beside it. */
export const besideText = (text: string, sources: readonly string[]): Passage[] => [{ text, sources, mark: 0 }];

export class Citing {
  readonly #ids: Ids;
  readonly #problems: Problems;
  readonly #citedBy = new Map<string, Mention[]>();
  /** The texts whose marks were checked, by file and field. */
  readonly #read = new Set<string>();

  constructor(ids: Ids, problems: Problems) {
    this.#ids = ids;
    this.#problems = problems;
  }

  /** Notes which passages rest on which sources; returns these sources, each once. */
  cite(where: Whereabouts, passages: readonly Passage[]): string[] {
    for (const { text, sources } of passages)
      for (const source of new Set(sources)) {
        const list = this.#citedBy.get(source) ?? [];
        list.push({ ...where, text: typographic(text) });
        this.#citedBy.set(source, list);
      }
    return [...new Set(passages.flatMap(({ sources }) => sources))];
  }

  /** Returns the passages that rest on a source, in the order in which one would read them. */
  citedBy(source: string): Mention[] {
    return (this.#citedBy.get(source) ?? []).toSorted(
      (a, b) => READING_ORDER.indexOf(a.kind) - READING_ORDER.indexOf(b.kind),
    );
  }

  /** Returns a text's passages with the ids that sources have now; unknown ones are left out. */
  passagesOf(text: string): Passage[] {
    return passagesIn(text).map((passage) => ({
      ...passage,
      sources: passage.sources.map((id) => this.#ids.now('source', id)).filter((id) => this.#ids.isReadSource(id)),
    }));
  }

  /** Tells whether the marks of a field's text were checked. */
  isRead(entry: Entry<unknown>, field: string): boolean {
    return this.#read.has(`${entry.file} ${field}`);
  }

  /** Checks the marks of one text and returns its passages. `needed`: a text without a citation is a problem. */
  readText(entry: Entry<unknown>, field: string, text: string, needed: boolean, line?: number): Passage[] {
    this.#read.add(`${entry.file} ${field}`);
    const report = (what: string): void => {
      this.#problems.add({ file: entry.file, line: line ?? entry.lineOf(field), what: `${field}: ${what}` });
    };
    const reportMissing = (kind: 'event' | 'place' | 'source', id: string): void => {
      const missing = this.#ids.missing(kind, id, true);
      if (missing) report(missing);
    };
    for (const [, inside = ''] of text.matchAll(CITATION)) {
      const cited = citationIds(inside).map((id) => ({ id, now: this.#ids.now('source', id) }));
      for (const [i, { id, now }] of cited.entries())
        if (cited.findIndex((one) => one.now === now) !== i)
          report(`${id} stands twice in [${inside}]. Take one of the two out`);
        else if (id !== EDITORS) reportMissing('source', id);
    }
    for (const { kind, id } of linksIn(text)) reportMissing(kind, id);
    for (const [, page = ''] of text.matchAll(/\]\(page:([^)\s]*)\)/g))
      if (!PAGES.includes(page))
        report(`no page "${page}". ${didYouMean(page, PAGES, `Pages are: ${PAGES.join(', ')}`)}`);
    const bare = BARE_LINK.exec(text)?.[0].replace(/\s/g, '');
    if (bare) report(`"${bare}" is shown as it stands. Write [words](${bare})`);
    const broken =
      /\[@[^\]\n]*\]?|@[\w-]+/.exec(text.replace(CITATION, ''))?.[0] ??
      [...text.matchAll(/\[([a-z\d-]+)\](?!\()/g)].find(([, id = '']) => this.#ids.isReadSource(id))?.[0];
    const uncited = wordsOf(text.split(CITATION).at(-1) ?? '');
    if (broken) report(`"${broken.slice(0, 40)}" is no citation. Write [@one-id] or [@one-id; @other-id]`);
    else if (needed && /[\p{Letter}\p{Number}]/u.test(uncited)) {
      const [place, sentence] =
        text.search(CITATION) === -1 ? ['', 'the'] : [` after “${uncited.slice(0, 60)}”`, 'this'];
      report(
        `no citation${place}. End ${sentence} sentence with [@source-id], or with [@${EDITORS}] if it speaks of our own work`,
      );
    }
    return this.passagesOf(text);
  }

  /** Reads the paragraphs of a body; each citation in it is an element of the page, numbered from 1. */
  readBody(entry: Entry<unknown>, where: Whereabouts): string[] {
    const paragraphs = paragraphsOf(entry.body);
    if (paragraphs.length === 0)
      this.#problems.add({
        file: entry.file,
        line: entry.bodyLine,
        what: 'text: there is none. Write at least one paragraph',
      });
    const chapter = where.kind === 'chapter' ? where.id : '';
    let marks = 0;
    const sources = paragraphs.flatMap(({ text, line }) => {
      const before = marks;
      marks += [...text.matchAll(CITATION)].length;
      return this.readText(entry, 'text', withoutSigns(text), true, entry.bodyLine + line - 1).flatMap((one) =>
        this.cite({ ...where, anchor: citationAnchor(chapter, before + one.mark + 1) }, [one]),
      );
    });
    return [...new Set(sources)];
  }
}
