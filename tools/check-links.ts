/**
 * Asks every outside address of the content whether it still answers: sources, and their archived copies. Needs a network,
 * so it is no test. Its exit code is 1 where an address is gone. Usage: npm run check:links [-- https://one.example/page ...]
 */
import { ContentError } from '../src/assembly/problems.ts';
import { readWorld } from '../src/build/read-content.ts';
import type { World } from '../src/model/world.ts';
import { type Answer, askAll } from './ask-address.ts';
import { readArguments, refuse } from './command-line.ts';

/** Reads the content; what is wrong with it is told as by the check of the content. */
function readContent(): World {
  try {
    return readWorld(process.cwd()).world;
  } catch (error) {
    if (error instanceof ContentError) return refuse(error.message);
    throw error;
  }
}

const { positionals: given } = readArguments('npm run check:links [-- https://one.example/page ...]', {
  allowPositionals: true,
});
const unreadable = given.filter((url) => !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol));
if (unreadable.length > 0)
  refuse(unreadable.map((url) => `"${url}" is no web address. Write it whole, as https://one.example/page`).join('\n'));
const world = given.length > 0 ? undefined : readContent();
const asked = new Map<string, string>(
  world
    ? world.sources.flatMap(({ id, url, archived }) => [
        [url, `content/sources/${id}.yaml`] as const,
        ...(archived ? [[archived, `content/sources/${id}.yaml, archived copy`] as const] : []),
      ])
    : given.map((url) => [url, url] as const),
);
const WORDS: Readonly<Record<Answer['state'], string>> = {
  answers: 'answers',
  moved: 'answers at another address: write that one, if it is the same page',
  refuses: 'refuses to be asked by a program: open it by hand',
  gone: 'is gone: look for an archived copy, and write it as archived',
  silent: 'does not answer: try again later',
};
const answers = await askAll([...asked.keys()], (done, all) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all}`);
});
for (const state of ['gone', 'silent', 'moved', 'refuses'] as const) {
  const found = answers.filter((answer) => answer.state === state);
  if (found.length === 0) continue;
  console.log(`\n${found.length} ${WORDS[state]}`);
  for (const { url, detail } of found) console.log(`  ${asked.get(url)}  ${url}  ${detail}`);
}
console.log(`\n${answers.filter(({ state }) => state === 'answers').length} of ${answers.length} addresses answer.`);
if (answers.some(({ state }) => state === 'gone')) process.exitCode = 1;
