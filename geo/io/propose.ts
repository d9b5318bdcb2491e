import { SCHEMA_IDS, type Properties, type SchemaId } from '../model/index.ts';
import { matchFields, normalName, SCHEMAS, type FieldMatch, type LayerSchema } from '../schema/index.ts';
import { kindOf } from './check-geometry.ts';
import type { RawFeature } from './read-features.ts';

export interface SchemaProposal {
  schema: SchemaId;
  /** 0…1 */
  confidence: number;
}
/** Rows whose values are looked at to tell a column. */
const SAMPLE = 100;

/** The schemas that features may be, likeliest first, and how many geometries there are of each kind. */
export function proposeSchemas(fileName: string, columns: readonly string[], raw: readonly RawFeature[]): { schemas: SchemaProposal[]; geometries: Record<string, number> } {
  const geometries = kindCounts(raw);
  return { schemas: rankSchemas(fileName, columns, geometries, raw), geometries };
}

/** The proposal for the columns of a file that is to become a given schema. */
export function proposeMatch(columns: readonly string[], preview: readonly Properties[], schema: LayerSchema): FieldMatch[] {
  return matchFields(schema, columns, preview);
}

function kindCounts(raw: readonly RawFeature[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { geometry } of raw) {
    const kind = kindOf(geometry) ?? 'none';
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** By three signs: fields that match, words in the file's name, and the share of geometries the schema takes. */
function rankSchemas(fileName: string, columns: readonly string[], kinds: Readonly<Record<string, number>>, raw: readonly RawFeature[]): SchemaProposal[] {
  const total = Math.max(1, raw.length);
  // A table without places may belong to any schema: its columns tell.
  const isTable = raw.every(({ geometry }) => geometry === null);
  const name = normalName(fileName);
  const sample = raw.slice(0, SAMPLE).map((feature) => feature.properties);
  const proposals = SCHEMA_IDS.filter((id) => SCHEMAS[id].input).map((id) => {
    const schema = SCHEMAS[id];
    const taken = isTable ? 1 : schema.geometry.reduce((sum, kind) => sum + (kinds[kind] ?? 0), 0) / total;
    const own = new Set(schema.fields.slice(2, -5).map((field) => field.name));
    const matched = matchFields(schema, columns, sample).filter((match) => match.field && own.has(match.field)).reduce((sum, match) => sum + match.confidence, 0);
    const named = name.includes(normalName(id)) ? 1 : schema.nameHints.some((hint) => name.includes(normalName(hint))) ? 0.7 : 0;
    const confidence = taken * Math.min(1, 0.15 + 0.5 * named + 0.35 * Math.min(1, matched / 3));
    return { schema: id, confidence };
  });
  // Where nothing speaks for any, features are shown as they are, and become nothing that would be reckoned with.
  const neutral = ({ schema }: SchemaProposal) => Number(!isTable && schema === 'reference');
  return proposals.sort((a, b) => b.confidence - a.confidence || neutral(b) - neutral(a) || SCHEMA_IDS.indexOf(a.schema) - SCHEMA_IDS.indexOf(b.schema));
}
