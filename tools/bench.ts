/**
 * Measures the speed of the built site: each page beside its own words as plain HTML, and the live map.
 * Usage: npm run build && npm run bench -- [--pages=home,map] [--runs=5] [--dist=dist]
 * `--builds=0,1000,5000` measures builds with so many generated events instead, and the drawing of cards.
 * `--reading` measures how easily each page reads, and lists the hard sentences for their authors.
 * `--load` measures how many requests nginx answers, instead; it needs nginx and wrk.
 * `--visits` measures the pages over slow 3G instead: the first visit, a second one, and one without a network.
 * `--uses` measures what it costs to use the site, instead: the live map, a day, an event, a search.
 * `--days` measures the changes of the day instead, with the site's features once, 10 times and 100 times.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { type Audit, audit } from './bench/audit.ts';
import { type Browser, benchBrowser } from './bench/browser.ts';
import { type BuildRun, buildTable, measureBuild } from './bench/build-scale.ts';
import { dayChangesTable, measureDayChanges } from './bench/day-changes.ts';
import { type LiveMapRun, measureLiveMap } from './bench/live-map.ts';
import { loadTable, measureLoad } from './bench/load.ts';
import { LIVE_PAGE, PAGES, pathOf, VIEW } from './bench/pages.ts';
import { readingReport } from './bench/reading.ts';
import { type Bench, machineOf, type PageRuns, report } from './bench/report.ts';
import { BLANK_PATH, type Site, serveSite, wordsPath } from './bench/serve.ts';
import { measureUses, usesTable } from './bench/uses.ts';
import { measureVisits, visitsTable } from './bench/visits.ts';
import { builtSite, readArguments } from './command-line.ts';

const RESULTS = '.bench';
const USAGE =
  'npm run build && npm run bench -- [--pages=home,map] [--runs=5] [--dist=dist], or with one of --builds=0,1000,5000, --reading, --load, --visits, --uses, --days';

interface Options {
  readonly pages: readonly string[];
  readonly runs: number;
  readonly dist: string;
  readonly days: boolean;
  readonly visits: boolean;
  readonly uses: boolean;
  readonly reading: boolean;
  readonly load: boolean;
  /** Numbers of generated events; empty: builds are not measured. */
  readonly builds: readonly number[];
}

/** One thing that each round measures. */
interface Task {
  readonly label: string;
  run(): Promise<string>;
}

interface PageTasks {
  readonly tasks: readonly Task[];
  result(): PageRuns;
}

/** Reads the options of the command line. */
function readOptions(): Options {
  const { values } = readArguments(USAGE, {
    options: {
      pages: { type: 'string', default: Object.keys(PAGES).join(',') },
      runs: { type: 'string', default: '5' },
      dist: { type: 'string', default: 'dist' },
      days: { type: 'boolean', default: false },
      visits: { type: 'boolean', default: false },
      uses: { type: 'boolean', default: false },
      reading: { type: 'boolean', default: false },
      load: { type: 'boolean', default: false },
      builds: { type: 'string', default: '' },
    },
  });
  const pages = values.pages.split(',');
  const unknown = pages.filter((name) => !PAGES[name]);
  if (unknown.length > 0)
    throw new Error(`No such page: ${unknown.join(', ')}. There are ${Object.keys(PAGES).join(', ')}.`);
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs must be a whole number from 1.');
  const builds = values.builds.split(',').filter(Boolean).map(Number);
  if (builds.some((count) => !Number.isInteger(count) || count < 0))
    throw new Error('--builds must be whole numbers of events, such as 0,1000,5000.');
  return { ...values, pages, runs, builds };
}

/** Returns a task that audits an address and keeps the figures in a list. */
function auditTask(label: string, list: Audit[], measure: () => Promise<Audit>): Task {
  return {
    label,
    async run() {
      const found = await measure();
      list.push(found);
      return `LCP ${found.lcp.toFixed(0)} ms, ${found.scores.join('/')}${found.failures.length > 0 ? ` (${found.failures.join(', ')})` : ''}`;
    },
  };
}

