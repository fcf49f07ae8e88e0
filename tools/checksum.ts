/**
 * Prints the checksum of a build, to compare it with one made elsewhere: equal checksums, equal bytes.
 * Usage: npm run checksum [-- --files] [-- dist]; `--files` prints a line for each file, to find out which one differs.
 */
import { checksumOf, checksumsOf } from '../src/build/checksums.ts';
import { builtSite, readArguments } from './command-line.ts';

const { values, positionals } = readArguments('npm run checksum [-- --files] [-- dist]', {
  options: { files: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const folder = builtSite(positionals[0] ?? process.env['OUT_DIR'] ?? 'dist');
const lines = checksumsOf(folder);
if (values.files) console.log(lines.join('\n'));
console.log(`${checksumOf(lines)}  ${folder}, ${lines.length} files`);
