/**
 * Asks every outside address of the content whether it still answers: sources, and their archived copies. Needs a network,
 * so it is no test. Usage: npm run check:links [-- https://one.example/page ...]
 */
import { readWorld } from '../src/build/read-content.ts';
import { type Answer, askAll } from './ask-address.ts';

const given = process.argv.slice(2);
const unreadable = given.filter((url) => !URL.canParse(url));
for (const url of unreadable) console.error(`"${url}" is no web address. Write it whole, as https://one.example/page`);
if (unreadable.length > 0) process.exit(1);
const { world } = given.length > 0 ? { world: undefined } : readWorld(process.cwd());
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
