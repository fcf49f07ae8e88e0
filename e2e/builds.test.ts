/**
 * The build as a maintainer runs it, elsewhere: the same sources give the same bytes, and what is cut short or refused leaves
 * what was there before. The sources are copied to a folder of their own; cards that were drawn are kept.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { checksumsOf } from '../src/build/checksums.ts';
import { buildIn, copySources } from './build-elsewhere.ts';

test.describe.configure({ mode: 'serial', timeout: 300_000 });

let root: string;

test.beforeAll(() => {
  root = copySources();
  writeBefore();
});

test.afterAll(() => {
  rmSync(resolve(root, '..'), { recursive: true, force: true });
});

/** Puts the build of yesterday in its place. */
function writeBefore(): void {
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist', 'index.html'), 'yesterday');
}
const isAsBefore = (): boolean =>
  readdirSync(join(root, 'dist')).join() === 'index.html' &&
  readFileSync(join(root, 'dist', 'index.html'), 'utf8') === 'yesterday';
const pagesIn = (folder: string): number =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html')).length
    : 0;

test.describe('a build', () => {
  test('that finds a mistake in the content says it, and leaves what was there before', async () => {
    const place = join(root, 'content/places/a-new-place.yaml');
    writeFileSync(place, 'name: A new place\n');
    const { code, said } = await buildIn(root).done;
    rmSync(place);
    expect(code).toBe(1);
    expect(said).toContain('in the content; nothing was built.');
    expect(said).toContain('content/places/a-new-place.yaml:1  kind: missing: ');
    expect(isAsBefore()).toBe(true);
    expect(existsSync(join(root, '.building'))).toBe(false);
  });

  test('that is killed while it writes pages leaves what was there before', async () => {
    const { child, done } = buildIn(root);
    const draft = join(root, '.building', `dist-${child.pid}`);
    await expect.poll(() => pagesIn(draft), { timeout: 240_000, intervals: [50] }).toBeGreaterThan(0);
    child.kill('SIGKILL');
    await done;
    expect(pagesIn(draft), 'it was cut short').toBeLessThan(pagesIn('dist'));
    expect(isAsBefore()).toBe(true);
  });

  test('in another folder, time zone and language gives the same bytes, and nothing is left of the one before it', async () => {
    const { code, said } = await buildIn(root).done;
    expect(code, said).toBe(0);
    const [here, there] = ['dist', join(root, 'dist')].map((folder) => checksumsOf(folder));
    expect(there?.filter((line) => !here?.includes(line))).toEqual([]);
    expect(there).toEqual(here);
    expect(existsSync(join(root, '.building'))).toBe(false);
  });
});
