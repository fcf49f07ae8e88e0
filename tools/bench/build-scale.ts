/**
 * What a build costs with many events: the site as it is, and with generated ones beside it, in a folder of its own and
 * with an empty cache of cards; then once more with the cards kept.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface BuildRun {
  /** How many events were generated. */
  readonly generated: number;
  readonly pages: number;
  readonly cards: number;
  /** Seconds of a build that draws every card, and of one that finds all of them in the cache. */
  readonly cold: number;
  readonly warm: number;
}

const COPIED = ['src', 'content', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json', 'LICENSE'];

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

/** Builds the site with so many generated events, cold and warm. Throws with the build's own words if it fails. */
export function measureBuild(generated: number): BuildRun {
  const root = mkdtempSync(join(tmpdir(), 'build-scale-'));
  try {
    for (const name of COPIED) cpSync(name, join(root, name), { recursive: true });
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'dir');
    const ids = (folder: string): string[] =>
      readdirSync(join(root, 'content', folder)).map((name) => name.replace(/\.\w+$/, ''));
    const places = ids('places').filter((id) =>
      /^rank:/m.test(readFileSync(join(root, `content/places/${id}.yaml`), 'utf8')),
    );
    const sources = ids('sources');
    for (let i = 0; i < generated; i += 1)
      writeFileSync(join(root, `content/events/${dayOf(i)}-generated-${i}.md`), eventFile(i, places, sources));
    const build = (): number => {
      const start = performance.now();
      const done = spawnSync(process.execPath, [resolve('node_modules/astro/bin/astro.mjs'), 'build', '--silent'], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, CARD_CACHE: join(root, 'cards'), ASTRO_TELEMETRY_DISABLED: '1' },
        maxBuffer: 1 << 28,
      });
      if (done.status !== 0)
        throw new Error(`The build with ${generated} events failed:\n${done.stdout}${done.stderr}`);
      return (performance.now() - start) / 1000;
    };
    const [cold, warm] = [build(), build()];
    const files = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' });
    return {
      generated,
      pages: files.filter((file) => file.endsWith('.html')).length,
      cards: files.filter((file) => file.startsWith('cards/') && file.endsWith('.png')).length,
      cold,
      warm,
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
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
