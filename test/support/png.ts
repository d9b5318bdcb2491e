import { zlibSync } from 'fflate';
import { crc32 } from '../../geo/layout/raster/crc.ts';

const chunk = (name: string, data: Uint8Array): Buffer => {
  const head = Buffer.alloc(8), tail = Buffer.alloc(4), letters = Buffer.from(name);
  head.writeUInt32BE(data.length);
  letters.copy(head, 4);
  tail.writeUInt32BE(crc32([letters, data]));
  return Buffer.concat([head, data, tail]);
};
export interface PngRecipe {
  width: number;
  height: number;
  depth: number;
  color: number;
  /** Rows as stored, each with the byte of its filter. */
  rows: readonly (readonly number[])[];
  palette?: readonly number[];
  transparency?: readonly number[];
  interlaced?: boolean;
}
/** A PNG of any kind, byte by byte. */
export function png({ width, height, depth, color, rows, palette, transparency, interlaced = false }: PngRecipe): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([depth, color, 0, 0, Number(interlaced)], 8);
  return new Uint8Array(Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), ...(palette ? [chunk('PLTE', Uint8Array.from(palette))] : []), ...(transparency ? [chunk('tRNS', Uint8Array.from(transparency))] : []),
    chunk('IDAT', zlibSync(Uint8Array.from(rows.flat()))), chunk('IEND', new Uint8Array(0)),
  ]));
}
