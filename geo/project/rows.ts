import type { Geometry } from 'geojson';
import { eachPosition, type PlanFeature, type Properties, type PropertyValue } from '../model/index.ts';
import { DEGREES, EXACT, GEOMETRY, KINDS, toBlob, type Column, type SqlRow, type SqlValue } from '../io/index.ts';

/**
 * What the cells of a row cannot say: a number in a column of text, a property that is not there beside others that are null, a third
 * coordinate. Each stands for a cell only while that cell is what we wrote, so an edit elsewhere wins.
 */
interface Exact {
  absent?: string[];
  values?: Properties;
  geometry?: Geometry;
}

/** Place, then the cells of the columns in their order, then what they cannot say. The first column is the feature's id. */
export function rowOf(feature: PlanFeature, columns: readonly Column[]): { cells: SqlValue[]; exact: string | null } {
  const { id, geometry, properties } = feature, exact = exactOf(feature, columns);
  const cells: SqlValue[] = [geometry ? toBlob(geometry, DEGREES) : null];
  for (const { property, kind } of columns) cells.push(property === 'id' ? id : KINDS[kind].encode(valueIn(properties, property) ?? null));
  return { cells, exact: exact && JSON.stringify(exact) };
}

const valueIn = (properties: Properties, property: string): PropertyValue | undefined => (Object.hasOwn(properties, property) ? properties[property] : undefined);
function exactOf({ id, geometry, properties }: PlanFeature, columns: readonly Column[]): Exact | null {
  const exact: Exact = {};
  for (const { property, kind, empty } of columns) {
    const value = valueIn(properties, property);
    if (property === 'id' ? value === id : value === undefined ? empty === 'absent' : value === null ? empty === 'null' : KINDS[kind].fits(value)) continue;
    if (value === undefined) (exact.absent ??= []).push(property);
    else (exact.values ??= {})[property] = value;
  }
  if (geometry && !isFlat(geometry)) exact.geometry = geometry;
  return exact.absent || exact.values || exact.geometry ? exact : null;
}

/** Properties that a table has no column for. */
export function missingProperties(features: readonly PlanFeature[], columns: readonly Column[]): string[] {
  const known = new Set(columns.map(({ property }) => property));
  const missing = new Set<string>();
  for (const { properties } of features) for (const key of Object.keys(properties)) if (!known.has(key)) missing.add(key);
  return [...missing];
}

/** The row as the feature that was written, with the cells that others changed. Null geometry is for the caller to judge. */
export function featureOf(cells: SqlRow, geometry: Geometry | null, columns: readonly Column[]): { id: string | null; geometry: Geometry | null; properties: Properties } {
  const exact = readExact(cells[EXACT]);
  const properties: Properties = {};
  let id: string | null = null;
  for (const { property, column, kind, empty } of columns) {
    const cell = cells[column] ?? null;
    if (property === 'id') {
      id = cell === null ? null : String(KINDS.text.decode(cell));
      const own = exact?.values?.['id'];
      if (own !== undefined) properties['id'] = own;
      else if (!exact?.absent?.includes('id')) properties['id'] = id;
      continue;
    }
    const value = valueOf(cell, property, kind, exact);
    if (value !== null) properties[property] = value;
    else if (exact?.absent?.includes(property)) continue;
    else if (empty === 'null' || exact?.values?.[property] === null) properties[property] = null;
  }
  return { id, geometry: exact?.geometry && sameBlob(exact.geometry, cells[GEOMETRY]) ? exact.geometry : geometry, properties };
}

function valueOf(cell: SqlValue, property: string, kind: Column['kind'], exact: Exact | null): PropertyValue {
  const kept = exact?.values && Object.hasOwn(exact.values, property) ? exact.values[property] : undefined;
  return kept !== undefined && KINDS[kind].encode(kept) === cell ? kept : KINDS[kind].decode(cell);
}

function readExact(cell: SqlValue | undefined): Exact | null {
  if (typeof cell !== 'string') return null;
  try {
    const exact = JSON.parse(cell, (key, value: unknown) => (key === '__proto__' ? undefined : value)) as Exact;
    return typeof exact === 'object' && exact !== null && (exact.absent === undefined || Array.isArray(exact.absent)) && (exact.values === undefined || (typeof exact.values === 'object' && exact.values !== null)) ? exact : null;
  } catch {
    return null;
  }
}

/** WKB here has two coordinates. */
function isFlat(geometry: Geometry): boolean {
  let flat = true;
  eachPosition(geometry, (position) => { if (position.length !== 2) flat = false; });
  return flat;
}
function sameBlob(geometry: Geometry, cell: SqlValue | undefined): boolean {
  try {
    const bytes = toBlob(geometry, DEGREES);
    return cell instanceof Uint8Array && cell.length === bytes.length && bytes.every((byte, i) => byte === cell[i]);
  } catch {
    return false;
  }
}
