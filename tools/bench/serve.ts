/** Serves a built site from memory, so that a rebuild during a run changes nothing. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { blankPage, wordsOf } from './words.ts';

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
}

export interface Site {
  /** Where it is served, without a slash at the end. */
  readonly origin: string;
  has(path: string): boolean;
  close(): Promise<void>;
}

/** Where the words of a page are served. */
export const wordsPath = (path: string): string => `/__words${path}`;
export const BLANK_PATH = '/__blank/';

/** Returns an answer, with text compressed once and for all. */
function answerOf(type: string, body: Buffer): Answer {
  const isGzip = type.includes('charset');
  return { type, body: isGzip ? gzipSync(body, { level: 9 }) : body, isGzip };
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
    if (path.endsWith('/')) answers.set(wordsPath(path), answerOf(html, Buffer.from(wordsOf(body.toString('utf8')))));
  }
  return answers;
}

/** Sends an answer. */
function send(response: ServerResponse, status: number, { type, body, isGzip }: Answer): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': body.length,
    'cache-control': 'max-age=600',
    ...(isGzip && { 'content-encoding': 'gzip', vary: 'accept-encoding' }),
  });
  response.end(body);
}

/** Serves a built site on a free port of this machine. */
export async function serveSite(folder: string): Promise<Site> {
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`There is no built site in ${folder}: run \`npm run build\` first.`);
  const answers = readAnswers(folder);
  const missing = answers.get('/404.html') ?? answerOf('text/plain; charset=utf-8', Buffer.from('Not found'));
  const server = createServer((request, response) => {
    const found = answers.get(decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname));
    send(response, found ? 200 : 404, found ?? missing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    has: (path) => answers.has(path),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
