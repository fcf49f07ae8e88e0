/**
 * The service worker: after one visit to any page the whole site can be read without a network. It keeps a few packs, as
 * the build made them, and takes one apart when something in it is asked for. Pages come from the network while it answers;
 * what has its version in its address comes from the pack of that version, or from the network, and never from another.
 *
 * A new version waits until no page of the old one is open: the browser sees to that, since nothing here hurries it. So no
 * page is reloaded, none loses what it still needs, and with a network the next page is new all the same.
 */
import { decodePercent } from '../model/decode-percent.ts';
import { allPacks, copyOf, NONE, PREFIX } from './copies.ts';
import { unpack } from './unpack.ts';

/** What is used of a worker's own world; TypeScript's library for it cannot stand beside that of pages. */
interface WaitingEvent extends Event {
  waitUntil(done: Promise<void>): void;
}
interface FetchEvent extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
declare const self: {
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: WaitingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
};
/** Put in by the build. */
declare const BASE: string;
declare const VERSION: string;
/** Paths of the packs; what has its version in its address is in the first two. */
declare const PACKS: readonly string[];

const CACHE = PREFIX + VERSION;
/** Milliseconds that the network has for an answer, where there is a copy. */
const PATIENCE = 4000;

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(forget()));
self.addEventListener('fetch', (event) => {
  const { method, url, headers } = event.request;
  const { origin, pathname } = new URL(url);
  const isOurs = origin === location.origin && pathname.startsWith(BASE) && !pathname.startsWith(`${BASE}embed/`);
  if (method === 'GET' && isOurs && !headers.has('range')) event.respondWith(answer(event.request));
});

/** Keeps every pack, or nothing: one that is not whole fails the installation, and the version before stays. */
async function keep(): Promise<void> {
  try {
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    if (connection?.saveData) throw new Error('The reader asks to save data.');
    const cache = await caches.open(CACHE);
    for (const path of PACKS) {
      const pack = (await caches.match(BASE + path)) ?? (await fetch(BASE + path, { priority: 'low' }));
      if (!pack.ok) throw new Error(`${path}: ${pack.status}`);
      const body = await pack.blob();
      await unpack(body);
      await cache.put(BASE + path, new Response(body, { headers: { date: pack.headers.get('date') ?? '' } }));
    }
  } catch (error) {
    await caches.delete(CACHE).catch(() => {});
    throw error;
  }
}

/** Lets the versions before go, and serves the pages that are open. */
async function forget(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  await self.clients.claim();
}

async function answer(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const path = decodePercent(pathname.slice(BASE.length));
  if (path.startsWith('_astro/') || search.startsWith('?v=')) {
    const names = [path + search];
    // A page that is newer than this worker: its own version may be kept already, and wait.
    const kept = async (): Promise<Response> => (await copyOf(names, await allPacks())) ?? Response.error();
    return (await copyOf(names, PACKS.slice(0, 2))) ?? fetch(request).catch(kept);
  }
  const isPage = request.mode === 'navigate';
  const network = fetch(request);
  const tooLate = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
  const first = await Promise.race([network, tooLate]).catch(() => undefined);
  if (first && first.status < 500) return first;
  const names = isPage
    ? [path, `${path}index.html`, `${path}/index.html`, ...(path.includes('.') ? [] : [NONE])]
    : [path];
  return (await copyOf(names, PACKS, isPage)) ?? network;
}
