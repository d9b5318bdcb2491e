import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';

/** Operators of a page as they stand in its content stream. */
export async function operators(bytes: Uint8Array, page = 0): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const contents = document.getPages()[page].node.Contents();
  if (!(contents instanceof PDFRawStream)) throw new Error('the page has no content');
  return new TextDecoder('latin1').decode(decodePDFRawStream(contents).decode()).split('\n').filter((operator) => operator !== '');
}

/** Places of `m` and `l` on the page in points, from its lower left corner. Only for pages that are transformed once. */
export function places(lines: readonly string[]): [x: number, y: number][] {
  const [a, , , d, e, f] = lines.find((operator) => operator.endsWith(' cm'))!.split(' ').map(Number);
  return lines.flatMap((operator) => [...operator.matchAll(/(-?[\d.]+) (-?[\d.]+) [ml]\b/g)].map((match): [number, number] => [a * Number(match[1]) + e, d * Number(match[2]) + f]));
}

export async function catalog(bytes: Uint8Array): Promise<PDFDocument['catalog']> {
  return (await PDFDocument.load(bytes, { updateMetadata: false })).catalog;
}

/** What every code of an embedded font reads as. */
export async function readsAs(bytes: Uint8Array, font: string): Promise<Map<string, string>> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const fonts = document.getPages()[0].node.Resources()!.lookup(PDFName.of('Font'), PDFDict);
  const map = fonts.lookup(PDFName.of(font), PDFDict).lookup(PDFName.of('ToUnicode'));
  const lines = new TextDecoder().decode(decodePDFRawStream(map as PDFRawStream).decode()).split('endcodespacerange')[1].matchAll(/^<(\w+)> <(\w+)>$/gm);
  return new Map([...lines].map(([, code, letters]) => [code, String.fromCharCode(...letters.match(/.{4}/g)!.map((digits) => Number.parseInt(digits, 16)))]));
}
