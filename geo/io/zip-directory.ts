import { UserError } from '../model/index.ts';
import { strictText, viewOf } from './bytes.ts';

/** What the directory of an archive says of one entry. Sizes in bytes. */
export interface ZipRow {
  /** Path with `/`; decoded as UTF-8 where the entry says so or the bytes are, else as GB 18030, which Chinese Windows writes. */
  path: string;
  method: number;
  locked: boolean;
  crc: number;
  packed: number;
  size: number;
  /** Where the local header begins. */
  at: number;
}

const END = 0x06054b50, ROW = 0x02014b50, LOCAL = 0x04034b50, UNICODE_PATH = 0x7075;
const END_WIDE = 0x06064b50, LOCATOR = 0x07064b50, WIDE_NUMBERS = 0x0001, WIDE = 0xffffffff;
const END_WIDE_SIZE = 56, LOCATOR_SIZE = 20, END_SIZE = 22, ROW_SIZE = 46, LOCAL_SIZE = 30, LONGEST_COMMENT = 65535;
/** More entries than a map ever has are an attack on the reader's time. */
export const MOST_ENTRIES = 5000;

export const isZip = (bytes: Uint8Array): boolean => bytes.length >= END_SIZE && viewOf(bytes).getUint32(0, true) === LOCAL;

/**
 * Reads the central directory of a ZIP archive. Source: PKWARE APPNOTE.TXT 6.3.10, 4.3.12 and 4.3.14 to 4.3.16, 4.5.3 (zip64), 4.6.9 (names).
 * @throws UserError `archive.damaged`, `archive.too-many`
 */
export function zipRows(bytes: Uint8Array): ZipRow[] {
  const view = viewOf(bytes);
  const { end, count, size, offset } = directoryOf(view);
  if (count > MOST_ENTRIES) throw new UserError('archive.too-many', { n: count, most: MOST_ENTRIES });
  const rows: ZipRow[] = [];
  // Programs that put something in front of an archive leave the offsets as they were.
  const shift = end - size - offset;
  let at = offset + Math.max(0, shift);
  for (let i = 0; i < count; i++) {
    if (at + ROW_SIZE > end || view.getUint32(at, true) !== ROW) throw new UserError('archive.damaged', { what: 'directory' });
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const name = bytes.subarray(at + ROW_SIZE, at + ROW_SIZE + lengths[0]);
    const extra = bytes.subarray(at + ROW_SIZE + lengths[0], at + ROW_SIZE + lengths[0] + lengths[1]);
    const flags = view.getUint16(at + 8, true);
    const [whole, packed, local] = wideNumbers([view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)], extra);
    rows.push({
      path: pathOf(name, extra, (flags & 0x800) !== 0), method: view.getUint16(at + 10, true), locked: (flags & 1) !== 0, crc: view.getUint32(at + 16, true),
      packed, size: whole, at: local + Math.max(0, shift),
    });
    at += ROW_SIZE + lengths[0] + lengths[1] + lengths[2];
  }
  return rows;
}

/** The packed bytes of an entry: its local header repeats the name, with an extra field of a length of its own. */
export function packedBytes(bytes: Uint8Array, row: ZipRow): Uint8Array {
  const view = viewOf(bytes);
  if (row.at + LOCAL_SIZE > bytes.length || view.getUint32(row.at, true) !== LOCAL) throw new UserError('archive.damaged', { what: row.path });
  const start = row.at + LOCAL_SIZE + view.getUint16(row.at + 26, true) + view.getUint16(row.at + 28, true);
  if (start + row.packed > bytes.length) throw new UserError('archive.damaged', { what: row.path });
  return bytes.subarray(start, start + row.packed);
}

function endOf(view: DataView): number {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) if (view.getUint32(at, true) === END) return at;
  throw new UserError('archive.damaged', { what: 'end' });
}

interface Directory {
  /** Where it ends, how many entries it has, its length, and where it begins by its own count. */
  end: number;
  count: number;
  size: number;
  offset: number;
}
function directoryOf(view: DataView): Directory {
  const end = endOf(view);
  const plain = { end, count: view.getUint16(end + 10, true), size: view.getUint32(end + 12, true), offset: view.getUint32(end + 16, true) };
  const locator = end - LOCATOR_SIZE;
  // A number that does not fit says so, and stands in a record of 64 bits before.
  if (![plain.count === 0xffff, plain.size === WIDE, plain.offset === WIDE].includes(true) || locator < 0 || view.getUint32(locator, true) !== LOCATOR) return plain;
  const at = [wideAt(view, locator + 8), locator - END_WIDE_SIZE].find((place) => place >= 0 && place + END_WIDE_SIZE <= locator && view.getUint32(place, true) === END_WIDE);
  if (at === undefined) throw new UserError('archive.damaged', { what: 'end' });
  return { end: at, count: wideAt(view, at + 32), size: wideAt(view, at + 40), offset: wideAt(view, at + 48) };
}
/** Size, packed size and place of an entry: those that do not fit in 32 bits stand in an extra field, in this order. */
function wideNumbers(numbers: readonly number[], extra: Uint8Array): number[] {
  if (!numbers.includes(WIDE)) return [...numbers];
  const field = extraField(extra, WIDE_NUMBERS), view = viewOf(field ?? new Uint8Array());
  let at = 0;
  return numbers.map((number) => {
    if (number !== WIDE) return number;
    if (at + 8 > view.byteLength) throw new UserError('archive.damaged', { what: 'directory' });
    at += 8;
    return wideAt(view, at - 8);
  });
}
const wideAt = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

function pathOf(name: Uint8Array, extra: Uint8Array, isUtf8: boolean): string {
  const unicode = unicodePath(extra);
  const text = unicode ?? strictText(name, 'utf-8') ?? new TextDecoder(isUtf8 ? 'utf-8' : 'gb18030').decode(name);
  return text.replaceAll('\\', '/');
}
/** Info-ZIP keeps a name that its flag cannot tell in an extra field: version, checksum of the name, UTF-8. */
function unicodePath(extra: Uint8Array): string | null {
  const field = extraField(extra, UNICODE_PATH);
  return field && field.length > 5 ? strictText(field.subarray(5), 'utf-8') : null;
}
function extraField(extra: Uint8Array, id: number): Uint8Array | null {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length;) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === id && at + 4 + size <= extra.length) return extra.subarray(at + 4, at + 4 + size);
    at += 4 + size;
  }
  return null;
}
