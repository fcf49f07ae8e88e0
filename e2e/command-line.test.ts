/** What the tools say to a slip on the command line: one sentence, and an exit code that a script can ask for. */
import { spawnSync } from 'node:child_process';
import { expect, test } from '@playwright/test';

const NO_SITE = 'There is no built site in nope: run `npm run build` first.\n';

for (const [tool, given, told] of [
  ['checksum', ['--file'], "Unknown option '--file'. Usage: npm run checksum [-- --files] [-- dist]\n"],
  ['checksum', ['nope'], NO_SITE],
  ['compress', ['--dist=dist'], "Unknown option '--dist'. Usage: npm run build && npm run compress [-- dist]\n"],
  ['compress', ['nope'], NO_SITE],
  ['bench', ['--reading', '--dist=nope'], NO_SITE],
  ['bench', ['--visit'], /^Unknown option '--visit'\. Usage: npm run build && npm run bench -- .*--visits.*\n$/],
  ['webkit', ['--dist=nope'], NO_SITE],
  ['webkit', ['dist'], /^Unexpected argument 'dist'\. Usage: npm run build && npm run webkit \[-- --dist=dist\]\n$/],
] as const)
  test(`npm run ${tool} -- ${given.join(' ')} says what is wrong, and no more`, () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--experimental-strip-types', '--no-warnings', `tools/${tool}.ts`, ...given],
      { encoding: 'utf8' },
    );
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toEqual(typeof told === 'string' ? told : expect.stringMatching(told));
  });
