import type { PlanFeature, PropertyValue } from '../../model/index.ts';
import type { LayerSchema } from '../../schema/index.ts';
import { kindFor, type ColumnKind } from './values.ts';

/** A property of a layer and the column that holds it. */
export interface Column {
  property: string;
  column: string;
  kind: ColumnKind;
  /** What an empty cell stands for: a property that is null, or none at all. */
  empty: 'null' | 'absent';
}

export const FID = 'fid';
export const GEOMETRY = 'geom';
/** Names a property's column may not take: the row's number and place, and the column for what cells cannot say. */
export const EXACT = 'undercroft_exact';
export const RESERVED: readonly string[] = [FID, GEOMETRY, EXACT, 'rowid', 'oid', '_rowid_'];
/** SQLite holds 2,000 columns; some are ours, and some are for whoever adds more. */
export const MOST_COLUMNS = 1900;

/** Columns of a layer: the schema's fields first, then whatever else its features carry, each with the kind that its values allow. */
export function columnsOf(schema: LayerSchema, features: readonly PlanFeature[]): Column[] {
  const values = new Map<string, PropertyValue[]>(schema.fields.map(({ name }) => [name, []]));
  for (const { properties } of features) {
    for (const key of Object.keys(properties)) {
      const known = values.get(key);
      if (known) known.push(properties[key]);
      else values.set(key, [properties[key]]);
    }
  }
  const taken = new Set(RESERVED);
  return [...values].slice(0, MOST_COLUMNS).map(([property, given]) => {
    const field = schema.fields.find(({ name }) => name === property);
    const nulls = given.reduce<number>((n, value) => n + (value === null ? 1 : 0), 0);
    return { property, column: freeName(property, taken), kind: kindFor(field, given), empty: field || nulls >= features.length - given.length ? 'null' : 'absent' };
  });
}

/** The property's own name; SQLite takes capitals for small letters and ends names at a NUL, so some get a number behind. */
export function freeName(property: string, taken: Set<string>): string {
  const clean = property.replace(/[\0-\x1f\x7f]/g, '_').replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '_').slice(0, 120) || 'column';
  let name = clean;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${clean}_${n}`;
  taken.add(name.toLowerCase());
  return name;
}
