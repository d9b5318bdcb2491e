import { clip, type Convex, type Point, type Side } from './shapes.ts';

/**
 * One bay: the ground between two neighbouring grid lines. Each bay is straight, with its own coordinates: `s` along the aisles,
 * `t` to the left of it, metres from its origin. A bent garage is a chain of straight bays that meet on the bisectors of their
 * directions, as such garages are built; so a stall is a true rectangle, and what a bend costs follows from the bay's shape.
 */
export interface Bay {
  origin: Point;
  along: Point;
  /** Nominal length between the grid lines on the axis, m. */
  length: number;
  /** First and last: the grid lines at both ends; then the bisectors of sharp bends nearby. */
  cuts: Side[];
}

export const left = ([x, y]: Point): Point => [-y, x];
export function at({ origin, along }: Bay, s: number, t: number): Point {
  return [origin[0] + s * along[0] - t * along[1], origin[1] + s * along[1] + t * along[0]];
}
/** Local coordinates of a point. */
export function local({ origin, along }: Bay, [x, y]: Point): Point {
  const dx = x - origin[0], dy = y - origin[1];
  return [dx * along[0] + dy * along[1], dy * along[0] - dx * along[1]];
}
export function rectangle(bay: Bay, s0: number, s1: number, t0: number, t1: number): Convex {
  return [at(bay, s0, t0), at(bay, s1, t0), at(bay, s1, t1), at(bay, s0, t1)];
}
/** What of a rectangle lies between the bay's grid lines; null for nothing. */
export function cell(bay: Bay, s0: number, s1: number, t0: number, t1: number): Convex | null {
  let shape: Point[] = [...rectangle(bay, s0, s1, t0, t1)];
  for (const cut of bay.cuts) {
    shape = clip(shape, cut);
    if (shape.length < 3) return null;
  }
  return distinct(shape);
}
function distinct(shape: Point[]): Convex | null {
  const kept = shape.filter((p, i) => { const q = shape[(i + shape.length - 1) % shape.length]; return Math.abs(p[0] - q[0]) > 1e-7 || Math.abs(p[1] - q[1]) > 1e-7; });
  return kept.length < 3 ? null : kept;
}
export function within({ cuts }: Bay, shape: Convex): boolean {
  return cuts.every(({ a, b, c }) => shape.every(([x, y]) => a * x + b * y - c <= 1e-6));
}
/** From where to where the bay reaches at all offsets between t0 and t1; the end is before the start where a bend leaves nothing. */
export function reach({ origin: [x, y], along: [u, v], cuts }: Bay, t0: number, t1: number): [from: number, to: number] {
  let from = -Infinity, to = Infinity;
  // Asked hundreds of thousands of times in a search, so without a list or a point in between.
  for (let i = 0; i < cuts.length; i++) {
    const { a, b, c } = cuts[i];
    const slope = a * u + b * v;
    // Room to the side is linear across the bay, so least at one of the two offsets.
    const room = Math.min(c - a * (x - t0 * v) - b * (y + t0 * u), c - a * (x - t1 * v) - b * (y + t1 * u));
    if (Math.abs(slope) < 1e-9) { if (room < 0) return [0, -1]; } else if (slope > 0) to = Math.min(to, room / slope); else from = Math.max(from, room / slope);
  }
  return [from, to];
}
/** Metres along the axis at which each bay begins. */
export function startsOf(bays: readonly Bay[]): number[] {
  let station = 0;
  return bays.map(({ length }) => { const here = station; station += length; return here; });
}

export function distance(a: Point, b: Point): number {
  return Math.sqrt((b[0] - a[0]) * (b[0] - a[0]) + (b[1] - a[1]) * (b[1] - a[1]));
}
export function unit(a: Point, b: Point): Point {
  const long = distance(a, b);
  return long === 0 ? [1, 0] : [(b[0] - a[0]) / long, (b[1] - a[1]) / long];
}
