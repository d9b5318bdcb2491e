import { unitOfResult, type FieldDef, type Layer, type SchemaId } from '../../geo/index.ts';
import type { SayCode } from './index.ts';

const DELIVERED = '.asDelivered';

/** The heading of a column: the field's label in its schema, in general, or the column's own name. */
export function sayField(schema: SchemaId, column: string, sayCode: SayCode): string {
  if (column.endsWith(DELIVERED)) return sayCode('table.asDelivered', { field: sayField(schema, column.slice(0, -DELIVERED.length), sayCode) });
  return sayCode(`field.${schema}.${column}`, {}, sayCode(`field.${column}`, {}, column));
}

export function sayUnit(unit: FieldDef['unit'], sayCode: SayCode): string {
  return !unit || unit === 'date' || unit === 'count' ? '' : sayCode(`unit.${unit}`, {}, unit);
}

/** Columns that count what the service is about: stalls in a parking result, persons in one of sheltering. */
const OF_THE_SERVICE = new Set(['demand', 'shortage', 'shortage2sfca', 'tierDemand', 'tierCapacity', 'reachableCapacity', 'capacity', 'used', 'free', 'demandInReach']);

/** The field with the unit that it has in this layer. */
export function fieldOf(layer: Pick<Layer, 'id' | 'schema'>, key: string, field: FieldDef | undefined): FieldDef | undefined {
  const unit = unitOfResult(layer);
  return field && unit && OF_THE_SERVICE.has(key) ? { ...field, unit } : field;
}
