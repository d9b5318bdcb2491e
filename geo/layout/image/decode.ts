import { readJpeg } from './jpeg.ts';
import { decodeJpeg } from './jpeg-decode.ts';
import { decodePng, type Pixels } from './png.ts';
import { readPng } from './png-chunks.ts';

/** @throws UserError `layout.image-jpeg`, `layout.image-damaged`, `layout.image-large`, `layout.image-interlaced` */
export function decodeImage(bytes: Uint8Array, type: 'image/png' | 'image/jpeg'): Pixels {
  if (type === 'image/png') return decodePng(readPng(bytes));
  readJpeg(bytes);
  return decodeJpeg(bytes);
}
