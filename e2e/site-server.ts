/** A small host for one test: it can be stopped, given another build, and told to answer badly. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { decodePercent } from '../src/model/decode-percent.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** Answers a request in place of the host. */
type Answer = (response: ServerResponse, body: Buffer) => void;

export class SiteServer {
  /** The folder of the build that is served. */
  folder: string;
  /** What was asked for, below the base, in order. */
  readonly asked: string[] = [];
  readonly #base: string;
  readonly #faults: { pattern: RegExp; answer: Answer }[] = [];
  #server: Server | undefined;
  #port = 0;

  constructor(folder: string, base: string) {
    this.folder = folder;
    this.#base = base;
  }

  get url(): string {
    return `http://localhost:${this.#port}${this.#base}`;
  }

  /** Starts the host, or starts it again where it was. */
  async start(): Promise<void> {
    const server = createServer((request, response) => void this.#answer(request.url ?? '/', response));
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.#port, 'localhost', resolve));
    this.#port = (server.address() as AddressInfo).port;
  }

  /** Stops the host: no connection stays, and none is taken. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  /** From now on answers what is asked for by such a path in another way. */
  spoil(pattern: RegExp, answer: Answer): void {
    this.#faults.push({ pattern, answer });
  }

  /** Answers as it should again. */
  mend(): void {
    this.#faults.length = 0;
  }

  async #answer(url: string, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(url, 'http://localhost');
    const path = decodePercent(pathname.slice(this.#base.length));
    this.asked.push(path);
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const body = await readFile(join(this.folder, file)).catch(() => undefined);
    const fault = this.#faults.find(({ pattern }) => pattern.test(path));
    if (fault) return fault.answer(response, body ?? Buffer.alloc(0));
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(body ? 200 : 404, { 'content-type': body ? type : TYPES['.html'], 'cache-control': 'no-cache' });
    response.end(body ?? '<!doctype html><title>Not found</title><p>Not found.</p>');
  }
}

/** Answers with a status and nothing else. */
export const status =
  (code: number): Answer =>
  (response) => {
    response.writeHead(code).end();
  };

/** Sends half of a file, and breaks the connection. */
export const half: Answer = (response, body) => {
  response.writeHead(200, { 'content-length': body.length });
  response.write(body.subarray(0, body.length / 2), () => response.destroy());
};

/** Sends the page of a network that wants its user to sign in. */
export const signIn: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>');
};

/** Answers with a page of one heading after some milliseconds. */
export const late =
  (wait: number, heading: string, code = 200): Answer =>
  (response) => {
    const page = `<!doctype html><title>Late</title><link rel="icon" href="data:,"><h1>${heading}</h1>`;
    setTimeout(() => response.writeHead(code, { 'content-type': 'text/html' }).end(page), wait);
  };

/** Takes the request and says nothing. */
export const silent: Answer = () => {};
