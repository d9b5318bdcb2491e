import type { PDFRef } from '@cantoo/pdf-lib';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Weight } from '../drawing.ts';
import { bytesOf, type Book } from './book.ts';
import type { FontCodes } from './font-codes.ts';

/** A composite font (ISO 32000-1, 9.7): codes of two bytes, the cut TrueType file, widths, and what every code reads as. */
export async function embedFont(book: Book, weight: Weight, { codes }: FontCodes): Promise<PDFRef> {
  const { faces } = book;
  const file = await faces.cut(weight, { glyphs: codes.map(({ glyph }) => glyph) });
  const BaseFont = `${subsetTag(file)}+${faces.postScriptName(weight)}`;
  const descendant = book.add({
    Type: 'Font', Subtype: 'CIDFontType2', BaseFont,
    CIDSystemInfo: book.dict({ Registry: book.pdf.PDFString.of('Adobe'), Ordering: book.pdf.PDFString.of('Identity'), Supplement: 0 }),
    FontDescriptor: descriptor(book, weight, BaseFont, file),
    CIDToGIDMap: book.stream(glyphNumbers(codes.map(({ glyph }) => glyph))),
    DW: 1000, W: [0, codes.map(({ glyph }) => thousandths(faces.advance(glyph, weight)))],
  });
  return book.add({ Type: 'Font', Subtype: 'Type0', BaseFont, Encoding: 'Identity-H', DescendantFonts: [descendant], ToUnicode: book.stream(bytesOf(toUnicode(codes.map(({ text }) => text)))) });
}

function descriptor(book: Book, weight: Weight, FontName: string, file: Uint8Array): PDFRef {
  const { faces } = book;
  const head = faces.table('head', weight)!, view = new DataView(head.buffer, head.byteOffset, head.length);
  const FontBBox = [36, 38, 40, 42].map((at) => thousandths(view.getInt16(at) / faces.unitsPerEm));
  return book.add({
    Type: 'FontDescriptor', FontName, FontBBox, Flags: SYMBOLIC, ItalicAngle: 0, StemV: weight === 'bold' ? 140 : 80,
    Ascent: thousandths(faces.ascent), Descent: -thousandths(faces.descent), CapHeight: thousandths(faces.ascent * 0.63),
    FontFile2: book.stream(file, { Length1: file.length }),
  });
}
/** Codes follow no known set of letters. */
const SYMBOLIC = 4;
const thousandths = (em: number): number => Math.round(em * 1e6) / 1e3;

/** Six capitals that tell this cut of the font from others. */
function subsetTag(file: Uint8Array): string {
  return [...sha256(file).subarray(0, 6)].map((byte) => String.fromCharCode(65 + byte % 26)).join('');
}

function glyphNumbers(glyphs: readonly number[]): Uint8Array {
  return Uint8Array.from(glyphs.flatMap((glyph) => [glyph >> 8, glyph & 0xff]));
}

/** At most so many lines a block (Adobe technical note 5014). */
const LINES = 100;
/** Codes without text, of clusters that an earlier glyph reads for, are left out. */
function toUnicode(texts: readonly string[]): string {
  const lines = texts.flatMap((text, code) => (text === '' ? [] : [`<${hex(code)}> <${Array.from({ length: text.length }, (_, i) => hex(text.charCodeAt(i))).join('')}>`]));
  const blocks = Array.from({ length: Math.ceil(lines.length / LINES) }, (_, i) => lines.slice(i * LINES, (i + 1) * LINES)).map((block) => [`${block.length} beginbfchar`, ...block, 'endbfchar'].join('\n'));
  return ['/CIDInit /ProcSet findresource begin', '12 dict begin', 'begincmap', '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def', '/CMapName /Adobe-Identity-UCS def', '/CMapType 2 def',
    '1 begincodespacerange', '<0000> <FFFF>', 'endcodespacerange', ...blocks, 'endcmap', 'CMapName currentdict /CMap defineresource pop', 'end', 'end', ''].join('\n');
}
export const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');
