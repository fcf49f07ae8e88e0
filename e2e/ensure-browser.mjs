// @ts-check
// Runs before the tests: finds a browser, or gets one, or says what to install.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ADVICE, findBrowser, SHELL, SPARE } from './find-browser.mjs';

const say = (/** @type {string} */ text) => console.log(`[browser] ${text}`);
/** @type {string[]} What the failed attempts said, shown only if none succeeds. */
const said = [];
/** @param {string} command @param {string[]} args */
function run(command, args) {
  const done = spawnSync(command, args, { encoding: 'utf8', shell: process.platform === 'win32' });
  if (done.status !== 0) said.push(`$ ${command} ${args.join(' ')}\n${done.error ?? `${done.stdout}${done.stderr}`}`);
  return done.status === 0;
}

/** Its own library folder is unpacked only where it believes itself on a bare host: so it is told that, and where to unpack. */
async function spare() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return;
  const folder = resolve(SPARE.folder);
  if (
    !run('npm', [
      'install',
      '--prefix',
      folder,
      '--no-save',
      '--no-package-lock',
      '--ignore-scripts',
      `${SPARE.name}@${SPARE.version}`,
    ])
  )
    return;
  process.env['TMPDIR'] = folder;
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs24.x';
  const { default: chromium } = await import(
    pathToFileURL(join(folder, 'node_modules', SPARE.name, 'build/index.js')).href
  );
  await chromium.executablePath();
}

/** @type {[string, () => unknown][]} */
const ways = [
  ["Playwright's own download", () => run('npx', ['playwright', 'install', 'chromium'])],
  [
    "Debian's package",
    () =>
      process.getuid?.() === 0 &&
      run('apt-get', ['update', '-q']) &&
      [SHELL, 'chromium'].some((name) => run('apt-get', ['install', '-q', '-y', '--no-install-recommends', name])),
  ],
  // Last, because this build stops at some letters that its few fonts lack.
  [`${SPARE.name} from npm`, spare],
];

mkdirSync(SPARE.folder, { recursive: true });
let found = findBrowser();
for (const [name, get] of ways) {
  if (found) break;
  say(`none here; trying ${name}`);
  await get();
  found = findBrowser();
}
if (!found) {
  for (const text of said) console.error(text);
  console.error(ADVICE);
  process.exit(1);
}
say(`${found.kind}${found.executablePath ? ` ${found.executablePath}` : ''}`);
