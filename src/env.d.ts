/// <reference types="astro/client" />
declare module 'subset-font' {
  /** Cuts a font to the letters of a text. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      targetFormat: 'woff2';
      keepFeatures?: readonly string[];
      variationAxes?: Readonly<Record<string, number | { readonly min: number; readonly max: number }>>;
    },
  ): Promise<Uint8Array>;
}

/** Has no types of its own. */
declare module 'fontverter' {
  /** Returns a typeface in another form; `sfnt` is the plain one. Not to be called twice at once. */
  export function convert(face: Uint8Array, to: 'sfnt' | 'woff' | 'woff2'): Promise<Uint8Array>;
}

/** Has no types of its own. What we use of citation-js. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(items: readonly object[] | string);
    format(kind: string, options?: object): string;
    readonly data: readonly Readonly<Record<string, unknown>>[];
  }
  export const plugins: { config: { get(name: '@bibtex'): { format: Record<string, boolean> } } };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
