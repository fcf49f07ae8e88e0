// @ts-check

import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { BOOT_HASH } from './src/build/boot.ts';
import { contentIntegration, isForSearch, proseMarks } from './src/build/content-integration.ts';
import { EMBED_BOOT_HASH } from './src/build/embed-boot.ts';
import { finishPages } from './src/build/finish-pages.ts';
import { keepOffline } from './src/build/keep-offline.ts';
import { MOVED_HASH } from './src/build/moved.ts';
import { oneFile } from './src/build/one-file.ts';
import { wholeBuild } from './src/build/whole-build.ts';
import { writeHeaders } from './src/build/write-headers.ts';

/** Vite's helper asks for what a script imports before the script does; the few small files here do not earn its kilobyte. */
const plainImports = {
  name: 'plain-imports',
  enforce: /** @type {const} */ ('pre'),
  /** @param {string} id */
  load: (id) => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : undefined),
  /** The lists of what the helper would have asked for go too. */
  generateBundle: {
    order: /** @type {const} */ ('post'),
    /** @param {unknown} _ @param {Record<string, { type: string, code?: string }>} bundle */
    handler: (_, bundle) => {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk' && chunk.code?.includes('__vite__mapDeps'))
          chunk.code = chunk.code
            .replace(/^const __vite__mapDeps=.*\n/, '')
            .replace(/,__vite__mapDeps\(\[[\d,]*\]\)/g, '');
    },
  },
};

const base = `/${process.env['BASE_PATH'] ?? ''}/`.replace(/\/+/g, '/');
const hast = [proseMarks(base)];

export default defineConfig({
  site: process.env['SITE_URL'] ?? 'https://lachin-corridor.example',
  base,
  output: 'static',
  outDir: process.env['OUT_DIR'] ?? 'dist',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  prefetch: false,
  compressHTML: true, // not 'jsx', which drops the space at a line break before a link
  build: { format: 'directory', inlineStylesheets: 'always' },
  integrations: [
    contentIntegration(),
    mdx({ processor: satteri({ hastPlugins: hast }) }),
    sitemap({ filter: isForSearch }),
    finishPages(),
    oneFile(),
    keepOffline(),
    writeHeaders(base), // after the pages' own policies are final
    wholeBuild(), // last: it puts in place what all others have finished
  ],
  markdown: { syntaxHighlight: false, processor: satteri({ hastPlugins: hast }) },
  vite: {
    plugins: [plainImports],
    build: {
      assetsInlineLimit: 0, // no inlined script, no data: image
      modulePreload: false, // its helper would weigh more than it saves
      // Astro's own MDX modules make Rolldown warn once per page; nothing is wrong with them.
      rolldownOptions: {
        onLog: (level, log, next) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') next(level, log);
        },
      },
    },
  },
  security: {
    csp: {
      scriptDirective: { hashes: [BOOT_HASH, EMBED_BOOT_HASH, MOVED_HASH] },
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types corridor default worker',
      ],
    },
  },
});
