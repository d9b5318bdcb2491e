import type { Geometry } from 'geojson';
import type { FeatureId, Layer, PlanFeature, Properties } from '../model/index.ts';
import { schemaOf } from '../schema/index.ts';
import { planeOf } from './features.ts';
import { soundGeometry } from './sound.ts';
import type { Edited, Ground } from './types.ts';

/** A new feature at the end of the layer, every attribute unknown that is not given. */
export function addFeature(layer: Layer, geometry: Geometry, ground: Ground, properties: Properties = {}): Edited {
  const plane = planeOf(ground, layer, [{ type: 'Feature', id: '', geometry, properties: {} }]);
  const id = newId(layer, ground.taken);
  const empty: Properties = Object.fromEntries(schemaOf(layer.schema).fields.map(({ name }) => [name, null]));
  const feature: PlanFeature = { type: 'Feature', id, geometry: soundGeometry(geometry, layer.schema, ground.kernel, plane), properties: { ...empty, ...properties, id } };
  return { layer: { ...layer, features: [...layer.features, feature] }, issues: [], touched: [id] };
}

/** `new-1`, `new-2` …: nobody takes it for an id out of a register. */
export function newId(layer: Layer, taken: readonly FeatureId[] = []): FeatureId {
  const used = new Set([...taken, ...layer.features.map(({ id }) => id)]);
  let n = 1;
  while (used.has(`new-${n}`)) n++;
  return `new-${n}`;
}
