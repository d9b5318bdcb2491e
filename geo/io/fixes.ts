import { cleanCoords, rewind, unkinkPolygon } from '@turf/turf';
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { mapPositions } from '../geometry/index.ts';
import type { Layer, PlanFeature } from '../model/index.ts';
import { polygonRings } from './geometry-checks.ts';

/** A mending that cannot lose what the surveyor meant. Pure: a new geometry, or null where it does not apply. */
export type GeometryFix = (geometry: Geometry) => Geometry | null;

const polygonal = (geometry: Geometry): geometry is Polygon | MultiPolygon => geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
const mapRings = (geometry: Geometry, change: (ring: Position[]) => Position[]): Geometry | null => {
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: geometry.coordinates.map(change) };
  if (geometry.type === 'MultiPolygon') return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(change)) };
  return null;
};
const same = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1];

export const GEOMETRY_FIXES: Readonly<Record<string, GeometryFix>> = {
  close: (geometry) => mapRings(geometry, (ring) => (ring.length > 2 && !same(ring[0], ring[ring.length - 1]) ? [...ring, ring[0]] : ring)),
  'drop-duplicates': (geometry) => (polygonal(geometry) ? mapRings(geometry, (ring) => ring.filter((position, i) => i === 0 || !same(position, ring[i - 1]))) : cleanCoords(geometry) as Geometry),
  rewind: (geometry) => (polygonal(geometry) ? rewind(geometry) as Geometry : null),
  unkink: (geometry) => {
    if (!polygonal(geometry)) return null;
    const parts = unkinkPolygon(geometry).features.map((feature) => feature.geometry.coordinates);
    const whole: Geometry = parts.length === 1 ? { type: 'Polygon', coordinates: parts[0] } : { type: 'MultiPolygon', coordinates: parts };
    return polygonRings(whole).length > 0 ? rewind(whole) as Geometry : null;
  },
  'swap-axes': (geometry) => mapPositions(geometry, ([x, y, ...rest]) => [y, x, ...rest]),
};

/** Applies a geometry fix to the named features of a layer; the layer itself is not changed. */
export function fixGeometry(layer: Layer, fix: string, features: readonly string[]): Layer {
  const repair = GEOMETRY_FIXES[fix];
  if (!repair) throw new Error(`no such fix: ${fix}`);
  const named = new Set(features);
  return { ...layer, features: layer.features.map((feature) => (named.has(feature.id) ? repaired(feature, repair) : feature)) };
}
function repaired(feature: PlanFeature, repair: GeometryFix): PlanFeature {
  const geometry = repair(feature.geometry);
  return geometry ? { ...feature, geometry } : feature;
}
