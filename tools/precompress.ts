/** Writes a compressed copy beside each file of a built site that gains by it, for servers that send such copies as they are. */
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Files that are text; pictures and typefaces are compressed already. */
const TEXT = /\.(?:html|css|js|json|geojson|webmanifest|svg|xml|txt|csv|ics|gpx|kml|bib)$/;
/** What a server reads itself, and never sends. */
const OWN = /^_(?:headers|server)/;
/** Smaller files fit into one packet anyway. */
const LEAST = 512;

/** Returns a text as Brotli makes it smallest. */
export const brotliOf = (body: Buffer): Promise<Buffer> =>
  promisify(brotliCompress)(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });

/** Returns a text as gzip makes it smallest. No time is written into its head, so that the same text gives the same bytes. */
export const gzipOf = (body: Buffer): Promise<Buffer> => promisify(gzip)(body, { level: constants.Z_BEST_COMPRESSION });

const KINDS: readonly (readonly [ending: string, compress: (body: Buffer) => Promise<Buffer>])[] = [
  ['.br', brotliOf],
  ['.gz', gzipOf],
];

export interface Compressed {
  readonly files: number;
  readonly written: number;
  readonly removed: number;
}

/** Tells whether a copy was made from a file as it is now: both have the same time. */
async function isFresh(copy: string, made: Date): Promise<boolean> {
  return existsSync(copy) && Math.abs((await stat(copy)).mtime.getTime() - made.getTime()) <= 1;
}

/**
 * Compresses the files of a folder, or some of them, and removes copies whose file is gone or too short. What is fresh stays, so that a second
 * run does nothing. A copy has the time of its file, as nginx asks.
 */
export async function precompress(
  folder: string,
  isWanted: (file: string) => boolean = () => true,
): Promise<Compressed> {
  const all = (await readdir(folder, { recursive: true })).map((file) => file.replaceAll('\\', '/')).sort();
  const present = new Set(all);
  const files = all.filter((file) => TEXT.test(file) && !OWN.test(file) && isWanted(file));
  const stale: string[] = [];
  for (const file of all) {
    const of = file.replace(/\.(?:br|gz)$/, '');
    if (of === file || !TEXT.test(of)) continue;
    if (!present.has(of) || (await stat(join(folder, of))).size < LEAST) stale.push(file);
  }
  for (const file of stale) await rm(join(folder, file));
  let written = 0;
  const compress = async (file: string): Promise<void> => {
    const path = join(folder, file);
    const { size, mtime } = await stat(path);
    if (size < LEAST) return;
    for (const [ending, shrink] of KINDS) {
      if (await isFresh(path + ending, mtime)) continue;
      await writeFile(path + ending, await shrink(await readFile(path)));
      await utimes(path + ending, mtime, mtime);
      written += 1;
    }
  };
  const queue = files.values();
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (const file of queue) await compress(file);
    }),
  );
  return { files: files.length, written, removed: stale.length };
}
