import { strictText } from '../../bytes.ts';
import { csvCell } from '../../write.ts';

/** A column of a DBF whose name had to be shortened, with its name in full. */
export interface ShortName {
  short: string;
  name: string;
}
const HEADER = 'short,name';

/** `<layer>.fields.csv`: which column is which, for people and for reading the file back. UTF-8 with a byte-order mark. */
export function fieldsTable(rows: readonly ShortName[]): Uint8Array {
  return new TextEncoder().encode(`\ufeff${[HEADER, ...rows.map(({ short, name }) => `${csvCell(short)},${csvCell(name)}`)].join('\r\n')}\r\n`);
}

/** Names in full where such a table lies beside the DBF and knows them. */
export function fullNames(columns: readonly string[], table: Uint8Array | undefined): readonly string[] {
  const text = table && table.length < 1_000_000 ? strictText(table, 'utf-8') : null;
  if (!text?.trimStart().startsWith(HEADER)) return columns;
  const known = new Map(text.split(/\r?\n/).slice(1).flatMap((line) => { const cells = cellsOf(line); return cells.length === 2 ? [[cells[0], cells[1]] as const] : []; }));
  return columns.map((column) => known.get(column) ?? column);
}
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
}
