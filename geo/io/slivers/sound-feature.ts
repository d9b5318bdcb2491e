import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import type { PlanFeature } from '../../model/index.ts';
import { geometryFaults } from '../check-geometry.ts';
import { GEOMETRY_FIXES } from '../fixes.ts';
import { polygonRings, ringsCross } from '../geometry-checks.ts';
import type { Outline } from './outline.ts';

/** The feature on its new outline, or null where that is no sound polygon or nothing moved. */
export function soundFeature(feature: PlanFeature, { polygons }: Outline): PlanFeature | null {
  if (polygons.some((rings) => rings.some((ring) => ring.length < 3))) return null;
  const coordinates = polygons.map((rings) => rings.map((ring) => [...ring, ring[0]].map(({ degrees }): Position => degrees)));
  const laid = shaped(feature.geometry, coordinates);
  const geometry = laid && GEOMETRY_FIXES['drop-spikes'](laid);
  if (!geometry || JSON.stringify(geometry) === JSON.stringify(feature.geometry)) return null;
  return geometryFaults(geometry, ['polygon']).length === 0 && !partsCross(geometry) && touches(geometry) <= touches(feature.geometry) ? { ...feature, geometry } : null;
}
/** How often a feature comes to a vertex again: what touches itself in more places than before is cut in two there. */
function touches(geometry: Geometry): number {
  const vertices = polygonRings(geometry).flat().flatMap((ring) => ring.slice(1).map(([x, y]) => `${x},${y}`));
  return vertices.length - new Set(vertices).size;
}
/** Parts of one feature that lay beside each other may have been laid onto the same neighbour. */
function partsCross(geometry: Geometry): boolean {
  const shells = polygonRings(geometry).map(([shell]) => shell);
  return shells.some((shell, i) => shells.slice(0, i).some((other) => ringsCross(shell, other) !== null));
}
function shaped(geometry: Geometry, coordinates: Position[][][]): Polygon | MultiPolygon | null {
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: coordinates[0] };
  return geometry.type === 'MultiPolygon' ? { ...geometry, coordinates } : null;
}
