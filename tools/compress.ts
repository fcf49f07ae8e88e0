/** Compresses a built site for servers that send such copies as they are. Usage: npm run build && npm run compress [-- dist] */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { precompress } from './precompress.ts';

const folder = process.argv[2] ?? 'dist';
if (existsSync(join(folder, 'index.html'))) {
  const { files, written, removed } = await precompress(folder);
  console.log(`${folder}: ${files} files, ${written} copies written, ${removed} removed.`);
} else {
  console.error(`There is no built site in ${folder}: run \`npm run build\` first.`);
  process.exitCode = 1;
}
