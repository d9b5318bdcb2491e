import type { FeatureId, Layer, PlanFeature } from '../model/index.ts';
import { named } from './features.ts';

/** A few features of a large layer, taken to where they are edited; ids that they must not take go with them. */
export interface Part {
  layer: Layer;
  taken: FeatureId[];
}

/** Ids that an operation may give begin with those of the features, or are `new-…`. */
export function takePart(layer: Layer, ids: readonly FeatureId[]): Part {
  const features = ids.length > 0 ? named(layer, ids) : [];
  const within = new Set(ids), starts = [...ids.map((id) => `${id}-`), 'new-'];
  return { layer: { ...layer, features }, taken: layer.features.flatMap(({ id }) => (!within.has(id) && starts.some((start) => id.startsWith(start)) ? [id] : [])) };
}

/** The layer with the part's features as they came back: in the place of the first that was there, new ones at the end. */
export function putBack(layer: Layer, ids: readonly FeatureId[], features: readonly PlanFeature[]): Layer {
  if (ids.length === 0) return { ...layer, features: [...layer.features, ...features] };
  const before = new Set(ids);
  // What came of a feature follows it: features between two that were there belong to the first of them.
  const after = new Map<FeatureId, PlanFeature[]>();
  let owner: FeatureId | null = null;
  for (const feature of features) {
    if (before.has(feature.id) || owner === null) owner = before.has(feature.id) ? feature.id : ids[0];
    after.set(owner, [...after.get(owner) ?? [], feature]);
  }
  return { ...layer, features: layer.features.flatMap((feature) => (before.has(feature.id) ? after.get(feature.id) ?? [] : [feature])) };
}
