import type { PDFDict, PDFRef } from '@cantoo/pdf-lib';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Weight } from '../drawing.ts';
import type { Book } from './book.ts';
import { FontCodes } from './font-codes.ts';
import { embedFont } from './fonts.ts';
import { glyphForm } from './glyph-forms.ts';
import { embedImage } from './images.ts';
import { Layers } from './layers.ts';

/** What pages call by name. All pages of a file share it: an atlas carries its fonts, its logo and its north arrow once. */
export class Resources {
  readonly fonts: Readonly<Record<Weight, FontCodes>>;
  readonly layers: Layers;
  private readonly opacities = new Map<string, PDFRef>();
  private readonly images = new Map<string, PDFRef>();
  /** Names of images by the array that holds them: a sheet may bring its logo anew, a map may have thousands of one symbol. */
  private readonly imageNames = new Map<Uint8Array, string>();
  private readonly forms = new Map<string, PDFRef>();

  constructor(readonly book: Book) {
    this.fonts = { regular: new FontCodes(), bold: new FontCodes() };
    this.layers = new Layers(book);
  }
  opacity(fill: number, stroke: number): string {
    const name = `O${thousandths(fill)}-${thousandths(stroke)}`;
    if (!this.opacities.has(name)) this.opacities.set(name, this.book.add({ ca: thousandths(fill) / 1000, CA: thousandths(stroke) / 1000 }));
    return name;
  }
  image(bytes: Uint8Array, type: 'image/png' | 'image/jpeg'): string {
    let name = this.imageNames.get(bytes);
    if (name === undefined) {
      name = `I${bytesToHex(sha256(bytes)).slice(0, 16)}`;
      this.imageNames.set(bytes, name);
      if (!this.images.has(name)) this.images.set(name, embedImage(this.book, bytes, type));
    }
    return name;
  }
  /** The outline of a glyph, stroked with the pen of who calls it. */
  glyph(id: number, weight: Weight): string {
    const name = `${FONT_NAMES[weight]}G${id}`;
    if (!this.forms.has(name)) this.forms.set(name, glyphForm(this.book, id, weight));
    return name;
  }
  async dict(): Promise<PDFDict> {
    const Font: Record<string, PDFRef> = {};
    for (const weight of ['regular', 'bold'] as const) if (this.fonts[weight].size > 0) Font[FONT_NAMES[weight]] = await embedFont(this.book, weight, this.fonts[weight]);
    const named = (refs: Iterable<readonly [string, PDFRef]>) => this.book.dict(Object.fromEntries(refs));
    return this.book.dict({ Font: named(Object.entries(Font)), ExtGState: named(this.opacities), XObject: named([...this.images, ...this.forms]), Properties: named(Object.entries(this.layers.properties())) });
  }
}
export const FONT_NAMES: Readonly<Record<Weight, string>> = { regular: 'F', bold: 'B' };
const thousandths = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 1000);
