/** One file of `content/` as text: a file of its own, not too large, in UTF-8, merged to its end, and nothing in it that cannot be seen. */
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../assembly/problems.ts';
import { hiddenIn, withoutHidden } from '../model/plain-text.ts';

/** So many kilobytes are five times the largest file. */
const MOST_KB = 600;

/** Texts by path, with the bytes that they were read from. */
const kept = new Map<string, { readonly bytes: Buffer; readonly text: string }>();

/** Returns a file's text with plain line ends and nothing in it that cannot be seen; adds what was wrong to `problems`, and returns nothing where there is no text. */
export function readText(root: string, file: string, problems: Problem[]): string | undefined {
  const say = (what: string, line?: number): undefined => {
    problems.push({ file, line, what });
  };
  const path = join(root, file);
  let bytes: Buffer;
  try {
    const is = lstatSync(path);
    if (is.isSymbolicLink()) return say('is a link to another file. Put the file itself here');
    if (!is.isFile()) return say('is no file. Put the file itself here');
    if (is.size > MOST_KB * 1024)
      return say(
        `holds ${Math.round(is.size / 1024).toLocaleString('en')} kB, and at most ${MOST_KB} are read. Divide or simplify it`,
      );
    bytes = readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return say(code === 'ENOENT' ? 'is missing. Restore it' : `cannot be read (${code}). Restore it, or its rights`);
  }
  const known = kept.get(path);
  if (known?.bytes.equals(bytes)) return known.text;
  if (/^(?:\xff\xfe|\xfe\xff)/.test(bytes.toString('latin1', 0, 2)))
    return say('is written in UTF-16. Save it as UTF-8', 1);
  const text = bytes.toString('utf8');
  if (!Buffer.from(text).equals(bytes)) {
    const line = text.slice(0, text.indexOf('\ufffd')).split('\n').length;
    return say('is not UTF-8 from this line on. Save the file as UTF-8', line);
  }
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (plain.trim() === '') return say('is empty. Write it, or delete the file', 1);
  const lines = plain.split('\n');
  const unmerged = lines.flatMap((line, i) =>
    /^(?:<{7}|>{7})(?: |$)/.test(line) ? [{ line: i + 1, sign: line[0] }] : [],
  );
  if (unmerged.length > 0) {
    // Each place is told once, by its first line where that is still there.
    for (const [i, { line, sign }] of unmerged.entries())
      if (sign === '<' || unmerged[i - 1]?.sign !== '<')
        say(
          'a merge was not finished here: keep one of the two, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>',
          line,
        );
    return undefined;
  }
  const hidden = lines.flatMap((text, i) => {
    const what = hiddenIn(text)?.what;
    return what === undefined ? [] : [{ what, line: i + 1 }];
  });
  // What else the file says is read without what cannot be seen, and told with it.
  if (hidden.length > 0) {
    for (const { what, line } of hidden) say(what, line);
    return withoutHidden(plain);
  }
  kept.set(path, { bytes, text: plain });
  return plain;
}
