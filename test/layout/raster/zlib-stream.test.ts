import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ZlibStream } from '../../../geo/layout/raster/zlib-stream.ts';
import { numbers } from '../../support/numbers.ts';

function packed(bytes: Uint8Array, portion: number): Buffer {
  const parts: Uint8Array[] = [], stream = new ZlibStream((part) => parts.push(part));
  for (let at = 0; at < bytes.length; at += portion) stream.push(bytes.slice(at, at + portion), at + portion >= bytes.length);
  return Buffer.concat(parts);
}
/** Flat ground with letters on it, and noughts from the first byte on, which no reader may look for before the stream. */
function picture(length: number, seed: number): Uint8Array {
  const next = numbers(seed), bytes = new Uint8Array(length);
  for (let at = 0; at < length;) {
    const run = 1 + Math.floor(next() * (next() < 0.2 ? 5000 : 12)), value = next() < 0.4 ? 0 : Math.floor(next() * 256);
    bytes.fill(value, at, at + run);
    at += run;
  }
  return bytes;
}

describe('a stream made in portions', () => {
  it.each([10, 32_768, 32_769, 65_535, 700_000])('of %s bytes is read by zlib as it was', (length) => {
    for (const portion of [5000, 32_768, 100_000, 1e6]) for (const seed of [1, 2, 3]) {
      const bytes = picture(length, seed), out = packed(bytes, portion);
      expect(Buffer.compare(inflateSync(out), bytes)).toBe(0);
      if (length > 1e5) expect(out.length).toBeLessThan(length / 2);
    }
  });
});
