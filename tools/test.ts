/**
 * What `npm test` runs: finds a browser, builds the site twice (at the root and under a sub-path), then runs every check
 * and test in one Playwright run. The last line is always `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

const ASTRO = 'node_modules/astro/bin/astro.mjs';
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';

/** Runs a script of Node with its output shown; tells whether it succeeded. No shell takes its words apart. */
function run(script: string, args: readonly string[] = [], settings: Record<string, string> = {}): boolean {
  const done = spawnSync(process.execPath, [script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...settings },
  });
  return done.status === 0;
}

const steps: readonly (readonly [name: string, step: () => boolean])[] = [
  ['a browser for the tests', () => run('e2e/ensure-browser.mjs')],
  ['the build', () => run(ASTRO, ['build', '--silent'], { BASE_PATH: '/', OUT_DIR: 'dist' })],
  [
    'the build under a sub-path',
    () => run(ASTRO, ['build', '--silent'], { BASE_PATH: '/repo/', OUT_DIR: 'dist-sub-path' }),
  ],
];
for (const [name, step] of steps)
  if (!step()) {
    console.log(`Stopped at ${name}: see above.\n0 passed, 1 failed`);
    process.exit(1);
  }
process.exit(run(PLAYWRIGHT, ['test', ...process.argv.slice(2)]) ? 0 : 1);
