import type { Polygon } from 'geojson';
import type { Polygonal } from '../geometry/index.ts';

/** Convex ground in the plane, metres: corners anticlockwise, the first not repeated. Everything that a garage is made of is convex. */
export type Point = readonly [x: number, y: number];
export type Convex = readonly Point[];

/** What may overlap and still only touch, m: a tenth of what is drawn. */
export const TOUCH = 1e-4;

export function polygonOf(shape: Convex): Polygon {
  return { type: 'Polygon', coordinates: [[...shape, shape[0]].map(([x, y]) => [x, y])] };
}
/** To a hundredth of a millimetre, so that shapes that meet on a line have the same corners on it, and join. */
export function rounded(shape: Convex): Convex {
  return shape.map(([x, y]) => [Math.round(x * 1e5) / 1e5, Math.round(y * 1e5) / 1e5]);
}
/** Anticlockwise positive, m². */
export function areaOf(shape: readonly Point[]): number {
  let twice = 0;
  // From the first corner: coordinates of millions of metres would cost the last digits.
  for (let i = 1; i + 1 < shape.length; i++) twice += (shape[i][0] - shape[0][0]) * (shape[i + 1][1] - shape[0][1]) - (shape[i + 1][0] - shape[0][0]) * (shape[i][1] - shape[0][1]);
  return twice / 2;
}
export function middleOf(shape: Convex): Point {
  let [x, y] = [0, 0];
  for (const corner of shape) { x += corner[0]; y += corner[1]; }
  return [x / shape.length, y / shape.length];
}
/** The straight way between two points, so broad on either side; null where there is none. */
export function pathBetween(a: Point, b: Point, half: number): Convex | null {
  const dx = b[0] - a[0], dy = b[1] - a[1], long = Math.sqrt(dx * dx + dy * dy);
  if (long === 0) return null;
  const x = dy / long * half, y = -dx / long * half;
  return [[a[0] + x, a[1] + y], [b[0] + x, b[1] + y], [b[0] - x, b[1] - y], [a[0] - x, a[1] - y]];
}
export interface Box { w: number; s: number; e: number; n: number }
export function boxAround(shape: Convex): Box {
  const box = { w: Infinity, s: Infinity, e: -Infinity, n: -Infinity };
  for (const [x, y] of shape) {
    if (x < box.w) box.w = x;
    if (x > box.e) box.e = x;
    if (y < box.s) box.s = y;
    if (y > box.n) box.n = y;
  }
  return box;
}

/** The side of a line that is kept: a x + b y <= c, with (a, b) of length 1. */
export interface Side { a: number; b: number; c: number }

/** What of a ring lies on one side of a line (Sutherland and Hodgman 1974); the area is right for rings that are not convex, too. */
export function clip(ring: readonly Point[], { a, b, c }: Side): Point[] {
  const kept: Point[] = [];
  for (let i = 0; i < ring.length; i++) {
    const p = ring[i], q = ring[(i + 1) % ring.length];
    const dp = a * p[0] + b * p[1] - c, dq = a * q[0] + b * q[1] - c;
    if (dp <= 0) kept.push(p);
    if ((dp < 0 && dq > 0) || (dp > 0 && dq < 0)) { const t = dp / (dp - dq); kept.push([p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])]); }
  }
  return kept;
}

/** Do two convex shapes overlap by more than they may touch? (Axes of both shapes' edges; Gottschalk 1996.) */
export const overlaps = (p: Convex, q: Convex): boolean => depthAlong(p, q) > TOUCH && depthAlong(q, p) > TOUCH;

/** How deep one shape lies in another, at most, seen along the edges of the one; where that is no more than a touch, it may be less. */
function depthAlong(p: Convex, q: Convex): number {
  let least = Infinity;
  for (let i = 0; i < p.length; i++) {
    const a = p[i], b = p[(i + 1) % p.length];
    const dx = b[0] - a[0], dy = b[1] - a[1];
    const long = Math.sqrt(dx * dx + dy * dy);
    if (long === 0) continue;
    // Anticlockwise: outside is to the right of the edge.
    let nearest = Infinity;
    for (const c of q) nearest = Math.min(nearest, ((c[0] - a[0]) * dy - (c[1] - a[1]) * dx) / long);
    least = Math.min(least, -nearest);
    if (least <= TOUCH) return least;
  }
  return least;
}

/** How long the edges of two convex shapes run along each other, m. */
export function contact(p: Convex, q: Convex): number {
  let total = 0;
  for (let i = 0; i < p.length; i++) {
    const a = p[i], b = p[(i + 1) % p.length];
    const dx = b[0] - a[0], dy = b[1] - a[1];
    const long = Math.sqrt(dx * dx + dy * dy);
    if (long < 1e-6) continue;
    for (let j = 0; j < q.length; j++) {
      const c = q[j], d = q[(j + 1) % q.length];
      const cx = c[0] - a[0], cy = c[1] - a[1], ex = d[0] - a[0], ey = d[1] - a[1];
      if (Math.abs(cx * dy - cy * dx) > 10 * TOUCH * long || Math.abs(ex * dy - ey * dx) > 10 * TOUCH * long) continue;
      const u = (cx * dx + cy * dy) / long, v = (ex * dx + ey * dy) / long;
      total += Math.max(0, Math.min(long, Math.max(u, v)) - Math.max(0, Math.min(u, v)));
    }
  }
  return total;
}

export function holds(shape: Convex, [x, y]: Point, slack = TOUCH): boolean {
  for (let i = 0; i < shape.length; i++) {
    const a = shape[i], b = shape[(i + 1) % shape.length];
    const dx = b[0] - a[0], dy = b[1] - a[1];
    if (((x - a[0]) * dy - (y - a[1]) * dx) > slack * Math.sqrt(dx * dx + dy * dy)) return false;
  }
  return true;
}

/** The rings of polygons, the closing position left out: rims anticlockwise and holes clockwise, whichever way they came, so that their areas add up. */
export function ringsOf(geometry: Polygonal): Point[][] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flatMap((rings) => rings.map((ring, i) => {
    const open = ring.slice(0, -1).map(([x, y]): Point => [x, y]);
    return areaOf(open) > 0 === (i === 0) ? open : open.reverse();
  }));
}
