/** Takes apart what `build/pack.ts` has put together. Runs in the service worker. */

export interface KeptFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Returns the files of a pack by their paths. Throws if it is not whole: gzip has a checksum. */
export async function unpack(pack: Blob): Promise<ReadonlyMap<string, KeptFile>> {
  const plain = pack.stream().pipeThrough(new DecompressionStream('gzip'));
  const data = new Uint8Array(await new Response(plain).arrayBuffer());
  const head = data.indexOf(10);
  const { files, literals } = JSON.parse(new TextDecoder().decode(data.subarray(0, head))) as {
    files: [path: string, type: string, size: number][];
    literals: number;
  };
  let fresh = head + 1;
  let step = fresh + literals;
  const nextNumber = (): number => {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = data[step++] ?? 0;
      number |= (byte & 127) << shift;
      if (byte < 128) return number;
    }
  };
  const whole = new Uint8Array(files.reduce((sum, [, , size]) => sum + size, 0));
  for (let made = 0; step < data.length; ) {
    const length = nextNumber();
    whole.set(data.subarray(fresh, fresh + length), made);
    fresh += length;
    made += length;
    const again = nextNumber();
    const from = made - nextNumber();
    whole.copyWithin(made, from, from + again);
    made += again;
  }
  let at = 0;
  return new Map(
    files.map(([path, type, size]) => {
      const bytes = whole.subarray(at, at + size);
      at += size;
      return [path, { type, bytes }];
    }),
  );
}
