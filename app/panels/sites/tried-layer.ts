import type { Layer, RankedSite } from '../../../geo/index.ts';

/** The candidate sites with the ranks and scores of the weights that are being tried: what list and map show, for the table and its CSV. */
export function triedLayer(layer: Layer, ranked: readonly RankedSite[] | null): Layer {
  if (layer.schema !== 'candidate-site' || !ranked) return layer;
  const byId = new Map(ranked.map((site) => [site.id, site]));
  return {
    ...layer,
    features: layer.features.map((feature) => {
      const site = byId.get(feature.id);
      if (!site) return feature;
      const { rank, score, benefits, topsis, topsisRank } = site;
      return { ...feature, properties: { ...feature.properties, rank, score, ...benefits, topsis, topsisRank } };
    }),
  };
}
