import { UserError, type Layer, type PropertyValue } from '../../model/index.ts';
import { columnsOfLayer } from '../write.ts';
import { messageOf } from '../words.ts';
import { tableLayer } from '../table/raw-layer.ts';
import { checkArchive, zipPaths } from '../zip.ts';
import { EXTENSIONS } from './names.ts';
import type { FileFormat, FormatWriteOptions, RawLayer, SourceFile, Written } from './types.ts';

/** Longest text of a cell (Excel specifications and limits). */
const LONGEST_TEXT = 32_767;

/** Excel workbooks (Office Open XML). Every sheet with a header is a layer: with coordinate columns or WKT, else a ledger. */
export const excel: FileFormat = {
  id: 'excel', extensions: EXTENSIONS.excel, mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', largest: 64 * 1048576,
  sniff: ({ bytes }) => bytes[0] === 0x50 && bytes[1] === 0x4b && zipPaths(bytes).includes('xl/workbook.xml'),
  read: async ([file]) => {
    checkArchive(file.bytes);
    const sheets = await sheetsOf(file);
    const layers = sheets.map(({ sheet, data }) => tableLayer(data.map((row) => row.map(cellValue)), sheet, null)).filter((layer): layer is RawLayer => layer !== null);
    if (layers.length === 0) throw new UserError('table.no-header', { file: file.name });
    return layers;
  },
  write: async (layers, options) => ({ files: [{ name: `${layers[0]?.name || layers[0]?.id || 'table'}.xlsx`, bytes: await workbook(layers.map((layer) => ({ name: layer.name || layer.id, rows: layerRows(layer, options) }))) }], issues: [] }),
};

async function sheetsOf({ name, bytes }: SourceFile) {
  const { default: readWorkbook } = await import('read-excel-file/universal');
  try {
    return await readWorkbook(new Blob([bytes as BlobPart]));
  } catch (error) {
    // Whatever a parser says of a broken workbook, to the user it is a broken workbook.
    throw new UserError('excel.broken', { file: name, reason: error instanceof Error ? error.message.slice(0, 80) : '' });
  }
}

/** Dates as days: a ledger's dates have no hours. */
function cellValue(cell: unknown): PropertyValue {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? cell : null;
}

export interface SheetRows {
  name: string;
  /** The header is the first row. */
  rows: readonly (readonly PropertyValue[])[];
}
/** A workbook of plain values. Text is written as text, so nothing in it is computed. */
export async function workbook(sheets: readonly SheetRows[]): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/universal');
  const names = new Set<string>();
  const data = sheets.map(({ name, rows }) => ({
    sheet: sheetName(name, names), stickyRowsCount: 1, columns: (rows[0] ?? []).map((_, c) => ({ width: widthOf(rows, c) })),
    data: rows.map((row, r) => row.map((cell) => cellOf(cell, r === 0))),
  }));
  const blob = await write(data).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
function cellOf(value: PropertyValue, header: boolean) {
  if (value === null || value === '') return null;
  if (typeof value === 'number' && Number.isFinite(value)) return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, LONGEST_TEXT);
  return { value: text, type: String, ...(header ? { fontWeight: 'bold' as const } : {}) };
}
/** At most 31 letters, none of \ / ? * [ ] :, each name once (Excel specifications and limits). */
function sheetName(name: string, taken: Set<string>): string {
  const plain = name.replace(/[\\/?*[\]:]/g, ' ').trim().slice(0, 28) || 'Sheet';
  let free = plain;
  for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${plain} ${n}`;
  taken.add(free.toLowerCase());
  return free;
}
/** In letters; a Chinese one is as wide as two. */
function widthOf(rows: SheetRows['rows'], column: number): number {
  const widths = rows.slice(0, 200).map((row) => [...String(row[column] ?? '')].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0));
  return Math.min(60, Math.max(8, ...widths) + 2);
}

function layerRows(layer: Layer, { language = 'zh' }: FormatWriteOptions): PropertyValue[][] {
  const columns = columnsOfLayer(layer);
  return [columns.map((column) => messageOf(layer.schema, column, language)), ...layer.features.map(({ properties }) => columns.map((column) => properties[column] ?? null))];
}
export type { Written };
