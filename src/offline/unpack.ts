/** Takes apart what `build/pack.ts` has put together. Runs in the service worker. */
import type { PackedFile, PackHead } from '../build/pack.ts';

/** Returns the files of a pack by their paths. Throws if it is not whole: gzip has a checksum. */
export async function unpack(pack: Blob): Promise<ReadonlyMap<string, PackedFile>> {
  const plain = pack.stream().pipeThrough(new DecompressionStream('gzip'));
  const data = new Uint8Array(await new Response(plain).arrayBuffer());
  const end = data.indexOf(10);
  const { files, size, lengths, backs }: PackHead = JSON.parse(new TextDecoder().decode(data.subarray(0, end)));
  const whole = new Uint8Array(size);
  let [made, fresh] = [0, end + 1];
  for (const [i, length] of lengths.entries()) {
    const back = backs[i];
    const [source, from] = back ? [whole, made - back] : [data, fresh];
    whole.set(source.subarray(from, from + length), made);
    made += length;
    if (!back) fresh += length;
  }
  return new Map(files.map(([path, type, from, to]) => [path, { path, type, bytes: whole.subarray(from, to) }]));
}
