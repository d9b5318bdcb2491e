import type { PDFRef } from '@cantoo/pdf-lib';
import { zlibSync } from 'fflate';
import type { Book, Entries } from './book.ts';

/** A file that travels in the PDF. */
export interface Attachment {
  name: string;
  bytes: Uint8Array;
  /** MIME */
  type: string;
  description?: string;
}
/** MIME of the project file; by it `readAttachedProject` knows its own. */
export const PROJECT_TYPE = 'application/geopackage+sqlite3';

/** Entries of the catalogue (ISO 32000-2, 7.11.4 and 14.13): readers list the files, archives know that the sheet was made from them. */
export function attached(book: Book, attachments: readonly Attachment[]): Entries {
  if (attachments.length === 0) return {};
  const sorted = [...attachments].sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  const files = sorted.map((one) => [one.name, fileSpec(book, one)] as const);
  return { Names: book.dict({ EmbeddedFiles: book.dict({ Names: files.flatMap(([name, ref]) => [book.text(name), ref]) }) }), AF: files.map(([, ref]) => ref) };
}
function fileSpec(book: Book, { name, bytes, type, description }: Attachment): PDFRef {
  const file = book.rawStream(zlibSync(bytes), { Type: 'EmbeddedFile', Subtype: type, Filter: 'FlateDecode', Params: book.dict({ Size: bytes.length }) });
  return book.add({ Type: 'Filespec', F: book.text(name), UF: book.text(name), Desc: description ? book.text(description) : undefined, AFRelationship: 'Source', EF: book.dict({ F: file, UF: file }) });
}
