// @ts-check

import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig, fontProviders } from 'astro/config';
import { contentIntegration, proseMarks } from './src/build/content-integration.ts';

const base = `/${process.env['BASE_PATH'] ?? ''}/`.replace(/\/+/g, '/');
const hast = [proseMarks(base)];

/** Latin letters, and the few others of the region that the typefaces' second files hold. */
const LATIN = /** @type {[string, ...string[]]} */ ([
  'U+0000-00FF',
  'U+0131',
  'U+0152-0153',
  'U+2000-206F',
  'U+20AC',
  'U+2116',
  'U+2190-2193',
  'U+2197',
  'U+2212',
]);
const REGIONAL = /** @type {[string, ...string[]]} */ (['U+0100-0130', 'U+0132-0151', 'U+0154-02BA']);

/** @typedef {{ src: [string], weight: string, style: 'normal', unicodeRange: [string, ...string[]] }} Variant */

/**
 * @param {string} name
 * @param {string} cssVariable
 * @param {string} file
 * @param {string[]} fallbacks
 */
const font = (name, cssVariable, file, fallbacks) => ({
  provider: fontProviders.local(),
  name,
  cssVariable,
  fallbacks,
  options: {
    variants: /** @type {[Variant, Variant]} */ ([
      { src: [`./src/fonts/${file}.woff2`], weight: '400 600', style: 'normal', unicodeRange: LATIN },
      { src: [`./src/fonts/${file}-ext.woff2`], weight: '400 600', style: 'normal', unicodeRange: REGIONAL },
    ]),
  },
});

export default defineConfig({
  site: process.env['SITE_URL'] ?? 'https://lachin-corridor.example',
  base,
  output: 'static',
  outDir: process.env['OUT_DIR'] ?? 'dist',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  prefetch: false,
  build: { format: 'directory', inlineStylesheets: 'always' },
  integrations: [contentIntegration(), mdx({ processor: satteri({ hastPlugins: hast }) }), sitemap()],
  markdown: { syntaxHighlight: false, processor: satteri({ hastPlugins: hast }) },
  vite: {
    build: {
      assetsInlineLimit: 0, // no inlined script, no data: image
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
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'none'",
      ],
    },
  },
  fonts: [
    font('Source Serif 4', '--font-serif', 'serif', ['Georgia', 'Noto Serif', 'Noto Serif Armenian', 'serif']),
    font('Source Sans 3', '--font-sans', 'sans', ['system-ui', 'Noto Sans', 'Noto Sans Armenian', 'sans-serif']),
  ],
});
