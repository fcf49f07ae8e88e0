/** What a build holds, as checksums: two builds of the same sources are the same, byte by byte, wherever and whenever they are made. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** Returns a line for each file of a folder, as `sha256sum` writes it, by path; copies that `npm run compress` wrote beside their files are left out. */
export function checksumsOf(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const present = new Set(files);
  return files
    .filter((file) => !/\.(?:br|gz)$/.test(file) || !present.has(file.replace(/\.(?:br|gz)$/, '')))
    .map((file) => ({ file, path: relative(folder, file).split(sep).join('/') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ file, path }) => `${sha256(readFileSync(file))}  ${path}`);
}

/** Returns the one checksum of all of them. */
export function checksumOf(lines: readonly string[]): string {
  return sha256(lines.map((line) => `${line}\n`).join(''));
}
