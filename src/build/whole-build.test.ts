import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { beginDraft, dropDraft, putInPlace } from './whole-build.ts';

let folder: string;
let target: string;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whole build-'));
  target = join(folder, 'dist');
});

test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Writes a build of some pages, all of which say the same. */
function writePages(to: string, says: string, count = 5): void {
  for (let i = 0; i < count; i += 1) {
    mkdirSync(join(to, `page-${i}`), { recursive: true });
    writeFileSync(join(to, `page-${i}`, 'index.html'), says);
  }
}

/** Returns what each page of the target says; of a build that is whole, five times the same. */
function served(): string[] {
  if (!existsSync(target)) return [];
  return readdirSync(target).map((page) => readFileSync(join(target, page, 'index.html'), 'utf8'));
}

const whole = (says: string): string[] => Array(5).fill(says);
const drafts = (): string[] => (existsSync(join(folder, '.building')) ? readdirSync(join(folder, '.building')) : []);

/** Runs a build in a process of its own until it says `word`, then kills it as a power cut would. Returns its process id. */
async function killedAt(word: string): Promise<number> {
  const program = `
    import { mkdirSync, writeFileSync } from 'node:fs';
    import { join } from 'node:path';
    import { beginDraft, putInPlace } from ${JSON.stringify(new URL('./whole-build.ts', import.meta.url).href)};
    const stand = (word) => { if (word === ${JSON.stringify(word)}) { console.log(word); for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000); } };
    const target = ${JSON.stringify(target)};
    const draft = beginDraft(target);
    stand('begun');
    for (let i = 0; i < 5; i += 1) {
      mkdirSync(join(draft, 'page-' + i));
      writeFileSync(join(draft, 'page-' + i, 'index.html'), 'killed');
      if (i === 2) stand('half');
    }
    stand('written');
    await putInPlace(draft, target);
    stand('in place');
  `;
  const child: ChildProcess = spawn(
    process.execPath,
    ['--experimental-strip-types', '--no-warnings', '--input-type=module', '--eval', program],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [said] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  expect(String(said).trim()).toBe(word);
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
  return child.pid ?? 0;
}

test('a build is not to be seen before it is done, and then whole', async () => {
  const draft = beginDraft(target);
  writePages(draft, 'new');
  expect(served()).toEqual([]);
  await putInPlace(draft, target);
  expect(served()).toEqual(whole('new'));
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('a build takes the place of the one before it, of which nothing stays', async () => {
  writePages(target, 'old', 9);
  const draft = beginDraft(target);
  writePages(draft, 'new');
  expect(served()).toEqual(Array(9).fill('old'));
  await putInPlace(draft, target);
  expect(served()).toEqual(whole('new'));
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('a build that fails leaves the one before it', () => {
  writePages(target, 'old');
  const draft = beginDraft(target);
  writePages(draft, 'new', 3);
  dropDraft(draft);
  expect(served()).toEqual(whole('old'));
  expect(readdirSync(folder)).toEqual(['dist']);
});

for (const before of ['old', undefined])
  for (const word of ['begun', 'half', 'written'])
    test(`a build that is killed when it is ${word} leaves ${before ? 'the one before it' : 'none'}`, async () => {
      if (before) writePages(target, before);
      await killedAt(word);
      expect(served()).toEqual(before ? whole(before) : []);
      expect(drafts()).toHaveLength(1);
      const draft = beginDraft(target);
      expect(drafts(), 'the next build clears up').toHaveLength(1);
      writePages(draft, 'new');
      await putInPlace(draft, target);
      expect(served()).toEqual(whole('new'));
      expect(readdirSync(folder)).toEqual(['dist']);
    });

test('a build that is killed when it is in place is whole', async () => {
  writePages(target, 'old');
  await killedAt('in place');
  expect(served()).toEqual(whole('killed'));
});

test('a build that is killed between making room and moving in gives way to the one before it', async () => {
  writePages(target, 'old');
  const pid = await killedAt('written');
  renameSync(target, join(folder, '.building', `dist-${pid}.before`));
  expect(served(), 'nothing is served meanwhile').toEqual([]);
  const draft = beginDraft(target);
  expect(served()).toEqual(whole('old'));
  dropDraft(draft);
});

test('builds of two folders, and a build that still runs, leave each other alone', async () => {
  const other = join(folder, 'dist-sub-path');
  const running = join(folder, '.building', `dist-${process.ppid}`);
  mkdirSync(running, { recursive: true });
  const [one, two] = [beginDraft(target), beginDraft(other)];
  writePages(one, 'one');
  writePages(two, 'two');
  await Promise.all([putInPlace(one, target), putInPlace(two, other)]);
  expect(served()).toEqual(whole('one'));
  expect(readdirSync(other)).toHaveLength(5);
  expect(existsSync(running)).toBe(true);
});

test('of two builds that end at once, one stands there, whole', async () => {
  writePages(target, 'old');
  const one = beginDraft(target);
  const two = join(dirname(one), `dist-${process.ppid}`);
  writePages(one, 'one');
  writePages(two, 'two');
  await Promise.all([putInPlace(one, target), putInPlace(two, target)]);
  expect([whole('one'), whole('two')]).toContainEqual(served());
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('a folder with a .git in it is not built into, since a build would delete it', () => {
  mkdirSync(join(target, '.git'), { recursive: true });
  expect(() => beginDraft(target)).toThrow(/holds a \.git, .* Build into another folder and copy from there/);
  expect(existsSync(join(target, '.git'))).toBe(true);
});
