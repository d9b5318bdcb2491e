import type { Drawing } from '../drawing.ts';
import type { Faces } from '../font/faces.ts';
import { crc32 } from './crc.ts';
import { Parts } from './parts.ts';
import { rasterise, type RasterOptions } from './rasterise.ts';
import { ZlibStream } from './zlib-stream.ts';

export interface RasterFileOptions extends RasterOptions {
  /** Told after each band; what it throws ends the work. */
  onBand?: (rows: number, of: number) => void | Promise<void>;
}
/**
 * A sheet as PNG, red, green and blue, with its dpi in the file.
 * @throws UserError as `rasterise`
 */
export async function writePng(drawing: Drawing, faces: Faces, options: RasterFileOptions): Promise<Uint8Array> {
  const raster = rasterise(drawing, faces, options), { width, height, dpi } = raster;
  const file = new Parts();
  file.add(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a));
  chunk(file, 'IHDR', Uint8Array.of(...uint32(width), ...uint32(height), 8, 2, 0, 0, 0));
  const perMetre = uint32(Math.round(dpi / 0.0254));
  chunk(file, 'pHYs', Uint8Array.of(...perMetre, ...perMetre, 1));
  const zlib = new ZlibStream((data) => chunk(file, 'IDAT', data));
  for (const { top, rows, rgb } of raster.bands()) {
    zlib.push(unfiltered(rgb, rows, 3 * width), top + rows === height);
    await options.onBand?.(top + rows, height);
  }
  chunk(file, 'IEND', new Uint8Array(0));
  return file.joined();
}

/** Rows with the byte before each that says how they are filtered: not, for flat colours pack better as they are than as differences. */
function unfiltered(rgb: Uint8Array, rows: number, stride: number): Uint8Array {
  const out = new Uint8Array(rows * (stride + 1));
  for (let row = 0; row < rows; row++) out.set(rgb.subarray(row * stride, (row + 1) * stride), row * (stride + 1) + 1);
  return out;
}

function chunk(file: Parts, name: string, data: Uint8Array): void {
  const letters = Uint8Array.from(name, (letter) => letter.charCodeAt(0));
  file.add(uint32(data.length));
  file.add(letters);
  file.add(data);
  file.add(uint32(crc32([letters, data])));
}
const uint32 = (value: number): Uint8Array => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
