import { halfCell, one, readTags, TAG, tiffBlocks, tiffCrs, unpacked, unread, type TiffTags } from '../tiff/index.ts';
import { UserError } from '../../model/index.ts';
import { refuseGrid } from './refuse.ts';
import type { TerrainGrid } from './types.ts';

/**
 * Heights of a GeoTIFF with one band: strips or tiles, plain, LZW or deflate, with or without predictor; whole numbers of 8 to 32 bits and
 * floating point. North up. @throws UserError `terrain.*`
 */
export function readGeoTiff(bytes: Uint8Array): TerrainGrid {
  const tags = readTags(bytes);
  const columns = one(tags, TAG.width, 0), rows = one(tags, TAG.height, 0);
  const frame = frameOf(tags);
  refuseGrid({ columns, rows, ...frame });
  if (one(tags, TAG.samples, 1) !== 1) throw unread(`${one(tags, TAG.samples, 1)} bands`);
  const nothing = Number(tags.text(TAG.nothing)?.trim() || NaN);
  const values = readValues(bytes, tags, columns, rows);
  for (let i = 0; i < values.length; i++) if (values[i] === Math.fround(nothing) || !Number.isFinite(values[i])) values[i] = NaN;
  return { columns, rows, ...frame, values, crs: tiffCrs(tags) };
}

/** Outer corner and size of the first cell. A raster whose points are the middles of cells is half a cell farther. */
function frameOf(tags: TiffTags): Pick<TerrainGrid, 'west' | 'north' | 'dx' | 'dy'> {
  const scale = tags.numbers(TAG.pixelScale), tie = tags.numbers(TAG.tiepoint), matrix = tags.numbers(TAG.transformation);
  const half = halfCell(tags);
  if (scale && tie && scale.length >= 2 && tie.length >= 6) {
    const [dx, dy] = scale;
    return { dx, dy, west: tie[3] - (tie[0] + half) * dx, north: tie[4] + (tie[1] + half) * dy };
  }
  if (!matrix || matrix.length < 16) throw new UserError('terrain.no-place');
  if (matrix[1] !== 0 || matrix[4] !== 0) throw unread('rotated');
  const dx = matrix[0], dy = -matrix[5];
  return { dx, dy, west: matrix[3] - half * dx, north: matrix[7] + half * dy };
}

function readValues(bytes: Uint8Array, tags: TiffTags, columns: number, rows: number): Float32Array {
  const bits = one(tags, TAG.bits, 1), cell = bits / 8, read = readerOf(one(tags, TAG.sampleFormat, 1), bits);
  const values = new Float32Array(columns * rows);
  for (const { left, top, width, height, stored } of tiffBlocks(bytes, tags)) {
    const plain = unpacked(stored, one(tags, TAG.compression, 1), width * height * cell);
    const { view, little } = unpredicted(plain, one(tags, TAG.predictor, 1), width, height, cell, tags.little);
    for (let y = 0; y < Math.min(height, rows - top); y++) for (let x = 0; x < Math.min(width, columns - left); x++) values[(top + y) * columns + left + x] = read(view, (y * width + x) * cell, little);
  }
  return values;
}

type Read = (view: DataView, at: number, little: boolean) => number;
/** By sample format (1 unsigned, 2 signed, 3 floating) and bits. */
const READERS: Readonly<Record<string, Read>> = {
  '1/8': (view, at) => view.getUint8(at), '1/16': (view, at, little) => view.getUint16(at, little), '1/32': (view, at, little) => view.getUint32(at, little),
  '2/8': (view, at) => view.getInt8(at), '2/16': (view, at, little) => view.getInt16(at, little), '2/32': (view, at, little) => view.getInt32(at, little),
  '3/32': (view, at, little) => view.getFloat32(at, little), '3/64': (view, at, little) => view.getFloat64(at, little),
};
function readerOf(format: number, bits: number): Read {
  const read = READERS[`${format}/${bits}`];
  if (!read) throw unread(`${bits} bit, format ${format}`);
  return read;
}

/** Predictor 2 keeps differences of neighbours, 3 those of the bytes of floating numbers, sorted by rank with the highest first (TIFF Technical Note 3). */
function unpredicted(bytes: Uint8Array, predictor: number, width: number, height: number, cell: number, little: boolean): { view: DataView; little: boolean } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (predictor === 1) return { view, little };
  const row = width * cell;
  if (predictor === 2) {
    for (let y = 0; y < height; y++) for (let x = 1; x < width; x++) addBefore(view, y * row + x * cell, cell, little);
    return { view, little };
  }
  if (predictor !== 3) throw unread(`predictor ${predictor}`);
  const sorted = new Uint8Array(bytes.length);
  for (let y = 0; y < height; y++) {
    const at = y * row;
    for (let i = 1; i < row; i++) bytes[at + i] = (bytes[at + i] + bytes[at + i - 1]) & 255;
    for (let x = 0; x < width; x++) for (let b = 0; b < cell; b++) sorted[at + x * cell + b] = bytes[at + b * width + x];
  }
  return { view: new DataView(sorted.buffer), little: false };
}
function addBefore(view: DataView, at: number, cell: number, little: boolean): void {
  if (cell === 1) view.setUint8(at, view.getUint8(at) + view.getUint8(at - 1));
  else if (cell === 2) view.setUint16(at, view.getUint16(at, little) + view.getUint16(at - 2, little), little);
  else if (cell === 4) view.setUint32(at, view.getUint32(at, little) + view.getUint32(at - 4, little), little);
  else view.setBigUint64(at, view.getBigUint64(at, little) + view.getBigUint64(at - 8, little), little);
}
