import type { FormatId, FormatWriteOptions, Issue, SecrecyLevel, SheetRows } from '../../geo/index.ts';
import { withinLevel, workbook, writeLayers } from '../../geo/index.ts';
import { outcome } from './failure.ts';
import type { LayerStore } from './layer-store.ts';

export interface ExportRequest {
  /** Layer by key, and what it is called in the file. */
  layers: readonly { key: string; name: string }[];
  format: FormatId;
  level: SecrecyLevel;
  options: FormatWriteOptions;
}
export interface Exported {
  files: { name: string; blob: Blob }[];
  issues: Issue[];
  /** Features above the level, which are not in the files. */
  leftOut: number;
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Layers as files of any format. */
export function exportLayers(store: LayerStore, { layers, format, level, options }: ExportRequest) {
  return outcome(async (): Promise<Exported> => {
    const kept = layers.map(({ key, name }) => withinLevel({ ...store.get(key), name }, level));
    const { files, issues } = await writeLayers(format, kept.map(({ layer }) => layer), options);
    return { files: files.map(({ name, bytes }) => ({ name, blob: new Blob([bytes as BlobPart]) })), issues, leftOut: kept.reduce((sum, one) => sum + one.leftOut, 0) };
  });
}
/** A table of the page as a workbook. */
export function exportWorkbook(sheets: readonly SheetRows[]) {
  return outcome(async () => new Blob([await workbook(sheets) as BlobPart], { type: WORKBOOK }));
}
