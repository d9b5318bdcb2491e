import type { Document, Element, Node } from '@xmldom/xmldom';
import { UserError } from '../../../model/index.ts';
import { detectEncoding, encodingOfLabel } from '../../encoding.ts';
import type { Tally } from '../tally.ts';
import type { EncodingGuess } from '../types.ts';
import { refuseDangerous } from './markup.ts';

/** Given > byte-order mark > XML declaration > detection. UTF-8 is what XML is without a declaration. */
export function decodeXml(bytes: Uint8Array, given: string | undefined): { text: string; encoding: EncodingGuess } {
  const encoding = encodingOf(bytes, given);
  return { encoding, text: new TextDecoder(encoding.encoding).decode(bytes) };
}
function encodingOf(bytes: Uint8Array, given: string | undefined): EncodingGuess {
  const wanted = given === undefined ? null : encodingOfLabel(given);
  if (wanted) return { encoding: wanted, confidence: 1, reason: 'given' };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', confidence: 1, reason: 'declared' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', confidence: 1, reason: 'declared' };
  const guess = detectEncoding([bytes.subarray(0, 4_000_000)]);
  const label = encodingOfLabel(/^[^<]*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 300)))?.[1] ?? '');
  // Exports often declare UTF-8 over what is GBK, and the other way round; what the bytes cannot be is not believed.
  if (label && (guess.encoding === label || guess.confidence < 0.8 || bytes.every((byte) => byte < 0x80))) return { encoding: label, confidence: 1, reason: 'declared' };
  return label ? { ...guess, confidence: Math.min(guess.confidence, 0.8) } : guess;
}

/** Elements that lead elsewhere or are pictures: taken out before anything reads them. Nothing is ever fetched. */
const REFUSED: Readonly<Record<string, string>> = {
  NetworkLink: 'kml.link', NetworkLinkControl: 'kml.link', GroundOverlay: 'kml.overlay', ScreenOverlay: 'kml.overlay', PhotoOverlay: 'kml.overlay', Model: 'kml.overlay',
};

/** Prefixes that programs use without declaring them. */
const PREFIXES = { gx: 'http://www.google.com/kml/ext/2.2', xsi: 'http://www.w3.org/2001/XMLSchema-instance', atom: 'http://www.w3.org/2005/Atom', xal: 'urn:oasis:names:tc:ciq:xsdschema:xAL:2.0', kml: 'http://www.opengis.net/kml/2.2' };

/** Parses and cleans a KML text. @throws UserError `kml.*` */
export async function documentOf(text: string, log: Tally): Promise<Document> {
  refuseDangerous(text);
  const { DOMParser, onErrorStopParsing } = await import('@xmldom/xmldom');
  let document: Document;
  try {
    document = new DOMParser({ onError: onErrorStopParsing, xmlns: { ...PREFIXES } }).parseFromString(text.replace(/^[\ufeff\s]+/, ''), 'text/xml');
  } catch (error) {
    throw new UserError('kml.unreadable', { what: String(error instanceof Error ? error.message : error).split('\n')[0].slice(0, 120) });
  }
  clean(document, log);
  return document;
}

const elementsOf = (node: Node): Element[] => Array.from(node.childNodes ?? []).filter((child): child is Element => child.nodeType === 1);
function clean(node: Node, log: Tally): void {
  for (const element of elementsOf(node)) {
    const name = element.localName ?? element.tagName;
    if (Object.hasOwn(REFUSED, name)) {
      if (REFUSED[name] === 'kml.link') log.add('kml.link', 'warning');
      else log.add('kml.overlay', 'warning');
      node.removeChild(element);
      continue;
    }
    // Names that plain objects know already would be taken for types of a schema.
    const column = name === 'Data' || name === 'SimpleData' || name === 'SimpleField' ? element.getAttribute('name') : null;
    if (column !== null && column in Object.prototype) element.setAttribute('name', `_${column}`);
    clean(element, log);
  }
}
