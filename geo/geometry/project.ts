import type { Geometry } from 'geojson';
import type { Plane } from '../crs/index.ts';
import { mapPositions } from '../model/index.ts';

/** Degrees to metres in the plane, by copy. */
export function projectGeometry<G extends Geometry>(plane: Plane, geometry: G): G {
  return mapPositions(geometry, ([lon, lat]) => plane.forward(lon, lat));
}
export function unprojectGeometry<G extends Geometry>(plane: Plane, geometry: G): G {
  return mapPositions(geometry, ([x, y]) => plane.inverse(x, y));
}
