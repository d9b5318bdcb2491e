import type { Geometry, Position } from 'geojson';

/** Lists of positions of a geometry with the way to each: rings, lines, points alone. */
export function pathsOf(geometry: Geometry): { path: number[]; positions: Position[]; closed: boolean }[] {
  switch (geometry.type) {
    case 'Point': return [{ path: [], positions: [geometry.coordinates], closed: false }];
    case 'MultiPoint': case 'LineString': return [{ path: [], positions: geometry.coordinates, closed: false }];
    case 'MultiLineString': return geometry.coordinates.map((positions, i) => ({ path: [i], positions, closed: false }));
    case 'Polygon': return geometry.coordinates.map((positions, i) => ({ path: [i], positions, closed: true }));
    case 'MultiPolygon': return geometry.coordinates.flatMap((rings, i) => rings.map((positions, j) => ({ path: [i, j], positions, closed: true })));
    case 'GeometryCollection': return [];
  }
}

/** The handles of a geometry: a vertex, or the middle of an edge, which becomes one when it is dragged. */
export interface Handle {
  at: Position;
  path: number[];
  /** Of the vertex, or of the one that a middle goes in front of. */
  index: number;
  middle: boolean;
}
export function handlesOf(geometry: Geometry): Handle[] {
  const joined = geometry.type !== 'Point' && geometry.type !== 'MultiPoint';
  return pathsOf(geometry).flatMap(({ path, positions, closed }) => {
    const own = closed ? positions.slice(0, -1) : positions;
    const vertices = own.map((at, index): Handle => ({ at, path, index, middle: false }));
    const middles = !joined ? [] : positions.slice(1).map((b, i): Handle => ({ at: [(positions[i][0] + b[0]) / 2, (positions[i][1] + b[1]) / 2], path, index: i + 1, middle: true }));
    return [...vertices, ...middles];
  });
}

/** The geometry with a handle dragged to a place, or without the vertex where that is null. The first vertex of a ring is its last too. */
export function withVertex(geometry: Geometry, { path, index, middle }: Handle, to: Position | null): Geometry {
  if (geometry.type === 'Point') return to ? { ...geometry, coordinates: to } : geometry;
  const paths = pathsOf(geometry);
  const found = paths.find((one) => one.path.join() === path.join());
  if (!found) return geometry;
  const own = found.closed ? found.positions.slice(0, -1) : [...found.positions];
  if (middle) own.splice(index, 0, to!);
  else if (to) own[index] = to;
  else if (own.length > (found.closed ? 3 : geometry.type === 'MultiPoint' ? 1 : 2)) own.splice(index, 1);
  else return geometry;
  const positions = found.closed ? [...own, own[0]] : own;
  const put = (nested: unknown, way: readonly number[]): unknown => (way.length === 0 ? positions : (nested as unknown[]).map((one, i) => (i === way[0] ? put(one, way.slice(1)) : one)));
  return { ...geometry, coordinates: put((geometry as { coordinates: unknown }).coordinates, path) } as Geometry;
}
