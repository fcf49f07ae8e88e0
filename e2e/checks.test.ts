/** The checks of the code itself, as tests, so that the closing line counts them too. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

test.describe.configure({ mode: 'parallel', timeout: 180_000 });

const run = (command: string, ...args: string[]): { status: number | null; output: string } => {
  const done = spawnSync(command, args, {
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  return { status: done.status, output: `${done.stdout}${done.stderr}` };
};

test.describe('the code', () => {
  for (const [promise, command, ...args] of [
    ['is formatted and free of lint', 'biome', 'check', '.'],
    ['has sound types', 'astro', 'check', '--minimumFailingSeverity', 'hint'],
    ['holds nothing that is not used', 'knip'],
    ['has a lock without gaps', 'node', 'tools/lock-gaps.mjs'],
  ] as const)
    test(promise, () => {
      const { status, output } = run(command, ...args);
      expect(status, output).toBe(0);
    });

  test('asks neither the clock nor the system for a day, or for its form', () => {
    // The day on which a reader opened what they cite, and the feeds' own form of a day.
    const known = ['src/build/feeds.ts', 'src/explorer/share-dialog.ts'];
    const asks =
      /\bnew Date\b|\bDate\.\w|\bIntl\.(?:DateTimeFormat|RelativeTimeFormat)|\.toLocale(?:Date|Time)?String\((?!'en'\))/;
    const found = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|astro)$/.test(file) && !file.endsWith('.test.ts'))
      .map((file) => `src/${file.replaceAll('\\', '/')}`)
      .filter((file) => asks.test(readFileSync(file, 'utf8')));
    expect(found.sort()).toEqual(known);
  });

  test('measures windows in em, styles and scripts alike, so that large type has the layout of a small one', () => {
    const found = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|astro|css)$/.test(file) && !file.endsWith('.test.ts'))
      .flatMap((file) => readFileSync(`src/${file}`, 'utf8').split('\n'))
      .filter((line) => /\((?:min-|max-)?(?:width|height)\s*[:<>=]+\s*[\d.]+px/.test(line) && !/@container/.test(line));
    expect(found).toEqual([]);
  });
});
