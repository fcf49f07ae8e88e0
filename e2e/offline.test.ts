/** What is kept to be read without a network, read from disk: whole, and no more than 1 MB. For both builds. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { PackedFile } from '../src/build/pack.ts';
import { unpack } from '../src/offline/unpack.ts';

/** Returns the files that a module's code comes from: itself, and what it imports other than types, however far. */
function modulesOf(file: string): string[] {
  const imports = readFileSync(file, 'utf8').matchAll(/^import\b(?! type\b)[^;]*?'(\.[^']+)';/gm);
  return [file, ...[...imports].flatMap(([, path = '']) => modulesOf(join(dirname(file), path)))];
}

/** Returns how many lines of a file are neither empty nor comment alone. */
function linesOfCode(file: string): number {
  const code = readFileSync(file, 'utf8').replace(/^\s*\/\*[\s\S]*?\*\/$/gm, '');
  return code.split('\n').filter((line) => /^\s*[^\s/]|^\s*\/[^/]/.test(line)).length;
}

test('the worker is less than a hundred lines of code, all that goes into it counted', () => {
  const modules = new Set(modulesOf('src/offline/worker.ts'));
  const own = readdirSync('src/offline').filter((name) => !name.endsWith('.d.ts'));
  expect([...modules]).toEqual(expect.arrayContaining(own.map((name) => join('src/offline', name))));
  const lines = [...modules].reduce((sum, file) => sum + linesOfCode(file), 0);
  expect(lines).toBeGreaterThan(50);
  expect(lines).toBeLessThan(100);
});

for (const [dist, base] of [
  ['dist', '/'],
  ['dist-sub-path', '/repo/'],
] as const) {
  const kept = async (): Promise<Map<string, PackedFile>> => {
    const packs = readdirSync(join(dist, 'offline')).map((name) => readFileSync(join(dist, 'offline', name)));
    const opened = await Promise.all(packs.map((bytes) => unpack(new Blob([bytes]))));
    return new Map(opened.flatMap((files) => [...files]));
  };

  test.describe(`what is kept of the site built for ${base}`, () => {
    test('is 1 MB at most, under the addresses that the worker names', () => {
      const names = readdirSync(join(dist, 'offline'));
      const bytes = names.reduce((sum, name) => sum + readFileSync(join(dist, 'offline', name)).length, 0);
      expect(bytes).toBeGreaterThan(100_000);
      expect(bytes).toBeLessThanOrEqual(1_000_000);
      const worker = readFileSync(join(dist, 'sw.js'), 'utf8');
      for (const name of names) expect(worker).toContain(`offline/${name}`);
      expect(worker).toContain(`\`corridor ${base} \``);
    });

    test('is byte for byte what is served', async () => {
      const files = await kept();
      expect(files.size).toBeGreaterThan(500);
      for (const [path, { bytes, type }] of files) {
        expect(Buffer.from(bytes).equals(readFileSync(join(dist, path.replace(/\?.*/, '')))), path).toBe(true);
        expect(type, path).not.toBe('');
      }
    });

    test('holds every page but the embeds, and all that a page asks for but the pictures of links', async () => {
      const files = await kept();
      const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
        .map((file) => file.replaceAll('\\', '/'))
        .filter((file) => /\/index\.html$|^(index|404)\.html$/.test(file) && !file.startsWith('embed/'));
      expect(pages.filter((page) => !files.has(page))).toEqual([]);
      const missing = new Set<string>();
      for (const page of pages) {
        const text = Buffer.from(files.get(page)?.bytes ?? []).toString();
        const asked = text.matchAll(/\s(?:src|srcset|data-(?:fonts|map|data|index|names|scripts))="([^"]+)"/g);
        for (const address of [...asked].flatMap(([, list = '']) => list.split(' '))) {
          const path = address.slice(base.length);
          if (!address.startsWith(base) || path.startsWith('cards/')) continue;
          if (existsSync(join(dist, path.replace(/\?.*/, ''))) && !files.has(path)) missing.add(`${page}: ${path}`);
        }
      }
      expect([...missing]).toEqual([]);
    });
  });
}
