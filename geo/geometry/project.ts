import type { Geometry, Position } from 'geojson';
import type { Plane } from '../crs/index.ts';

/** Degrees to metres in the plane, by copy. */
export function projectGeometry<G extends Geometry>(plane: Plane, geometry: G): G {
  return mapPositions(geometry, ([lon, lat]) => plane.forward(lon, lat));
}
export function unprojectGeometry<G extends Geometry>(plane: Plane, geometry: G): G {
  return mapPositions(geometry, ([x, y]) => plane.inverse(x, y));
}

export function mapPositions<G extends Geometry>(geometry: G, change: (position: Position) => Position): G {
  if (geometry.type === 'GeometryCollection') return { ...geometry, geometries: geometry.geometries.map((part) => mapPositions(part, change)) };
  return { ...geometry, coordinates: mapNested((geometry as Exclude<Geometry, { type: 'GeometryCollection' }>).coordinates, change) };
}
type Nested = Position | Nested[];
function mapNested(coordinates: Nested, change: (position: Position) => Position): Nested {
  if (typeof coordinates[0] === 'number') return change(coordinates as Position);
  return (coordinates as Nested[]).map((part) => mapNested(part, change));
}
