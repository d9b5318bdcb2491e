import { unzlibSync } from 'fflate';
import { UserError } from '../../model/index.ts';

/** What a PNG says of itself (ISO 15948), its samples still compressed and filtered. */
export interface PngFile {
  width: number;
  height: number;
  depth: 1 | 2 | 4 | 8 | 16;
  color: PngColor;
  /** RGB, three bytes a colour. */
  palette: Uint8Array | null;
  /** Of the palette's colours, or the one colour that is seen through. */
  transparency: Uint8Array | null;
  data: Uint8Array;
}
export type PngColor = 0 | 2 | 3 | 4 | 6;
/** Samples of a pixel. */
export const SAMPLES: Readonly<Record<PngColor, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const DEPTHS: Readonly<Record<PngColor, readonly number[]>> = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] };
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** An A0 sheet at 300 dpi has 140. */
export const MOST_MEGAPIXELS = 150;

/** @throws UserError `layout.image-damaged`, `layout.image-large`, `layout.image-interlaced` */
export function readPng(bytes: Uint8Array): PngFile {
  if (bytes.length < 33 || SIGNATURE.some((byte, i) => bytes[i] !== byte)) throw damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: Uint8Array[] = [];
  let palette: Uint8Array | null = null, transparency: Uint8Array | null = null;
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at), name = String.fromCharCode(...bytes.subarray(at + 4, at + 8)), body = bytes.subarray(at + 8, at + 8 + length);
    if (body.length < length) throw damaged();
    if (name === 'PLTE') palette = body;
    else if (name === 'tRNS') transparency = body;
    else if (name === 'IDAT') parts.push(body);
    else if (name === 'IEND') break;
    at += length + 12;
  }
  const [width, height, depth, color] = [view.getUint32(16), view.getUint32(20), bytes[24], bytes[25]];
  if (bytes[12] !== 0x49 || width === 0 || height === 0 || !DEPTHS[color as PngColor]?.includes(depth) || parts.length === 0 || (color === 3 && !palette)) throw damaged();
  if (width * height > MOST_MEGAPIXELS * 1e6) throw tooLarge(width, height);
  if (bytes[28] !== 0) throw new UserError('layout.image-interlaced');
  return { width, height, depth: depth as PngFile['depth'], color: color as PngColor, palette, transparency, data: joined(parts) };
}

/** Rows as they were filtered, a byte for the filter before each: all of them, or the image is damaged. */
export function filteredRows({ data, width, height, depth, color }: PngFile): Uint8Array {
  const size = height * (1 + Math.ceil(width * SAMPLES[color] * depth / 8));
  let rows: Uint8Array;
  try {
    rows = unzlibSync(data, { out: new Uint8Array(size) });
  } catch {
    throw damaged();
  }
  if (rows.length < size) throw damaged();
  return rows;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
export const damaged = (): UserError => new UserError('layout.image-damaged');
export const tooLarge = (width: number, height: number, most = MOST_MEGAPIXELS): UserError => new UserError('layout.image-large', { width, height, most });
