import type { PDFContext, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { zlibSync } from 'fflate';
import type { Faces } from '../font/faces.ts';

export type Pdf = typeof import('@cantoo/pdf-lib');
type Entry = PDFObject | string | number | boolean | readonly Entry[] | undefined;
export type Entries = Readonly<Record<string, Entry>>;
/** What the library takes for a dictionary. */
type Literal = Record<string, PDFObject>;

/** The file that is being written. Nothing in it comes from a clock or from chance, so the same drawing gives the same bytes. */
export class Book {
  readonly context: PDFContext;
  constructor(readonly pdf: Pdf, readonly faces: Faces) {
    this.context = pdf.PDFContext.create();
  }
  /** A dictionary; a plain string in it is a name. */
  dict(entries: Entries) {
    return this.context.obj(entries as Literal);
  }
  add(entries: Entries): PDFRef {
    return this.context.register(this.dict(entries));
  }
  /** Text of people, any letters. */
  text(text: string) {
    return this.pdf.PDFHexString.fromText(text);
  }
  stream(bytes: Uint8Array, entries: Entries = {}): PDFRef {
    return this.context.register(this.context.stream(zlibSync(bytes), { ...entries, Filter: 'FlateDecode' } as unknown as Literal));
  }
  /** Bytes that are compressed already, as `entries` say. */
  rawStream(bytes: Uint8Array, entries: Entries): PDFRef {
    return this.context.register(this.context.stream(bytes, entries as Literal));
  }
}

const encoder = new TextEncoder();
export const bytesOf = (text: string): Uint8Array => encoder.encode(text);
