import type { Geometry, Position } from 'geojson';

export type Extent = [west: number, south: number, east: number, north: number];

/** Calls `visit` with every position of a geometry, in its order. */
export function eachPosition(geometry: Geometry | null, visit: (position: Position) => void): void {
  if (!geometry) return;
  if (geometry.type === 'GeometryCollection') return geometry.geometries.forEach((part) => eachPosition(part, visit));
  walk(geometry.coordinates, visit);
}
type Nested = Position | Nested[];
function walk(coordinates: Nested, visit: (position: Position) => void): void {
  if (typeof coordinates[0] === 'number') visit(coordinates as Position);
  else for (let i = 0; i < coordinates.length; i++) if ((coordinates[i] as Nested[]).length > 0) walk(coordinates[i] as Nested, visit);
}

/** Smallest box around features in their own coordinates; null when there is no position. */
export function extentOf(features: readonly { geometry: Geometry | null }[]): Extent | null {
  const extent: Extent = [Infinity, Infinity, -Infinity, -Infinity];
  const add = (position: Position) => {
    const x = position[0], y = position[1];
    if (x < extent[0]) extent[0] = x;
    if (y < extent[1]) extent[1] = y;
    if (x > extent[2]) extent[2] = x;
    if (y > extent[3]) extent[3] = y;
  };
  for (const { geometry } of features) eachPosition(geometry, add);
  return extent[0] <= extent[2] ? extent : null;
}

export function extentCentre(features: readonly { geometry: Geometry | null }[]): [number, number] | null {
  const extent = extentOf(features);
  return extent && [(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2];
}
