/** The benchmark's words: medians, the table in Markdown, the machine. */
import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, totalmem } from 'node:os';
import type { Audit } from './audit.ts';
import type { Browser } from './browser.ts';
import type { LiveMapRun } from './live-map.ts';
import { median } from './median.ts';

/** One page's runs; `words` has the same rounds in the same order, and `ratios` one LCP ÷ words' LCP a round. */
export interface PageRuns {
  readonly name: string;
  readonly path: string;
  readonly runs: readonly Audit[];
  readonly words?: readonly Audit[];
  readonly ratios?: readonly number[];
}

export interface Bench {
  readonly date: string;
  readonly rounds: number;
  readonly machine: Readonly<Record<string, string>>;
  readonly pages: readonly PageRuns[];
  readonly liveMap: readonly LiveMapRun[];
}

const kib = (bytes: number): string => (bytes / 1024).toFixed(1);
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const HEAD = [
  'Page',
  'KiB',
  'KiB without fonts',
  'Script KiB',
  'Requests',
  'FCP ms',
  'LCP ms',
  'Words’ LCP ms',
  'LCP ÷ words’',
  'TBT ms',
  'Own TBT ms',
  'CLS',
  'Scores',
];

/** Returns the table's row of one page. */
function pageRow({ name, path, runs, words, ratios }: PageRuns): string {
  const of = (value: (audit: Audit) => number): number => median(runs.map(value));
  const scores = (runs[0]?.scores ?? []).map((_, i) => of((audit) => audit.scores[i] ?? Number.NaN));
  return row([
    `${name} \`${path}\``,
    kib(of(({ bytes }) => bytes)),
    kib(of(({ bytesWithoutFonts }) => bytesWithoutFonts)),
    kib(of(({ scriptBytes }) => scriptBytes)),
    String(of(({ requests }) => requests)),
    of(({ fcp }) => fcp).toFixed(0),
    of(({ lcp }) => lcp).toFixed(0),
    words ? median(words.map(({ lcp }) => lcp)).toFixed(0) : '–',
    ratios ? median(ratios).toFixed(2) : '–',
    of(({ tbt }) => tbt).toFixed(0),
    of(({ ownTbt }) => ownTbt).toFixed(0),
    of(({ cls }) => cls).toFixed(3),
    scores.join('/'),
  ]);
}

/** Returns the sentence on the live map. */
function liveMapLine(runs: readonly LiveMapRun[]): string {
  const of = (value: (run: LiveMapRun) => number): number => median(runs.map(value));
  const times = runs.map(({ time }) => Math.round(time));
  const span = times.length > 1 ? ` (${Math.min(...times)}–${Math.max(...times)})` : '';
  const [script, data, other] = [
    of(({ scriptBytes }) => scriptBytes),
    of(({ dataBytes }) => dataBytes),
    of(({ otherBytes }) => otherBytes),
  ];
  const bytes = `${kib(script + data)} KiB (script ${kib(script)}, data ${kib(data)})${other > 0 ? `, pictures ${kib(other)} KiB` : ''}`;
  return `Live map, 4× slower processor, network not slowed: drawn ${of(({ time }) => time).toFixed(0)} ms${span} after its request; ${bytes}.`;
}

/** Returns the report in Markdown. */
export function report({ date, rounds, machine, pages, liveMap }: Bench): string {
  return [
    row(HEAD),
    row(HEAD.map((_, i) => (i === 0 ? '---' : '--:'))),
    ...pages.map(pageRow),
    '',
    ...(liveMap.length > 0 ? [liveMapLine(liveMap), ''] : []),
    `Lighthouse’s mobile preset, simulated throttling. ${rounds === 1 ? 'One run' : `Medians of ${rounds} interleaved runs; each ratio is formed within its round`}. ` +
      'Scores: performance, accessibility, best practices, SEO.',
    '',
    `${Object.entries(machine)
      .map(([name, value]) => `${name}: ${value}`)
      .join('. ')}.`,
    '',
    `Date: ${date}.`,
  ].join('\n');
}

/** Returns what the figures depend on. */
export function machineOf(browser: Browser, audits: readonly Audit[]): Record<string, string> {
  const version = execFileSync(browser.path, ['--version'], {
    encoding: 'utf8',
    env: { ...process.env, ...browser.env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const indexes = audits.map(({ cpuIndex }) => cpuIndex);
  return {
    Processor: cpus()[0]?.model.trim() ?? 'unknown',
    Cores: String(availableParallelism()),
    Memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    'Lighthouse’s processor index': `${median(indexes).toFixed(0)} (${Math.min(...indexes).toFixed(0)}–${Math.max(...indexes).toFixed(0)})`,
    Browser: version.trim(),
    Node: process.version,
  };
}
