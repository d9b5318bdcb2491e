import { left, unit } from './frame.ts';
import type { Ground } from './ground.ts';
import { STEP, straightened } from './legs.ts';
import { bow, lengthOf, resampled, smoothed, thinned } from './line.ts';
import { areaOf, type Point } from './shapes.ts';

/** How often the line is laid anew through the middles of slices square to it. */
const ROUNDS = 4;
/** So far may the line be from where it was measured once its vertices are thinned out, m. */
const THIN = 0.12;
/** Longer than this many times its width is a corridor. */
const LONG = 4;
/** Ground with larger holes than this share is none. */
const HOLED = 0.02;
/** A middle line within so much of straight is straight, m. */
const STRAIGHT = 0.6;

/** The middle line of a long bent ground, from end to end; null where the ground is no corridor, or a straight one. */
export function midlineOf(ground: Ground, area: number): Point[] | null {
  const way = longestWay(ground, Math.max(3, Math.sqrt(area) / 30));
  if (!way || ground.rings.slice(1).reduce((sum, ring) => sum + Math.abs(areaOf(ring)), 0) > HOLED * area) return null;
  let line: Point[] = resampled(smoothed(smoothed(smoothed(way))), STEP);
  const whole = lengthOf(line), width = area / whole;
  if (whole < LONG * width) return null;
  for (let round = 0; round < ROUNDS; round++) {
    const middles = line.flatMap((p, i) => {
      // The direction over about the width, so that a point that is off does not turn its own slice.
      const over = Math.max(1, Math.round(width / 2 / STEP));
      const [tx, ty] = unit(line[Math.max(0, i - over)], line[Math.min(line.length - 1, i + over)]);
      return sliceMiddle(ground, p, left([tx, ty]), 1.7 * width) ?? [];
    });
    if (middles.length < 4) return null;
    line = resampled(round < ROUNDS - 1 ? smoothed(smoothed(middles)) : middles, STEP);
  }
  // Slices near a slanting end lie askew.
  const trim = Math.min(Math.ceil(width / 2 / STEP), Math.floor(line.length / 4));
  const middle = line.slice(trim, line.length - trim);
  const thin = straightened(middle, thinned(middle, THIN));
  return thin.length > 2 && bow(thin) > STRAIGHT ? thin : null;
}

/** The middle of the stretch of ground on a line through a point that holds the point; null where it is longer than given: a slice along another leg. */
function sliceMiddle({ rings }: Ground, [px, py]: Point, [nx, ny]: Point, longest: number): [Point] | null {
  let above = Infinity, below = -Infinity;
  for (const ring of rings) for (let i = 0; i < ring.length; i++) {
    const a = ring[i], b = ring[(i + 1) % ring.length];
    const da = (a[0] - px) * ny - (a[1] - py) * nx, db = (b[0] - px) * ny - (b[1] - py) * nx;
    if (da > 0 === db > 0) continue;
    const t = da / (da - db);
    const at = (a[0] + t * (b[0] - a[0]) - px) * nx + (a[1] + t * (b[1] - a[1]) - py) * ny;
    if (at >= 0) above = Math.min(above, at); else below = Math.max(below, at);
  }
  const middle = (above + below) / 2;
  return above - below <= longest ? [[px + middle * nx, py + middle * ny]] : null;
}

/** The longest of the shortest ways through the ground, on a grid: from the place farthest from anywhere to the one farthest from that. */
function longestWay(ground: Ground, step: number): Point[] | null {
  const { w, s, e, n } = ground.box;
  const [columns, rows] = [Math.ceil((e - w) / step), Math.ceil((n - s) / step)];
  const place = (k: number): Point => [w + (k % columns + 0.5) * step, s + (Math.floor(k / columns) + 0.5) * step];
  const inside = Array.from({ length: columns * rows }, (_, k) => ground.has(place(k)));
  const spread = (from: number) => {
    const before = new Int32Array(inside.length).fill(-1);
    before[from] = from;
    const queue = [from];
    for (let head = 0; head < queue.length; head++) {
      const k = queue[head], x = k % columns;
      for (const next of [x > 0 ? k - 1 : -1, x < columns - 1 ? k + 1 : -1, k - columns, k + columns]) {
        if (next >= 0 && next < inside.length && inside[next] && before[next] < 0) { before[next] = k; queue.push(next); }
      }
    }
    return { before, last: queue[queue.length - 1] };
  };
  const start = inside.indexOf(true);
  if (start < 0) return null;
  const { before, last } = spread(spread(start).last);
  const way = [place(last)];
  for (let k = last; before[k] !== k; k = before[k]) way.push(place(before[k]));
  return way.length < 4 ? null : resampled(way, step);
}
