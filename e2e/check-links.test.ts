import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
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

/** Runs the check as `npm run check:links` does. */
const check = (given: readonly string[], cwd?: string): Promise<{ code: number; out: string; err: string }> =>
  new Promise((tell) => {
    execFile(
      process.execPath,
      ['--experimental-strip-types', '--no-warnings', resolve('tools/check-links.ts'), ...given],
      { cwd },
      (error, out, err) => tell({ code: error ? Number(error.code) : 0, out, err }),
    );
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

  test('says which arguments are no addresses, and asks nothing', async () => {
    const { code, out, err } = await check([`${origin}/there`, 'one.example/page', 'ftp://one.example/file']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe(
      ['one.example/page', 'ftp://one.example/file']
        .map((url) => `"${url}" is no web address. Write it whole, as https://one.example/page\n`)
        .join(''),
    );
  });

  test('fails where an address is gone, and only there', async () => {
    const { code, out } = await check([`${origin}/there`, `${origin}/guarded`, `${origin}/broken`]);
    expect([code, out]).toEqual([0, expect.stringContaining('1 of 3 addresses answer.')]);
    const gone = await check([`${origin}/there`, `${origin}/gone`]);
    expect([gone.code, gone.out]).toEqual([1, expect.stringContaining('1 is gone')]);
  });

  test('tells an option that it does not have', async () => {
    const { code, err } = await check(['--all']);
    expect([code, err]).toEqual([
      1,
      "Unknown option '--all'. Usage: npm run check:links [-- https://one.example/page ...]\n",
    ]);
  });

  test('tells what is wrong with the content as its check does', async () => {
    const root = mkdtempSync(join(tmpdir(), 'links-'));
    try {
      cpSync('content', join(root, 'content'), { recursive: true });
      // The tables of letters are read from there.
      symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');
      writeFileSync(join(root, 'content/sources/broken.yaml'), 'title: A title\n');
      const { code, out, err } = await check([], root);
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(
        /^\d+ problems in the content; nothing was built\.\n {2}content\/sources\/broken\.yaml:1 {2}/,
      );
      expect(err).not.toMatch(/^ +at /m);
    } finally {
      rmSync(root, { recursive: true });
    }
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
