import type { Geometry } from 'geojson';
import { mapPositions, type FeatureId, type Layer } from '../model/index.ts';
import { named, planeOf, replaced } from './features.ts';
import { soundGeometry } from './sound.ts';
import type { Edited, Ground } from './types.ts';

/** A feature with its vertices moved, added or taken out. */
export function replaceGeometry(layer: Layer, id: FeatureId, geometry: Geometry, ground: Ground): Edited {
  const [feature] = named(layer, [id]);
  const sound = soundGeometry(geometry, layer.schema, ground.kernel, planeOf(ground, layer, [feature]));
  return { layer: replaced(layer, new Map([[id, [{ ...feature, geometry: sound }]]])), issues: [], touched: [id] };
}

/** Features moved as they are, by metres east and north in the planning CRS. */
export function moveFeatures(layer: Layer, ids: readonly FeatureId[], east: number, north: number, ground: Ground): Edited {
  const features = named(layer, ids);
  const plane = planeOf(ground, layer, features);
  const moved = features.map((feature) => {
    const geometry = mapPositions(feature.geometry, ([lon, lat]) => { const [x, y] = plane.forward(lon, lat); return plane.inverse(x + east, y + north); });
    return [feature.id, [{ ...feature, geometry: soundGeometry(geometry, layer.schema, ground.kernel, plane) }]] as const;
  });
  return { layer: replaced(layer, new Map(moved)), issues: [], touched: features.map(({ id }) => id) };
}
