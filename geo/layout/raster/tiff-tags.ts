import type { GeoFrame } from '../drawing.ts';
import { pixelGround } from './ground.ts';

/** A field of a TIFF's directory (TIFF 6.0, section 2). */
export interface Tag {
  id: number;
  type: TagType;
  values: readonly number[];
}
export type TagType = 'ascii' | 'short' | 'long' | 'rational' | 'double';
/** Number of the type, and bytes of one value. A rational is given as its two parts. */
export const TAG_TYPES: Readonly<Record<TagType, { code: number; size: number; parts: number }>> = {
  ascii: { code: 2, size: 1, parts: 1 }, short: { code: 3, size: 2, parts: 1 }, long: { code: 4, size: 4, parts: 1 }, rational: { code: 5, size: 4, parts: 2 }, double: { code: 12, size: 8, parts: 1 },
};

const DEFLATE = 8, RGB = 2, INCH = 2;
export function imageTags(width: number, height: number, dpi: number, rows: number, offsets: readonly number[], lengths: readonly number[]): Tag[] {
  const resolution = [Math.round(dpi * 1000), 1000];
  return [
    { id: 256, type: 'long', values: [width] }, { id: 257, type: 'long', values: [height] }, { id: 258, type: 'short', values: [8, 8, 8] }, { id: 259, type: 'short', values: [DEFLATE] },
    { id: 262, type: 'short', values: [RGB] }, { id: 273, type: 'long', values: offsets }, { id: 277, type: 'short', values: [3] }, { id: 278, type: 'long', values: [rows] },
    { id: 279, type: 'long', values: lengths }, { id: 282, type: 'rational', values: resolution }, { id: 283, type: 'rational', values: resolution }, { id: 284, type: 'short', values: [1] },
    { id: 296, type: 'short', values: [INCH] }, { id: 305, type: 'ascii', values: [...'Undercroft\0'].map((letter) => letter.charCodeAt(0)) },
  ];
}

const PROJECTED = 1, PIXEL_IS_AREA = 1;
/** Where the pixels lie on the ground (OGC GeoTIFF 1.1): place and size of a pixel, or the whole matrix for a frame that is turned. */
export function groundTags(frame: GeoFrame, dpi: number): Tag[] {
  const { a, b, c, d, e, f } = pixelGround(frame, dpi);
  const isTurned = Math.max(Math.abs(b), Math.abs(d)) > 1e-9 * Math.abs(a);
  const place: Tag[] = isTurned ? [{ id: 34264, type: 'double', values: [a, b, 0, c, d, e, 0, f, 0, 0, 0, 0, 0, 0, 0, 1] }]
    : [{ id: 33550, type: 'double', values: [a, -e, 0] }, { id: 33922, type: 'double', values: [0, 0, 0, c, f, 0] }];
  // Keys in fours: their number, where the value stands (0: here), how many, the value.
  return [...place, { id: 34735, type: 'short', values: [1, 1, 0, 3, 1024, 0, 1, PROJECTED, 1025, 0, 1, PIXEL_IS_AREA, 3072, 0, 1, frame.epsg] }];
}
