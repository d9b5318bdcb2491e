import { crsByCode, type CrsGuess } from '../crs/index.ts';
import { halfCell, readTags, TIFF_TAG as TAG, tiffCrs, tiffNumber as one, type TiffTags } from '../io/index.ts';
import { encodeJpeg, encodePng, type Basemap, type Pixels, type PixelGround } from '../layout/index.ts';
import { UserError } from '../model/index.ts';
import { readTiffPicture } from './tiff-picture.ts';

/** A GeoTIFF as a picture that every browser shows, with what it says of its place. */
export interface TiffOpened {
  bytes: Uint8Array;
  type: Basemap['type'];
  width: number;
  height: number;
  /** Null where another file has to say. */
  ground: PixelGround | null;
  stated: { code: string; guess: CrsGuess } | null;
}
export const isTiff = (bytes: Uint8Array): boolean => (bytes[0] === 0x49 && bytes[1] === 0x49) || (bytes[0] === 0x4d && bytes[1] === 0x4d);

/** `check`: refuses a size before anything is decoded. @throws UserError `basemap.tiff`, `terrain.tiff-damaged`, `crs.unlisted`, `layout.image-*` */
export function openTiff(file: string, bytes: Uint8Array, check: (width: number, height: number) => void): TiffOpened {
  try {
    const tags = readTags(bytes), code = tiffCrs(tags), width = one(tags, TAG.width, 0), height = one(tags, TAG.height, 0);
    if (!(width * height > 0)) throw new UserError('terrain.tiff-damaged');
    check(width, height);
    if (code) crsByCode(code);
    const pixels = readTiffPicture(bytes, tags), type = isPhotograph(pixels) ? 'image/jpeg' : 'image/png';
    return {
      width, height, type, bytes: type === 'image/jpeg' ? encodeJpeg(pixels) : encodePng(pixels), ground: groundOf(tags),
      stated: code === null ? null : { code, guess: { code, swapped: false, confidence: 1, reason: 'stated' } },
    };
  } catch (error) {
    if (error instanceof UserError && error.code === 'terrain.tiff-unread') throw new UserError('basemap.tiff', { file, what: String(error.params['what']) });
    throw error;
  }
}

/** More colours than anybody draws with, among so many pixels. What is partly transparent stays as it is. */
const DRAWN = 1024, LOOKED_AT = 65_536;
function isPhotograph({ width, height, rgb, alpha }: Pixels): boolean {
  if (alpha) return false;
  const colours = new Set<number>(), step = Math.max(1, Math.floor(width * height / LOOKED_AT));
  for (let i = 0; i < width * height && colours.size <= DRAWN; i += step) colours.add(rgb[3 * i] << 16 | rgb[3 * i + 1] << 8 | rgb[3 * i + 2]);
  return colours.size > DRAWN;
}

function groundOf(tags: TiffTags): PixelGround | null {
  const scale = tags.numbers(TAG.pixelScale), tie = tags.numbers(TAG.tiepoint), matrix = tags.numbers(TAG.transformation), half = halfCell(tags);
  const ground = scale && tie && scale.length >= 2 && tie.length >= 6 ? { a: scale[0], b: 0, c: tie[3] - tie[0] * scale[0], d: 0, e: -scale[1], f: tie[4] + tie[1] * scale[1] }
    : matrix && matrix.length >= 16 ? { a: matrix[0], b: matrix[1], c: matrix[3], d: matrix[4], e: matrix[5], f: matrix[7] } : null;
  if (!ground || !(Math.abs(ground.a * ground.e - ground.b * ground.d) > 0)) return null;
  const { a, b, d, e } = ground;
  return { ...ground, c: ground.c - half * (a + b), f: ground.f - half * (d + e) };
}
