/**
 * A built site that was looked at on the same address has left its service worker there. It would answer for `npm run dev`
 * with its copies, and hide what a page has to say of a mistake. So dev answers for `sw.js` with a worker that takes its place,
 * clears up and goes. The browser asks for it by itself, with the first page that the old one controls.
 */
import type { AstroIntegration } from 'astro';

/** Returns the script of the worker that takes the place of the one of a built site under this base. */
export function clearingWorker(base: string): string {
  return `self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(clear()));
async function clear() {
  for (const name of await caches.keys()) if (name.startsWith(${JSON.stringify(`corridor ${base} `)})) await caches.delete(name);
  await self.registration.unregister();
  for (const page of await self.clients.matchAll({ type: 'window' })) page.navigate(page.url).catch(() => {});
}
`;
}

/** Has dev answer for `sw.js`, which only a build writes. */
export function devWorker(base: string): AstroIntegration {
  return {
    name: 'dev-worker',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          if (request.originalUrl?.split('?')[0] !== `${base}sw.js`) return next();
          response.setHeader('content-type', 'text/javascript');
          response.setHeader('cache-control', 'no-cache');
          response.end(clearingWorker(base));
        });
      },
    },
  };
}