/** Returns the tasks of a page that has words beside it. */
function pageTasks(browser: Browser, site: Site, name: string): PageTasks {
  const path = pathOf(name);
  if (!site.has(path)) throw new Error(`The built site has no page ${path}.`);
  const runs: Audit[] = [];
  const words: Audit[] = [];
  return {
    tasks: [
      auditTask(name, runs, () => audit(browser, site.origin + path)),
      auditTask(`${name}, words`, words, () => audit(browser, site.origin + wordsPath(path), ['performance'])),
    ],
    result: () => ({ name, path, runs, words, ratios: runs.map(({ lcp }, i) => lcp / (words[i]?.lcp ?? Number.NaN)) }),
  };
}

/** Returns the task of an address that stands alone. */
function soleTasks(
  browser: Browser,
  site: Site,
  name: string,
  path: string,
  categories?: readonly string[],
): PageTasks {
  const runs: Audit[] = [];
  return {
    tasks: [auditTask(name, runs, () => audit(browser, site.origin + path, categories))],
    result: () => ({ name, path, runs }),
  };
}

/** Returns the task that measures the live map. */
function liveMapTask(browser: Browser, site: Site, list: LiveMapRun[]): Task {
  return {
    label: 'live map',
    async run() {
      const found = await measureLiveMap(browser, site.origin + pathOf(LIVE_PAGE));
      list.push(found);
      return `drawn after ${found.time.toFixed(0)} ms`;
    },
  };
}

/** Runs every task once a round, and says on stderr how it goes. */
async function runRounds(tasks: readonly Task[], rounds: number): Promise<void> {
  for (let round = 1; round <= rounds; round += 1)
    for (const { label, run } of tasks) {
      const start = performance.now();
      const outcome = await run();
      console.error(`${round}/${rounds} ${label}: ${outcome} [${((performance.now() - start) / 1000).toFixed(0)} s]`);
    }
}

/** Measures a served site. */
async function bench(site: Site, { pages, runs }: Options): Promise<Bench> {
  const browser = benchBrowser();
  const liveMap: LiveMapRun[] = [];
  const hasLiveMap = pages.includes(LIVE_PAGE);
  const parts = [
    ...pages.map((name) => pageTasks(browser, site, name)),
    ...(hasLiveMap ? [soleTasks(browser, site, 'map, by a view’s link', pathOf(LIVE_PAGE) + VIEW)] : []),
    soleTasks(browser, site, 'blank', BLANK_PATH, ['performance']),
  ];
  const tasks = [...parts.flatMap((part) => part.tasks), ...(hasLiveMap ? [liveMapTask(browser, site, liveMap)] : [])];
  await runRounds(tasks, runs);
  const results = parts.map(({ result }) => result());
  const audits = results.flatMap((result) => [...result.runs, ...(result.words ?? [])]);
  return {
    date: new Date().toISOString().slice(0, 10),
    rounds: runs,
    machine: machineOf(browser, audits),
    pages: results,
    liveMap,
  };
}

/** Serves the built site, measures it, and writes the results. */
async function main(): Promise<void> {
  const options = readOptions();
  if (options.builds.length > 0) {
    const runs: BuildRun[] = [];
    for (const count of options.builds) {
      const run = await measureBuild(count);
      console.error(`${count} events: ${run.cold.toFixed(0)} s, with the cards kept ${run.warm.toFixed(0)} s`);
      runs.push(run);
    }
    console.log(buildTable(runs));
    return;
  }
  builtSite(options.dist);
  if (options.reading) {
    console.log(readingReport(options.dist));
    return;
  }
  if (options.load) {
    console.log(loadTable(await measureLoad(options.dist)));
    return;
  }
  const site = await serveSite(options.dist);
  try {
    if (options.days) {
      const browser = benchBrowser();
      const all = [];
      for (const times of [1, 10, 100])
        all.push(await measureDayChanges(browser, site.origin + pathOf(LIVE_PAGE), times));
      console.log(dayChangesTable(all));
      return;
    }
    if (options.visits) {
      const pages = Object.fromEntries(options.pages.map((name) => [name, pathOf(name)]));
      console.log(visitsTable(await measureVisits(benchBrowser(), site, pages, options.runs)));
      return;
    }
    if (options.uses) {
      console.log(usesTable(await measureUses(benchBrowser(), site, options.runs)));
      return;
    }
    const results = await bench(site, options);
    mkdirSync(RESULTS, { recursive: true });
    writeFileSync(`${RESULTS}/latest.json`, `${JSON.stringify(results, null, 2)}\n`);
    console.log(report(results));
  } finally {
    await site.close();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
