/**
 * The service worker: after one visit to any page the whole site can be read without a network. It keeps a few packs, as
 * the build made them, and takes one apart when something in it is asked for. Pages come from the network while it answers;
 * what has its version in its address comes from the pack of that version, or from the network, and never from another.
 *
 * A new version waits until no page of the old one is open: the browser sees to that, since nothing here hurries it. So no
 * page is reloaded, none loses what it still needs, and with a network the next page is new all the same.
 */
import { decodePercent } from '../model/decode-percent.ts';
import { unpack } from './unpack.ts';
import type { WorkerScope } from './worker-scope.d.ts';

declare const self: WorkerScope;

/** Sites of one host share its storage: the base keeps their caches apart. */
const PREFIX = `corridor ${self.BASE} `;
const CACHE = PREFIX + self.VERSION;
/** Milliseconds that the network has for an answer, where there is a copy. */
const PATIENCE = 4000;

/** The packs that were taken apart, by their addresses. */
const opened = new Map<string, ReturnType<typeof unpack>>();

self.addEventListener('install', (event) => event.waitUntil(keep().catch(letGo)));
self.addEventListener('activate', (event) => event.waitUntil(forget()));
self.addEventListener('fetch', (event) => {
  const { method, url, headers } = event.request;
  const { origin, pathname, search } = new URL(url);
  const path = decodePercent(pathname.slice(self.BASE.length));
  const isOurs = origin === location.origin && pathname.startsWith(self.BASE) && !path.startsWith('embed/');
  if (method === 'GET' && isOurs && !headers.has('range')) event.respondWith(answer(event.request, path, search));
});

/**
 * Keeps every pack. Rejects at the first that cannot be had, is not whole or has no room. What this version has kept already
 * stays as it is: after a step back to it its pages may live on that.
 */
async function keep(): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const address of Object.values(self.PACKS)) {
    if (await cache.match(address)) continue;
    if (self.navigator.connection?.saveData) throw new Error('The reader asks to save data.');
    const pack = (await caches.match(address)) ?? (await fetch(address, { priority: 'low' }));
    const body = await pack.blob();
    await unpack(body);
    await cache.put(address, new Response(body, { headers: { date: pack.headers.get('date') ?? '' } }));
  }
  // A version that becomes the active one meanwhile takes all others away: what is put then is nowhere.
  if (!(await caches.has(CACHE))) throw new Error('Another version has taken the copy away.');
}

/** Nothing is kept by half: the installation fails, and the version before stays. */
async function letGo(reason: unknown): Promise<void> {
  await caches.delete(CACHE);
  throw reason;
}

/** Lets the versions before go, and serves the pages that are open. */
async function forget(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  await self.clients.claim();
}

async function answer(request: Request, path: string, search: string): Promise<Response> {
  if (path.startsWith('_astro/') || (path.endsWith('.json') && search.startsWith('?v='))) {
    const own = await copyOf([path + search], [search ? self.PACKS.data : self.PACKS.code]);
    const file = own ?? (await fetch(request).catch(() => Response.error()));
    // A page that is newer than this worker, or that the host holds no more: its version may be kept already, or still.
    return file.ok ? file : ((await copyOf([path + search], await allPacks())) ?? file);
  }
  const network = fetch(request);
  const tooLate = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
  const first = await Promise.race([network, tooLate]).catch(() => undefined);
  if (first && first.status < 500) return first;
  const copy = await (request.mode === 'navigate' ? pageCopy(path) : copyOf([path]));
  // What is on no list may be new: it is waited for.
  return copy?.ok ? copy : network.catch(() => copy ?? Response.error());
}

/** Returns the copy of a page, which says that it is one and of which day; or the page that says that there is none. */
async function pageCopy(path: string): Promise<Response | undefined> {
  // No page has a dot in its address: what has one is a file, and says nothing if it is not kept.
  const copy = await copyOf(path.includes('.') ? [path] : [`${path}index.html`, `${path}/index.html`, '404.html']);
  if (!copy?.headers.get('content-type')?.startsWith('text/html')) return copy;
  // As HTTP writes it: Thu, 26 Nov 2026 10:00:00 GMT.
  const day = (await caches.match(self.PACKS.pages))?.headers.get('date')?.slice(5, 16);
  const note = day ? `<p class="label-text">The site does not answer: this is the copy kept on ${day}.</p>` : '';
  return new Response((await copy.text()).replace('</header>', `${note}</header>`), copy);
}

/** Returns the copy of a file, by the first of its names that the packs hold; without more, those of this version. */
async function copyOf(names: readonly string[], packs = Object.values(self.PACKS)): Promise<Response | undefined> {
  const kept = await Promise.all(packs.map(filesOf));
  const file = names.flatMap((name) => kept.map((files) => files.get(name))).find(Boolean);
  const status = file?.path === '404.html' ? 404 : 200;
  return file && new Response(file.bytes, { status, headers: { 'content-type': file.type } });
}

/** Returns the addresses of the packs of every version that is kept. */
async function allPacks(): Promise<string[]> {
  const versions = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const kept = await Promise.all(versions.map(async (name) => (await caches.open(name)).keys()));
  return kept.flat().map(({ url }) => new URL(url).pathname);
}

/** Returns the files of a kept pack, which is taken apart once; one that cannot be had holds none, and is tried again. */
async function filesOf(address: string): ReturnType<typeof unpack> {
  const open = async () => unpack(await ((await caches.match(address)) ?? Response.error()).blob());
  const files = opened.get(address) ?? open();
  opened.set(address, files);
  files.catch(() => opened.delete(address));
  return files.catch(() => new Map());
}
