/**
 * Joins everything in `content/` into the World and checks it, once. What is returned is whole and consistent, so no later code
 * checks again; what is wrong is listed all at once.
 */
import type { World } from '../model/world.ts';
import { type Assembly, FIRST_DAY } from './assembly.ts';
import { assembleChapters, assembleQuestions, assembleViews } from './chapters.ts';
import { assembleCharts } from './charts.ts';
import { Citing } from './citing.ts';
import { gatherUpkeep } from './corrections.ts';
import type { Entries } from './entries.ts';
import { assembleEvents } from './events.ts';
import { assembleFeatures } from './features.ts';
import { Ids } from './ids.ts';
import { misspeltNames } from './misspelt-names.ts';
import { readClaims, readFigures, readGlossary, readOpenQuestions, readSite, readStatement } from './page-files.ts';
import { assemblePlaces } from './places.ts';
import { ContentError, type Problem, Problems } from './problems.ts';
import { joinRoad } from './road.ts';
import { assembleSources, checkAddresses } from './sources.ts';
import { checkHouseStyle, checkQuotations, readMarks, readUnread } from './texts.ts';

/** Joins all entries into a World, or throws a `ContentError` that lists every problem, those found earlier first. */
export function assembleWorld(entries: Entries, earlier: readonly Problem[] = []): World {
  const problems = new Problems(earlier);
  const ids = new Ids(entries, problems);
  const assembly: Assembly = {
    entries,
    problems,
    ids,
    citing: new Citing(ids, problems),
    followedTo: entries.site?.data.followedTo ?? '9999-12-31',
    meant: misspeltNames([
      ...entries.events.map(({ data }) => [...data.actors, ...data.accounts.map(({ side }) => side)]),
      ...entries.questions.map(({ data }) => data.positions.map(({ actor }) => actor)),
    ]),
  };

  const enteredTwice = checkAddresses(assembly);
  readUnread(assembly);
  const places = assemblePlaces(assembly);
  const events = assembleEvents(assembly, places);
  const features = assembleFeatures(assembly, events);
  const road = joinRoad(assembly, events);
  const chapters = assembleChapters(assembly);
  const questions = assembleQuestions(assembly);
  const views = assembleViews(assembly);
  const charts = assembleCharts(assembly, events);
  readFigures(assembly);
  readStatement(assembly);
  readClaims(assembly);
  readSite(assembly);
  readOpenQuestions(assembly);
  readGlossary(assembly);
  readMarks(assembly);
  checkQuotations(assembly);
  checkHouseStyle(assembly);
  const upkeep = gatherUpkeep(assembly);
  const sources = assembleSources(assembly, enteredTwice);

  const { site, claims, statement, figures, glossary, openQuestions, quotations } = entries;
  const isWhole = site && claims && road && statement && figures && glossary && openQuestions && quotations;
  if (problems.all.length > 0 || !isWhole) throw new ContentError(problems.all);
  return {
    firstDay: FIRST_DAY,
    followedTo: site.data.followedTo,
    site: site.data,
    events,
    places,
    features,
    road,
    sources,
    chapters,
    questions,
    views,
    charts,
    claims: claims.data,
    statement: statement.data,
    figures: figures.data.figures,
    glossary: glossary.data.terms.toSorted((a, b) => a.term.localeCompare(b.term, 'en')),
    openQuestions: openQuestions.data.questions,
    quotations: quotations.data.quotations,
    ...upkeep,
    formerIds: ids.former,
    moved: ids.moved,
  };
}
