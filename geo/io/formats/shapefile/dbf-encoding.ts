import { strictText } from '../../bytes.ts';
import { detectEncoding, encodingOfLabel } from '../../encoding.ts';
import type { EncodingGuess } from '../types.ts';
import { DELETED, type DbfTable } from './dbf-table.ts';
import { trimmed } from './dbf-values.ts';

/**
 * Language drivers that name one encoding (source: ESRI, "Read and write shapefiles in various code pages"; shapelib). The Western
 * ones (0x01 to 0x03, 0x57) are what programs write that never thought of it, also over Chinese text, so they say nothing.
 */
const LANGUAGES: Readonly<Record<number, string>> = {
  0x4d: 'gb18030', 0x7a: 'gb18030', 0x4f: 'big5', 0x78: 'big5', 0x13: 'shift_jis', 0x7b: 'shift_jis', 0x4e: 'euc-kr', 0x79: 'euc-kr', 0x50: 'windows-874', 0x7c: 'windows-874', 0xc9: 'windows-1251', 0xc8: 'windows-1250',
};
/** Values that are looked at: enough to tell, spread over the whole table. */
const SAMPLES = 4000;

/** Given > .cpg > language byte > the values > assumed. What is stated but cannot be so is doubted: the user has to say. */
export function encodingOfDbf(table: DbfTable, given: string | undefined, cpg: Uint8Array | undefined): EncodingGuess {
  const wanted = given === undefined ? null : encodingOfLabel(given);
  if (wanted) return { encoding: wanted, confidence: 1, reason: 'given' };
  const label = cpg ? encodingOfLabel(new TextDecoder('latin1').decode(cpg.subarray(0, 64)).replace(/[^\x20-\x7e]/g, '')) : null;
  if (label) return { encoding: label, confidence: fits(table, label) ? 1 : 0.5, reason: 'cpg' };
  const driver = LANGUAGES[table.language];
  if (driver) return { encoding: driver, confidence: fits(table, driver) ? 0.95 : 0.5, reason: 'language-byte' };
  const values = telling(samplesOf(table));
  // Names are a poor witness, few and cut; where the values say nothing they are all there is.
  return detectEncoding(values.length > 0 ? values : table.columns.map(({ name }) => name));
}

const telling = (samples: Uint8Array[]) => samples.filter((bytes) => bytes.some((byte) => byte >= 0x80));

/** Whether nearly all values are letters of this encoding. */
function fits(table: DbfTable, encoding: string): boolean {
  const values = telling(samplesOf(table));
  // The last letter may be cut.
  const sound = values.filter((bytes) => [0, 1, 2, 3].some((cut) => cut < bytes.length && strictText(bytes.subarray(0, bytes.length - cut), encoding) !== null));
  return sound.length >= 0.9 * values.length;
}

function samplesOf({ columns, rows, record }: DbfTable): Uint8Array[] {
  const texts = columns.filter(({ type }) => type === 'C');
  const step = Math.max(1, Math.ceil(rows * texts.length / SAMPLES));
  const samples: Uint8Array[] = [];
  for (let row = 0; row < rows; row += step) {
    const bytes = record(row);
    if (bytes[0] !== DELETED) for (const { at, length } of texts) samples.push(trimmed(bytes.subarray(at, at + length)));
  }
  return samples;
}
