// @ts-check

import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { BOOT_HASH } from './src/build/boot.ts';
import { contentIntegration, isForSearch, proseMarks } from './src/build/content-integration.ts';
import { devWorker } from './src/build/dev-worker.ts';
import { EMBED_BOOT_HASH } from './src/build/embed-boot.ts';
import { finishPages } from './src/build/finish-pages.ts';
import { keepOffline } from './src/build/keep-offline.ts';
import { leafletPlugin } from './src/build/lean-leaflet.ts';
import { MOVED_HASH } from './src/build/moved.ts';
import { oneFile } from './src/build/one-file.ts';
import { plainImports } from './src/build/plain-imports.ts';
import { siteAddress, tellOfAddress } from './src/build/site-address.ts';
import { wholeBuild } from './src/build/whole-build.ts';
import { writeHeaders } from './src/build/write-headers.ts';

const address = siteAddress(process.env);
const { site, base } = address;
const hast = [proseMarks(base)];

export default defineConfig({
  site,
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
    sitemap({ filter: (page) => isForSearch(page, base) }),
    finishPages(),
    oneFile(),
    keepOffline(),
    devWorker(base),
    writeHeaders(base), // after the pages' own policies are final
    tellOfAddress(address),
    wholeBuild(), // last: it puts in place what all others have finished
  ],
  markdown: { syntaxHighlight: false, processor: satteri({ hastPlugins: hast }) },
  vite: {
    plugins: [leafletPlugin(), plainImports()],
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              // Not `Page.astro_astro_type_script_index_0_lang`: each page names its scripts.
              entryFileNames: ({ name }) => `_astro/${name.replace(/\.astro_.*/, '')}.[hash:6].js`,
              chunkFileNames: '_astro/[name].[hash:6].js',
            },
          },
        },
      },
    },
    build: {
      assetsInlineLimit: 0, // no inlined script, no data: image
      modulePreload: false, // see plain-imports.ts
      // Astro's own MDX modules make Rolldown warn once per page; nothing is wrong with them.
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: 'preload-helper', test: 'vite/preload-helper', priority: 3 },
              // With the map's data the live map takes six files, which HTTP/1.1 asks for in one go; each more costs a slow
              // processor some milliseconds. One for days, how they are said and what the timeline shares with the map.
              {
                name: 'dates',
                test: /[\\/](i18n[\\/]word-dates|model[\\/](as-sent|calendar|dates|day-numbers|decode-percent|nearest-day|partial-dates|projection|time-scale)|explorer[\\/](corridor-timeline|event-row|view-events))\.ts/,
                priority: 2,
              },
              // What else the share dialog has in common with it.
              { name: 'words', test: /[\\/](i18n[\\/]words|share[\\/]link)\.ts/, priority: 1 },
              // What comes when it is asked for needs these.
              {
                name: 'on-demand',
                test: /[\\/]explorer[\\/](address-writer|date-field|load-styles|markup|trusted-types)\.ts/,
              },
              // By itself, to run before the live map is here.
              { name: 'live-look', test: /[\\/]live-(look|styles)\.ts/ },
            ],
          },
        },
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
