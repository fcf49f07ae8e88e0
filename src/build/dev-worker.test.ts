import { expect, test } from '@playwright/test';
import { clearingWorker } from './dev-worker.ts';

test('the worker of dev takes the place of a built site’s at once, clears what that one kept, goes, and reloads its pages', async () => {
  const listeners: Record<string, (event: { waitUntil(work: Promise<void>): void }) => void> = {};
  const done: string[] = [];
  const note = (what: string) => Promise.resolve(done.push(what));
  const caches = {
    keys: () => Promise.resolve(['corridor / 1', 'corridor /repo/ 2', 'another']),
    delete: (name: string) => note(`deleted ${name}`),
  };
  const page = { url: 'http://localhost:4321/map/#d=1', navigate: (to: string) => note(`navigated to ${to}`) };
  const self = {
    addEventListener: (name: string, listener: (typeof listeners)[string]) => {
      listeners[name] = listener;
    },
    skipWaiting: () => note('waits no longer'),
    registration: { unregister: () => note('unregistered') },
    clients: { matchAll: () => Promise.resolve([page]) },
  };
  new Function('self', 'caches', clearingWorker('/repo/'))(self, caches);
  let work: Promise<void> | undefined;
  const event = {
    waitUntil: (promise: Promise<void>) => {
      work = promise;
    },
  };
  listeners['install']?.(event);
  listeners['activate']?.(event);
  await work;
  expect(done).toEqual([
    'waits no longer',
    'deleted corridor /repo/ 2',
    'unregistered',
    'navigated to http://localhost:4321/map/#d=1',
  ]);
});
