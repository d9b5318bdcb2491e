import type { Polygon, Position } from 'geojson';
import { portable } from '../crs/index.ts';

/**
 * The Voronoi cell of one point among its neighbours, clipped to a disc: the ground a point unit answers for. Plane
 * metres. `neighbours` need only hold the points within twice the radius. Of points on the same place the one that comes
 * first owns the whole cell; the others get null.
 */
export function voronoiCell(x: number, y: number, neighbours: readonly (readonly [x: number, y: number, first: boolean])[], radius: number, sides = 24): Polygon | null {
  let ring = disc(x, y, radius, sides);
  for (const [nx, ny, first] of neighbours) {
    if (nx === x && ny === y) {
      if (first) return null;
      continue;
    }
    // The half plane nearer to (x, y) than to the neighbour.
    const dx = nx - x, dy = ny - y;
    const bound = (dx * (nx + x) + dy * (ny + y)) / 2;
    ring = clip(ring, dx, dy, bound);
    if (ring.length === 0) return null;
  }
  return { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
}

const directions = new Map<number, [number, number][]>();
function disc(x: number, y: number, radius: number, sides: number): Position[] {
  let unit = directions.get(sides);
  if (!unit) {
    unit = Array.from({ length: sides }, (_, i) => [portable.cos(2 * portable.PI * i / sides), portable.sin(2 * portable.PI * i / sides)]);
    directions.set(sides, unit);
  }
  return unit.map(([cx, cy]) => [x + radius * cx, y + radius * cy]);
}

/** Sutherland and Hodgman's clipping of a convex ring by a·x + b·y <= bound. */
function clip(ring: Position[], a: number, b: number, bound: number): Position[] {
  const kept: Position[] = [];
  for (let i = 0; i < ring.length; i++) {
    const p = ring[i], q = ring[(i + 1) % ring.length];
    const dp = a * p[0] + b * p[1] - bound, dq = a * q[0] + b * q[1] - bound;
    if (dp <= 0) kept.push(p);
    if ((dp < 0 && dq > 0) || (dp > 0 && dq < 0)) {
      const t = dp / (dp - dq);
      kept.push([p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])]);
    }
  }
  return kept;
}
