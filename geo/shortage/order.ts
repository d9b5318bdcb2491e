import type { PlanFeature } from '../model/index.ts';

/**
 * Feature indexes by ascending id. Everything is reckoned in this order, so that the rows of a file may stand in any
 * order without changing a bit of the result. Equal ids (an issue of their own) keep the order of the file.
 */
export function byId(features: readonly PlanFeature[]): Uint32Array {
  const order = Uint32Array.from(features.keys());
  const sorted = features.every((feature, i) => i === 0 || features[i - 1].id <= feature.id);
  if (!sorted) order.sort((a, b) => (features[a].id < features[b].id ? -1 : features[a].id > features[b].id ? 1 : a - b));
  return order;
}
