import table from '../../data/parameters/depth.json' with { type: 'json' };
import type { PlanFeature, SchemaId } from '../model/index.ts';
import type { AssumedTop, DepthAssumptions } from './types.ts';

export const DEPTH_ASSUMPTIONS: DepthAssumptions = table;

/**
 * The row that says how deep the feature begins at least. Least covers of a code bound the top only: nothing says how far down a
 * sewer lies, so no row gives a bottom, and what is only assumed never clears the way for a box below it.
 */
export function assumedTop({ properties }: PlanFeature, schema: SchemaId, { tops }: DepthAssumptions): AssumedTop | null {
  const name = String(properties['name'] ?? '').toLowerCase();
  return tops.find((row) => row.schema === schema && (row.kind === undefined || row.kind === properties['kind']) && (row.words?.some((word) => name.includes(word)) ?? true)) ?? null;
}
