import type { FieldDef, SchemaId } from '../../geo/index.ts';
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
