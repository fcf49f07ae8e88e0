import { defineConfig, devices } from '@playwright/test';
import { ADVICE, findBrowser, findFirefox, LETTERS, QUIET } from './e2e/find-browser.mjs';
import { findNginx } from './e2e/nginx.ts';

const found = findBrowser();
if (!found) throw new Error(ADVICE);
const env = { ...process.env, ...found.env } as Record<string, string>;
const launchOptions = {
  ...(found.executablePath ? { executablePath: found.executablePath } : {}),
  args: [...QUIET, ...LETTERS],
  ...(found.env ? { env } : {}),
};

const firefox = findFirefox();

/** The site as on a host of its own, and as on GitHub Pages under a sub-path. */
const PORT = Number(process.env['E2E_PORT'] ?? 4329);
const atRoot = `http://localhost:${PORT}/`;
const atSubPath = `http://localhost:${PORT + 1}/repo/`;
const serve = (port: number, url: string, settings: Record<string, string>) => ({
  command: `npm run preview -- --port ${port}`,
  url,
  env: settings,
  reuseExistingServer: false,
  timeout: 60_000,
});

/** Kept pictures are compared once, and on the system they were taken on. */
const LOOKS = '**/looks.e2e.ts';
/** What one window is enough for. */
const ONCE = [
  LOOKS,
  '**/bench.e2e.ts',
  '**/faults.e2e.ts',
  '**/hostile-build.e2e.ts',
  '**/map-styles.e2e.ts',
  '**/older-browsers.e2e.ts',
  '**/one-file.e2e.ts',
  '**/random-walks.e2e.ts',
  '**/time-zones.e2e.ts',
  '**/trusted-types.e2e.ts',
];
/** What is tested behind a real server; the closing line says if there is none. */
const NGINX = '**/nginx.e2e.ts';
/** What is kept does not depend on the screen; what goes wrong while it is, not on the address either. */
const OFFLINE = '**/offline*.e2e.ts';
const OFFLINE_FAULTS = '**/offline-faults.e2e.ts';

/**
 * What Firefox is not tried with: pictures of Chromium, what is about requests, builds and packs rather than about an engine, what takes
 * minutes, and what only the protocol of Chromium can set. What Playwright cannot have it do is skipped, test by test, by the guard in `e2e/fixtures.ts`.
 */
const NOT_IN_FIREFOX = [
  NGINX,
  OFFLINE_FAULTS,
  ...ONCE.filter((file) => !/one-file|trusted-types/.test(file)),
  '**/data.e2e.ts',
  '**/fuzz.e2e.ts',
  '**/large-type.e2e.ts',
];

export default defineConfig({
  testDir: '.',
  testMatch: ['e2e/**/*.e2e.ts', 'e2e/**/*.test.ts', 'src/**/*.test.ts'],
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 8_000 },
  snapshotPathTemplate: '{testDir}/e2e/looks/{arg}{ext}',
  reporter: [['list'], ['./e2e/closing-line.ts']],
  // A page as the network brings it; what is kept has tests of its own.
  use: { launchOptions, serviceWorkers: 'block' },
  projects: [
    { name: 'unit', testMatch: '**/*.test.ts' },
    {
      name: 'desktop',
      testMatch: 'e2e/**/*.e2e.ts',
      testIgnore: process.platform === 'linux' ? NGINX : [LOOKS, NGINX],
      use: { ...devices['Desktop Chrome'], baseURL: atRoot },
    },
    {
      name: 'phone',
      testMatch: 'e2e/**/*.e2e.ts',
      testIgnore: [...ONCE, NGINX, OFFLINE],
      use: { ...devices['Pixel 7'], baseURL: atRoot },
    },
    {
      name: 'sub-path',
      testMatch: 'e2e/**/*.e2e.ts',
      testIgnore: [...ONCE, NGINX, OFFLINE_FAULTS],
      use: { ...devices['Desktop Chrome'], baseURL: atSubPath },
    },
    ...(firefox
      ? [
          {
            name: 'firefox',
            testMatch: 'e2e/**/*.e2e.ts',
            testIgnore: NOT_IN_FIREFOX,
            // Through WebDriver BiDi each step takes longer.
            timeout: 120_000,
            expect: { timeout: 20_000 },
            use: {
              browserName: 'firefox' as const,
              channel: 'moz-firefox',
              viewport: { width: 1280, height: 720 },
              launchOptions: { executablePath: firefox },
              baseURL: atRoot,
            },
          },
        ]
      : []),
    ...(findNginx() ? [{ name: 'nginx', testMatch: NGINX, use: devices['Desktop Chrome'] }] : []),
  ],
  webServer: [
    serve(PORT, atRoot, { OUT_DIR: 'dist', BASE_PATH: '/' }),
    serve(PORT + 1, atSubPath, { OUT_DIR: 'dist-sub-path', BASE_PATH: '/repo/' }),
  ],
});
