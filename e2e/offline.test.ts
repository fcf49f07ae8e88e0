/** What is kept to be read without a network, read from disk: whole, and no more than 1 MB. For both builds. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type KeptFile, unpack } from '../src/offline/unpack.ts';

for (const [dist, base] of [
  ['dist', '/'],
  ['dist-sub-path', '/repo/'],
] as const) {
  const kept = async (): Promise<Map<string, KeptFile>> => {
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
