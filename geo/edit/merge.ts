import type { Geometry, Position } from 'geojson';
import { planeArea } from '../crs/index.ts';
import { partsOf, type Kernel } from '../geometry/index.ts';
import { issue, UserError, type FeatureId, type Issue, type Layer, type PlanFeature } from '../model/index.ts';
import { Degrees } from './degrees.ts';
import { named, planeOf, replaced } from './features.ts';
import { addProperties } from './shares.ts';
import { soundGeometry } from './sound.ts';
import type { Edited, Ground } from './types.ts';

/** Ground that features share counts as overlap from this share of their sum on. */
const OVERLAP = 1e-6;

/**
 * Features made one, in the place and with the id of the first. What belongs to the whole is added up, and unknown where a
 * part is unknown; everything else stays where all agree and is unknown where they do not.
 */
export function mergeFeatures(layer: Layer, ids: readonly FeatureId[], ground: Ground): Edited {
  const features = named(layer, ids);
  if (features.length < 2) throw new UserError('edit.merge.few', { n: features.length });
  const kinds = new Set(features.map(({ geometry }) => geometry.type.replace('Multi', '')));
  if (kinds.size > 1 || kinds.has('GeometryCollection')) throw new UserError('edit.merge.kinds');
  const plane = planeOf(ground, layer, features);
  const degrees = new Degrees(plane);
  const parts = features.map(({ geometry }) => degrees.toPlane(geometry));
  const whole = MERGERS[[...kinds][0]](parts, ground.kernel);
  const [first] = features;
  const { properties, unknown, differing, added } = addProperties(layer.schema, features.map(({ properties: one }) => one));
  const geometry = soundGeometry(degrees.back(whole), layer.schema, ground.kernel, plane);
  const merged: PlanFeature = { ...first, geometry, properties: { ...properties, id: first.id } };
  const by = new Map<FeatureId, PlanFeature[]>(features.map(({ id }) => [id, id === first.id ? [merged] : []]));
  const told = (code: string, severity: Issue['severity'], fields: string[]) => issue(code, severity, { layer: layer.id, features: [first.id], params: { n: features.length, name: first.id, fields: fields.filter((field) => field !== 'id').join('、') } });
  const sum = parts.reduce((total, part) => total + planeArea(part), 0);
  return {
    layer: replaced(layer, by), touched: [first.id],
    issues: [
      ...(added.length > 0 ? [told('edit.added-up', 'info', added)] : []),
      ...(unknown.length > 0 ? [told('edit.sum-unknown', 'warning', unknown)] : []),
      ...(differing.some((field) => field !== 'id') ? [told('edit.differing', 'info', differing)] : []),
      ...(sum - planeArea(whole) > sum * OVERLAP ? [told('edit.overlap', 'warning', [])] : []),
    ],
  };
}

const MERGERS: Record<string, (parts: Geometry[], kernel: Kernel) => Geometry> = {
  Polygon: (parts, kernel) => kernel.union(parts)!,
  LineString: (parts, kernel) => kernel.lineMerge(parts),
  Point: (parts) => ({ type: 'MultiPoint', coordinates: parts.flatMap((part) => (part.type === 'Point' ? [part.coordinates] : partsOf(part).map((point) => (point as { coordinates: Position }).coordinates))) }),
};
