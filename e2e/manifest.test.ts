/** The web manifest, read from disk: with it and the service worker the site can be installed. For both builds. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

interface Manifest {
  readonly [name: string]: unknown;
  readonly icons: readonly {
    readonly src: string;
    readonly sizes: string;
    readonly type: string;
    readonly purpose: string;
  }[];
}

for (const [dist, base] of [
  ['dist', '/'],
  ['dist-sub-path', '/repo/'],
] as const)
  test.describe(`the manifest of the site built for ${base}`, () => {
    const read = (): Manifest => JSON.parse(readFileSync(join(dist, 'manifest.webmanifest'), 'utf8'));

    test('says what is installed, and where it begins', () => {
      expect(read()).toMatchObject({
        id: base,
        start_url: base,
        scope: base,
        name: 'The Lachin corridor: The road between Armenia and Nagorno-Karabakh, 2020 to 2023',
        short_name: 'Lachin corridor',
        lang: 'en',
        dir: 'ltr',
        display: 'minimal-ui',
      });
    });

    test('has icons of the sizes that it names, and one that may be cut to any form', () => {
      const { icons } = read();
      for (const { src, sizes, type } of icons) {
        const png = readFileSync(join(dist, src.slice(base.length)));
        expect(src.startsWith(base)).toBe(true);
        expect(type).toBe('image/png');
        expect(png.subarray(1, 4).toString()).toBe('PNG');
        expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
      }
      const sizesOf = (kind: string): string[] =>
        icons.filter(({ purpose }) => purpose === kind).map(({ sizes }) => sizes);
      expect(sizesOf('any')).toEqual(['192x192', '512x512']);
      expect(sizesOf('maskable')).toEqual(['512x512']);
    });

    test('is named by every page, with the ground of the page as the colour round it', () => {
      const tokens = readFileSync('src/styles/tokens.css', 'utf8');
      const role = /--paper: var\((--[\w-]+)\)/.exec(tokens)?.[1];
      const [, light, dark] = new RegExp(`${role}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens) ?? [];
      expect(read()).toMatchObject({ theme_color: light, background_color: light });
      const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
        .map((file) => file.replaceAll('\\', '/'))
        .filter((file) => /^(?!embed).*index\.html$/.test(file));
      expect(pages.length).toBeGreaterThan(170);
      for (const page of pages) {
        const html = readFileSync(join(dist, page), 'utf8');
        if (html.includes('http-equiv="refresh"')) continue;
        // The page's script puts the link in once the words are painted: before that, it would hold them up.
        expect(html, page).toContain(` data-manifest="${base}manifest.webmanifest">`);
        expect(html, page).toContain(`<meta name="theme-color" content="${light}">`);
        expect(html, page).toContain(`<meta name="theme-color" content="${dark}" media="(prefers-color-scheme:dark)">`);
      }
    });
  });
