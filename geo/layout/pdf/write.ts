import type { PDFRef } from '@cantoo/pdf-lib';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { say } from '../../messages/index.ts';
import type { Drawing } from '../drawing.ts';
import type { Faces } from '../font/faces.ts';
import { attached, type Attachment } from './attachments.ts';
import { Book, bytesOf } from './book.ts';
import { outlines, type Bookmark } from './bookmarks.ts';
import { Content, points } from './content.ts';
import { viewports } from './georeference.ts';
import { drawMarks } from './marks.ts';
import { information, xmp, type Metadata } from './metadata.ts';
import { Resources } from './resources.ts';

export interface PdfOptions extends Metadata {
  /** Where nothing is said, an atlas has the title of each sheet. */
  bookmarks?: readonly Bookmark[];
  attachments?: readonly Attachment[];
  /** Told after each page of an atlas; what it throws ends the work. */
  onPage?: (done: number, of: number) => void | Promise<void>;
}

/**
 * Sheets as a PDF 1.7, a page each: vectors in true millimetres, text that can be found and copied, layers, and the georeference of every map frame.
 * The same drawings and options give the same bytes. The library loads on first use.
 * @throws UserError `layout.missing-letter` for a letter that the font lacks, `layout.image-*` for an image that cannot be read
 */
export async function writePdf(drawings: Drawing | readonly Drawing[], faces: Faces, options: PdfOptions): Promise<Uint8Array> {
  const sheets = Array.isArray(drawings) ? drawings as readonly Drawing[] : [drawings as Drawing];
  const book = new Book(await import('@cantoo/pdf-lib'), faces), resources = new Resources(book);
  const root = book.context.nextRef(), tree = book.context.nextRef(), shared = book.context.nextRef();
  const pages: PDFRef[] = [];
  for (const sheet of sheets) {
    pages.push(page(book, resources, sheet, { Parent: tree, Resources: shared }));
    await options.onPage?.(pages.length, sheets.length);
  }
  book.context.assign(shared, await resources.dict());
  book.context.assign(tree, book.dict({ Type: 'Pages', Kids: pages, Count: pages.length }));
  const [{ language }] = sheets;
  const bookmarks = options.bookmarks ?? (sheets.length > 1 ? sheets.map(({ title }, i) => ({ title, page: i })) : []);
  book.context.assign(root, book.dict({
    Type: 'Catalog', Pages: tree, Lang: book.text(language === 'en' ? 'en' : 'zh-CN'), Metadata: xmp(book, options), OCProperties: resources.layers.catalogEntry(say('sheet-file.layers', language)),
    Outlines: outlines(book, bookmarks, pages), PageMode: bookmarks.length > 0 ? 'UseOutlines' : undefined,
    // A print dialogue that fits the page to its margins would take the scale off the sheet.
    ViewerPreferences: book.dict({ PrintScaling: 'None', PickTrayByPDFSize: true, DisplayDocTitle: true }),
    ...attached(book, options.attachments ?? []),
  }));
  return finished(book, root, information(book, options));
}

function page(book: Book, resources: Resources, sheet: Drawing, entries: Record<string, PDFRef>): PDFRef {
  const content = new Content(resources, sheet.height);
  drawMarks(content, sheet.marks);
  return book.add({ Type: 'Page', ...entries, MediaBox: [0, 0, Number(points(sheet.width)), Number(points(sheet.height))], Contents: book.stream(bytesOf(content.text())), VP: viewports(book, sheet) });
}

const ID_DIGITS = 32;
/** The file's ID is the hash of all that is in it: written as noughts, reckoned, and put in its place near the end. */
async function finished(book: Book, Root: PDFRef, Info: PDFRef): Promise<Uint8Array> {
  const blank = book.pdf.PDFHexString.of('0'.repeat(ID_DIGITS));
  book.context.trailerInfo = { Root, Info, ID: book.context.obj([blank, blank]) };
  const bytes = await book.pdf.PDFWriter.forContext(book.context, Infinity).serializeToBuffer();
  const id = bytesOf(bytesToHex(sha256(bytes)).slice(0, ID_DIGITS).toUpperCase());
  const tail = Math.max(0, bytes.length - 4096), end = new TextDecoder('latin1').decode(bytes.subarray(tail));
  for (const match of end.slice(end.lastIndexOf('/ID')).matchAll(/<0{32}>/g)) bytes.set(id, tail + end.lastIndexOf('/ID') + match.index + 1);
  return bytes;
}
