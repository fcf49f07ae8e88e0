/**
 * Cuts the typefaces down to what the site sets, and writes the style sheet that names the cuts for pages without scripts:
 * `npm run fonts`, after a new version of a typeface, or when a page needs another letter (a test of the built site names it).
 */
import { readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { FEATURES, scriptsOf } from '../src/build/typefaces.ts';
import { cutsOf, FACES, type FaceName } from '../src/model/typefaces.ts';

const faces = Object.keys(FACES) as FaceName[];
const rules: string[] = [];
for (const face of faces)
  for (const { script, file, family, weight, range, size } of cutsOf(face)) {
    const { path, letters, features = FEATURES[face] } = scriptsOf(face).find(({ name }) => name === script) ?? {};
    if (!path || !letters) throw new Error(`src/build/typefaces.ts: no letters for the script ${script}`);
    const [min = 0, max = min] = weight.split(' ').map(Number);
    const cut = await subsetFont(await readFile(path), letters, {
      targetFormat: 'woff2',
      keepFeatures: [...features],
      variationAxes: { wght: min === max ? min : { min, max } },
    });
    await writeFile(`public/fonts/${file}.woff2`, cut);
    console.log(`public/fonts/${file}.woff2: ${cut.length} bytes`);
    const adjust = size ? `; size-adjust: ${size}` : '';
    rules.push(
      `@font-face { font-family: '${family}'; src: url(${file}.woff2) format('woff2'); font-weight: ${weight}; font-display: swap; unicode-range: ${range}${adjust} }`,
    );
  }

const listOf = (face: FaceName): string => [...new Set(cutsOf(face).map(({ family }) => `'${family}'`))].join(', ');
const standIns = (kind: string): string => ['A', 'B', 'C'].map((letter) => `'StandIn ${kind} ${letter}'`).join(', ');

await writeFile(
  'public/fonts/fonts.css',
  `/* The typefaces of pages without scripts, written by tools/subset-fonts.ts; explorer/typefaces.ts puts them on where there are scripts. */
:root {
  --serif: ${listOf('serif')}, ${standIns('Serif')}, Georgia, 'Noto Serif', serif;
  --sans: ${listOf('sans')}, ${standIns('Sans')}, system-ui, 'Noto Sans', sans-serif;
}
${rules.join('\n')}
`,
);
