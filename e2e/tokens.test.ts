/** The tokens: two tiers, told apart by every eye, legible on every ground. Read from the style sheets. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { type Colour, contrast, difference, EYES, over, readColour, seenBy, shaded } from './colour.ts';

const plain = (css: string): string => css.replace(/\/\*[\s\S]*?\*\//g, '');
const TOKENS = ['src/styles/tokens.css', 'src/styles/sizes.css'];
const tokens = TOKENS.map((file) => plain(readFileSync(file, 'utf8'))).join('\n');
const sources = new Map(
  ['src', 'public/fonts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(css|astro|ts)$/.test(file) && !file.endsWith('.test.ts'))
      .map((file) => join(folder, file))
      .filter((file) => !TOKENS.includes(file))
      .map((file) => [file, plain(readFileSync(file, 'utf8'))] as const),
  ),
);
const styles = [...sources].filter(([file]) => file.endsWith('.css'));

/** Raw colours by the names of the palette, light and dark. */
const palette = new Map(
  [...tokens.matchAll(/(--[\w-]+): (?:light-dark\((#\w+), (#\w+)\)|(#\w+));/g)].map(
    ([, name = '', light = '', dark = '', both]) => [name, [both ?? light, both ?? dark] as const],
  ),
);
/** The palette's name behind each role that is a colour. */
const roles = new Map(
  [...tokens.matchAll(/(--[\w-]+): var\((--(?!space)[\w-]+)\);/g)].map(([, role = '', name = '']) => [role, name]),
);
const MODES = ['light', 'dark'] as const;
type Mode = (typeof MODES)[number];

/** The colour of a role. */
function of(role: string, mode: Mode): Colour {
  const raw = palette.get(roles.get(`--${role}`) ?? '');
  if (!raw) throw new Error(`tokens.css has no role --${role} that names a colour of the palette.`);
  return readColour(raw[mode === 'light' ? 0 : 1]);
}

test.describe('the tokens stand in two tiers', () => {
  test('a raw colour stands in the palette only', () => {
    const raw =
      /:[^;{}]*(#[\da-f]{3,8}\b(?!\))|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)a?\(|[\s:](?:white|black|gr[ae]y|red|green|blue|orange|yellow|purple|brown)[\s;])/gi;
    const found = styles.flatMap(([file, css]) => [...css.matchAll(raw)].map(([, colour]) => `${file}: ${colour}`));
    expect(found, 'colours to be named in tokens.css').toEqual([]);
    for (const [role, name] of roles) expect(palette.has(name), `${role} names ${name} of the palette`).toBe(true);
  });

  test('a colour that code writes is one of the palette', () => {
    const known = new Set([...palette.values()].flat());
    const found = [...sources].flatMap(([file, text]) =>
      file.endsWith('.css')
        ? []
        : [...text.matchAll(/'(#[\da-f]{6}(?:[\da-f]{2})?)'/gi)].map(([, hex = '']) => ({ file, hex })),
    );
    expect(found.filter(({ hex }) => !known.has(hex.toLowerCase()))).toEqual([]);
  });

  test('other files name roles only, and every role and colour has a use', () => {
    const used = new Map<string, string>();
    for (const [file, text] of sources)
      for (const [, name = ''] of text.matchAll(/var\((--[\w-]+)/g)) used.set(name, file);
    expect([...palette.keys()].filter((name) => used.has(name))).toEqual([]);
    expect([...palette.keys()].filter((name) => ![...roles.values()].includes(name))).toEqual([]);
    const defined = [...tokens.matchAll(/(--[\w-]+):/g)].map(([, name = '']) => name);
    expect(defined.filter((name) => !palette.has(name) && !used.has(name) && !tokens.includes(`var(${name})`))).toEqual(
      [],
    );
    const everywhere = [tokens, ...sources.values()].join('\n');
    const isDefined = (name: string) => everywhere.includes(`${name}:`) || everywhere.includes(`'${name}'`);
    expect(
      [...used].filter(([name]) => !isDefined(name)),
      'names that nothing defines',
    ).toEqual([]);
  });
});

/** How strongly the relief lies on the land, as map.css says. */
function reliefOpacity(mode: Mode): number {
  const css = sources.get('src/styles/map.css') ?? '';
  const [light, dark] = [...css.matchAll(/\.map-svg \.relief \{\s*opacity: ([\d.]+)/g)].map(([, value]) =>
    Number(value),
  );
  return (mode === 'light' ? light : dark) ?? Number.NaN;
}
/** The grey that the darkest twentieth of the relief stays under. */
async function reliefGrey(): Promise<number> {
  const greys = (await sharp('public/map/relief.webp').greyscale().raw().toBuffer()).sort();
  return (greys[Math.floor(greys.length / 20)] as number) / 255;
}

/** What text may stand on. A name on the map stands on its halo. */
const TEXT: readonly (readonly [role: string, grounds: readonly string[]])[] = [
  ['ink', ['paper', 'panel', 'sunk', 'marked', 'halo', 'halo on relief', 'halo on zone']],
  ['ink-2', ['paper', 'panel', 'sunk', 'halo', 'halo on relief', 'halo on zone']],
  ['link', ['paper', 'panel', 'sunk']],
  ['paper', ['ink', 'link']],
  ['water-name', ['halo', 'halo on relief', 'halo on zone']],
  ['zone-edge', ['halo', 'halo on relief', 'halo on zone']],
  ['road-old', ['halo', 'halo on relief', 'halo on zone']],
  ['road-new', ['halo', 'halo on relief', 'halo on zone']],
];
/** What says something without being text. A road lies on its casing. */
const GRAPHICS: readonly (readonly [role: string, grounds: readonly string[]])[] = [
  ['rule-2', ['paper', 'panel', 'sunk']],
  ['ink-3', ['paper', 'panel', 'sunk', 'land', 'relief']],
  ['border', ['land', 'relief', 'sea']],
  ['oblast', ['land', 'relief']],
  ['zone-edge', ['land', 'relief', 'paper']],
  ['water-line', ['land']],
  ['road-old', ['casing', 'land', 'paper', 'panel']],
  ['road-new', ['casing', 'land', 'paper', 'panel']],
  ['road-shared', ['casing', 'land', 'paper', 'panel']],
  ['road-other', ['casing', 'land', 'paper', 'panel']],
  ['casing', ['road-old', 'road-new', 'road-shared']],
  ['status-edge', ['paper', 'panel', 'status-open']],
  ['status-some-ink', ['status-some']],
  ['status-out-ink', ['status-out']],
];

for (const mode of MODES)
  test.describe(`in ${mode} colours`, () => {
    const ground = async (name: string): Promise<Colour> => {
      const land = of('land', mode);
      const relief = shaded(land, await reliefGrey(), reliefOpacity(mode));
      const halo = { ...of('casing', mode), alpha: 0.88 };
      if (name === 'relief') return relief;
      if (name === 'halo') return over(halo, land);
      if (name === 'halo on relief') return over(halo, relief);
      if (name === 'halo on zone') return over(halo, over(of('zone', mode), relief));
      return over(of(name, mode), of('paper', mode));
    };
    for (const [least, table, what] of [
      [4.5, TEXT, 'text'],
      [3, GRAPHICS, 'what a picture says'],
    ] as const)
      test(`${what} has a contrast of ${least} at least on every ground it stands on`, async () => {
        const low: string[] = [];
        for (const [role, grounds] of table)
          for (const name of grounds) {
            const ratio = contrast(of(role, mode), await ground(name));
            if (!(ratio >= least)) low.push(`--${role} on ${name}: ${ratio.toFixed(2)}`);
          }
        expect(low).toEqual([]);
      });

    for (const eye of EYES) {
      const closest = (names: readonly string[]): [number, string] =>
        names
          .flatMap((one, i) => names.slice(i + 1).map((other) => [one, other] as const))
          .map(([one, other]): [number, string] => [
            difference(seenBy(eye, of(one, mode)), seenBy(eye, of(other, mode))),
            `${one} and ${other}`,
          ])
          .reduce((least, pair) => (pair[0] < least[0] ? pair : least));

      test(`the three roads look different to ${eye} eyes`, () => {
        const [least, pair] = closest(['road-old', 'road-new', 'road-shared']);
        expect(least, pair).toBeGreaterThanOrEqual(20);
      });

      test(`the grounds of what could pass look different to ${eye} eyes, patterns aside`, () => {
        const [least, pair] = closest(['paper', 'status-open', 'status-some', 'status-closed', 'status-out']);
        expect(least, pair).toBeGreaterThanOrEqual(11);
      });
    }

    /** Armenia, Azerbaijan, Russia: the colours of their flags other than white. */
    const FLAGS = ['#d90012', '#0033a0', '#f2a800', '#00b5e2', '#ef3340', '#509e2f', '#0039a6', '#d52b1e'];
    for (const role of [
      'road-old',
      'road-new',
      'road-shared',
      'zone',
      'held',
      'border',
      'oblast',
      'link',
      'status-out',
    ])
      test(`--${role} is the colour of no flag`, () => {
        const seen = over(of(role, mode), of('land', mode));
        for (const flag of FLAGS) expect(difference(seen, readColour(flag)), flag).toBeGreaterThanOrEqual(22);
      });
  });

test('the formulas give what their authors give', () => {
  const [black, white, grey] = ['#000000', '#ffffff', '#777777'].map(readColour) as [Colour, Colour, Colour];
  expect(contrast(black, white)).toBeCloseTo(21, 5);
  expect(contrast(grey, white)).toBeCloseTo(4.48, 2);
  expect(difference(black, white)).toBeCloseTo(100, 1);
  for (const eye of EYES)
    for (const one of [black, white, grey]) expect(difference(seenBy(eye, one), one)).toBeLessThan(0.1);
  const [red, green] = ['#c00000', '#5b6e00'].map(readColour) as [Colour, Colour];
  expect(difference(seenBy('deutan', red), seenBy('deutan', green))).toBeLessThan(difference(red, green) / 2);
  expect(() => readColour('red')).toThrow('is not a colour of the form');
});
