import { crsByCode, reprojector, type Reprojector } from '../crs/index.ts';
import { issue, UserError, type Issue, type Layer, type PlanFeature, type SchemaId } from '../model/index.ts';
import { schemaOf } from '../schema/index.ts';
import { DEGREES, eachRow, EXACT, propertiesOf, readFeatures, RowNotes, type Column, type Database, type RawFeature, type TableInfo } from '../io/index.ts';
import { layerChecksum, sumOf, writeSum } from './checksum.ts';
import { columnsOfTable } from './layer-table.ts';
import { textOf, type Cell } from './records.ts';
import { featureOf } from './rows.ts';

export interface LayerReading {
  layer: Layer;
  /** Found now, because the table is not what was written. */
  issues: Issue[];
  rejected: PlanFeature[];
  fixed: number;
  checksum: string;
  changed: boolean;
}

/**
 * A layer from its table. Rows that are as this program wrote them come back as they were; where anything was changed, by QGIS or by
 * chance, all of them pass the checks of an import, so that an impossible value becomes an issue.
 */
export function readLayerTable(db: Database, cells: Readonly<Record<string, Cell>>, info: TableInfo, trusted = false): LayerReading {
  const [id, schemaId, name] = ['layer_id', 'schema', 'name'].map((key) => textOf(cells[key]));
  const schema = schemaOf(schemaId);
  const { raw, notes } = rawRows(db, info, id, name);
  const stored = textOf(cells['content_sum']);
  const layerOf = (features: PlanFeature[]): Layer => ({ id, schema: schemaId as SchemaId, name, features });
  if (raw.every(isWhole)) {
    const features = raw.map(({ id: own, geometry, properties }): PlanFeature => ({ type: 'Feature', id: own as string, geometry: geometry!, properties }));
    if (trusted || writeSum(sumOf(features)) === stored) return { layer: layerOf(features), issues: notes, rejected: [], fixed: 0, checksum: stored, changed: false };
  }
  const match = schema.fields.map((field) => ({ column: field.name, field: field.name, confidence: 1, reason: 'exact' as const }));
  const { features, rejected, issues, counts } = readFeatures(raw, schema, id, match, true);
  const layer = layerOf(features);
  const told = issue('project.layer-changed', 'info', { layer: id, params: { name: name || id, n: features.length } });
  return { layer, issues: [told, ...notes, ...issues], rejected, fixed: counts.fixed, checksum: layerChecksum(layer), changed: true };
}

const isWhole = (feature: RawFeature): boolean => typeof feature.id === 'string' && !('broken' in feature);

function rawRows(db: Database, info: TableInfo, layerId: string, name: string): { raw: RawFeature[]; notes: Issue[] } {
  const known = columnsOfTable(db, info.table);
  const present = new Set(info.columns.map((column) => column.name));
  const columns = known.filter(({ column }) => present.has(column));
  const gone = known.filter(({ column }) => !present.has(column));
  const taken = new Set([...known.map(({ column }) => column), EXACT]);
  const others = info.columns.filter((column) => !taken.has(column.name));
  const move = placing(info, layerId, name);
  const rows = new RowNotes(layerId);
  const raw: RawFeature[] = [];
  eachRow(db, info, rows, ({ geometry, broken, cells }) => {
    const feature = featureOf(cells, geometry, columns);
    // A column of another program whose cell is empty says nothing of the feature.
    const added = others.length === 0 ? [] : Object.entries(propertiesOf(cells, others, raw.length + 1, rows)).filter(([key, value]) => value !== null && !Object.hasOwn(feature.properties, key));
    const moved = feature.geometry && move.to ? move.to.geometry(feature.geometry) : feature.geometry;
    raw.push({ id: feature.id ?? idAmong(added), geometry: moved, properties: added.length === 0 ? feature.properties : { ...feature.properties, ...Object.fromEntries(added) }, ...(broken === undefined ? {} : { broken }) });
  });
  return { raw, notes: [...move.issues, ...goneIssues(gone, layerId, name), ...rows.issues()] };
}
/** The record of the column may be what was lost. */
const idAmong = (added: readonly [string, unknown][]): unknown => added.find(([key]) => key === 'id')?.[1] ?? null;

function goneIssues(gone: readonly Column[], layer: string, name: string): Issue[] {
  if (gone.length === 0) return [];
  return [issue('project.columns-gone', 'warning', { layer, params: { name: name || layer, n: gone.length, columns: gone.slice(0, 5).map(({ property }) => property).join('、') } })];
}

/** From the CRS that the table is in now to degrees. */
function placing({ srs, crs }: TableInfo, layer: string, name: string): { to: Reprojector | null; issues: Issue[] } {
  if (srs === DEGREES) return { to: null, issues: [] };
  try {
    const from = crsByCode(crs ?? '-');
    return { to: from.kind === 'geographic' ? null : reprojector(from), issues: [issue('project.reprojected', 'info', { layer, params: { name: name || layer, crs: from.code } })] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { to: null, issues: [issue('project.crs-unknown', 'error', { layer, params: { name: name || layer, crs: crs ?? String(srs) } })] };
  }
}
