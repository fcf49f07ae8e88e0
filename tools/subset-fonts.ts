/**
 * Cuts the typefaces down to what the site sets, and writes the style sheet that names the cuts: `npm run fonts`, after a
 * new version of a typeface, or when a page needs another letter (a test of the built site names it). English comes as
 * one file a face, with weights 400 to 600. Names in other scripts have files of their own, which a browser fetches only
 * for a page that shows such a name; cut for each weight, because a page shows it once or twice and in one weight.
 */
import { readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

const between = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');

/** Letters, and the same as a style sheet names them: wider where that is shorter and no other file has what lies between. */
const SCRIPTS = {
  /** English, the letters of Azerbaijani that stand in the same files of the typefaces, marks, signs and spaces. */
  latin: {
    letters: `${between(0x20, 0x7e)}ÇçÉéÖöÜüı\u00a0\u2009\u202f\u2011–—‘’“”«»‹›…•·′″©°×−±€`,
    range: 'U+0-FF, U+131, U+2000-206F, U+20AC, U+2212',
  },
  /** The letters of Azerbaijani that `latin` lacks. */
  az: { letters: 'ĞğİŞşƏə', range: 'U+11E-11F, U+130, U+15E-15F, U+18F, U+259' },
  ru: { letters: `Ё${between(0x410, 0x44f)}ё`, range: 'U+401, U+410-44F, U+451' },
  hy: {
    letters: `${between(0x531, 0x556)}${between(0x55a, 0x55f)}${between(0x561, 0x587)}։֊`,
    range: 'U+531-58A',
  },
} as const;

/** Both faces have figures of one width, for tables; the text face also has figures of their own width, for reading. */
const FACES = [
  {
    short: 'serif',
    family: 'Source Serif 4',
    armenian: 'Noto Serif Armenian',
    features: ['kern', 'liga', 'tnum', 'pnum'],
  },
  { short: 'sans', family: 'Source Sans 3', armenian: 'Noto Sans Armenian', features: ['kern', 'liga', 'tnum'] },
] as const;
/** Noto's Armenian is drawn larger than the Latin beside it. */
const ARMENIAN = '; size-adjust: 92%';

interface Cut {
  /** Below `public/fonts/`, without its ending. */
  readonly file: string;
  readonly family: string;
  readonly features: readonly string[];
  /** The typeface's folder, and its file there. */
  readonly from: readonly [string, string];
  readonly script: keyof typeof SCRIPTS;
  readonly weight: number | { readonly min: number; readonly max: number };
  readonly more?: string;
}

const cuts = FACES.flatMap(({ short, family, armenian, features }): Cut[] => {
  const folder = (name: string) => name.toLowerCase().replaceAll(' ', '-');
  const english = { family, features, weight: { min: 400, max: 600 } };
  return [
    { ...english, file: short, from: [folder(family), 'latin'], script: 'latin' },
    { ...english, file: `${short}-az`, from: [folder(family), 'latin-ext'], script: 'az' },
    ...[400, 600].flatMap((weight): Cut[] => [
      // A family of its own: files of one family have to agree in their weights.
      {
        file: `${short}-ru-${weight}`,
        family: `${family} Cyrillic`,
        features,
        from: [folder(family), 'cyrillic'],
        script: 'ru',
        weight,
      },
      {
        file: `${short}-hy-${weight}`,
        family: `${armenian} Cut`,
        features,
        from: [folder(armenian), 'armenian'],
        script: 'hy',
        weight,
        more: ARMENIAN,
      },
    ]),
  ];
});

const rules: string[] = [];
for (const { file, family, features, from, script, weight, more = '' } of cuts) {
  const [folder, part] = from;
  const face = await readFile(`node_modules/@fontsource-variable/${folder}/files/${folder}-${part}-wght-normal.woff2`);
  const cut = await subsetFont(face, SCRIPTS[script].letters, {
    targetFormat: 'woff2',
    keepFeatures: features,
    variationAxes: { wght: weight },
  });
  await writeFile(`public/fonts/${file}.woff2`, cut);
  console.log(`public/fonts/${file}.woff2: ${cut.length} bytes`);
  const weights = typeof weight === 'number' ? weight : `${weight.min} ${weight.max}`;
  rules.push(
    `@font-face { font-family: '${family}'; src: url(${file}.woff2) format('woff2'); font-weight: ${weights}; font-display: swap; unicode-range: ${SCRIPTS[script].range}${more} }`,
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
