import { noProgress, type FeatureId, type Issue, type Layer, type PlanFeature, type Progress } from '../model/index.ts';
import { GEOMETRY_FIXES, type FixParams, type GeometryFix } from './fixes.ts';
import { snapSlivers } from './slivers/snap.ts';

/** Mendings that need the neighbours of a feature. Pure: a new layer, or the same one where nothing could be done. */
const LAYER_FIXES: Readonly<Record<string, (layer: Layer, features: readonly FeatureId[], params: FixParams, progress: Progress) => Layer>> = {
  'snap-slivers': (layer, features, params, progress) => snapSlivers(layer, features, Number(params['tolerance']), progress),
};
/** Words of progress at most, for so many features. */
const WORDS = 200;

/** Applies a fix to the named features of a layer; the layer itself is not changed. `params` are those of the issue. */
export function fixGeometry(layer: Layer, fix: string, features: readonly FeatureId[], params: Issue['params'] = {}, progress: Progress = noProgress): Layer {
  const whole = LAYER_FIXES[fix];
  if (whole) return whole(layer, features, params, progress);
  const repair = GEOMETRY_FIXES[fix];
  if (!repair) throw new Error(`no such fix: ${fix}`);
  const named = new Set(features), stride = Math.ceil(layer.features.length / WORDS);
  return {
    ...layer, features: layer.features.map((feature, i) => {
      if (i % stride === 0) progress('step.mend', i / layer.features.length);
      return named.has(feature.id) ? repaired(feature, repair, params) : feature;
    }),
  };
}
function repaired(feature: PlanFeature, repair: GeometryFix, params: FixParams): PlanFeature {
  const geometry = repair(feature.geometry, params);
  return geometry ? { ...feature, geometry } : feature;
}
