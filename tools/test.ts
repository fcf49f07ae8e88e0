/**
 * What `npm test` runs: finds a browser, builds the site twice (at the root and under a sub-path), then runs every check
 * and test in one Playwright run. The last line is always `N passed, N failed`.
 */
import { spawn } from 'node:child_process';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

const ASTRO = 'node_modules/astro/bin/astro.mjs';
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';

/** Whether somebody has asked for an end. */
let isStopped = false;

// `npm test` runs this in a shell, which passes no signal on: when npm is ended, only that shell ends with it.
const parent = process.ppid;
if (process.env['npm_lifecycle_event'] === 'test')
  setInterval(() => process.ppid === parent || isStopped || process.kill(process.pid, 'SIGTERM'), 500).unref();

/**
 * Runs a script of Node with its output shown; tells whether it succeeded. No shell takes its words apart. Who ends this
 * process ends the script: by an interrupt, on which alone Playwright puts its servers and browsers away.
 */
function run(script: string, args: readonly string[] = [], settings: Record<string, string> = {}): Promise<boolean> {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...settings },
  });
  const stop = (): void => {
    isStopped = true;
    // On Windows the console has told the script already, and this would cut it off.
    if (process.platform !== 'win32') child.kill('SIGINT');
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return new Promise((tell) => {
    const end = (isDone: boolean): void => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      tell(isDone);
    };
    child.once('error', (error) => {
      console.error(error.message);
      end(false);
    });
    child.once('exit', (code) => end(code === 0));
  });
}

const steps: readonly (readonly [name: string, step: () => Promise<boolean>])[] = [
  ['a browser for the tests', () => run('e2e/ensure-browser.mjs')],
  ['the build', () => run(ASTRO, ['build', '--silent'], { BASE_PATH: '/', OUT_DIR: 'dist' })],
  [
    'the build under a sub-path',
    () => run(ASTRO, ['build', '--silent'], { BASE_PATH: '/repo/', OUT_DIR: 'dist-sub-path' }),
  ],
];
for (const [name, step] of steps)
  if (!(await step()) || isStopped) {
    console.log(`Stopped at ${name}: see above.\n0 passed, 1 failed`);
    process.exit(1);
  }
process.exit((await run(PLAYWRIGHT, ['test', ...process.argv.slice(2)])) ? 0 : 1);
