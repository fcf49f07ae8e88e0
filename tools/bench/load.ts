/** How many requests nginx answers with the shipped configuration, measured by wrk on the loopback address. */
import { execFileSync, spawnSync } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';
import { startNginx } from '../../e2e/nginx.ts';
import { precompress } from '../precompress.ts';
import { blankPage } from './words.ts';

const CONNECTIONS = 200;
const SECONDS = 30;
const PAGES = [
  ['`/`', ''],
  ['`/events/2023-04-23-checkpoint/`', 'events/2023-04-23-checkpoint/'],
] as const;

export interface Load {
  readonly name: string;
  /** What the answer was compressed by. */
  readonly encoding: string;
  readonly bytes: number;
  readonly requestsPerSecond: number;
  readonly errors: number;
  /** Half of the answers came within so many milliseconds, and 99 % within so many. */
  readonly p50: number;
  readonly p99: number;
}

const UNITS: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000, m: 60_000 };

/** Reads what wrk says. */
export function readWrk(text: string): Pick<Load, 'requestsPerSecond' | 'errors' | 'p50' | 'p99'> {
  const time = (share: string): number => {
    const [, value, unit = ''] = new RegExp(`^\\s+${share}%\\s+([\\d.]+)(us|ms|s|m)$`, 'm').exec(text) ?? [];
    return Number(value) * (UNITS[unit] ?? Number.NaN);
  };
  const socket = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(text)?.slice(1) ?? [];
  const refused = /Non-2xx or 3xx responses: (\d+)/.exec(text)?.[1] ?? '0';
  return {
    requestsPerSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(text)?.[1]),
    errors: [...socket, refused].map(Number).reduce((sum, count) => sum + count, 0),
    p50: time('50'),
    p99: time('99'),
  };
}

/** Asks for one address from many connections at once. */
async function measure(name: string, url: string, encoding: string): Promise<Load> {
  const headers = { 'accept-encoding': encoding };
  const length = Number((await fetch(url, { method: 'HEAD', headers })).headers.get('content-length'));
  const threads = String(availableParallelism());
  const options = ['-t', threads, '-c', String(CONNECTIONS), '-d', `${SECONDS}s`, '--latency'];
  const text = execFileSync('wrk', [...options, '-H', `Accept-Encoding: ${encoding}`, url], { encoding: 'utf8' });
  return { name, encoding, bytes: length, ...readWrk(text) };
}

/** Measures two pages and a blank one, each with brotli if there is a module for it, and with gzip. */
export async function measureLoad(folder: string): Promise<Load[]> {
  if (spawnSync('wrk', ['--version']).error) throw new Error('The load is measured by wrk: apt-get install -y wrk');
  await precompress(folder);
  const nginx = await startNginx({ site: folder }, blankPage());
  try {
    const found: Load[] = [];
    for (const [name, path] of PAGES)
      for (const encoding of nginx.hasBrotli ? ['br', 'gzip'] : ['gzip'])
        found.push(await measure(name, nginx.root + path, encoding));
    found.push(await measure('a blank page', nginx.blank, 'identity'));
    return found;
  } finally {
    await nginx.stop();
  }
}

/** Returns the measurements as a table in Markdown. */
export function loadTable(loads: readonly Load[]): string {
  const blank = loads.at(-1)?.requestsPerSecond ?? Number.NaN;
  return [
    '| Page | Bytes sent | Requests per second | of a blank page’s | Errors | Half within ms | 99 % within ms |',
    '| --- | --: | --: | --: | --: | --: | --: |',
    ...loads.map(
      ({ name, encoding, bytes, requestsPerSecond, errors, p50, p99 }) =>
        `| ${name}${encoding === 'identity' ? '' : `, ${encoding}`} | ${bytes} | ${requestsPerSecond.toFixed(0)} | ${(requestsPerSecond / blank).toFixed(2)} | ${errors} | ${p50.toFixed(1)} | ${p99.toFixed(1)} |`,
    ),
    '',
    `${CONNECTIONS} connections for ${SECONDS} s each. ${availableParallelism()} cores of ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, shared with wrk. ${new Date().toISOString().slice(0, 10)}.`,
  ].join('\n');
}
