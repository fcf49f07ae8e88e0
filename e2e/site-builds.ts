/** Builds of a part of the site, for tests of updates: its own, one with other words, and one with other scripts and data too. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeOffline } from '../src/build/keep-offline.ts';

const PARTS = [
  'index.html',
  '404.html',
  'map',
  'events/2023-04-23-checkpoint',
  '_astro',
  'fonts',
  'icons',
  'data/map.json',
  'manifest.webmanifest',
];

export type Edition = 'first' | 'words' | 'second';

/** What the later builds say in the head of each page. */
export const SECOND = 'The Lachin corridor, second edition';

/** Makes a build in a folder of its own, and returns the folder. */
export async function makeBuild(dist: string, base: string, edition: Edition): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), `corridor-${edition}-`));
  for (const part of PARTS) cpSync(join(dist, part), join(folder, part), { recursive: true });
  if (edition !== 'first')
    change(folder, /\.html$/, (text) => text.replace(/(<a class="home"[^>]*>)[^<]*/, `$1${SECOND}`));
  if (edition === 'second') {
    for (const name of readdirSync(join(folder, '_astro')).filter((name) => name.endsWith('.js'))) {
      const later = name.replace(/\.js$/, '-second.js');
      renameSync(join(folder, '_astro', name), join(folder, '_astro', later));
      change(folder, /\.(html|js)$/, (text) => text.replaceAll(name, later));
    }
    change(folder, /map\.json$/, (text) => `${text}\n`);
    change(folder, /\.html$/, (text) => text.replace(/(data\/map\.json)\?v=\w+/g, '$1'));
  }
  await writeOffline(folder, base);
  return folder;
}

function change(folder: string, files: RegExp, edit: (text: string) => string): void {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!files.test(file)) continue;
    const path = join(folder, file);
    writeFileSync(path, edit(readFileSync(path, 'utf8')));
  }
}
