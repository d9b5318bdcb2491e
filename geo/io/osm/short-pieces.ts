import type { Geometry, Position } from 'geojson';
import { planeLength, type Plane } from '../../crs/index.ts';
import { partsOf, projectGeometry } from '../../geometry/index.ts';

/**
 * Which ways hang together with no more than a short piece of the network: a path in a courtyard, the inside of a station.
 * A place that is nearest to such a piece would be cut off from the street beside it. Ways are joined where they share a
 * vertex, as the network joins them; the longest piece is never one of these.
 */
export function shortPieces(ways: readonly { geometry: Geometry }[], plane: Plane, shortest: number): boolean[] {
  const parent = Int32Array.from(ways.keys());
  const root = (i: number): number => { while (parent[i] !== i) { parent[i] = parent[parent[i]]; i = parent[i]; } return i; };
  const firstAt = new Map<string, number>();
  ways.forEach(({ geometry }, i) => eachVertex(geometry, ([lon, lat]) => {
    const key = `${Math.round(lon * 1e7)},${Math.round(lat * 1e7)}`;
    const first = firstAt.get(key);
    if (first === undefined) firstAt.set(key, i);
    else parent[root(i)] = root(first);
  }));
  const length = new Float64Array(ways.length);
  ways.forEach(({ geometry }, i) => { length[root(i)] += planeLength(projectGeometry(plane, geometry)); });
  const longest = length.reduce((a, b) => Math.max(a, b), 0);
  return ways.map((_, i) => length[root(i)] < Math.min(shortest, longest));
}

function eachVertex(geometry: Geometry, visit: (position: Position) => void): void {
  for (const part of partsOf(geometry)) if (part.type === 'LineString') part.coordinates.forEach(visit);
}
