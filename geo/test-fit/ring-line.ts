import { distance, unit } from './frame.ts';
import type { Ground } from './ground.ts';
import { STEP, straightened } from './legs.ts';
import { lengthOf, resampled, thinned } from './line.ts';
import { areaOf, type Point } from './shapes.ts';

/** Ground with a smaller hole than this share has no way round it worth a course. */
const HOLED = 0.1;
/** Longer than this many times its width, as a corridor is. */
const LONG = 4;
/** So far may the line be from where it was measured once its vertices are thinned out, m. */
const THIN = 0.12;

/**
 * The middle line of a ring of ground (round a tower, a block), half way between its rim and its hole; it begins and ends at one
 * point, in the middle of the rim's longest side. Null where the ground is no ring.
 */
export function ringLineOf({ rings }: Ground, area: number): Point[] | null {
  const [rim, hole, ...more] = [...rings].sort((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)));
  if (!hole || Math.abs(areaOf(hole)) < HOLED * area || more.some((ring) => Math.abs(areaOf(ring)) > HOLED / 5 * area)) return null;
  // Side by side, so that the rim's corners are among the points: half way from one to the hole's is where the line turns.
  const sides = fromLongestSide(rim), points = [sides[0], ...sides.slice(1).flatMap((end, i) => resampled([sides[i], end], STEP).slice(1))];
  const line = points.map((p): Point => { const q = nearestOn(hole, p); return [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2]; }), whole = lengthOf(line);
  if (whole < LONG * area / whole) return null;
  const thin = straightened(line, cornersOf(line));
  if (thin.length < 4) return null;
  // Both ends lie on one straight leg, each as its own half of it was fitted.
  const [a, z] = [thin[0], thin[thin.length - 1]], joint: Point = [(a[0] + z[0]) / 2, (a[1] + z[1]) / 2];
  return [joint, ...thin.slice(1, -1), joint];
}
/** Does a line end where it begins? */
export const isLoop = (line: readonly Point[]): boolean => distance(line[0], line[line.length - 1]) < 1e-9;

/** The loop begun so many metres later. */
export function turnedOn(loop: readonly Point[], by: number): Point[] {
  let i = 0, rest = by;
  while (i + 2 < loop.length && rest > distance(loop[i], loop[i + 1])) { rest -= distance(loop[i], loop[i + 1]); i++; }
  const along = unit(loop[i], loop[i + 1]), start: Point = [loop[i][0] + rest * along[0], loop[i][1] + rest * along[1]];
  return rest === 0 && i === 0 ? [...loop] : [start, ...loop.slice(i + 1, -1), ...loop.slice(0, i + 1), start];
}

/** A loop has no two ends to draw a chord between: each half is thinned for itself. */
function cornersOf(line: readonly Point[]): Point[] {
  const half = Math.floor(line.length / 2);
  return [...thinned(line.slice(0, half + 1), THIN).slice(0, -1), ...thinned(line.slice(half), THIN)];
}

function fromLongestSide(ring: readonly Point[]): Point[] {
  const lengths = ring.map((p, i) => distance(p, ring[(i + 1) % ring.length])), k = lengths.indexOf(Math.max(...lengths));
  const a = ring[k], b = ring[(k + 1) % ring.length], middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  return [middle, ...ring.slice(k + 1), ...ring.slice(0, k + 1), middle];
}

function nearestOn(ring: readonly Point[], [x, y]: Point): Point {
  let nearest: Point = ring[0], least = Infinity;
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i], b = ring[(i + 1) % ring.length], dx = b[0] - ax, dy = b[1] - ay;
    const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    const px = ax + t * dx, py = ay + t * dy, far = (px - x) * (px - x) + (py - y) * (py - y);
    if (far < least) { least = far; nearest = [px, py]; }
  }
  return nearest;
}
