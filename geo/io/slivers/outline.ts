import type { Position } from 'geojson';
import type { Plane } from '../../crs/index.ts';
import type { Extent, FeatureId, PlanFeature } from '../../model/index.ts';
import { polygonRings } from '../geometry-checks.ts';

/** Metres: what is nearer touches. Rounding of files and projections is far below it, drawing far above. */
export const TOUCHING = 0.001;

/** A vertex in the planning CRS, and the very degrees that it has in the layer. */
export interface Vertex {
  x: number;
  y: number;
  degrees: Position;
}
/** A ring without its closing position. */
export type Ring = readonly Vertex[];
/** A polygon feature in the plane: its polygons' rings, shells and holes alike, and the box around them. */
export interface Outline {
  id: FeatureId;
  polygons: readonly (readonly Ring[])[];
  /** All of them, ring by ring. */
  vertices: readonly Vertex[];
  extent: Extent;
}

/** Null for features without area. */
export function outlineOf({ id, geometry }: PlanFeature, plane: Plane): Outline | null {
  const polygons = polygonRings(geometry).map((rings) => rings.map((ring) => ring.slice(0, -1).map((degrees): Vertex => { const [x, y] = plane.forward(degrees[0], degrees[1]); return { x, y, degrees }; })));
  return polygons.length === 0 ? null : outlineFrom(id, polygons);
}
export const outlineFrom = (id: FeatureId, polygons: Outline['polygons']): Outline => ({ id, polygons, vertices: polygons.flat(2), extent: extentOfRings(polygons.flat()) });
export function extentOfRings(rings: readonly Ring[]): Extent {
  const extent: Extent = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const { x, y } of ring) {
      if (x < extent[0]) extent[0] = x;
      if (y < extent[1]) extent[1] = y;
      if (x > extent[2]) extent[2] = x;
      if (y > extent[3]) extent[3] = y;
    }
  }
  return extent;
}
export const grown = ([west, south, east, north]: Extent, by: number): Extent => [west - by, south - by, east + by, north + by];
export const isIn = ([west, south, east, north]: Extent, { x, y }: { x: number; y: number }): boolean => x >= west && x <= east && y >= south && y <= north;

export interface Near {
  x: number;
  y: number;
  distance: number;
}
/** The nearest place on a boundary within a distance, or null. Of equally near ones the first. */
export function nearestOn({ polygons }: Pick<Outline, 'polygons'>, { x, y }: { x: number; y: number }, within: number): Near | null {
  let found: Near | null = null, most = within;
  for (const rings of polygons) {
    for (const ring of rings) {
      for (let i = 0; i < ring.length; i++) {
        const a = ring[i], b = ring[i + 1 === ring.length ? 0 : i + 1];
        if (Math.min(a.x, b.x) > x + most || Math.max(a.x, b.x) < x - most || Math.min(a.y, b.y) > y + most || Math.max(a.y, b.y) < y - most) continue;
        const near = onEdge(a, b, x, y);
        if (near.distance <= most && (!found || near.distance < found.distance)) { found = near; most = near.distance; }
        if (most === 0) return found;
      }
    }
  }
  return found;
}
export function onEdge(a: { x: number; y: number }, b: { x: number; y: number }, x: number, y: number): Near {
  const rx = b.x - a.x, ry = b.y - a.y, length = rx * rx + ry * ry;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * rx + (y - a.y) * ry) / length));
  const px = a.x + t * rx, py = a.y + t * ry;
  return { x: px, y: py, distance: Math.sqrt((x - px) * (x - px) + (y - py) * (y - py)) };
}
