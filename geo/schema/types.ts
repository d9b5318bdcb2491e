import type { SchemaId, Unit } from '../model/index.ts';

export type FieldType = 'text' | 'number' | 'integer' | 'boolean' | 'date' | 'choice' | 'points';
export type GeometryKind = 'point' | 'line' | 'polygon';

/** One attribute of a schema. Label and hint are in geo/messages under `field.<schema>.<name>`, else `field.<name>`. */
export interface FieldDef {
  name: string;
  type: FieldType;
  unit?: Unit;
  /** Codes of a choice; their words are under `choice.<field>.<code>`. */
  choices?: readonly string[];
  /** Column names that mean this field, Chinese and English, as delivered. Compared without case, blanks or punctuation. */
  aliases: readonly string[];
  /** Columns that each hold a part of the count; where no column holds the whole, they are added up. */
  parts?: readonly string[];
  /** Values that mean a code: `{ 地下: 'basement' }`. */
  valueAliases?: Readonly<Record<string, string>>;
  min?: number;
  max?: number;
  required?: boolean;
  /** Belongs to the whole of a feature (households, stalls, floor area): shared out when it is split, added when features are merged. */
  extensive?: boolean;
}

/** A row of the schema table: the form, the attribute table, the legend, validation and the documentation follow from it. */
export interface LayerSchema {
  id: SchemaId;
  /** Which geometries the layer takes. */
  geometry: readonly GeometryKind[];
  fields: readonly FieldDef[];
  /** True for layers a user brings; false for layers that only analyses write. */
  input: boolean;
  /** Words in file or layer names that hint at this schema: 人防, shelter … */
  nameHints: readonly string[];
}
