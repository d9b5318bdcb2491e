import type { Geometry, Position } from 'geojson';

type Nested = Position | Nested[];

/** What the tiles can hold of a geometry: no collections, and no more than two numbers to a position. */
export function simpleParts(geometry: Geometry | null): Geometry[] {
  if (!geometry) return [];
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(simpleParts);
  const coordinates = flat(geometry.coordinates);
  return isFilled(coordinates) ? [{ ...geometry, coordinates } as Geometry] : [];
}
const isPosition = (nested: Nested): nested is Position => typeof nested[0] === 'number';
const flat = (nested: Nested): Nested => (isPosition(nested) ? (nested.length < 2 ? [] : nested.slice(0, 2)) : nested.map(flat).filter(isFilled));
const isFilled = (nested: Nested): boolean => nested.length > 0;
