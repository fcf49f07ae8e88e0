/**
 * Of which letters the typefaces are cut, script by script, and from which files: `tools/subset-fonts.ts` cuts them for pages,
 * `outline-text.ts` reads them uncut for pictures. A language with a script of its own is a row here, and one in
 * `model/typefaces.ts`, which says how they are served.
 */
import { codeOf } from '../model/plain-text.ts';
import { FACES, type FaceName, type ScriptName } from '../model/typefaces.ts';

const between = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');

interface Script {
  /** Letters to keep. */
  readonly letters: string;
  /** What its files are called in the packages of the typefaces. */
  readonly part: string;
  /** Where the site's own faces lack the script: those that have it. */
  readonly faces?: Readonly<Record<FaceName, string>>;
  /** What the script cannot be read without, such as the joining of its letters. */
  readonly features?: readonly string[];
}

export const SCRIPTS: Readonly<Record<ScriptName, Script>> = {
  /** English, the letters of Azerbaijani that stand in the same files of the typefaces, marks, signs and spaces. */
  latin: {
    letters: `${between(0x20, 0x7e)}ÇçÉéÖöÜüı\u00a0\u2009\u202f\u2011–—‘’“”«»‹›…•·′″©°×−±€`,
    part: 'latin',
  },
  /** The letters of Azerbaijani that `latin` lacks. */
  az: { letters: 'ĞğİŞşƏə', part: 'latin-ext' },
  ru: { letters: `Ё${between(0x410, 0x44f)}ё`, part: 'cyrillic' },
  hy: {
    letters: `${between(0x531, 0x556)}${between(0x55a, 0x55f)}${between(0x561, 0x587)}։֊`,
    part: 'armenian',
    faces: { serif: 'Noto Serif Armenian', sans: 'Noto Sans Armenian' },
  },
};

/** Both faces have figures of one width, for tables; the text face also has figures of their own width, for reading. */
export const FEATURES: Readonly<Record<FaceName, readonly string[]>> = {
  serif: ['kern', 'liga', 'tnum', 'pnum'],
  sans: ['kern', 'liga', 'tnum'],
};

/** Returns a face's scripts, each with the typeface that has it and the file of it, uncut. */
export function scriptsOf(face: FaceName, slope = 'normal') {
  return Object.entries(SCRIPTS).map(([name, script]) => {
    const family = script.faces?.[face] ?? FACES[face];
    const folder = family.toLowerCase().replaceAll(' ', '-');
    // Only the site's own faces come in italics.
    const file = `${folder}-${script.part}-wght-${script.faces ? 'normal' : slope}.woff2`;
    return {
      name: name as ScriptName,
      ...script,
      family,
      isOwn: !script.faces,
      path: `node_modules/@fontsource-variable/${folder}/files/${file}`,
    };
  });
}

const HELD = new Set(Object.values(SCRIPTS).flatMap(({ letters }) => [...letters]));
/** A space, a joiner and a break of a line have no form. */
const FORMLESS = /[\s\u2060\u200b]/;

/** Returns which letters and signs of a text no typeface of the site has, where the first of them stands, and what to do. */
export function unsetIn(text: string): { readonly at: number; readonly what: string } | undefined {
  const lacking = [...new Set(text)].filter((letter) => !HELD.has(letter) && !FORMLESS.test(letter));
  const [first] = lacking;
  if (first === undefined) return undefined;
  const named = lacking.map((letter) => `"${letter}" (${codeOf(letter)})`);
  return {
    at: text.indexOf(first),
    what: `${named.join(', ')} ${named.length === 1 ? 'is' : 'are'} in no typeface of the site. Write it otherwise, or add what is missing to src/build/typefaces.ts and run npm run fonts`,
  };
}
