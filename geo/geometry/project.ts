import type { Geometry } from 'geojson';
import type { Plane } from '../crs/index.ts';
import { mapPositions } from '../model/index.ts';

/** Degrees to metres in the plane, by copy. */
export function projectGeometry<G extends Geometry>(plane: Plane, geometry: G): G {
  return mapPositions(geometry, (position) => plane.forward(position[0], position[1]));
}
export function unprojectGeometry<G extends Geometry>(plane: Plane, geometry: G): G {
  return mapPositions(geometry, (position) => plane.inverse(position[0], position[1]));
}
