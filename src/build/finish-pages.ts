/**
 * After a build, gives each page its last touches: its module scripts are put to sleep, for the boot script to wake
 * after the first paint, its styles lose what cannot apply to it, its roles hold their colours, its spaces are single, its
 * policy names the inline scripts and styles of this page only, and what tells of the page stands next to its words.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { BOOT } from './boot.ts';
import { withFlatTokens, withPlainColours } from './colours.ts';
import {
  leanStyles,
  pageWords,
  propertiesIn,
  rulesIn,
  scriptWords,
  type Words,
  withoutUnread,
  withoutUnwritten,
} from './lean-styles.ts';
import { scriptsOf } from './page-scripts.ts';

const INLINE = /<(?:script|style)\b(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/(?:script|style)>/g;
const STYLES = /<style\b[^>]*>([\s\S]*?)<\/style>/g;
const MODULE = /<script type="module" src="([^"]*)"><\/script>/g;
const HASH = /\s?'sha256-[A-Za-z0-9+/=]+'/g;

/** What may give an element of a page a class besides its own scripts: the data that they read. */
const DATA = /^data[\\/](map|names|road)\.json$/;

/** The styles of the live map, which hold again what any map may show. */
const LIVE_STYLES = /^(?:_astro|embed)[\\/]live\.(?:.*\.)?css$/;

/** What a page has whose live map may come. */
const EXPLORER = '<corridor-explorer';

/** Files that may read a custom property of a page: scripts, and the styles that come after it. */
const MAY_READ = /\.(?:js|css)$/;

