import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { licences, packagesForReaders } from './licences.ts';

/** Whatever the scripts of pages are made of: a component's script imports nothing but these. */
const FOLDERS = ['explorer', 'share', 'model', 'i18n', 'offline'];

test.describe('the licences', () => {
  test('name every package whose code or typefaces reach the reader, and no other', () => {
    const files = FOLDERS.flatMap((folder) =>
      readdirSync(join('src', folder))
        .filter((name) => name.endsWith('.ts') && !/\.(?:test|d)\.ts$/.test(name))
        .map((name) => join('src', folder, name)),
    );
    const imported = files.flatMap((file) =>
      [
        ...readFileSync(file, 'utf8').matchAll(
          /^(?:import|export)\s(?!type\b)(?:[^;']*\sfrom\s)?'([^.'][^']*)'|import\('([^.'][^']*)'\)/gm,
        ),
      ].map(([, one, other]) => one ?? other ?? ''),
    );
    const typefaces = ['source-serif-4', 'source-sans-3', 'noto-serif-armenian', 'noto-sans-armenian'];
    const expected = [...new Set(imported), ...typefaces.map((name) => `@fontsource-variable/${name}`)];
    expect(packagesForReaders().sort()).toEqual(expected.sort());
  });

  test('begin with the site’s own terms, and hold each package’s notice whole', () => {
    const text = licences();
    expect(text.startsWith(readFileSync('LICENSE', 'utf8').trim())).toBe(true);
    for (const name of packagesForReaders()) {
      const folder = join('node_modules', name);
      const [file = ''] = readdirSync(folder).filter((one) => one.startsWith('LICENSE'));
      const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      expect(text, name).toContain(`${name} ${version}: `);
      expect(text, name).toContain(readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
    }
    expect(text).not.toMatch(/\r|undefined/);
  });
});
