import { planeForLayers, type Plane } from '../crs/index.ts';
import { UserError, type FeatureId, type Layer, type PlanFeature } from '../model/index.ts';
import type { Ground } from './types.ts';

/** The named features in the layer's order. @throws UserError `edit.gone` when one is no longer there */
export function named(layer: Layer, ids: readonly FeatureId[]): PlanFeature[] {
  const wanted = new Set(ids);
  const found = layer.features.filter(({ id }) => wanted.has(id));
  if (found.length < wanted.size || found.length === 0) throw new UserError('edit.gone', { n: Math.max(1, wanted.size - found.length) });
  return found;
}

export function planeOf({ plane }: Ground, layer: Layer, features: readonly PlanFeature[]): Plane {
  return plane ?? planeForLayers([{ ...layer, features: [...features] }]);
}

/** The layer with features replaced: each by what stands for its id, by nothing where that is empty. */
export function replaced(layer: Layer, by: ReadonlyMap<FeatureId, readonly PlanFeature[]>): Layer {
  return { ...layer, features: layer.features.flatMap((feature) => by.get(feature.id) ?? [feature]) };
}

/** Free ids of the kind `P-1-2`, `P-1-3`, in this order. */
export function freeIds(layer: Layer, base: FeatureId, n: number, taken: readonly FeatureId[] = []): FeatureId[] {
  const used = new Set([...taken, ...layer.features.map(({ id }) => id)]);
  const free: FeatureId[] = [];
  for (let k = 2; free.length < n; k++) if (!used.has(`${base}-${k}`)) free.push(`${base}-${k}`);
  return free;
}
