/** After the last touch to the pages, writes their headers for each kind of server, so that these cannot disagree. */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type BuiltFile, caddyHeaders, headerRules, headersFile, nginxHeaders, nginxMaps } from './headers.ts';

const POLICY = /<meta http-equiv="content-security-policy" content="([^"]*)"/;

/** Lists what a server will send. */
async function builtFiles(root: string): Promise<BuiltFile[]> {
  const files: BuiltFile[] = [];
  for (const name of (await readdir(root, { recursive: true })).sort()) {
    const file = name.replaceAll('\\', '/');
    if (file.endsWith('.html'))
      files.push({ file, policy: POLICY.exec(await readFile(join(root, name), 'utf8'))?.[1] });
    else if ((await stat(join(root, name))).isFile()) files.push({ file });
  }
  return files;
}

/** Returns the integration. */
export function writeHeaders(base: string): AstroIntegration {
  return {
    name: 'write-headers',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const rules = headerRules(base, await builtFiles(root));
        await writeFile(join(root, '_headers'), headersFile(rules));
        const own = join(root, '_server');
        await mkdir(own, { recursive: true });
        await writeFile(join(own, 'nginx-maps.conf'), nginxMaps(base, rules));
        await writeFile(join(own, 'nginx-headers.conf'), nginxHeaders(base, rules));
        await writeFile(join(own, 'headers.caddy'), caddyHeaders(rules));
      },
    },
  };
}
