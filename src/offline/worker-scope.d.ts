/** What is used of a worker's own world; TypeScript's library for it cannot stand beside that of pages. */
export interface WorkerScope {
  readonly clients: { claim(): Promise<void> };
  readonly navigator: { readonly connection?: { readonly saveData?: boolean } };
  addEventListener(type: 'install' | 'activate', listener: (event: WaitingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;

  /** Put in by the build, as are the others in capitals: the path below which the site is served. */
  readonly BASE: string;
  /** Another one for each change of what is kept, or of the worker. */
  readonly VERSION: string;
  /** Addresses of the packs: scripts, styles and pictures; the explorer's own data; and all else. */
  readonly PACKS: { readonly code: string; readonly data: string; readonly pages: string };
}

interface WaitingEvent extends Event {
  waitUntil(done: Promise<void>): void;
}

interface FetchEvent extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
