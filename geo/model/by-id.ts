import type { Layer } from './feature.ts';

/** The layer with its features by ascending id: what is reckoned in this order does not depend on the order of the rows in a file. */
export function byId(layer: Layer): Layer {
  const features = layer.features.map((feature, row) => ({ feature, row })).sort((a, b) => (a.feature.id < b.feature.id ? -1 : a.feature.id > b.feature.id ? 1 : a.row - b.row));
  return { ...layer, features: features.map(({ feature }) => feature) };
}
