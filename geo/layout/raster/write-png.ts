import { Zlib } from 'fflate';
import type { Drawing } from '../drawing.ts';
import type { Faces } from '../font/faces.ts';
import { crc32 } from './crc.ts';
import { Parts } from './parts.ts';
import { rasterise, type RasterOptions } from './rasterise.ts';

export interface RasterFileOptions extends RasterOptions {
  /** Told after each band; what it throws ends the work. */
  onBand?: (rows: number, of: number) => void | Promise<void>;
}
const UP = 2;

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
  const zlib = new Zlib({ level: 6 }, (data) => chunk(file, 'IDAT', data));
  const above = new Uint8Array(3 * width);
  for (const { top, rows, rgb } of raster.bands()) {
    zlib.push(filtered(rgb, rows, above), top + rows === height);
    await options.onBand?.(top + rows, height);
  }
  chunk(file, 'IEND', new Uint8Array(0));
  return file.joined();
}

/** Each row as the difference to that above it, which for a drawing is mostly nought. `above` is kept for the next band. */
function filtered(rgb: Uint8Array, rows: number, above: Uint8Array): Uint8Array {
  const stride = above.length, out = new Uint8Array(rows * (stride + 1));
  for (let row = 0; row < rows; row++) {
    const from = row * stride, to = row * (stride + 1);
    out[to] = UP;
    if (row === 0) for (let i = 0; i < stride; i++) out[to + 1 + i] = rgb[from + i] - above[i];
    else for (let i = 0; i < stride; i++) out[to + 1 + i] = rgb[from + i] - rgb[from - stride + i];
  }
  above.set(rgb.subarray((rows - 1) * stride, rows * stride));
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
