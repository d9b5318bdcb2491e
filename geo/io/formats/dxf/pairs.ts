import { UserError } from '../../../model/index.ts';
import { strictText } from '../../bytes.ts';
import { detectEncoding, encodingOfLabel } from '../../encoding.ts';
import type { EncodingGuess } from '../types.ts';

/** Group code and value: all that a DXF is made of. Source: Autodesk, DXF Reference (2018), "DXF format". */
export type Pair = readonly [code: number, value: string];

/** Lines beyond this are no drawing that a tab could hold as objects. */
const MOST_PAIRS = 12_000_000;

/** Up to the mark of the end. @throws UserError `dxf.not`, `dxf.damaged`, `dxf.cut`, `dxf.too-many` */
export function pairsOf(text: string): Pair[] {
  const pairs: Pair[] = [];
  let isOver = false;
  for (let at = 0; at < text.length && !isOver;) {
    const [code, middle] = lineAt(text, at);
    const [value, next] = lineAt(text, middle);
    const number = Number(code);
    if (code.trim() === '' && middle >= text.length) break;
    if (!Number.isInteger(number) || code.trim() === '') throw pairs.length === 0 ? new UserError('dxf.not') : new UserError('dxf.damaged', { line: 2 * pairs.length + 1 });
    if (pairs.length === MOST_PAIRS) throw new UserError('dxf.too-many', { most: MOST_PAIRS });
    pairs.push([number, value]);
    isOver = isMark([number, value], 'EOF');
    at = next;
  }
  if (!isOver && pairs.length > 0) refuseCut(pairs);
  return pairs;
}
const isMark = ([code, value]: Pair, mark: string): boolean => code === 0 && value.trim().toUpperCase() === mark;
/** Without its last mark a drawing is whole only where nothing but the mark is missing: what was drawn is behind us, its section closed. */
function refuseCut(pairs: readonly Pair[]): void {
  const isDrawn = pairs.some(([code, value], i) => code === 2 && value.trim().toUpperCase() === 'ENTITIES' && isMark(pairs[i - 1] ?? [0, ''], 'SECTION'));
  if (!isDrawn || !isMark(pairs[pairs.length - 1], 'ENDSEC')) throw new UserError('dxf.cut', { line: 2 * pairs.length });
}
function lineAt(text: string, at: number): [string, number] {
  const end = text.indexOf('\n', at), stop = end < 0 ? text.length : end;
  return [text.slice(at, stop > at && text[stop - 1] === '\r' ? stop - 1 : stop), end < 0 ? text.length : end + 1];
}

/** From AutoCAD 2007 (AC1021) on, text is UTF-8; before, in the code page that the header names. */
const FIRST_UTF8 = 1021;

/** Text of the file. Given > version > what the bytes are > code page; the code page is often that of the program, not of the text. */
export function decodeDxf(bytes: Uint8Array, given: string | undefined): { text: string; encoding: EncodingGuess } {
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 18)) === 'AutoCAD Binary DXF') throw new UserError('dxf.binary');
  const encoding = encodingOf(bytes, given);
  return { encoding, text: new TextDecoder(encoding.encoding).decode(bytes) };
}
function encodingOf(bytes: Uint8Array, given: string | undefined): EncodingGuess {
  const wanted = given === undefined ? null : encodingOfLabel(given);
  if (wanted) return { encoding: wanted, confidence: 1, reason: 'given' };
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 20_000));
  const version = Number(/\$ACADVER\r?\n\s*1\r?\n\s*AC(\d{4})/.exec(head)?.[1]);
  if (version >= FIRST_UTF8 && strictText(bytes, 'utf-8') !== null) return { encoding: 'utf-8', confidence: 1, reason: 'declared' };
  const page = encodingOfLabel(/\$DWGCODEPAGE\r?\n\s*3\r?\n\s*([\w-]+)/.exec(head)?.[1] ?? '');
  if (page && !page.startsWith('windows-125')) return { encoding: page, confidence: strictText(bytes, page) === null ? 0.5 : 1, reason: 'declared' };
  return detectEncoding(textLines(bytes));
}
/** Lines with letters beyond ASCII, enough to tell. */
function* textLines(bytes: Uint8Array): Generator<Uint8Array> {
  let start = 0, told = 0;
  for (let at = 0, high = false; at < bytes.length && told < 4000; at++) {
    if (bytes[at] >= 0x80) high = true;
    if (bytes[at] !== 0x0a) continue;
    if (high) { told++; yield bytes.subarray(start, bytes[at - 1] === 0x0d ? at - 1 : at); }
    start = at + 1;
    high = false;
  }
}
