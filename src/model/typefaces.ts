/**
 * The typefaces as they are served from `fonts/`: of each face a file for each script. English and the letters of Azerbaijani,
 * which every page may show, come in one file for all weights; other scripts in one for each, because a page shows them once
 * or twice and in one weight. `build/typefaces.ts` says of which letters they are cut.
 */

/** The text face and the label face. */
export const FACES = { serif: 'Source Serif 4', sans: 'Source Sans 3' } as const;
export type FaceName = keyof typeof FACES;

const WHOLE = ['400 600'];
const ONE_BY_ONE = ['400', '600'];

interface Script {
  /** As a style sheet writes it: wider than the letters where that is shorter and no other file has what lies between. */
  readonly range: string;
  readonly weights: readonly string[];
  /** Drawn larger or smaller than the Latin beside it, per cent. */
  readonly size?: string;
}

const SCRIPTS = {
  latin: { range: 'U+0-FF,U+131,U+2000-206F,U+20AC,U+2212', weights: WHOLE },
  az: { range: 'U+11E-11F,U+130,U+15E-15F,U+18F,U+259', weights: WHOLE },
  ru: {
    range: 'U+401,U+410-44F,U+451',
    weights: ONE_BY_ONE,
  },
  hy: {
    range: 'U+531-58A',
    weights: ONE_BY_ONE,
    size: '92%',
  },
} as const satisfies Record<string, Script>;
export type ScriptName = keyof typeof SCRIPTS;

/** One file of a typeface. */
export interface Cut {
  readonly script: ScriptName;
  /** Its name without `.woff2`. */
  readonly file: string;
  /** Files of one family have to agree in their weights: those of one weight each are a family of their own, named as they are. */
  readonly family: string;
  /** One weight, or the least and the greatest, as a style sheet writes them. */
  readonly weight: string;
  readonly range: string;
  readonly size?: string;
}

/** Returns the files of a face. */
export function cutsOf(face: FaceName): Cut[] {
  return Object.entries<Script>(SCRIPTS).flatMap(([script, { weights, ...rest }]) => {
    const name = script === 'latin' ? face : `${face}-${script}`;
    return weights.map((weight) => ({
      ...rest,
      script: script as ScriptName,
      ...(weights === WHOLE ? { family: FACES[face], file: name } : { family: name, file: `${name}-${weight}` }),
      weight,
    }));
  });
}

/** Returns the pattern of the letters of a range. */
export const lettersOf = (range: string): RegExp =>
  new RegExp(`[${range.replace(/U\+(\w+)-?(\w*),? ?/g, (_, from, to) => `\\u{${from}}-\\u{${to || from}}`)}]`, 'u');
