import type { Geometry, Position } from 'geojson';

/** A copy of the geometry with every position changed. */
export function mapPositions<G extends Geometry>(geometry: G, change: (position: Position) => Position): G {
  if (geometry.type === 'GeometryCollection') return { ...geometry, geometries: geometry.geometries.map((part) => mapPositions(part, change)) };
  return { ...geometry, coordinates: mapNested((geometry as Exclude<Geometry, { type: 'GeometryCollection' }>).coordinates, change) };
}
type Nested = Position | Nested[];
function mapNested(coordinates: Nested, change: (position: Position) => Position): Nested {
  if (typeof coordinates[0] === 'number') return change(coordinates as Position);
  return (coordinates as Nested[]).map((part) => mapNested(part, change));
}
