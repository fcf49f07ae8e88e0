/** A real nginx with the configuration of `deploy/nginx/`, in which only address and folders are others. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findCommand } from './find-command.mjs';
import { freePort } from './free-port.ts';

const BROTLI = [
  '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so',
  '/usr/lib64/nginx/modules/ngx_http_brotli_static_module.so',
];

/** Returns where nginx is, if it is there. */
export function findNginx(): string | undefined {
  return findCommand('nginx', ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin']);
}

export const NO_NGINX = [
  'No nginx: the tests of the site behind a real server are left out. To have them, install nginx, on Debian as root:',
  '  apt-get install -y nginx-light libnginx-mod-http-brotli-static',
].join('\n');

export interface Nginx {
  /** Where the site at the root is, with its slash. */
  readonly root: string;
  /** Where the site under `/repo/` is, with its slash. */
  readonly subPath: string;
  /** Where a blank page is. */
  readonly blank: string;
  readonly hasBrotli: boolean;
  stop(): Promise<void>;
}

/** Waits until a port answers, or nginx has ended. */
async function answers(port: number, nginx: ChildProcess, log: string): Promise<void> {
  for (;;) {
    if (nginx.exitCode !== null) throw new Error(`nginx did not start:\n${readFileSync(log, 'utf8')}`);
    const isUp = await new Promise<boolean>((tell) => {
      const socket = connect(port, '127.0.0.1', () => tell(true)).on('error', () => tell(false));
      socket.on('connect', () => socket.end());
    });
    if (isUp) return;
    await new Promise((again) => setTimeout(again, 50));
  }
}

/** Starts nginx, as an ordinary process with all its files in a folder of its own, before built sites and a blank page. */
export async function startNginx(built: { site: string; 'sub-path'?: string }, blankPage: string): Promise<Nginx> {
  const command = findNginx();
  if (!command) throw new Error(NO_NGINX);
  const home = mkdtempSync(join(tmpdir(), 'nginx-'));
  const brotli = BROTLI.find(existsSync);
  const isBuiltIn = spawnSync(command, ['-V'], { encoding: 'utf8' }).stderr.includes('brotli');
  const hasBrotli = brotli !== undefined || isBuiltIn;
  symlinkSync(resolve(built.site), join(home, 'current'));
  if (built['sub-path']) symlinkSync(resolve(built['sub-path']), join(home, 'repo'));
  for (const folder of ['nginx', 'blank']) mkdirSync(join(home, folder));
  writeFileSync(join(home, 'blank/index.html'), blankPage);
  const ports = { site: await freePort(), 'sub-path': await freePort(), blank: await freePort() };
  const shipped = (name: string): string =>
    readFileSync(`deploy/nginx/${name}.conf`, 'utf8').replaceAll('/srv/lachin', home);
  const files = shipped('files');
  writeFileSync(join(home, 'nginx/files.conf'), hasBrotli ? files : files.replace('brotli_static on;', ''));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${home}/${kind};`,
  );
  writeFileSync(
    join(home, 'nginx.conf'),
    [
      brotli ? `load_module ${brotli};` : '',
      process.getuid?.() === 0 ? 'user root;' : '',
      `daemon off; worker_processes auto; pid ${home}/pid; events { worker_connections 1024; }`,
      // As in Debian's own nginx.conf, into which the sites are put.
      `http { gzip on; access_log off; ${temporary.join(' ')}`,
      ...(['site', 'sub-path'] as const)
        .filter((name) => built[name])
        .map((name) =>
          shipped(name)
            .replace('listen 80;', `listen 127.0.0.1:${ports[name]};`)
            .replace(/^ *listen \[::\]:80;.*\n/m, ''),
        ),
      `server { gzip off; listen 127.0.0.1:${ports.blank}; root ${home}/blank; types { text/html html; } }`,
      '}',
    ].join('\n'),
  );
  const log = join(home, 'error.log');
  const nginx = spawn(command, ['-p', home, '-c', join(home, 'nginx.conf'), '-e', log], { stdio: 'ignore' });
  try {
    await answers(ports.site, nginx, log);
  } catch (error) {
    nginx.kill();
    rmSync(home, { recursive: true, force: true });
    throw error;
  }
  return {
    root: `http://127.0.0.1:${ports.site}/`,
    subPath: `http://127.0.0.1:${ports['sub-path']}/repo/`,
    blank: `http://127.0.0.1:${ports.blank}/`,
    hasBrotli,
    stop: async () => {
      const ended = new Promise((done) => nginx.once('exit', done));
      nginx.kill();
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}
