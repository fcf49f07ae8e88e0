/**
 * Puts many files into one that is small: what stands somewhere before is not written again, however far back it was. A
 * page of the site repeats its styles, its head and much of its map from other pages; gzip looks back 32 kB only.
 * `offline/unpack.ts` is the reverse.
 */
import { gzipSync } from 'node:zlib';

export interface PackedFile {
  readonly path: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The first line of a pack, as JSON: where each file stands in the whole, and the stretches that the whole is made of. A
 * stretch whose `backs` is 0 is the next one of those after the line; another stands in the whole already, so many bytes
 * back. Two columns, since gzip makes them smaller than pairs.
 */
export interface PackHead {
  readonly files: readonly (readonly [path: string, type: string, from: number, to: number])[];
  readonly size: number;
  readonly lengths: readonly number[];
  readonly backs: readonly number[];
}

/** The least that is worth a reference, bytes, and how many earlier places are tried for it. */
const LEAST = 32;
const TRIES = 100;
/** As many bytes are looked up at once. */
const KEY = 28;

/** Returns the pack: gzip over a line of JSON and the bytes that are new. */
export function pack(files: readonly PackedFile[]): Uint8Array {
  const whole = Buffer.concat(files.map(({ bytes }) => bytes));
  const fresh: Uint8Array[] = [];
  const lengths: number[] = [];
  const backs: number[] = [];
  const write = (length: number, back: number): void => {
    if (length === 0) return;
    lengths.push(length);
    backs.push(back);
  };
  const writeFresh = (from: number, to: number): void => {
    fresh.push(whole.subarray(from, to));
    write(to - from, 0);
  };
  let written = 0;
  for (const { at, from, length } of repeats(whole)) {
    writeFresh(written, at);
    write(length, at - from);
    written = at + length;
  }
  writeFresh(written, whole.length);
  let end = 0;
  const places = files.map(({ path, type, bytes }) => {
    const from = end;
    end += bytes.length;
    return [path, type, from, end] as const;
  });
  const head: PackHead = { files: places, size: whole.length, lengths, backs };
  return gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...fresh]), { level: 9 });
}

/** Finds what stands earlier already, in order; no stretch reaches into its own copy. */
function* repeats(whole: Buffer): Generator<{ at: number; from: number; length: number }> {
  const bits = Math.min(22, Math.ceil(Math.log2(whole.length + 2)));
  const last = new Int32Array(1 << bits).fill(-1);
  const before = new Int32Array(whole.length).fill(-1);
  const keyAt = (at: number): number => {
    let key = 0;
    for (let i = 0; i < KEY; i += 4) key = Math.imul(key ^ whole.readInt32LE(at + i), 0x9e3779b1) ^ (key >>> 15);
    return (key ^ (key >>> 13)) >>> (32 - bits);
  };
  let noted = 0;
  /** The longest earlier stretch like the one at a place. */
  const longest = (at: number): { from: number; length: number } => {
    for (; noted < at; noted++) {
      const key = keyAt(noted);
      before[noted] = last[key] ?? -1;
      last[key] = noted;
    }
    const found = { from: 0, length: 0 };
    let from = last[keyAt(at)] ?? -1;
    for (let tries = TRIES; tries > 0 && from >= 0; tries--) {
      const most = Math.min(whole.length - at, at - from);
      let length = 0;
      while (length < most && whole[from + length] === whole[at + length]) length++;
      if (length > found.length) Object.assign(found, { from, length });
      from = before[from] ?? -1;
    }
    return found;
  };
  let written = 0;
  for (let at = 0; at + KEY < whole.length; ) {
    let found = longest(at);
    if (found.length < LEAST) {
      at++;
      continue;
    }
    // One byte later the stretch may be a longer one.
    const next = at + 1 + KEY < whole.length ? longest(at + 1) : found;
    if (next.length > found.length + 1) {
      found = next;
      at++;
    }
    let { from, length } = found;
    while (at > written && from > 0 && whole[at - 1] === whole[from - 1] && at - from > length) {
      at--;
      from--;
      length++;
    }
    yield { at, from, length };
    at += length;
    written = at;
  }
}
