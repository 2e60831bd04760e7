import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import { UnreadableFeed } from './unreadable-feed.ts';

const unpackers = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

/** What to ask a server for; the body is unpacked here, because the limit must hold for what comes out. */
export const acceptedEncodings = 'gzip, deflate, br';

/**
 * All bytes of an HTTP body, unpacked. Throws UnreadableFeed `tooLarge` as soon as more than `most` bytes arrived or
 * came out of unpacking, and `wrongType` for an encoding nobody asked for.
 */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  encoding: string | undefined,
  most: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const collect = async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of atMost(most, source)) chunks.push(chunk);
  };
  const name = encoding?.trim().toLowerCase() ?? 'identity';
  if (name === 'identity' || name === '') await pipeline(body, collect, { signal });
  else {
    const unpack = Object.entries(unpackers).find(([known]) => known === name)?.[1];
    if (!unpack) throw new UnreadableFeed('wrongType', `The answer is packed in an unknown way (${name})`);
    await pipeline(body, (source) => atMost(most, source), unpack(), collect, { signal });
  }
  return Buffer.concat(chunks);
}

async function* atMost(most: number, source: AsyncIterable<Uint8Array>) {
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.byteLength;
    if (bytes > most) throw new UnreadableFeed('tooLarge', `The feed is larger than ${most} bytes`);
    yield chunk;
  }
}
