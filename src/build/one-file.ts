/**
 * After a build, makes one file of the page that holds the whole explainer: its script and the map's data inside, its links
 * leading inside it or to the site. It opens from a disk, asks for nothing, and has a policy of its own.
 */
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { oneScript } from './one-script.ts';

/** The page, and the file made of it. */
const NAME = 'lachin-corridor';

/** Returns the integration. */
export function oneFile(): AstroIntegration {
  let [home, base] = ['', '/'];
  return {
    name: 'one-file',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = `${config.base}/`.replace(/\/+/g, '/');
        home = new URL(base, config.site).href;
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const page = await readFile(join(root, NAME, 'index.html'), 'utf8');
        // Mostly small numbers, as that strategy is made for.
        const data = gzipSync(await readFile(join(root, 'data/map.json')), {
          level: 9,
          strategy: constants.Z_FILTERED,
        }).toString('base64');
        const inside = withLinksInside(page, base, home);
        const script = (await oneScript(fileURLToPath(new URL('../explorer/one-file.ts', import.meta.url))))
          .replaceAll('</', '<\\/')
          .trim();
        const whole = inside.replace(
          '</body>',
          () =>
            `<script type="application/octet-stream" id="map-data">${data}</script><script>${script}</script></body>`,
        );
        await writeFile(join(root, `${NAME}.html`), withOwnPolicy(whole));
        await rm(join(root, NAME), { recursive: true });
      },
    },
  };
}

/** Returns the page with links to sources, events and views that stay in it, and all others to the published site. */
function withLinksInside(page: string, base: string, home: string): string {
  return page
    .replace(new RegExp(`<a href="${base}sources/#[^"]+">(\\d+)</a>`, 'g'), '<a href="#s$1">$1</a>')
    .replace(/id="source-(\d+)"/g, 'id="s$1"')
    .replaceAll(' rel="external"', '')
    .replace(/\s+(?=<\/(?:dd|div|dt|li|ol|p|section|ul)>)/g, '')
    .replace(/(<sup class="cite") id="[^"]*"/g, '$1')
    .replace(new RegExp(`href="${base}events/([^/"]+)/"`, 'g'), 'href="#event-$1"')
    .replaceAll(`href="${base}map/#map`, 'href="#map')
    .replaceAll(`href="${base}`, `href="${home}`);
}

/** Returns the page with a policy under which it may ask for nothing and run only what stands in it. */
function withOwnPolicy(page: string): string {
  const hashes = (name: string): string =>
    [...page.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'g'))]
      .map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
      .join(' ');
  const policy = `default-src 'none'; script-src ${hashes('script')}; style-src ${hashes('style')}; img-src data:; base-uri 'none'; form-action 'none'`;
  return page.replace(
    /<meta http-equiv="content-security-policy"[^>]*>/,
    () => `<meta http-equiv="content-security-policy" content="${policy}">`,
  );
}
