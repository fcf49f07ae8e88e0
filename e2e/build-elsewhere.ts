/** Builds in a folder of their own, from a copy of the sources; cards that were drawn are kept. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SOURCES = ['src', 'content', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json', 'LICENSE'];

/** Copies the sources into a new folder, whose own folder is to be removed in the end, and returns it. */
export function copySources(): string {
  const root = join(mkdtempSync(join(tmpdir(), 'builds-')), 'a folder 100% of its own');
  mkdirSync(root);
  for (const name of SOURCES) cpSync(name, join(root, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');
  return root;
}

/** Starts a build into `dist`, far from here and now as far as settings go, which may be added to. */
export function buildIn(
  root: string,
  settings: Readonly<Record<string, string>> = {},
): { child: ChildProcess; done: Promise<{ code: number | null; said: string }> } {
  const child = spawn(process.execPath, [resolve('node_modules/astro/bin/astro.mjs'), 'build', '--silent'], {
    cwd: root,
    env: {
      ...process.env,
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      ASTRO_TELEMETRY_DISABLED: '1',
      FORCE_COLOR: '0',
      OUT_DIR: 'dist',
      BASE_PATH: '/',
      ...settings,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (words) => {
      said += words;
    });
  return { child, done: once(child, 'close').then(([code]) => ({ code, said })) };
}
