import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { checksumsOf } from '../src/build/checksums.ts';
import { precompress } from '../tools/precompress.ts';

const TEXT = 'The road ran here. '.repeat(100);

test.describe('compressed copies', () => {
  let folder = '';
  const at = (file: string): string => join(folder, file);
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'copies-'));
    mkdirSync(at('_server'));
    for (const [file, text] of Object.entries({
      'page.html': TEXT,
      'small.html': 'Short.',
      'picture.png': TEXT,
      _headers: TEXT,
      '_server/own.txt': TEXT,
    }))
      writeFileSync(at(file), text);
  });
  test.afterEach(() => rmSync(folder, { recursive: true }));

  test('stand beside each text that is long enough, and beside nothing else', async () => {
    expect(await precompress(folder)).toEqual({ files: 2, written: 2, removed: 0 });
    expect(
      readdirSync(folder, { recursive: true })
        .filter((file) => /\.(br|gz)$/.test(String(file)))
        .sort(),
    ).toEqual(['page.html.br', 'page.html.gz']);
    expect(brotliDecompressSync(readFileSync(at('page.html.br'))).toString()).toBe(TEXT);
    expect(gunzipSync(readFileSync(at('page.html.gz'))).toString()).toBe(TEXT);
  });

  test('hold no time: the same text gives the same bytes', async () => {
    await precompress(folder);
    const before = ['br', 'gz'].map((ending) => readFileSync(at(`page.html.${ending}`)).toString('hex'));
    utimesSync(at('page.html'), 1, 1);
    expect((await precompress(folder)).written).toBe(2);
    expect(['br', 'gz'].map((ending) => readFileSync(at(`page.html.${ending}`)).toString('hex'))).toEqual(before);
  });

  test('are left alone while fresh, made anew when their file has changed, and go with it', async () => {
    await precompress(folder);
    expect(await precompress(folder)).toEqual({ files: 2, written: 0, removed: 0 });
    writeFileSync(at('page.html'), TEXT.replaceAll('road', 'path'));
    utimesSync(at('page.html'), 2, 2);
    expect((await precompress(folder)).written).toBe(2);
    expect(gunzipSync(readFileSync(at('page.html.gz'))).toString()).toContain('The path ran');
    rmSync(at('page.html'));
    expect(await precompress(folder)).toEqual({ files: 1, written: 0, removed: 2 });
    expect(existsSync(at('page.html.br'))).toBe(false);
  });

  test('go where their file has become too short for them', async () => {
    await precompress(folder);
    writeFileSync(at('page.html'), 'Short now.');
    expect(await precompress(folder)).toEqual({ files: 2, written: 0, removed: 2 });
    expect(existsSync(at('page.html.gz'))).toBe(false);
  });

  test('leave the checksum of a build as it was; a file that only ends like a copy counts', async () => {
    writeFileSync(at('alone.gz'), TEXT);
    const before = checksumsOf(folder);
    await precompress(folder);
    expect(existsSync(at('page.html.br'))).toBe(true);
    expect(checksumsOf(folder)).toEqual(before);
    expect(before.some((line) => line.endsWith('  alone.gz'))).toBe(true);
  });

  test('are made of some files only where that is asked', async () => {
    expect((await precompress(folder, (file) => file !== 'page.html')).written).toBe(0);
  });
});
