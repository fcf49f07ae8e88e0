/**
 * After a build, gives each page its last touches: its module scripts are taken out of its way, for the boot script to ask
 * for after the first paint, and its policy names the inline scripts and styles of this page only.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const MODULE = /<script type="module" src="([^"]+)"><\/script>/g;
const INLINE = /<(?:script|style)\b(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/(?:script|style)>/g;
const HASH = /\s?'sha256-[A-Za-z0-9+/=]+'/g;

/** Returns a page whose module scripts wait for the boot script, named on its body. */
function withLateScripts(html: string): string {
  const sources = [...html.matchAll(MODULE)].map(([, source]) => source);
  if (sources.length === 0) return html;
  return html.replace(MODULE, '').replace('<body', `<body data-scripts="${sources.join(' ')}"`);
}

/** Returns a page whose policy holds the hashes of what stands in it, and of nothing else. */
function withOwnPolicy(html: string): string {
  const hashes = new Set(
    [...html.matchAll(INLINE)].map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`),
  );
  return html.replace(/<meta http-equiv="content-security-policy"[^>]*>/, (policy) =>
    policy.replace(HASH, (hash) => (hashes.has(hash.trim()) ? hash : '')),
  );
}

/** Returns the integration. */
export function finishPages(): AstroIntegration {
  return {
    name: 'finish-pages',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const file of await readdir(root, { recursive: true })) {
          if (!file.endsWith('.html')) continue;
          const path = join(root, file);
          await writeFile(path, withOwnPolicy(withLateScripts(await readFile(path, 'utf8'))));
        }
      },
    },
  };
}
