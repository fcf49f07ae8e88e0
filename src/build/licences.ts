/**
 * The terms of all that a reader gets: the site's own, then the notices of what others made of it, code and typefaces, as their
 * packages have them. Their licences ask that these go along.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FACES, type FaceName } from '../model/typefaces.ts';
import { scriptsOf } from './typefaces.ts';

/** The packages whose code is in the scripts of pages. */
const CODE = ['leaflet', 'minisearch', 'uqr'];
const RULE = '-'.repeat(72);

/** Returns the packages whose code or typefaces reach the reader. */
export function packagesForReaders(): string[] {
  const faces = Object.keys(FACES) as FaceName[];
  const files = faces.flatMap((face) => scriptsOf(face).map(({ path }) => path));
  return [...CODE, ...new Set(files.map((path) => path.split('/').slice(1, 3).join('/')))];
}

/** Returns a package's notice, under its name and version. */
function noticeOf(name: string): string {
  const folder = join('node_modules', name);
  const file = readdirSync(folder).find((one) => /^licen[cs]e(?:\.\w+)?$/i.test(one));
  if (!file)
    throw new Error(`${folder}: holds no LICENSE, which must go along. Find its notice, or leave the package out`);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${name} ${version}: ${license}\n\n${textOf(join(folder, file))}`;
}

const textOf = (file: string): string => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim();

/** Returns all terms and notices as one plain text. */
export function licences(): string {
  const parts = [
    textOf('LICENSE'),
    'Others made what follows: code in the scripts of this site, and the typefaces that it\nserves cuts of. Here is what each came with.',
    ...packagesForReaders().map(noticeOf),
  ];
  return `${parts.join(`\n\n${RULE}\n\n`)}\n`;
}
