import type { Geometry, Position } from 'geojson';

/** A geometry as what a line can meet: ground between rings, lines, points. */
export interface Parts {
  rings: Position[][];
  lines: Position[][];
  points: Position[];
}
export function partsIn(geometry: Geometry | null, into: Parts = { rings: [], lines: [], points: [] }): Parts {
  if (!geometry) return into;
  switch (geometry.type) {
    case 'Point': into.points.push(geometry.coordinates); break;
    case 'MultiPoint': into.points.push(...geometry.coordinates); break;
    case 'LineString': into.lines.push(geometry.coordinates); break;
    case 'MultiLineString': into.lines.push(...geometry.coordinates); break;
    case 'Polygon': into.rings.push(...geometry.coordinates); break;
    case 'MultiPolygon': into.rings.push(...geometry.coordinates.flat()); break;
    case 'GeometryCollection': for (const part of geometry.geometries) partsIn(part, into); break;
  }
  return into;
}
/** Rings as lines that come back to their start. */
export const closedLines = (rings: readonly Position[][]): Position[][] => rings.map((ring) => (ring.length > 0 && (ring[0][0] !== ring[ring.length - 1][0] || ring[0][1] !== ring[ring.length - 1][1]) ? [...ring, ring[0]] : ring));
