import { damaged, filteredRows, SAMPLES, type PngFile } from './png-chunks.ts';

/** Colours of an image, a byte a sample, rows from the top. */
export interface Pixels {
  width: number;
  height: number;
  rgb: Uint8Array;
  /** Null where nothing is seen through. */
  alpha: Uint8Array | null;
}

export function decodePng(png: PngFile): Pixels {
  const { width, height, depth, color, transparency } = png;
  const samples = SAMPLES[color], stride = Math.ceil(width * samples * depth / 8);
  const rows = filteredRows(png);
  unfilter(rows, height, stride, Math.max(1, samples * depth / 8));
  const rgb = new Uint8Array(3 * width * height), alpha = color >= 4 || transparency ? new Uint8Array(width * height) : null;
  const pixel = pixelReader(png);
  for (let y = 0, i = 0; y < height; y++) for (let x = 0; x < width; x++, i++) pixel(rows, y * (stride + 1) + 1, x, rgb, alpha, i);
  return { width, height, rgb, alpha };
}

/** ISO 15948, 9: each byte is a difference to what is known by then. */
function unfilter(rows: Uint8Array, height: number, stride: number, step: number): void {
  for (let y = 0; y < height; y++) {
    const at = y * (stride + 1), filter = rows[at];
    if (filter > 4) throw damaged();
    if (filter === 0) continue;
    for (let i = 1; i <= stride; i++) {
      const left = i > step ? rows[at + i - step] : 0, up = y > 0 ? rows[at + i - stride - 1] : 0;
      const corner = i > step && y > 0 ? rows[at + i - stride - 1 - step] : 0;
      rows[at + i] += filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : paeth(left, up, corner);
    }
  }
}
function paeth(left: number, up: number, corner: number): number {
  const toLeft = Math.abs(up - corner), toUp = Math.abs(left - corner), toCorner = Math.abs(left + up - 2 * corner);
  return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
}

type PixelReader = (rows: Uint8Array, row: number, x: number, rgb: Uint8Array, alpha: Uint8Array | null, i: number) => void;
function pixelReader({ depth, color, palette, transparency }: PngFile): PixelReader {
  const samples = SAMPLES[color], most = (1 << depth) - 1, wide = depth === 16;
  /** As stored; of 16 bits all, of fewer than 8 their own. */
  const sample = (rows: Uint8Array, row: number, index: number): number => {
    if (wide) return rows[row + 2 * index] << 8 | rows[row + 2 * index + 1];
    if (depth === 8) return rows[row + index];
    const bit = index * depth;
    return rows[row + (bit >> 3)] >> (8 - depth - (bit & 7)) & most;
  };
  const byte = (value: number) => (wide ? value >> 8 : depth === 8 ? value : Math.round(value * 255 / most));
  const hidden = transparency && color !== 3 ? Array.from({ length: samples }, (_, k) => transparency[2 * k] << 8 | transparency[2 * k + 1]) : null;
  return (rows, row, x, rgb, alpha, i) => {
    const first = sample(rows, row, x * samples);
    if (color === 3) {
      if (3 * first + 2 >= palette!.length) throw damaged();
      for (let k = 0; k < 3; k++) rgb[3 * i + k] = palette![3 * first + k];
      if (alpha) alpha[i] = transparency?.[first] ?? 255;
      return;
    }
    const isGrey = color === 0 || color === 4;
    for (let k = 0; k < 3; k++) rgb[3 * i + k] = byte(isGrey ? first : sample(rows, row, x * samples + k));
    if (!alpha) return;
    if (hidden) alpha[i] = hidden.every((value, k) => sample(rows, row, x * samples + k) === value) ? 0 : 255;
    else alpha[i] = byte(sample(rows, row, x * samples + samples - 1));
  };
}
