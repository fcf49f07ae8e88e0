/** Compresses a built site for servers that send such copies as they are. Usage: npm run build && npm run compress [-- dist] */
import { builtSite, readArguments } from './command-line.ts';
import { precompress } from './precompress.ts';

const { positionals } = readArguments('npm run build && npm run compress [-- dist]', { allowPositionals: true });
const folder = builtSite(positionals[0] ?? process.env['OUT_DIR'] ?? 'dist');
const { files, written, removed } = await precompress(folder);
console.log(`${folder}: ${files} files, ${written} copies written, ${removed} removed.`);
