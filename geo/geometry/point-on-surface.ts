import type { Geometry, Position } from 'geojson';
import type { PlanFeature } from '../model/index.ts';

/**
 * A point that is surely on the geometry, by the rule that GEOS, PostGIS and QGIS use ("point on surface"), so a planner
 * finds the same point there. Polygon: the middle of the widest stretch of a horizontal line halfway between the two
 * vertex heights next to the middle of the extent. Line: the vertex nearest the middle of its extent. Any plane or degrees.
 */
export function pointOnSurface(geometry: Geometry): [number, number] {
  switch (geometry.type) {
    case 'Point': return [geometry.coordinates[0], geometry.coordinates[1]];
    case 'MultiPoint': return pointOnSurface({ type: 'Point', coordinates: geometry.coordinates[0] });
    case 'LineString': return middleVertex(geometry.coordinates);
    case 'MultiLineString': return middleVertex(geometry.coordinates.flat());
    case 'Polygon': return widest([geometry.coordinates]);
    case 'MultiPolygon': return widest(geometry.coordinates);
    case 'GeometryCollection': return pointOnSurface(geometry.geometries[0]);
  }
}

/** Where a unit or facility is reached: its entrances where they are given, else a point on its surface. */
export function reachPoints(feature: PlanFeature): [number, number][] {
  const entrances = feature.properties['entrances'];
  if (Array.isArray(entrances) && entrances.length > 0) return entrances as [number, number][];
  if (feature.geometry.type === 'MultiPoint') return feature.geometry.coordinates.map(([x, y]) => [x, y]);
  return [pointOnSurface(feature.geometry)];
}

function middleVertex(line: Position[]): [number, number] {
  let west = Infinity, south = Infinity, east = -Infinity, north = -Infinity;
  for (const [x, y] of line) { west = Math.min(west, x); east = Math.max(east, x); south = Math.min(south, y); north = Math.max(north, y); }
  const cx = (west + east) / 2, cy = (south + north) / 2;
  const distance = ([x, y]: Position) => (x - cx) * (x - cx) + (y - cy) * (y - cy);
  const inner = line.length > 2 ? line.slice(1, -1) : line;
  const [x, y] = inner.reduce((best, position) => (distance(position) < distance(best) ? position : best));
  return [x, y];
}

function widest(polygons: Position[][][]): [number, number] {
  let best: [number, number] = [polygons[0][0][0][0], polygons[0][0][0][1]];
  let bestWidth = -1;
  for (const rings of polygons) {
    const y = scanHeight(rings);
    const cuts = crossings(rings, y);
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const width = cuts[i + 1] - cuts[i];
      if (width > bestWidth) {
        bestWidth = width;
        best = [(cuts[i] + cuts[i + 1]) / 2, y];
      }
    }
  }
  return best;
}

/** Halfway between the highest vertex not above the middle and the lowest vertex above it: never through a vertex. */
function scanHeight(rings: Position[][]): number {
  let south = Infinity, north = -Infinity;
  for (const [, y] of rings[0]) { if (y < south) south = y; if (y > north) north = y; }
  const middle = (south + north) / 2;
  let below = south, above = north;
  for (const ring of rings) {
    for (const [, y] of ring) {
      if (y <= middle) { if (y > below) below = y; } else if (y < above) above = y;
    }
  }
  return (below + above) / 2;
}

/** Where the rings cross the height, ascending. */
function crossings(rings: Position[][], y: number): number[] {
  const cuts: number[] = [];
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [ax, ay] = ring[i], [bx, by] = ring[i + 1];
      if ((ay > y) !== (by > y)) cuts.push(ax + (y - ay) / (by - ay) * (bx - ax));
    }
  }
  return cuts.sort((a, b) => a - b);
}
