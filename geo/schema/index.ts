import { SCHEMA_IDS, UserError, type SchemaId } from '../model/index.ts';
import { IDENTITY, PROVENANCE } from './common.ts';
import { INPUT_SCHEMAS } from './inputs.ts';
import { RESULT_SCHEMAS } from './results.ts';
import type { LayerSchema } from './types.ts';

/** Every schema by id, with the fields that all layers share. */
export const SCHEMAS: Readonly<Record<SchemaId, LayerSchema>> = Object.fromEntries([
  ...INPUT_SCHEMAS.map((schema) => [schema.id, { ...schema, fields: [...IDENTITY, ...schema.fields, ...PROVENANCE], input: true }]),
  ...RESULT_SCHEMAS.map((schema) => [schema.id, { ...schema, nameHints: [], fields: [...IDENTITY, ...schema.fields], input: false }]),
]) as Record<SchemaId, LayerSchema>;

/** @throws UserError `schema.unknown` */
export function schemaOf(id: string): LayerSchema {
  const schema = SCHEMAS[id as SchemaId];
  if (!schema || !SCHEMA_IDS.includes(id as SchemaId)) throw new UserError('schema.unknown', { given: id, known: INPUT_SCHEMAS.map((row) => row.id).join(', ') });
  return schema;
}
export { matchFields, normalName, type FieldMatch } from './match.ts';
export { isValueOf, parseValue, type Parsed } from './values.ts';
export type { FieldDef, FieldType, GeometryKind, LayerSchema } from './types.ts';
