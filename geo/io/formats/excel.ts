import { UserError, type Layer, type PropertyValue } from '../../model/index.ts';
import { workbook } from '../workbook.ts';
import { columnsOfLayer } from '../write.ts';
import { messageOf } from '../words.ts';
import { tableLayer } from '../table/raw-layer.ts';
import { checkArchive, zipPaths } from '../zip.ts';
import { refuseVast } from './excel-extent.ts';
import { fileNames } from './file-names.ts';
import { EXTENSIONS } from './names.ts';
import type { FileFormat, FormatWriteOptions, RawLayer, SourceFile } from './types.ts';

/** Excel workbooks (Office Open XML). Every sheet with a header is a layer: with coordinate columns or WKT, else a ledger. */
export const excel: FileFormat = {
  id: 'excel', extensions: EXTENSIONS.excel, mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', largest: 64 * 1048576,
  sniff: ({ bytes }) => bytes[0] === 0x50 && bytes[1] === 0x4b && zipPaths(bytes).includes('xl/workbook.xml'),
  read: async ([file]) => {
    checkArchive(file.bytes);
    await refuseVast(file);
    const sheets = await sheetsOf(file);
    const layers = sheets.map(({ sheet, data }) => tableLayer(data.map((row) => row.map(cellValue)), sheet, null)).filter((layer): layer is RawLayer => layer !== null);
    if (layers.length === 0) throw new UserError('table.no-header', { file: file.name });
    return layers;
  },
  write: async (layers, options) => ({ files: [{ name: fileNames(layers.slice(0, 1), 'xlsx')[0] ?? 'table.xlsx', bytes: await workbook(layers.map((layer) => ({ name: layer.name || layer.id, rows: layerRows(layer, options) }))) }], issues: [] }),
};

async function sheetsOf({ name, bytes }: SourceFile) {
  const { default: readWorkbook } = await import('read-excel-file/universal');
  try {
    const sheets = await readWorkbook(new Blob([bytes as BlobPart]));
    // A sheet that the workbook lists and does not hold comes without rows.
    const gone = sheets.find(({ data }) => (data as unknown) === undefined);
    if (gone) throw new Error(gone.sheet);
    return sheets;
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

function layerRows(layer: Layer, { language = 'zh' }: FormatWriteOptions): PropertyValue[][] {
  const columns = columnsOfLayer(layer);
  return [columns.map((column) => messageOf(layer.schema, column, language)), ...layer.features.map(({ properties }) => columns.map((column) => properties[column] ?? null))];
}