/** How a policy names an inline script or style. */
const policyHash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What a built script imports at once, by its address: `import"./share-link.x.js"`, `from"./words.x.js"`. */
const AT_ONCE = /\b(?:from|import)\s*["'`]\.\/([^"'`]+\.js)/g;

/**
 * Returns a page whose module scripts wait for the boot script: no browser knows their type. What they import stands
 * beside them, so that all come in one trip.
 */
function withLateScripts(html: string, importsOf: ReadonlyMap<string, readonly string[]>): string {
  const addresses = new Set([...html.matchAll(MODULE)].map(([, address = '']) => address));
  const named = addresses.size;
  for (const address of addresses)
    for (const name of importsOf.get(basename(address)) ?? []) addresses.add(address.replace(/[^/]*$/, name));
  const late = (address: string): string => `<script type="late" src="${address}"></script>`;
  const others = [...addresses].slice(named).map(late).join('');
  return html.replace(MODULE, (_, address: string) => late(address)).replace('</body>', () => `${others}</body>`);
}

/** Returns a page with its styles changed, named anew by its policy. */
function withStyles(html: string, change: (css: string) => string): string {
  let changed = html;
  for (const [, css = ''] of html.matchAll(STYLES)) {
    const after = change(css);
    changed = changed.replace(css, () => after).replaceAll(policyHash(css), policyHash(after));
  }
  return changed;
}

/** Returns a page whose policy holds the hashes of what stands in it, and of nothing else. */
function withOwnPolicy(html: string): string {
  const hashes = new Set([...html.matchAll(INLINE)].map(([, text = '']) => policyHash(text)));
  return html.replace(/<meta http-equiv="content-security-policy"[^>]*>/, (policy) =>
    policy.replace(HASH, (hash) => (hashes.has(hash.trim()) ? hash : '')),
  );
}

/** Parts of a table or of a drawing, beside which no space is seen. */
const NO_SPACE = 'table|thead|tbody|tr|td|th|defs|pattern|g|path|circle|rect|line|marker|use';
const BESIDE = new RegExp(` ?(</?(?:${NO_SPACE})\\b[^>]*>) ?`, 'g');

/**
 * Returns a page in whose markup a run of spaces and line breaks is one space, or none where none is seen, as a browser shows it.
 * No page holds `pre`.
 */
const withSingleSpaces = (html: string): string =>
  html
    .split(/(<(?:script|style)\b[\s\S]*?<\/(?:script|style)>)/)
    .map((part, i) => (i % 2 ? part : part.replace(/[ \t\r\n]+/g, ' ').replace(BESIDE, '$1')))
    .join('');

/**
 * Returns a page whose policy and styles come before all that tells other machines of it: title, summary and addresses, which
 * its text says again, then lie near enough to it to be sent once.
 */
const withStylesFirst = (html: string): string => {
  const first = [...html.matchAll(/<meta http-equiv="content-security-policy"[^>]*>|<style\b[\s\S]*?<\/style>/g)];
  const rest = first.reduce((text, [part]) => text.replace(part, () => ''), html);
  return rest.replace(/<meta charset="utf-8">/i, (charset) => charset + first.map(([part]) => part).join(''));
};

/** Returns an embed's page, whose policy lets it ask for no service worker: it keeps nothing. */
const withoutWorker = (html: string): string => html.replace(/(trusted-types [^;"]*) worker/, '$1');

/** The folder that a page stands in, apart from the page of the folder itself: pages of one kind. */
const kindOf = (file: string): string => {
  const folders = file.split(/[\\/]/).slice(0, -1);
  return folders.length > 1 ? `${folders[0]}/*` : file;
};

/** What may be on a page besides what is built into it. */
interface Comers {
  /** The site's scripts, by the names of their files. */
  readonly scripts: ReadonlyMap<string, string>;
  /** Texts of the data that scripts read. */
  readonly data: readonly string[];
}

/**
 * Returns the words of what may come to pages by their scripts; what opens beside the reading brings its own styles. The one file
 * names no script: its own is put into it after.
 */
function comingWords(pages: readonly string[], { scripts, data }: Comers): Words {
  const own = pages.flatMap((html) => [...scriptsOf(html, scripts)]);
  return scriptWords(new Set([...(own.length > 0 ? own : scripts.values()), ...data]));
}

/**
 * Returns pages with the styles that can apply to them: of what comes again with the live map, what the still map needs. Pages of
 * one kind that share a text of styles go on sharing one, with what any of them needs: the policy of a folder names it once.
 */
function withLeanStyles(
  pages: ReadonlyMap<string, string>,
  comers: Comers,
  live: ReadonlySet<string>,
  read: ReadonlySet<string>,
): Map<string, string> {
  const kinds = new Map<string, string[]>();
  for (const [file, html] of pages) kinds.set(kindOf(file), [...(kinds.get(kindOf(file)) ?? []), html]);
  const made = new Map<string, string>();
  const leanOf = (kind: string, css: string): string => {
    const key = `${kind} ${css}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const users = (kinds.get(kind) ?? []).filter((html) => html.includes(css));
    const words = pageWords(users.map((html) => html.replace(STYLES, '')));
    const later = users.every((html) => html.includes(EXPLORER)) ? { rules: live, words: [words] } : undefined;
    const written = withoutUnwritten(
      leanStyles(withFlatTokens(css), [words, comingWords(users, comers)], later),
      users,
    );
    const lean = withPlainColours(withoutUnread(written, read));
    made.set(key, lean);
    return lean;
  };
  return new Map([...pages].map(([file, html]) => [file, withStyles(html, (css) => leanOf(kindOf(file), css))]));
}

/** Returns the integration. */
export function finishPages(): AstroIntegration {
  return {
    name: 'finish-pages',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = (await readdir(root, { recursive: true })).sort();
        const read = (file: string) => readFile(join(root, file), 'utf8');
        const textsOf = (kind: RegExp) => Promise.all(files.filter((file) => kind.test(file)).map(read));
        const comers: Comers = {
          scripts: new Map(
            await Promise.all(
              files
                .filter((file) => file.endsWith('.js'))
                .map(async (file) => [basename(file), await read(file)] as const),
            ),
          ),
          data: await textsOf(DATA),
        };
        const live = rulesIn((await textsOf(LIVE_STYLES)).join('\n'));
        const properties = propertiesIn(`${BOOT}${(await textsOf(MAY_READ)).join('\n')}`);
        const importsOf = new Map<string, readonly string[]>();
        for (const [name, text] of comers.scripts)
          importsOf.set(
            name,
            [...text.matchAll(AT_ONCE)].map(([, imported = '']) => imported),
          );
        const pages = new Map<string, string>();
        for (const file of files.filter((name) => name.endsWith('.html')))
          pages.set(file, withLateScripts(withSingleSpaces(await read(file)), importsOf));
        for (const [file, html] of withLeanStyles(pages, comers, live, properties)) {
          const own = withStylesFirst(withOwnPolicy(html));
          await writeFile(join(root, file), file.startsWith('embed') ? withoutWorker(own) : own);
        }
      },
    },
  };
}
