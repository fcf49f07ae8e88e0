/**
 * Cuts the two typefaces down to what the site sets: Latin with the letters of the region, weights 400 to 600, no
 * optical sizes. Run it after a new version of a typeface: `npm run fonts`. Armenian and Cyrillic come from the reader's system.
 */
import { readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

const between = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
const LETTERS = `${between(0x20, 0x7e)}${between(0xa0, 0xff)}ĀāĄąĆćČčĐđĒēĞğİıŁłŌōŒœŞşŠšŪūŽžƏəʹʺ–—‘’“”„…•′″€№→←↑↓↗−×·\u202f\u2009\u2011`;

for (const [file, out] of [
  ['@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2', 'serif'],
  ['@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2', 'sans'],
  ['@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2', 'serif-ext'],
  ['@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2', 'sans-ext'],
] as const) {
  const cut = await subsetFont(await readFile(`node_modules/${file}`), LETTERS, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 600 } },
  });
  await writeFile(`public/fonts/${out}.woff2`, cut);
  console.log(`public/fonts/${out}.woff2: ${cut.length} bytes`);
}
