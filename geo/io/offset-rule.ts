import { crsByCode, geodesicDistance } from '../crs/index.ts';
import { pointOnSurface } from '../geometry/index.ts';
import { extentOf, issue, type Issue, type Layer, type PlanFeature } from '../model/index.ts';

/** Systems of web maps, whose places lie some hundred metres beside the true ones. */
const OFFSETS = ['GCJ-02', 'BD-09'] as const;
/** Same names that are needed, and the share of them that must agree. */
const LEAST_NAMES = 3, SHARE = 0.8;
/** Metres: a point stands for a whole compound; nearer together than the second nothing is shifted. */
const AGREES = 60, SHIFTED = 150;

/**
 * A layer whose features lie beside those of the same names in another layer, by just what a web map shifts: points that were copied
 * from one. Its places can be moved back, to some decimetres.
 */
export function offsetRule(layers: readonly Layer[]): Issue[] {
  return layers.flatMap((layer) => layers.filter((other) => other !== layer).flatMap((other) => suspicion(layer, other)).slice(0, 1));
}

function suspicion(layer: Layer, other: Layer): Issue[] {
  const named = namesOf(other);
  const pairs = [...namesOf(layer)].flatMap(([name, feature]) => { const same = named.get(name); return same ? [{ here: pointOnSurface(feature.geometry), there: pointOnSurface(same.geometry) }] : []; });
  if (pairs.length < LEAST_NAMES) return [];
  const apart = median(pairs.map(({ here, there }) => geodesicDistance(...here, ...there)));
  if (apart < SHIFTED) return [];
  const found = OFFSETS.map((crs) => ({ crs, off: pairs.map(({ here, there }) => geodesicDistance(...here, ...crsByCode(crs).fromDegrees(...there))) })).sort((a, b) => median(a.off) - median(b.off))[0];
  if (found.off.filter((metres) => metres <= AGREES).length < SHARE * pairs.length) return [];
  return [issue('rule.offset-suspected', 'warning', {
    layer: layer.id, features: layer.features.map(({ id }) => id), place: extentOf(layer.features)!, fix: 'reproject',
    params: { n: pairs.length, name: layer.name || layer.schema, other: other.name || other.schema, distance: Math.round(apart), crs: found.crs },
  })];
}

const known = new WeakMap<readonly PlanFeature[], Map<string, PlanFeature>>();
/** Features by names that stand once in the layer. */
function namesOf({ features }: Layer): Map<string, PlanFeature> {
  const before = known.get(features);
  if (before) return before;
  const found = new Map<string, PlanFeature>(), twice = new Set<string>();
  for (const feature of features) {
    const name = feature.properties['name'];
    if (typeof name !== 'string' || name.trim().length < 2 || name === feature.id) continue;
    if (found.has(name)) twice.add(name);
    found.set(name, feature);
  }
  for (const name of twice) found.delete(name);
  known.set(features, found);
  return found;
}
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
