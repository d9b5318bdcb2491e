import type { Issue, Layer, PlanFeature } from '../model/index.ts';
import { transaction, type Database } from '../io/index.ts';
import { removeLayerTable, tableNameFor, writeLayerTable } from './layer-table.ts';
import { changeRecord, dropRecords, putRecords, recordsOf, textOf, type Cells, type StoredRecord } from './records.ts';
import { dropStyle } from './styles.ts';
import type { StoredLayer } from './types.ts';

/** Puts a layer in, or in the place of the one with its id, whole. `position` is its place among the layers; a new one goes last. */
export function putLayer(db: Database, stored: StoredLayer, position?: number): void {
  transaction(db, () => {
    putTable(db, stored.layer, { ...fileCells(stored), ...(position === undefined ? {} : { position }) });
    putRemarks(db, stored.layer.id, stored.issues, stored.setAside);
  });
}

/** What is said of a layer as a whole: name, file, counts. */
export function putLayerHead(db: Database, layerId: string, name: string, file: LayerFile): void {
  changeRecord(db, 'undercroft_layers', { layer_id: layerId }, { name, ...fileCells(file) });
}
/** What was found in a layer: issues and features set aside, in the place of what was known. */
export function putLayerRemarks(db: Database, layerId: string, issues: readonly Issue[], setAside: readonly PlanFeature[]): void {
  transaction(db, () => putRemarks(db, layerId, issues, setAside));
}

export function removeLayer(db: Database, layerId: string): void {
  transaction(db, () => {
    removeTable(db, layerId);
    putRemarks(db, layerId, [], []);
  });
}

/** The checksum of a layer's content as it lies in the database; null where there is no such layer. */
export function storedChecksum(db: Database, layerId: string): string | null {
  const known = recordOfLayer(db, layerId);
  return known && textOf(known.cells['content_sum']);
}

/** Layers in this order; others keep theirs behind. */
export function orderLayers(db: Database, layerIds: readonly string[]): void {
  transaction(db, () => {
    for (const [position, layer_id] of layerIds.entries()) changeRecord(db, 'undercroft_layers', { layer_id }, { position });
  });
}

type LayerFile = Pick<StoredLayer, 'fileName' | 'sha256' | 'counts'>;
const fileCells = ({ fileName, sha256, counts }: LayerFile): Cells => ({ file_name: fileName, sha256, rows_read: counts.read, rows_kept: counts.kept, rows_fixed: counts.fixed, rows_set_aside: counts.setAside });

/** The table of a layer, of the project or of a run, and its row among the layers. */
export function putTable(db: Database, layer: Layer, cells: Cells): void {
  const known = recordOfLayer(db, layer.id);
  const table = known ? textOf(known.cells['table_name']) : tableNameFor(db, layer.id);
  const { content_sum } = writeLayerTable(db, layer, table, savedAt(db));
  const next = { layer_id: layer.id, schema: layer.schema, name: layer.name, table_name: table, content_sum, ...cells };
  if (known) changeRecord(db, 'undercroft_layers', { layer_id: layer.id }, next);
  else putRecords(db, 'undercroft_layers', [{ position: lastPosition(db) + 1, ...next }]);
}
export function removeTable(db: Database, layerId: string): void {
  const known = recordOfLayer(db, layerId);
  if (!known) return;
  const table = textOf(known.cells['table_name']);
  removeLayerTable(db, table);
  dropStyle(db, table);
  dropRecords(db, 'undercroft_layers', { layer_id: layerId });
}

export function recordOfLayer(db: Database, layerId: string): StoredRecord | null {
  return recordsOf(db, 'undercroft_layers', { layer_id: layerId })[0] ?? null;
}
function lastPosition(db: Database): number {
  return Math.max(-1, ...recordsOf(db, 'undercroft_layers').map(({ cells }) => Number(cells['position'])));
}
/** The time that the caller last gave; before that, none. */
function savedAt(db: Database): string {
  return textOf(recordsOf(db, 'undercroft_meta', { key: 'saved' })[0]?.cells['value']) || '1970-01-01T00:00:00.000Z';
}

function putRemarks(db: Database, layer_id: string, issues: readonly Issue[], setAside: readonly PlanFeature[]): void {
  dropRecords(db, 'undercroft_issues', { layer_id });
  dropRecords(db, 'undercroft_set_aside', { layer_id });
  putRecords(db, 'undercroft_issues', issues.map((one, position) => ({ layer_id, position, code: one.code, severity: one.severity, document: JSON.stringify(one) })));
  putRecords(db, 'undercroft_set_aside', setAside.map((feature, position) => ({ layer_id, position, feature_id: feature.id, document: JSON.stringify(feature) })));
}
