/** The packs that are kept, taken apart when something in them is asked for. Part of the service worker. */
import { type KeptFile, unpack } from './unpack.ts';

/** Put in by the build. */
declare const BASE: string;

/** Sites of one host share its storage: the base keeps their caches apart. */
export const PREFIX = `corridor ${BASE} `;

/** The page that says that there is no such page. */
export const NONE = '404.html';

/** A pack taken apart, and the day on which it was kept. */
interface Kept {
  readonly on: string;
  readonly files: ReadonlyMap<string, KeptFile>;
}

const opened = new Map<string, Promise<Kept>>();

/** Returns the copy of a file, by the first of its names that there is; a page says that it is a copy. */
export async function copyOf(
  names: readonly string[],
  packs: readonly string[],
  isPage = false,
): Promise<Response | undefined> {
  for (const path of packs) {
    const { on, files } = await open(path);
    const file = names.map((name) => files.get(name)).find(Boolean);
    if (!file) continue;
    const headers = { 'content-type': file.type };
    if (!isPage || !file.type.startsWith('text/html')) return new Response(file.bytes, { headers });
    const note = `<p class="label-text">The site does not answer: this is the copy kept on ${on}.</p>`;
    const html = new TextDecoder().decode(file.bytes).replace('</header>', on ? `${note}</header>` : '</header>');
    return new Response(html, { headers, status: file === files.get(NONE) ? 404 : 200 });
  }
  return undefined;
}

/** Returns the paths of the packs of every version that is kept. */
export async function allPacks(): Promise<string[]> {
  const kept = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const requests = await Promise.all(kept.map(async (name) => (await caches.open(name)).keys()));
  return requests.flat().map(({ url }) => new URL(url).pathname.slice(BASE.length));
}

/** Takes a pack apart, once; one that cannot be had holds nothing. */
function open(path: string): Promise<Kept> {
  const known = opened.get(path) ?? openNow(path);
  opened.set(path, known);
  return known;
}

async function openNow(path: string): Promise<Kept> {
  try {
    const pack = await caches.match(BASE + path);
    if (!pack) throw new Error(`${path} is not kept.`);
    // As HTTP writes it: Thu, 26 Nov 2026 10:00:00 GMT.
    return { on: pack.headers.get('date')?.slice(5, 16) ?? '', files: await unpack(await pack.blob()) };
  } catch {
    opened.delete(path);
    return { on: '', files: new Map() };
  }
}
