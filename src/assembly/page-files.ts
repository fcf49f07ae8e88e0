/** The files of which each is a page or a part of one: their events and sources are found, their texts read. */
import type {
  ClaimsEntry,
  FiguresEntry,
  GlossaryEntry,
  OpenQuestionsEntry,
  SiteEntry,
  StatementEntry,
} from '../schema/content.ts';
import type { Assembly } from './assembly.ts';
import { besideText } from './citing.ts';
import type { Entry } from './entries.ts';

/** Finds the events of each number, and cites the sources of each of its readings there. */
export function readFigures({ ids, citing }: Assembly, entry: Entry<FiguresEntry>): void {
  const { figures } = entry.data;
  for (const [i, figure] of figures.entries()) {
    for (const [j, id] of figure.events.entries()) ids.resolve(entry, `figures.${i}.events.${j}`, 'event', id);
    for (const [j, reading] of figure.readings.entries())
      citing.cite(
        { kind: 'figures', id: '', anchor: figure.id },
        besideText(
          `${figure.label}: ${reading.reading}`,
          reading.sources.map((id, k) => ids.resolve(entry, `figures.${i}.readings.${j}.sources.${k}`, 'source', id)),
        ),
      );
  }
}

/** Finds the events of each point of the statement of 2020, and cites there what its texts and its quotation rest on. */
export function readStatement({ ids, citing }: Assembly, entry: Entry<StatementEntry>): void {
  citing.cite({ kind: 'statement', id: '' }, citing.readText(entry, 'intro', entry.data.intro, true));
  for (const [i, point] of entry.data.points.entries()) {
    const at = `points.${i}`;
    const { quotation } = point;
    for (const [j, id] of point.events.entries()) ids.resolve(entry, `${at}.events.${j}`, 'event', id);
    citing.cite({ kind: 'statement', id: '', anchor: `point-${i + 1}` }, [
      ...citing.readText(entry, `${at}.promise`, point.promise, true),
      ...citing.readText(entry, `${at}.due`, point.due, false),
      ...citing.readText(entry, `${at}.record`, point.record, true),
      ...(quotation
        ? besideText(`“${quotation.text}”`, [ids.resolve(entry, `${at}.quotation.source`, 'source', quotation.source)])
        : []),
      ...(quotation?.note ? citing.readText(entry, `${at}.quotation.note`, quotation.note, true) : []),
    ]);
  }
}

/** Finds the events of each claim of the article, of each quotation and of what it left out, and cites the sources of each there. */
export function readClaims({ ids, citing }: Assembly, entry: Entry<ClaimsEntry>): void {
  const { article, claims, quotations, leftOut } = entry.data;
  citing.cite({ kind: 'article', id: '' }, besideText('', [ids.resolve(entry, 'article', 'source', article)]));
  /** Finds the events of each item, and cites its sources for what it says. */
  const readItems = <T extends { readonly events: readonly string[]; readonly sources: readonly string[] }>(
    field: string,
    anchor: string,
    items: readonly T[],
    says: (item: T) => string,
  ): void => {
    for (const [i, item] of items.entries()) {
      for (const [j, id] of item.events.entries()) ids.resolve(entry, `${field}.${i}.events.${j}`, 'event', id);
      citing.cite(
        { kind: 'article', id: '', anchor: `${anchor}-${i + 1}` },
        besideText(
          says(item),
          item.sources.map((id, j) => ids.resolve(entry, `${field}.${i}.sources.${j}`, 'source', id)),
        ),
      );
    }
  };
  readItems('claims', 'claim', claims, ({ record }) => record);
  readItems('quotations', 'quotation', quotations, ({ official }) => `“${official}”`);
  readItems('leftOut', 'left-out', leftOut, ({ what }) => what);
}

/** Cites what the standfirst of the first page and each of its numbers rest on. */
export function readSite({ ids, citing }: Assembly, entry: Entry<SiteEntry>): void {
  citing.cite({ kind: 'home', id: '' }, citing.readText(entry, 'standfirst', entry.data.standfirst, true));
  for (const [i, figure] of entry.data.figures.entries())
    citing.cite(
      { kind: 'home', id: '', anchor: `figure-${i + 1}` },
      besideText(
        `${figure.value}: ${figure.what}`,
        figure.sources.map((id, j) => ids.resolve(entry, `figures.${i}.sources.${j}`, 'source', id)),
      ),
    );
}

/** Finds the events of each open question, and cites there what we say of it. */
export function readOpenQuestions({ ids, citing }: Assembly, entry: Entry<OpenQuestionsEntry>): void {
  const { questions } = entry.data;
  for (const [i, question] of questions.entries()) {
    for (const [j, id] of question.events.entries()) ids.resolve(entry, `questions.${i}.events.${j}`, 'event', id);
    citing.cite(
      { kind: 'open-questions', id: '', anchor: question.id },
      citing.readText(entry, `questions.${i}.state`, question.state, true),
    );
  }
}

/** Cites what each term rests on, and says which words of one side lack whose they are. */
export function readGlossary({ problems, citing }: Assembly, entry: Entry<GlossaryEntry>): void {
  const { terms } = entry.data;
  for (const [i, term] of terms.entries()) {
    if (term.partyWords.length > 0 && !term.usedBy)
      problems.say(entry, `terms.${i}.usedBy`, `missing. "${term.term}" is a word of one side: say whose`);
    citing.cite({ kind: 'glossary', id: '', anchor: term.id }, [
      ...citing.readText(entry, `terms.${i}.definition`, term.definition, true),
      ...(term.usedBy ? citing.readText(entry, `terms.${i}.usedBy`, term.usedBy, false) : []),
    ]);
  }
}
