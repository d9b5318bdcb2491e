import type { Geometry } from 'geojson';
import { nearestEdge, nearestPoints } from '../geometry/index.ts';

type At = [x: number, y: number];
/** In the plane, m: a place of a conflict and a short line through it, along which a section shows both things. */
export interface WorstPlace {
  at: At;
  line: [At, At];
}
/** How far the line goes on beyond what it has to show, m, and how long half of it may be at most. */
const BEYOND = 15, LONGEST = 60;

/**
 * Where two things come nearest, with the line that joins them; where they share ground (`place` is on it), the line square to the
 * nearest edge of the other thing, so that it is cut across.
 */
export function worstPlace(site: Geometry, other: Geometry, place: At, clearance: number): WorstPlace {
  if (clearance > 0) {
    const [p, q] = nearestPoints(site, other), u = direction(q[0] - p[0], q[1] - p[1]);
    return { at: q, line: [along(p, u, -BEYOND), along(q, u, BEYOND)] };
  }
  const edge = nearestEdge(other, place);
  const u = direction(edge.a[1] - edge.b[1], edge.b[0] - edge.a[0]);
  const half = Math.min(LONGEST, edge.distance + BEYOND);
  return { at: place, line: [along(place, u, -half), along(place, u, half)] };
}
const along = ([x, y]: At, [ux, uy]: At, metres: number): At => [x + ux * metres, y + uy * metres];
function direction(dx: number, dy: number): At {
  const length = Math.sqrt(dx * dx + dy * dy);
  return length > 0 ? [dx / length, dy / length] : [1, 0];
}
