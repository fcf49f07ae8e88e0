import { spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { ask, askAll } from '../tools/ask-address.ts';

let server: Server;
let origin = '';

test.beforeAll(async () => {
  server = createServer((request, response) => {
    const { url = '/' } = request;
    if (url === '/moved') return void response.writeHead(301, { location: '/there' }).end();
    if (url === '/slash') return void response.writeHead(301, { location: '/slash/' }).end();
    if (url === '/slow') return;
    response.writeHead({ '/gone': 404, '/guarded': 403, '/broken': 500 }[url] ?? 200).end('A page');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
test.afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test.describe('the check of outside addresses', () => {
  for (const [path, state] of [
    ['/there', 'answers'],
    ['/slash', 'answers'],
    ['/moved', 'moved'],
    ['/guarded', 'refuses'],
    ['/gone', 'gone'],
    ['/broken', 'silent'],
  ] as const)
    test(`says that ${path} ${state}`, async () => {
      expect((await ask(origin + path)).state).toBe(state);
    });

  test('says which argument is no address, and asks nothing', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--experimental-strip-types', '--no-warnings', 'tools/check-links.ts', `${origin}/there`, 'one.example/page'],
      { encoding: 'utf8' },
    );
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toBe('"one.example/page" is no web address. Write it whole, as https://one.example/page\n');
  });

  test('does not wait for ever, and never throws', async () => {
    expect((await ask(`${origin}/slow`, 200)).state).toBe('silent');
    expect((await ask('http://127.0.0.1:9/')).state).toBe('silent');
  });

  test('answers in the order it was asked', async () => {
    const urls = ['/gone', '/there', '/guarded'].map((path) => origin + path);
    expect((await askAll(urls)).map(({ url }) => url)).toEqual(urls);
  });
});
