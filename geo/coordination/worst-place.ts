import type { Geometry, Position } from 'geojson';
import { inRings, nearestEdge, nearestPoints } from '../geometry/index.ts';

type At = [x: number, y: number];
/** In the plane, m: a place of a conflict and a short line through it, along which a section shows both things. */
export interface WorstPlace {
  at: At;
  line: At[];
}
/** How far the line goes on beyond what it has to show, m, and how long half of it may be at most. */
const BEYOND = 15, LONGEST = 60;

/**
 * Where two things come nearest, with the line that joins them and goes on into both: straight, or turned at the corner where straight on would
 * leave the ground at once. Where they share ground (`place` is on it), the line square to the nearest edge of the other thing, so that it is cut across.
 */
export function worstPlace(site: Geometry, other: Geometry, place: At, clearance: number): WorstPlace {
  if (clearance > 0) {
    const [p, q] = nearestPoints(site, other), u = direction(q[0] - p[0], q[1] - p[1]), back: At = [-u[0], -u[1]];
    const [into, beyond] = [wayInto(site, p, back), wayInto(other, q, u)];
    // A turn is a place of the line; without one it goes straight through.
    return { at: q, line: [along(p, into, BEYOND), ...(into === back ? [] : [p]), ...(beyond === u ? [] : [q]), along(q, beyond, BEYOND)] };
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

/** A step of a sixteenth of a half turn: its cosine and sine. */
const COS = 0.9807852804032304, SIN = 0.19509032201612828, STEPS = 16;
/** So far on, m, the line has to be on the ground that it enters: enough to be seen in a section, then what a narrow corner leaves. */
const DEEP = [6, 2, 0.5];

/** The way from a place on the rim of a thing into its ground that turns least from a direction; that direction itself for what has no ground. */
function wayInto(thing: Geometry, from: At, straight: At): At {
  const rings = ringsOf(thing);
  for (const metres of rings.length > 0 ? DEEP : []) {
    let [left, right] = [straight, straight];
    for (let step = 0; step <= STEPS; step++) {
      const found = [left, right].find((way) => inRings(rings, ...along(from, way, metres)) && inRings(rings, ...along(from, way, metres / 2)));
      if (found) return found;
      left = [left[0] * COS - left[1] * SIN, left[0] * SIN + left[1] * COS];
      right = [right[0] * COS + right[1] * SIN, right[1] * COS - right[0] * SIN];
    }
  }
  return straight;
}
function ringsOf(thing: Geometry): Position[][] {
  if (thing.type === 'Polygon') return thing.coordinates;
  if (thing.type === 'MultiPolygon') return thing.coordinates.flat();
  return thing.type === 'GeometryCollection' ? thing.geometries.flatMap(ringsOf) : [];
}
