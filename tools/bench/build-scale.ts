/**
 * What a build costs with many events: the site as it is, and with generated ones beside it, in a folder of its own and
 * with an empty cache of cards; then once more with the cards kept.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildIn, copySources } from '../../e2e/build-elsewhere.ts';

export interface BuildRun {
  /** How many events were generated. */
  readonly generated: number;
  readonly pages: number;
  readonly cards: number;
  /** Seconds of a build that draws every card, and of one that finds all of them in the cache. */
  readonly cold: number;
  readonly warm: number;
}

/** Returns one of a thousand days, on which the corridor was in use, the road closed, or the checkpoint there. */
const dayOf = (i: number): string => new Date(Date.UTC(2020, 11, 1 + (i % 1000))).toISOString().slice(0, 10);
/** Returns the phase of such a day. */
const phaseOf = (day: string): string =>
  day < '2022-12-12' ? 'corridor' : day < '2023-04-23' ? 'closure' : 'checkpoint';

/** Writes an event on one of these days, at one of the places of the map, with sources that exist. */
function eventFile(i: number, places: readonly string[], sources: readonly string[]): string {
  const day = dayOf(i);
  const [place, source] = [places[i % places.length], sources[i % sources.length]];
  return `---
title: Generated event ${i} for the benchmark
date: '${day}'
phase: ${phaseOf(day)}
kind: politics
significance: 1
places: [${place}]
---
The first sentence of generated event ${i} is about as long as one of a real event. [@${source}]

The second paragraph says a little more about what happened at [this place](place:${place}), and cites again. [@${source}]
`;
}

/** Builds the site with so many generated events, cold and warm. Rejects with the build's own words if it fails. */
export async function measureBuild(generated: number): Promise<BuildRun> {
  const root = copySources();
  try {
    const ids = (folder: string): string[] =>
      readdirSync(join(root, 'content', folder)).map((name) => name.replace(/\.\w+$/, ''));
    const places = ids('places').filter((id) =>
      /^rank:/m.test(readFileSync(join(root, `content/places/${id}.yaml`), 'utf8')),
    );
    const sources = ids('sources');
    for (let i = 0; i < generated; i += 1)
      writeFileSync(join(root, `content/events/${dayOf(i)}-generated-${i}.md`), eventFile(i, places, sources));
    const build = async (): Promise<number> => {
      const start = performance.now();
      const { code, said } = await buildIn(root, { CARD_CACHE: join(root, 'cards') }).done;
      if (code !== 0) throw new Error(`The build with ${generated} events failed:\n${said}`);
      return (performance.now() - start) / 1000;
    };
    const cold = await build();
    const warm = await build();
    const files = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' });
    return {
      generated,
      pages: files.filter((file) => file.endsWith('.html')).length,
      cards: files.filter((file) => file.startsWith('cards/') && file.endsWith('.png')).length,
      cold,
      warm,
    };
  } finally {
    rmSync(dirname(root), { recursive: true, force: true });
  }
}

/** Returns the runs as a table; the first is the site as it is, to which the others are compared. */
export function buildTable(runs: readonly BuildRun[]): string {
  const [own] = runs;
  const perEvent = (run: BuildRun, of: 'cold' | 'warm'): string =>
    own && run.generated > 0 ? `${(((run[of] - own[of]) / run.generated) * 1000).toFixed(0)} ms` : '–';
  return [
    '| generated events | pages | cards | every card drawn | per event | cards kept | per event | cards per second |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...runs.map(
      (run) =>
        `| ${run.generated.toLocaleString('en')} | ${run.pages.toLocaleString('en')} | ${run.cards.toLocaleString('en')} | ${run.cold.toFixed(1)} s | ${perEvent(run, 'cold')} | ${run.warm.toFixed(1)} s | ${perEvent(run, 'warm')} | ${(run.cards / (run.cold - run.warm)).toFixed(1)} |`,
    ),
  ].join('\n');
}
