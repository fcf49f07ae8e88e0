/**
 * After a build, gives each page its last touches: its module scripts are put to sleep, for the boot script to wake
 * after the first paint, its roles hold their colours, and its policy names the inline scripts and styles of this page
 * only.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const INLINE = /<(?:script|style)\b(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/(?:script|style)>/g;
/** A colour of the palette, as `tokens.css` writes it. */
const COLOUR = /(--[\w-]+):(light-dark\([^()]*\)|#[\da-f]+);/gi;
const HASH = /\s?'sha256-[A-Za-z0-9+/=]+'/g;

/** How a policy names an inline script or style. */
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Returns a page whose module scripts wait for the boot script: no browser knows their type. */
const withLateScripts = (html: string): string =>
  html.replaceAll('<script type="module" src=', '<script type="late" src=');

/**
 * Returns a page in whose styles the roles hold their colours themselves: the palette behind them serves those who write.
 * The policy names the styles as they are then.
 */
function withFlatTokens(html: string): string {
  let flat = html;
  for (const [, css = ''] of html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)) {
    const palette = new Map([...css.matchAll(COLOUR)].map(([, name = '', value = '']) => [`var(${name})`, value]));
    const lean = css.replace(COLOUR, '').replace(/var\(--[\w-]+\)/g, (name) => palette.get(name) ?? name);
    flat = flat.replace(css, () => lean).replaceAll(hashOf(css), hashOf(lean));
  }
  return flat;
}

/** Returns a page whose policy holds the hashes of what stands in it, and of nothing else. */
function withOwnPolicy(html: string): string {
  const hashes = new Set([...html.matchAll(INLINE)].map(([, text = '']) => hashOf(text)));
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
          await writeFile(path, withOwnPolicy(withFlatTokens(withLateScripts(await readFile(path, 'utf8')))));
        }
      },
    },
  };
}
