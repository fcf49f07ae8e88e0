/**
 * A build is there whole, or not at all. It is written into a draft beside its folder, `.building/<name>-<process>`, and put
 * in its place when the last integration is done. A build that fails or is killed leaves what was built before as it was.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';

const DRAFTS = '.building';
/** What a draft is called, and a build that has made room for the next: `dist-1234`, `dist-1234.before`. */
const NAME = /^(.+)-(\d+)(\.before)?$/;

/** What holds a folder open for a moment on Windows: a virus scanner, an indexer, an open preview. */
const BUSY = ['EPERM', 'EACCES', 'EBUSY'];

/** Tells whether a process runs. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Takes away the folder of drafts where nobody needs it any more. */
function leave(drafts: string): void {
  try {
    rmdirSync(drafts);
  } catch {
    // Another build works in it, or it is gone.
  }
}

/**
 * Begins a build of a folder: returns an empty draft for it. What killed builds left behind is cleared away; one that was
 * killed while it made room for the new build gets its old one back.
 */
export function beginDraft(target: string): string {
  if (existsSync(join(target, '.git')))
    throw new Error(
      `${target} holds a .git, which a build would delete. Build into another folder and copy from there`,
    );
  const drafts = join(dirname(target), DRAFTS);
  mkdirSync(drafts, { recursive: true });
  for (const name of readdirSync(drafts)) {
    const [, of, pid, before] = NAME.exec(name) ?? [];
    if (of !== basename(target) || (Number(pid) !== process.pid && isAlive(Number(pid)))) continue;
    if (before && !existsSync(target)) renameSync(join(drafts, name), target);
    else rmSync(join(drafts, name), { recursive: true, force: true });
  }
  const draft = join(drafts, `${basename(target)}-${process.pid}`);
  mkdirSync(draft);
  return draft;
}

/** Takes a draft away, if it is still there. */
export function dropDraft(draft: string): void {
  rmSync(draft, { recursive: true, force: true });
  leave(dirname(draft));
}

/** Renames a folder, and tries again for a while where something holds it. Returns why it could not be done, or nothing. */
async function move(from: string, to: string): Promise<NodeJS.ErrnoException | undefined> {
  for (let tries = 1; ; tries += 1)
    try {
      await rename(from, to);
      return undefined;
    } catch (error) {
      const problem = error as NodeJS.ErrnoException;
      if (tries === 20 || !BUSY.includes(problem.code ?? '')) return problem;
      await wait(100);
    }
}

/** Puts a finished draft in its place: what was there before makes room first, and comes back if the draft cannot follow. */
export async function putInPlace(draft: string, target: string): Promise<void> {
  const before = `${draft}.before`;
  // Of two builds that end at once, the one that comes second finds the place taken again.
  for (let tries = 1; ; tries += 1) {
    const stays = existsSync(target) ? await move(target, before) : undefined;
    const problem = (stays?.code === 'ENOENT' ? undefined : stays) ?? (await move(draft, target));
    if (problem && existsSync(before) && !existsSync(target)) await move(before, target);
    if (existsSync(target)) rmSync(before, { recursive: true, force: true, maxRetries: 5 });
    if (!problem) break;
    if (tries === 5 || !['ENOTEMPTY', 'EEXIST'].includes(problem.code ?? ''))
      throw new Error(
        `The build is done, but could not be put in its place: ${problem.message}. Close what uses ${target}, such as a preview, and build again`,
      );
  }
  leave(dirname(draft));
}

/** Has every `astro build` write into a draft. It stands last, so that the others are done when the draft is put in place. */
export function wholeBuild(): AstroIntegration {
  let [target, draft] = ['', ''];
  return {
    name: 'whole-build',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        target = fileURLToPath(config.outDir).replace(/[\\/]+$/, '');
        draft = beginDraft(target);
        process.once('exit', () => dropDraft(draft));
        const outDir = pathToFileURL(`${draft}/`);
        updateConfig({
          outDir,
          build: { client: new URL('client/', outDir), server: new URL('server/', outDir) },
        } as never);
      },
      'astro:build:done': () => putInPlace(draft, target),
    },
  };
}
