import type { PDFRef } from '@cantoo/pdf-lib';
import { UserError } from '../../model/index.ts';
import { escaped } from '../xml.ts';
import { bytesOf, type Book } from './book.ts';

export interface Metadata {
  title: string;
  author?: string;
  subject?: string;
  /** Empty for a sheet whose date is still to be written on it. ISO 8601, as given: the engine has no clock. A day alone is its midnight, without a zone it is universal time. */
  date: string;
  /** Also the hashes of the runs that the sheet shows. */
  keywords?: readonly string[];
}
const PROGRAM = 'Undercroft';
const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/** The dictionary that all readers show, in the letters of ISO 32000-1, 14.3.3. */
export function information(book: Book, { title, author, subject, date, keywords = [] }: Metadata): PDFRef {
  const day = date === '' ? undefined : book.pdf.PDFString.of(pdfDate(date));
  const optional = (text: string | undefined) => (text ? book.text(text) : undefined);
  return book.add({
    Title: book.text(title), Author: optional(author), Subject: optional(subject), Keywords: optional(keywords.join(', ')),
    Creator: book.text(PROGRAM), Producer: book.text(PROGRAM), CreationDate: day, ModDate: day,
  });
}

function parts(date: string) {
  const [whole, year, month, day, hour = '00', minute = '00', second = '00', zone = 'Z'] = ISO.exec(date) ?? [];
  if (!whole || Number.isNaN(Date.parse(`${year}-${month}-${day}T00:00:00Z`)) || new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDate() !== Number(day)) throw new UserError('layout.date', { date });
  return { year, month, day, hour, minute, second, zone: zone === 'Z' ? '+00:00' : `${zone.slice(0, 3)}:${zone.slice(-2)}` };
}
function pdfDate(date: string): string {
  const { year, month, day, hour, minute, second, zone } = parts(date);
  return `D:${year}${month}${day}${hour}${minute}${second}${zone.replace(':', "'")}'`;
}
function xmpDate(date: string): string {
  const { year, month, day, hour, minute, second, zone } = parts(date);
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`;
}

/** The same as XMP (ISO 16684-1), for catalogues and archives. */
export function xmp(book: Book, { title, author, subject, date, keywords = [] }: Metadata): PDFRef {
  const localized = (name: string, text: string | undefined) => (text ? `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt></dc:${name}>` : '');
  const several = (name: string, list: string, all: readonly string[]) => (all.length > 0 ? `<dc:${name}><rdf:${list}>${all.map((one) => `<rdf:li>${escaped(one)}</rdf:li>`).join('')}</rdf:${list}></dc:${name}>` : '');
  const day = date === '' ? '' : `<xmp:CreateDate>${xmpDate(date)}</xmp:CreateDate><xmp:ModifyDate>${xmpDate(date)}</xmp:ModifyDate>`;
  const packet = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>${localized('title', title)}${localized('description', subject)}${several('creator', 'Seq', author ? [author] : [])}${several('subject', 'Bag', keywords)}
${day}<xmp:CreatorTool>${PROGRAM}</xmp:CreatorTool>
<pdf:Producer>${PROGRAM}</pdf:Producer><pdf:Keywords>${escaped(keywords.join(', '))}</pdf:Keywords>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
  return book.rawStream(bytesOf(packet), { Type: 'Metadata', Subtype: 'XML' });
}
