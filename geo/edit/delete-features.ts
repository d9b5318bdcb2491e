import type { FeatureId, Layer } from '../model/index.ts';
import { named, replaced } from './features.ts';
import type { Edited } from './types.ts';

export function deleteFeatures(layer: Layer, ids: readonly FeatureId[]): Edited {
  return { layer: replaced(layer, new Map(named(layer, ids).map(({ id }) => [id, []]))), issues: [], touched: [] };
}
