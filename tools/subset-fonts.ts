/**
 * Cuts the typefaces down to what the site sets, and writes the style sheet that names the cuts: `npm run fonts`, after a
 * new version of a typeface, or when a page needs another letter (a test of the built site names it). English comes as
 * one file a face, with weights 400 to 600. Names in other scripts have files of their own, which a browser fetches only
 * for a page that shows such a name; cut for each weight, because a page shows it once or twice and in one weight.
 */
import { readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { FACES, type FaceName, scriptsOf } from '../src/build/typefaces.ts';

/** In one file for all weights, since every page shows them; other scripts have a file for each weight. */
const WHOLE = ['latin', 'az'];

const cuts = (Object.keys(FACES) as FaceName[]).flatMap((face) => {
  const scripts = scriptsOf(face).map((script) => ({ ...script, features: script.features ?? FACES[face].features }));
  const whole = scripts.filter(({ name }) => WHOLE.includes(name));
  const others = scripts.filter(({ name }) => !WHOLE.includes(name));
  return [
    ...whole.map((script) => ({
      ...script,
      file: script.name === 'latin' ? face : `${face}-${script.name}`,
      weight: { min: 400, max: 600 },
    })),
    ...[400, 600].flatMap((weight) =>
      others.map((script) => ({
        ...script,
        // A family of its own: files of one family have to agree in their weights.
        family: `${script.family} ${script.isOwn ? script.part.replace(/^./, (first) => first.toUpperCase()) : 'Cut'}`,
        file: `${face}-${script.name}-${weight}`,
        weight,
      })),
    ),
  ];
});

const rules: string[] = [];
for (const { file, family, features, path, letters, range, size, weight } of cuts) {
  const cut = await subsetFont(await readFile(path), letters, {
    targetFormat: 'woff2',
    keepFeatures: [...features],
    variationAxes: { wght: weight },
  });
  await writeFile(`public/fonts/${file}.woff2`, cut);
  console.log(`public/fonts/${file}.woff2: ${cut.length} bytes`);
  const weights = typeof weight === 'number' ? weight : `${weight.min} ${weight.max}`;
  const adjust = size ? `; size-adjust: ${size}` : '';
  rules.push(
    `@font-face { font-family: '${family}'; src: url(${file}.woff2) format('woff2'); font-weight: ${weights}; font-display: swap; unicode-range: ${range}${adjust} }`,
  );
}

const listOf = (short: string): string =>
  [...new Set(cuts.filter(({ file }) => file.startsWith(short)).map(({ family }) => `'${family}'`))].join(', ');
const standIns = (kind: string): string => ['A', 'B', 'C'].map((letter) => `'StandIn ${kind} ${letter}'`).join(', ');

await writeFile(
  'public/fonts/fonts.css',
  `/*
 * The typefaces, written by tools/subset-fonts.ts. With a script they are asked for after the first paint and put on in
 * one step, when data-late is taken away; without scripts they are put on as they come.
 */
:root {
  --serif-faces: ${listOf('serif')};
  --sans-faces: ${listOf('sans')};
}
:root:not([data-late]) {
  --serif: var(--serif-faces), ${standIns('Serif')}, Georgia, 'Noto Serif', serif;
  --sans: var(--sans-faces), ${standIns('Sans')}, system-ui, 'Noto Sans', sans-serif;
}
${rules.join('\n')}
`,
);
