import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { unpack } from '../offline/unpack.ts';
import { type PackedFile, pack } from './pack.ts';

const file = (path: string, bytes: Uint8Array<ArrayBuffer>): PackedFile => ({ path, type: 'text/plain', bytes });
const open = (packed: Uint8Array): ReturnType<typeof unpack> => unpack(new Blob([new Uint8Array(packed)]));

/** Files that repeat long stretches of each other, as pages do. */
const repetitive = fc
  .array(fc.uint8Array({ minLength: 0, maxLength: 90 }), { minLength: 1, maxLength: 5 })
  .chain((pieces) =>
    fc.array(
      fc
        .array(fc.nat(pieces.length - 1), { maxLength: 12 })
        .map((order) => Uint8Array.from(order.flatMap((i) => [...(pieces[i] ?? [])]))),
      { maxLength: 6 },
    ),
  );

test('what is packed comes out as it was', async () => {
  await fc.assert(
    fc.asyncProperty(repetitive, async (contents) => {
      const opened = await open(pack(contents.map((bytes, i) => file(`${i}`, bytes))));
      expect([...opened].map(([path, { bytes }]) => [path, Buffer.from(bytes).toString('hex')])).toEqual(
        contents.map((bytes, i) => [`${i}`, Buffer.from(bytes).toString('hex')]),
      );
    }),
  );
});

test('what stands far back is not written again', () => {
  const page = Buffer.from(Array.from({ length: 9000 }, (_, i) => `${i * 7919}`).join(' '));
  const filling = Buffer.from(Array.from({ length: 9000 }, (_, i) => `${i * 104729}`).join(' '));
  const once = pack([file('a', page), file('b', filling)]).length;
  const twice = pack([file('a', page), file('b', filling), file('c', page)]).length;
  expect(page.length).toBeGreaterThan(32_768);
  expect(twice - once).toBeLessThan(100);
});

test('the same files give the same bytes', () => {
  const files = [file('a', Buffer.from('words '.repeat(50))), file('b', Buffer.from('words '.repeat(60)))];
  expect(Buffer.from(pack(files)).equals(Buffer.from(pack(files)))).toBe(true);
});

test('a pack that is cut short, or is something else, is not taken', async () => {
  const packed = pack([file('a', Buffer.from('words '.repeat(500)))]);
  await expect(open(packed.subarray(0, -1))).rejects.toThrow();
  await expect(open(Buffer.from('<!doctype html><title>Sign in to the network</title>'))).rejects.toThrow();
  const changed = gunzipSync(packed);
  await expect(open(gzipSync(changed.subarray(20)))).rejects.toThrow();
});
