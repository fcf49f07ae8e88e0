/**
 * Serves a built site from memory, so that a rebuild during a run changes nothing: kept by the browser as the
 * site's own headers say, and, if asked, over a slow line.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { cacheControlOf } from '../../src/build/headers.ts';
import { blankPage, wordsPage } from './words.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

interface Answer {
  readonly type: string;
  readonly body: Buffer;
  readonly isGzip: boolean;
  readonly version: string;
}

/** A slow line, shared by all that comes over it. */
export interface Line {
  /** Milliseconds until the first byte of an answer. */
  readonly latency: number;
  readonly bytesPerSecond: number;
}

/** What came over the line. */
export interface Traffic {
  bytes: number;
  requests: number;
}

export interface Site {
  /** Where it is served, without a slash at the end. */
  readonly origin: string;
  /** Counts from when it was last set to nothing. */
  readonly traffic: Traffic;
  has(path: string): boolean;
  /** Slows the line, or makes it as fast as it is. */
  setLine(line: Line | undefined): void;
  /** Lets no answer through, as when there is no network. */
  setDown(isDown: boolean): void;
  close(): Promise<void>;
}

/** Where the words of a page are served. */
export const wordsPath = (path: string): string => `/__words${path}`;
export const BLANK_PATH = '/__blank/';

/** Returns an answer, with text compressed once and for all. */
function answerOf(type: string, body: Buffer): Answer {
  const isGzip = type.includes('charset');
  const version = `"${createHash('sha256').update(body).digest('base64url').slice(0, 12)}"`;
  return { type, body: isGzip ? gzipSync(body, { level: 9 }) : body, isGzip, version };
}

/** Reads a folder into answers by path, with the words of each page beside it. */
function readAnswers(folder: string): Map<string, Answer> {
  const html = TYPES['.html'] ?? '';
  const answers = new Map([[BLANK_PATH, answerOf(html, Buffer.from(blankPage()))]]);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name);
    if (!statSync(file).isFile()) continue;
    const path = `/${name.replaceAll('\\', '/')}`.replace(/\/index\.html$/, '/');
    const body = readFileSync(file);
    answers.set(path, answerOf(TYPES[extname(name)] ?? 'application/octet-stream', body));
    if (path.endsWith('/')) answers.set(wordsPath(path), answerOf(html, Buffer.from(wordsPage(body.toString('utf8')))));
  }
  return answers;
}

/** Bytes that go over a slow line at a time. */
const PACKET = 1400;

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends a body over a line that others may be using. */
function sender(line: Line): (response: ServerResponse, body: Buffer) => Promise<void> {
  let isFreeAt = 0;
  return async (response, body) => {
    for (let at = 0; at < body.length; at += PACKET) {
      const packet = body.subarray(at, at + PACKET);
      isFreeAt = Math.max(isFreeAt, performance.now()) + (packet.length / line.bytesPerSecond) * 1000;
      await after(isFreeAt - performance.now());
      response.write(packet);
    }
    response.end();
  };
}

/** Serves a built site on a free port of this machine. */
export async function serveSite(folder: string): Promise<Site> {
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`There is no built site in ${folder}: run \`npm run build\` first.`);
  const answers = readAnswers(folder);
  const missing = answers.get('/404.html') ?? answerOf('text/plain; charset=utf-8', Buffer.from('Not found'));
  const traffic: Traffic = { bytes: 0, requests: 0 };
  let slow: { readonly line: Line; readonly send: ReturnType<typeof sender> } | undefined;
  let isDown = false;
  const server = createServer(async (request, response) => {
    if (isDown) {
      request.socket.destroy();
      return;
    }
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const found = answers.get(decodeURI(pathname));
    const { type, body, isGzip, version } = found ?? missing;
    const isKnown = found !== undefined && request.headers['if-none-match'] === version;
    if (slow) await after(slow.line.latency);
    response.writeHead(isKnown ? 304 : found ? 200 : 404, {
      'content-type': type,
      'cache-control': cacheControlOf(pathname.split('/')[1] ?? ''),
      etag: version,
      ...(!isKnown && { 'content-length': body.length }),
      ...(isGzip && { 'content-encoding': 'gzip', vary: 'accept-encoding' }),
    });
    traffic.requests += 1;
    if (isKnown) response.end();
    else {
      traffic.bytes += body.length;
      if (slow) await slow.send(response, body);
      else response.end(body);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    traffic,
    has: (path) => answers.has(path),
    setLine: (line) => {
      slow = line && { line, send: sender(line) };
    },
    setDown: (down) => {
      isDown = down;
      if (down) server.closeAllConnections();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
