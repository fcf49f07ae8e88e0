/**
 * Text as outlines, so that a picture needs no typeface on the machine that draws it or opens it. The faces are those of
 * the site, uncut; each run of letters takes the first face that has them. HarfBuzz shapes.
 */
import { readFileSync } from 'node:fs';
import { convert } from 'fontverter';
import { Blob, Face, Font, Buffer as HbBuffer, shape, Variation } from 'harfbuzzjs';
import type { FaceName } from '../model/typefaces.ts';
import { scriptsOf } from './typefaces.ts';

export interface TextStyle {
  /** Pixels. */
  readonly size: number;
  /** 400 to 700. */
  readonly weight: number;
  readonly family: 'sans' | 'serif';
  readonly italic?: boolean;
  /** Extra space after each letter, pixels. */
  readonly spacing?: number;
}

/** A line of text drawn from 0 0, its baseline, to the right. */
export interface Outline {
  /** SVG path data, pixels. */
  readonly path: string;
  /** How far it reaches, pixels. */
  readonly width: number;
}

const filesOf = (face: FaceName, slope?: string): string[] => scriptsOf(face, slope).map(({ path }) => path);
const FILES = { sans: filesOf('sans'), serif: filesOf('serif'), 'serif-italic': filesOf('serif', 'italic') } as const;

const loaded = new Map<string, Promise<Face>>();
/** Faces are unpacked one after another: the unpacker's memory is shared between calls. */
let unpacking: Promise<unknown> = Promise.resolve();

function loadFace(file: string): Promise<Face> {
  const known = loaded.get(file);
  if (known) return known;
  const face = unpacking.then(async () => {
    const data = await convert(readFileSync(file), 'sfnt');
    return new Face(new Blob(new Uint8Array(data)));
  });
  unpacking = face;
  loaded.set(file, face);
  return face;
}

interface Drawable {
  readonly font: Font;
  readonly has: ReadonlySet<number>;
  readonly unitsPerEm: number;
}

const fonts = new Map<string, Drawable>();
const letters = new WeakMap<Face, ReadonlySet<number>>();

async function loadFont(file: string, weight: number): Promise<Drawable> {
  const key = `${file}@${weight}`;
  const known = fonts.get(key);
  if (known) return known;
  const face = await loadFace(file);
  const font = new Font(face);
  font.setVariations([new Variation('wght', weight)]);
  const has = letters.get(face) ?? new Set(face.collectUnicodes());
  letters.set(face, has);
  const made = { font, has, unitsPerEm: face.upem };
  fonts.set(key, made);
  return made;
}

/** The faces that a style may need, the first to be asked first. */
async function facesFor({ family, italic, weight }: TextStyle): Promise<Drawable[]> {
  return Promise.all(
    FILES[italic && family === 'serif' ? 'serif-italic' : family].map((file) => loadFont(file, weight)),
  );
}

const SPACE = /\s/;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u;

/**
 * Returns a line of text as path data. Throws where no face has a letter, naming it, since a box in a picture says
 * nothing: the face has to be added here.
 */
export async function outlineText(text: string, style: TextStyle): Promise<Outline> {
  const faces = await facesFor(style);
  const runs: { face: Drawable; text: string }[] = [];
  for (const letter of text.normalize('NFC')) {
    const code = letter.codePointAt(0) as number;
    const last = runs.at(-1);
    // A space stays with its run, so that a phrase keeps its kerning.
    const face = SPACE.test(letter) && last ? last.face : faces.find(({ has }) => has.has(code));
    if (!face)
      throw new Error(
        `No typeface has the letter “${letter}” (U+${code.toString(16).toUpperCase().padStart(4, '0')}) of “${text}”. Add a face that has it to SCRIPTS in src/build/typefaces.ts.`,
      );
    if (last?.face === face) last.text += letter;
    else {
      // At the end of words from right to left, a space would stand before them.
      const space = last && RIGHT_TO_LEFT.test(last.text) ? (/\s+$/.exec(last.text)?.[0] ?? '') : '';
      if (last) last.text = last.text.slice(0, last.text.length - space.length);
      runs.push({ face, text: space + letter });
    }
  }
  let x = 0;
  const parts: string[] = [];
  for (const { face, text: run } of runs) {
    const scale = style.size / face.unitsPerEm;
    const buffer = new HbBuffer();
    buffer.addText(run);
    buffer.guessSegmentProperties();
    shape(face.font, buffer);
    for (const glyph of buffer.getGlyphInfosAndPositions()) {
      const dx = x + (glyph.xOffset ?? 0) * scale;
      const dy = -(glyph.yOffset ?? 0) * scale;
      for (const { type, values } of face.font.glyphToJson(glyph.codepoint))
        parts.push(
          type +
            values
              .map((value, i) => Math.round((i % 2 === 0 ? value * scale + dx : dy - value * scale) * 100) / 100)
              .join(' '),
        );
      x += (glyph.xAdvance ?? 0) * scale + (style.spacing ?? 0);
    }
  }
  return { path: parts.join(''), width: x };
}

/** Breaks a text into lines no wider than `width` pixels; a single longer word stands alone. */
export async function breakLines(text: string, style: TextStyle, width: number): Promise<string[]> {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && (await outlineText(longer, style)).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
