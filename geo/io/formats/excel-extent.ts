import { UserError } from '../../model/index.ts';
import { unzip } from '../zip.ts';
import type { SourceFile } from './types.ts';

/** Last row and column of a sheet (ISO/IEC 29500-1, 18.3.1.73 and 18.3.1.4; XFD). */
const LAST_ROW = 1_048_576, LAST_COLUMN = 16_384;
/** Cells from the first to the last one used: the parser keeps the empty ones between them too. */
const MOST_CELLS = 20_000_000;
const PORTION = 1 << 22, OVERLAP = 1 << 10;
const ADDRESS = /<(?:\w+:)?(?:c|row)\b[^<>]*?\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * One cell far away makes a small file a grid of thousands of millions of empty cells, so what the addresses span is looked at first.
 * @throws UserError `excel.vast`, `archive.*`
 */
export async function refuseVast({ name, bytes }: SourceFile): Promise<void> {
  for (const { path, bytes: part } of await unzip(bytes)) {
    let rows = 0, columns = 0;
    for (const address of addressesIn(part)) {
      const [, letters, digits] = /^([A-Z]{0,3})(\d{0,8})$/i.exec(address) ?? [];
      const row = Number(digits), column = columnOf(letters ?? '');
      if (letters === undefined || row > LAST_ROW || column > LAST_COLUMN) throw new UserError('excel.vast', { file: name, what: `${path} ${address.slice(0, 20)}` });
      rows = Math.max(rows, row);
      columns = Math.max(columns, column);
    }
    if (rows * columns > MOST_CELLS) throw new UserError('excel.vast', { file: name, what: `${path} ${rows} × ${columns}` });
  }
}

function* addressesIn(part: Uint8Array): Iterable<string> {
  for (let from = 0; from < part.length; from += PORTION) {
    const text = new TextDecoder().decode(part.subarray(from, from + PORTION + OVERLAP));
    for (const [, double, single] of text.matchAll(ADDRESS)) yield double ?? single;
  }
}
const columnOf = (letters: string): number => [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
