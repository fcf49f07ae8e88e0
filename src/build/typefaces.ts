/**
 * The typefaces of the site, script by script: `tools/subset-fonts.ts` cuts them for pages, `outline-text.ts` reads them
 * uncut for pictures. A language with a script of its own is a row here.
 */

const between = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');

interface Script {
  /** Letters to keep, and the same as a style sheet names them: wider where that is shorter and no other file has what lies between. */
  readonly letters: string;
  readonly range: string;
  /** What its files are called in the packages of the typefaces. */
  readonly part: string;
  /** Where the site's own faces lack the script: those that have it. */
  readonly faces?: Readonly<Record<'serif' | 'sans', string>>;
  /** Drawn larger or smaller than the Latin beside it. */
  readonly size?: string;
  /** What the script cannot be read without, such as the joining of its letters. */
  readonly features?: readonly string[];
}

export const SCRIPTS = {
  /** English, the letters of Azerbaijani that stand in the same files of the typefaces, marks, signs and spaces. */
  latin: {
    letters: `${between(0x20, 0x7e)}ÇçÉéÖöÜüı\u00a0\u2009\u202f\u2011–—‘’“”«»‹›…•·′″©°×−±€`,
    range: 'U+0-FF, U+131, U+2000-206F, U+20AC, U+2212',
    part: 'latin',
  },
  /** The letters of Azerbaijani that `latin` lacks. */
  az: { letters: 'ĞğİŞşƏə', range: 'U+11E-11F, U+130, U+15E-15F, U+18F, U+259', part: 'latin-ext' },
  ru: { letters: `Ё${between(0x410, 0x44f)}ё`, range: 'U+401, U+410-44F, U+451', part: 'cyrillic' },
  hy: {
    letters: `${between(0x531, 0x556)}${between(0x55a, 0x55f)}${between(0x561, 0x587)}։֊`,
    range: 'U+531-58A',
    part: 'armenian',
    faces: { serif: 'Noto Serif Armenian', sans: 'Noto Sans Armenian' },
    size: '92%',
  },
} as const satisfies Readonly<Record<string, Script>>;

/** Both faces have figures of one width, for tables; the text face also has figures of their own width, for reading. */
export const FACES = {
  serif: { family: 'Source Serif 4', features: ['kern', 'liga', 'tnum', 'pnum'] },
  sans: { family: 'Source Sans 3', features: ['kern', 'liga', 'tnum'] },
} as const;
export type FaceName = keyof typeof FACES;

/** Returns a face's scripts, each with the typeface that has it and the file of it, uncut. */
export function scriptsOf(face: FaceName, slope = 'normal') {
  return Object.entries<Script>(SCRIPTS).map(([name, script]) => {
    const family = script.faces?.[face] ?? FACES[face].family;
    const folder = family.toLowerCase().replaceAll(' ', '-');
    // Only the site's own faces come in italics.
    const file = `${folder}-${script.part}-wght-${script.faces ? 'normal' : slope}.woff2`;
    return {
      name,
      ...script,
      family,
      isOwn: !script.faces,
      path: `node_modules/@fontsource-variable/${folder}/files/${file}`,
    };
  });
}
