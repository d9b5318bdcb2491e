import type { PDFRef } from '@cantoo/pdf-lib';
import { readJpeg } from '../image/jpeg.ts';
import { decodePng } from '../image/png.ts';
import { filteredRows, readPng, SAMPLES, type PngFile } from '../image/png-chunks.ts';
import type { Book, Entries } from './book.ts';

/** An image as delivered where PDF knows its coding, which is always for JPEG and for PNG without transparency. */
export function embedImage(book: Book, bytes: Uint8Array, type: 'image/png' | 'image/jpeg'): PDFRef {
  return type === 'image/jpeg' ? jpeg(book, bytes) : png(book, readPng(bytes));
}

const SPACES = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' } as const;
const entriesOf = (width: number, height: number, entries: Entries): Entries => ({ Type: 'XObject', Subtype: 'Image', Width: width, Height: height, ...entries });

function jpeg(book: Book, bytes: Uint8Array): PDFRef {
  const { width, height, components, inverted } = readJpeg(bytes);
  return book.rawStream(bytes, entriesOf(width, height, { ColorSpace: SPACES[components], BitsPerComponent: 8, Filter: 'DCTDecode', Decode: inverted ? [1, 0, 1, 0, 1, 0, 1, 0] : undefined }));
}

function png(book: Book, file: PngFile): PDFRef {
  const { width, height, depth, color, palette, transparency, data } = file;
  if (color >= 4 || transparency) {
    const { rgb, alpha } = decodePng(file);
    const mask = book.stream(alpha!, entriesOf(width, height, { ColorSpace: 'DeviceGray', BitsPerComponent: 8 }));
    return book.stream(rgb, entriesOf(width, height, { ColorSpace: 'DeviceRGB', BitsPerComponent: 8, SMask: mask }));
  }
  // A sheet is never half drawn: data that end too soon are found here and not by the reader.
  filteredRows(file);
  const samples = SAMPLES[color], indexed = color === 3 ? book.context.obj(['Indexed', 'DeviceRGB', palette!.length / 3 - 1, book.stream(palette!)]) : undefined;
  return book.rawStream(data, entriesOf(width, height, {
    ColorSpace: indexed ?? SPACES[samples as 1 | 3], BitsPerComponent: depth, Filter: 'FlateDecode',
    DecodeParms: book.dict({ Predictor: 15, Colors: samples, BitsPerComponent: depth, Columns: width }),
  }));
}
