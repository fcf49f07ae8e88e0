/**
 * Joins everything in `content/` into the World and checks it, once. What is returned is whole and consistent, so no later code
 * checks again; what is wrong is listed all at once.
 */
import type { World } from '../model/world.ts';
import { checkAnchors } from './anchors.ts';
import { type Assembly, FIRST_DAY } from './assembly.ts';
import { assembleChapters, assembleQuestions, assembleViews } from './chapters.ts';
import { assembleCharts, withChartSources } from './charts.ts';
import { Citing } from './citing.ts';
import { checkWork, gatherUpkeep } from './corrections.ts';
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
import { checkHeadings, checkHouseStyle, checkQuotations, readMarks, readUnread } from './texts.ts';

/** The files of which there is one each: what they hold, and their names. */
const ONE_EACH = {
  claims: 'claims',
  figures: 'figures',
  glossary: 'glossary',
  houseStyle: 'house-style',
  openQuestions: 'open-questions',
  quotations: 'quotations',
  road: 'road',
  site: 'site',
  statement: 'statement',
} as const satisfies Partial<Record<keyof Entries, string>>;

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

  for (const [kind, name] of Object.entries(ONE_EACH) as [keyof typeof ONE_EACH, string][])
    if (!entries[kind]) problems.sayLost(name);
  const { claims, figures, glossary, houseStyle, openQuestions, quotations, site, statement } = entries;

  const enteredTwice = checkAddresses(assembly);
  readUnread(assembly);
  const places = assemblePlaces(assembly);
  const events = assembleEvents(assembly, places);
  const features = assembleFeatures(assembly, events);
  const road = entries.road && joinRoad(assembly, entries.road, events);
  const chapters = assembleChapters(assembly);
  const questions = assembleQuestions(assembly);
  const views = assembleViews(assembly);
  const charts = assembleCharts(assembly, events);
  if (figures) readFigures(assembly, figures);
  if (statement) readStatement(assembly, statement);
  if (claims) readClaims(assembly, claims);
  if (site) readSite(assembly, site);
  if (openQuestions) readOpenQuestions(assembly, openQuestions);
  if (glossary) readGlossary(assembly, glossary);
  checkAnchors(assembly);
  readMarks(assembly);
  checkHeadings(assembly);
  if (quotations) checkQuotations(assembly, quotations);
  if (houseStyle) checkHouseStyle(assembly, houseStyle);
  const upkeep = gatherUpkeep(assembly);
  checkWork(assembly);
  const sources = assembleSources(assembly, enteredTwice);

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
    chapters: withChartSources(chapters, charts),
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
