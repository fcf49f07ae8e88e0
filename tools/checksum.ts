/**
 * Prints the checksum of a build, to compare it with one made elsewhere: equal checksums, equal bytes.
 * Usage: npm run checksum [-- --files] [-- dist]; `--files` prints a line for each file, to find out which one differs.
 */
import { existsSync } from 'node:fs';
import { checksumOf, checksumsOf } from '../src/build/checksums.ts';

const asked = process.argv.slice(2);
const folder = asked.find((word) => !word.startsWith('--')) ?? process.env['OUT_DIR'] ?? 'dist';
if (!existsSync(folder)) {
  console.error(`There is no build in ${folder}: run \`npm run build\` first.`);
  process.exit(1);
}
const lines = checksumsOf(folder);
if (asked.includes('--files')) console.log(lines.join('\n'));
console.log(`${checksumOf(lines)}  ${folder}, ${lines.length} files`);
