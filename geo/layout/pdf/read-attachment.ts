import type { PDFDict, PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import { Unzlib } from 'fflate';
import { UserError } from '../../model/index.ts';
import { PROJECT_TYPE } from './attachments.ts';
import type { Pdf } from './book.ts';

const MEGABYTE = 1 << 20;
/** What a page can hold beside everything else. */
const LIMITS = { pdf: 512, project: 1024 } as const;
const FILES = 100;

export interface AttachedProject {
  name: string;
  bytes: Uint8Array;
}

/**
 * The project that a sheet carries.
 * @throws UserError `layout.pdf-no-project`, `layout.pdf-damaged`, `layout.pdf-locked`, `layout.pdf-large`
 */
export async function readAttachedProject(bytes: Uint8Array): Promise<AttachedProject> {
  if (bytes.length > LIMITS.pdf * MEGABYTE) throw new UserError('layout.pdf-large', { size: Math.ceil(bytes.length / MEGABYTE), most: LIMITS.pdf });
  const pdf = await import('@cantoo/pdf-lib');
  const document = await opened(pdf, bytes);
  const found = attachedFiles(pdf, document).find(({ type, name }) => type === PROJECT_TYPE || /\.gpkg$/i.test(name));
  if (!found) throw new UserError('layout.pdf-no-project');
  return { name: found.name, bytes: contents(pdf, found.stream) };
}

async function opened(pdf: Pdf, bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await pdf.PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false });
  } catch (error) {
    throw new UserError(error instanceof pdf.EncryptedPDFError ? 'layout.pdf-locked' : 'layout.pdf-damaged');
  }
}

interface Found { name: string; type: string; stream: PDFRawStream }
function attachedFiles(pdf: Pdf, { catalog, context }: PDFDocument): Found[] {
  const { PDFName, PDFDict: Dict, PDFArray, PDFString, PDFHexString, PDFRawStream: Stream } = pdf;
  const entry = (dict: PDFDict | undefined, key: string) => context.lookup(dict?.get(PDFName.of(key)));
  const files = entry(catalog, 'AF');
  return (files instanceof PDFArray ? files.asArray().slice(0, FILES) : []).flatMap((file): Found[] => {
    const spec = context.lookup(file);
    if (!(spec instanceof Dict)) return [];
    const held = entry(spec, 'EF'), stream = held instanceof Dict ? entry(held, 'F') : undefined, name = entry(spec, 'UF') ?? entry(spec, 'F');
    if (!(stream instanceof Stream)) return [];
    const type = entry(stream.dict, 'Subtype');
    return [{ name: name instanceof PDFString || name instanceof PDFHexString ? name.decodeText() : '', type: type instanceof PDFName ? type.decodeText() : '', stream }];
  });
}

/** Stored or deflated, portion by portion, so that a small file cannot swell without bound. */
function contents(pdf: Pdf, { dict, contents: stored }: PDFRawStream): Uint8Array {
  const filter = dict.lookup(pdf.PDFName.of('Filter'));
  const name = filter instanceof pdf.PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  if (name === undefined) return stored;
  if (name !== pdf.PDFName.of('FlateDecode')) throw new UserError('layout.pdf-damaged');
  const parts: Uint8Array[] = [];
  let size = 0, isWhole = false;
  const unzlib = new Unzlib((part, final) => {
    parts.push(part);
    size += part.length;
    isWhole ||= final;
    if (size > LIMITS.project * MEGABYTE) throw new UserError('layout.pdf-large', { size: Math.ceil(size / MEGABYTE), most: LIMITS.project });
  });
  try {
    for (let at = 0; at < stored.length; at += MEGABYTE) unzlib.push(stored.subarray(at, at + MEGABYTE), at + MEGABYTE >= stored.length);
  } catch (error) {
    throw error instanceof UserError ? error : new UserError('layout.pdf-damaged');
  }
  if (!isWhole) throw new UserError('layout.pdf-damaged');
  const whole = new Uint8Array(size);
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return whole;
}
