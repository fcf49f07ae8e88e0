// @ts-check
import { existsSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { runnable } from './find-command.mjs';

/** The npm build of Chromium that `ensure-browser.mjs` fetches as a last resort (Linux, x64). */
export const SPARE = { name: '@sparticuz/chromium', version: '153.0.0', folder: 'node_modules/.cache/browser' };

const env = process.env;
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
/** Chromium without the windows around its pages, as Playwright's own is: the tests take less than half the time in it. */
export const SHELL = 'chromium-headless-shell';

/** Where a system's browser usually lives, in the order we try them. @param {readonly string[]} names Its commands, on Linux. */
function places(names) {
  if (process.platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((n) => `/Applications/${n}.app/Contents/MacOS/${n}`);
  if (process.platform === 'win32')
    return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].flatMap((root) =>
      root
        ? [join(root, 'Google/Chrome/Application/chrome.exe'), join(root, 'Microsoft/Edge/Application/msedge.exe')]
        : [],
    );
  const folders = (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '' && !folder.includes('node_modules'));
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Playwright's own browser: the full one, or the headless shell that lies beside it. */
function own() {
  const full = chromium.executablePath();
  if (!full) return false;
  if (existsSync(full)) return true;
  const revision = /chromium-(\d+)/.exec(full)?.[1];
  return (
    revision !== undefined &&
    existsSync(join(dirname(dirname(dirname(full))), `chromium_headless_shell-${revision}`, 'INSTALLATION_COMPLETE'))
  );
}

/**
 * @param {{ hasWindows?: boolean }} [wish] Whether a whole one, with its windows, is preferred among the system's.
 * @returns {{ kind: 'named' | 'playwright' | 'system' | 'spare', executablePath?: string, env?: Record<string, string> } | undefined}
 */
export function findBrowser({ hasWindows = false } = {}) {
  const named = env['E2E_BROWSER'];
  if (named) {
    if (!runnable(named)) throw new Error(`E2E_BROWSER names ${named}, which cannot be run.`);
    return { kind: 'named', executablePath: named };
  }
  if (own()) return { kind: 'playwright' };
  const system = places(hasWindows ? [...BROWSERS, SHELL] : [SHELL, ...BROWSERS]).find(runnable);
  if (system) return { kind: 'system', executablePath: system };
  const spare = resolve(SPARE.folder, 'chromium');
  if (runnable(spare))
    return {
      kind: 'spare',
      executablePath: spare,
      env: { LD_LIBRARY_PATH: resolve(SPARE.folder, 'al2023/lib'), FONTCONFIG_PATH: resolve(SPARE.folder, 'fonts') },
    };
  return undefined;
}

/** @returns {string | undefined} The Firefox that E2E_FIREFOX names. */
export function findFirefox() {
  const named = env['E2E_FIREFOX'];
  if (named && !runnable(named)) throw new Error(`E2E_FIREFOX names ${named}, which cannot be run.`);
  return named;
}

export const NO_FIREFOX =
  'No Firefox: its tests are left out. To have them, name one: E2E_FIREFOX=/usr/bin/firefox-esr (Debian: apt-get install -y firefox-esr).';

export const ADVICE = [
  'No browser for the end-to-end tests. Install one of these, then run the tests again:',
  '  npx playwright install --with-deps chromium                    any system',
  `  apt-get update && apt-get install -y ${SHELL}   Debian, as root`,
  'or set E2E_BROWSER to the path of a Chrome or Chromium.',
].join('\n');

/** No calls home: every name but this machine's is unknown. (Never add --disable-features: it would replace Playwright's own list.) */
export const QUIET = ['--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1'];

/** Letters stand where a page puts them, as in a window; a browser without windows would move them to whole pixels. */
export const LETTERS = ['--font-render-hinting=none'];
