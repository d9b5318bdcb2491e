import type { DepthContext, Layer, PlanFeature } from '../model/index.ts';
import { depthOf } from './depth-of.ts';
import { stratumAt } from './strata.ts';

/**
 * Plan zones with the stratum of the project's table that they belong to: the one that they state, by its code or its name, else the one that they
 * reach down to. A zone of which neither is known keeps what it says. Layers of other schemas, and zones that say so already, stay the same objects.
 */
export function withStrata(layer: Layer, context: DepthContext): Layer {
  if (layer.schema !== 'underground-zone') return layer;
  const features = layer.features.map((feature) => inItsStratum(feature, context));
  return features.some((feature, i) => feature !== layer.features[i]) ? { ...layer, features } : layer;
}

function inItsStratum(feature: PlanFeature, context: DepthContext): PlanFeature {
  const stated = feature.properties['stratum'], { strata } = context;
  const own = strata.find(({ code, name }) => stated === code || (name !== null && stated === name));
  const { bottom } = own ? { bottom: null } : depthOf(feature, 'underground-zone', context);
  const code = own?.code ?? (bottom === null ? stated : stratumAt(bottom, strata).code);
  return code === stated ? feature : { ...feature, properties: { ...feature.properties, stratum: code ?? null } };
}
