/**
 * After a build, writes what is needed to read the site without a network: packs of its files, and the service worker that
 * keeps them. What the explorer reads as data gets its version into its address, as scripts have it in their names: so a page
 * and what it asks for are of one build. Comes when the pages are as they will be served.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { oneScript } from './one-script.ts';
import { type PackedFile, pack } from './pack.ts';

/** What only other sites, feed readers and crawlers ask for is not kept, nor what readers keep themselves. */
const NOT_KEPT =
  /^(cards|cite|embed|oembed)\/|^(feed|corrections|sitemap)[\w-]*\.(xml|json)$|^robots\.txt$|^lachin-corridor\.html$/;
/** The explorer's own data: their addresses in pages say which version they are. */
const VERSIONED = ['data/map.json', 'data/names.json', 'data/road.json', 'search.json'];
/** The packs, and what goes into each: a correction of a text leaves the scripts and the typefaces as they are. */
const PACKS: readonly (readonly [name: string, holds: (path: string) => boolean])[] = [
  ['code', (path) => /^(_astro|fonts|map)\//.test(path) && !path.endsWith('.html')],
  ['data', (path) => VERSIONED.some((name) => path.startsWith(name))],
  ['pages', () => true],
];
const TYPES: Readonly<Record<string, string>> = {
  '.bib': 'application/x-bibtex',
  '.css': 'text/css',
  '.csv': 'text/csv;charset=utf-8',
  '.geojson': 'application/geo+json',
  '.gpx': 'application/gpx+xml',
  '.html': 'text/html;charset=utf-8',
  '.ics': 'text/calendar;charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.kml': 'application/vnd.google-earth.kml+xml',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain;charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
/** Bytes: a site that is larger is none that a reader would want on her device. It is built without a worker. */
const MOST = 40_000_000;

const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex').slice(0, 12);

/** Returns the integration. */
export function keepOffline(): AstroIntegration {
  let base = '/';
  return {
    name: 'keep-offline',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = `${config.base}/`.replace(/\/+/g, '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (!(await writeOffline(fileURLToPath(dir), base)))
          logger.warn('The site is too large to be kept by its readers: no service worker is written.');
      },
    },
  };
}

/** Writes the packs and the worker of a built site, and the versions into its pages; false if it is too large. */
export async function writeOffline(root: string, base: string): Promise<boolean> {
  const files = await withVersions(root, base);
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > MOST) return false;
  await mkdir(join(root, 'offline'), { recursive: true });
  const packs: Record<string, string> = {};
  let rest = files;
  for (const [name, holds] of PACKS) {
    const packed = pack(rest.filter(({ path }) => holds(path)));
    rest = rest.filter(({ path }) => !holds(path));
    const path = `offline/${name}.${hashOf(packed)}.pack`;
    packs[name] = base + path;
    await writeFile(join(root, path), packed);
  }
  await writeFile(join(root, 'sw.js'), await workerScript(base, packs));
  return true;
}

/** Returns what is kept of a site, in order, and writes into its pages which version of the explorer's data is theirs. */
async function withVersions(root: string, base: string): Promise<PackedFile[]> {
  const found = (await readdir(root, { recursive: true })).map((path) => path.replaceAll('\\', '/'));
  const paths = found.filter((path) => extname(path) in TYPES && !NOT_KEPT.test(path)).sort();
  const files = await Promise.all(
    paths.map(async (path) => ({ path, type: TYPES[extname(path)] ?? '', bytes: await readFile(join(root, path)) })),
  );
  const versioned = files
    .filter(({ path }) => VERSIONED.includes(path))
    .map(({ path, bytes }) => [path, `${path}?v=${hashOf(bytes)}`] as const);
  const addresses = new Map(versioned);
  return Promise.all(
    files.map(async ({ path, type, bytes }) => {
      if (!path.endsWith('.html')) return { path: addresses.get(path) ?? path, type, bytes };
      let html = bytes.toString('utf8');
      for (const [name, address] of versioned) html = html.replaceAll(`"${base}${name}"`, `"${base}${address}"`);
      await writeFile(join(root, path), html);
      return { path, type, bytes: Buffer.from(html) };
    }),
  );
}

/** Returns the service worker's script. Its version is that of all it keeps, and its own. */
async function workerScript(base: string, packs: Readonly<Record<string, string>>): Promise<string> {
  const worker = fileURLToPath(new URL('../offline/worker.ts', import.meta.url));
  const code = await oneScript(worker, { define: { 'self.BASE': JSON.stringify(base) } });
  const script = `self.PACKS = ${JSON.stringify(packs)};\n${code}`;
  return `self.VERSION = '${hashOf(script)}';\n${script}`;
}
