import { unzlibSync } from 'fflate';
import { UserError } from '../../model/index.ts';
import { unLzw } from './lzw.ts';
import type { TiffTags } from './tags.ts';

/** Tags of TIFF 6.0 and GeoTIFF 1.1, and GDAL's own for the value that means nothing. */
export const TAG = {
  width: 256, height: 257, bits: 258, compression: 259, colours: 262, stripOffsets: 273, samples: 277, rowsPerStrip: 278, stripSizes: 279, planar: 284, predictor: 317, palette: 320,
  tileWidth: 322, tileHeight: 323, tileOffsets: 324, tileSizes: 325, more: 338, sampleFormat: 339, jpegTables: 347, pixelScale: 33550, tiepoint: 33922, transformation: 34264, geoKeys: 34735, nothing: 42113,
} as const;
export const one = (tags: TiffTags, tag: number, otherwise: number): number => tags.numbers(tag)?.[0] ?? otherwise;
export const unread = (what: string) => new UserError('terrain.tiff-unread', { what });

/** A short value of the directory of keys (GeoTIFF 7.1). */
export function geoKey(tags: TiffTags, key: number): number | null {
  const keys = tags.numbers(TAG.geoKeys) ?? [];
  for (let i = 4; i + 3 < keys.length; i += 4) if (keys[i] === key && keys[i + 1] === 0) return keys[i + 3];
  return null;
}
/** 32767 is a CRS that the user defined, in words that only GDAL writes. */
export function tiffCrs(tags: TiffTags): string | null {
  const code = geoKey(tags, 3072) ?? geoKey(tags, 2048);
  return code === null || code === 32767 ? null : `EPSG:${code}`;
}
/** Where points are the middles of cells, the corner lies half a cell farther. */
export const halfCell = (tags: TiffTags): number => (geoKey(tags, 1025) === 2 ? 0.5 : 0);

/** A strip or a tile as it is stored: its place, and the rows that are in it. */
export interface TiffBlock {
  left: number;
  top: number;
  width: number;
  height: number;
  stored: Uint8Array;
}
/** @throws UserError `terrain.tiff-damaged` */
export function tiffBlocks(bytes: Uint8Array, tags: TiffTags): TiffBlock[] {
  const columns = one(tags, TAG.width, 0), rows = one(tags, TAG.height, 0), tiled = tags.numbers(TAG.tileOffsets) !== null;
  const width = tiled ? one(tags, TAG.tileWidth, columns) : columns, height = tiled ? one(tags, TAG.tileHeight, rows) : Math.min(rows, one(tags, TAG.rowsPerStrip, rows));
  const offsets = tags.numbers(tiled ? TAG.tileOffsets : TAG.stripOffsets) ?? [], sizes = tags.numbers(tiled ? TAG.tileSizes : TAG.stripSizes) ?? [];
  const across = Math.ceil(columns / width), count = across * Math.ceil(rows / height);
  if (!(count > 0) || offsets.length < count || sizes.length < count || width * height > 1 << 26) throw new UserError('terrain.tiff-damaged');
  return Array.from({ length: count }, (_, i) => {
    const top = Math.floor(i / across) * height;
    return { left: i % across * width, top, width, height: tiled ? height : Math.min(height, rows - top), stored: bytes.subarray(offsets[i], offsets[i] + sizes[i]) };
  });
}

/** No farther than the block goes, whatever the stream would make. */
function inflated(bytes: Uint8Array, length: number): Uint8Array { return unzlibSync(bytes, { out: new Uint8Array(length) }); }
const UNPACKERS: Readonly<Record<number, (bytes: Uint8Array, length: number) => Uint8Array>> = {
  1: (bytes) => bytes, 5: unLzw, 8: inflated, 32946: inflated,
};
/** @throws UserError `terrain.tiff-unread`, `terrain.tiff-damaged` */
export function unpacked(bytes: Uint8Array, compression: number, length: number): Uint8Array {
  const unpack = UNPACKERS[compression];
  if (!unpack) throw unread(`compression ${compression}`);
  try {
    const plain = unpack(bytes, length);
    if (plain.length < length) throw new Error('short');
    return plain.slice(0, length);
  } catch {
    throw new UserError('terrain.tiff-damaged');
  }
}
