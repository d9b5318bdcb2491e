import { projectGeometry, unprojectGeometry } from '../geometry/index.ts';
import { issue, UserError, type FeatureId, type Layer, type PlanFeature } from '../model/index.ts';
import { named, planeOf } from './features.ts';
import { soundGeometry } from './sound.ts';
import type { Edited, Ground } from './types.ts';

/** Segments of a quarter circle: at 64 the rim is inside the true circle by 0.008 % of the distance. */
const QUADRANT = 64;
const MOST = 100_000;

/**
 * The ground within a distance of features, in metres of the planning CRS; below 0, polygons shrink. It becomes a reference layer, one
 * polygon for each feature: no analysis reads that, so nothing is counted twice.
 */
export function bufferFeatures(layer: Layer, ids: readonly FeatureId[], distance: number, into: Pick<Layer, 'id' | 'name'>, ground: Ground): Edited {
  if (!Number.isFinite(distance) || distance === 0 || Math.abs(distance) > MOST) throw new UserError('edit.buffer.distance', { given: String(distance), most: MOST });
  const features = named(layer, ids);
  const plane = planeOf(ground, layer, features);
  const gone: FeatureId[] = [], made: PlanFeature[] = [];
  for (const { id, geometry, properties } of features) {
    const grown = ground.kernel.buffer(projectGeometry(plane, geometry), distance, { quadrantSegments: QUADRANT });
    if (!grown) { gone.push(id); continue; }
    const sound = soundGeometry(unprojectGeometry(plane, grown), 'reference', ground.kernel, plane);
    made.push({ type: 'Feature', id, geometry: sound, properties: { id, name: properties['name'] ?? null, sourceLayer: layer.id, bufferDistance: distance } });
  }
  if (made.length === 0) throw new UserError('edit.buffer.nothing', { distance });
  const issues = gone.length > 0 ? [issue('edit.buffer-nothing', 'warning', { layer: into.id, features: gone, params: { n: gone.length, distance } })] : [];
  return { layer: { ...into, schema: 'reference', features: made }, issues, touched: made.map(({ id }) => id) };
}
