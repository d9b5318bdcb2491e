import type { Ground } from './ground.ts';
import { distance, left, unit } from './frame.ts';
import { areaOf, type Point } from './shapes.ts';

/** Metres between slices, and how often the line is laid anew through the middles of slices square to it. */
const STEP = 4, ROUNDS = 4;
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
  const thin = legs(middle, thinned(middle, THIN));
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

/** A leg of fewer points is part of a curve. */
const ENOUGH = 7;
/** Points so near to the ends of a leg are bent by its neighbours. */
const CLEAR = 2;

/** The line with its straight legs laid exactly through the middles (least squares, off the bends), so that they meet where the corridor's do; curves keep every point. */
function legs(points: readonly Point[], corners: readonly Point[]): Point[] {
  const at = corners.map((corner) => points.indexOf(corner));
  const lines = at.slice(1).map((end, i) => {
    const own = points.slice(at[i] + (i === 0 ? 0 : CLEAR), end + 1 - (i === at.length - 2 ? 0 : CLEAR));
    return end - at[i] + 1 >= ENOUGH ? lineThrough(own) : null;
  });
  return corners.flatMap((corner, i): Point[] => {
    const before = lines[i - 1] ?? null, after = lines[i] ?? null;
    const met = before && after ? crossing(before, after) : null;
    const here = met && distance(met, corner) < 3 * STEP ? met : before && !after ? foot(corner, before) : after && !before ? foot(corner, after) : corner;
    return after || i === corners.length - 1 ? [here] : [here, ...points.slice(at[i] + 1, at[i + 1])];
  });
}
interface Line { through: Point; along: Point }
/** Total least squares: the long axis of the points' moments. */
function lineThrough(points: readonly Point[]): Line {
  const n = points.length, x = points.reduce((sum, p) => sum + p[0], 0) / n, y = points.reduce((sum, p) => sum + p[1], 0) / n;
  let [xx, xy, yy] = [0, 0, 0];
  for (const [px, py] of points) { xx += (px - x) * (px - x); xy += (px - x) * (py - y); yy += (py - y) * (py - y); }
  const half = (xx - yy) / 2, root = Math.sqrt(half * half + xy * xy);
  const along = xx >= yy ? unit([0, 0], [half + root, xy]) : unit([0, 0], [xy, root - half]);
  return { through: [x, y], along };
}
function foot([px, py]: Point, { through: [x, y], along: [u, v] }: Line): Point {
  const s = (px - x) * u + (py - y) * v;
  return [x + s * u, y + s * v];
}
function crossing(a: Line, b: Line): Point | null {
  const cross = a.along[0] * b.along[1] - a.along[1] * b.along[0];
  if (Math.abs(cross) < 0.03) return null;
  const s = ((b.through[0] - a.through[0]) * b.along[1] - (b.through[1] - a.through[1]) * b.along[0]) / cross;
  return [a.through[0] + s * a.along[0], a.through[1] + s * a.along[1]];
}

function smoothed(line: readonly Point[]): Point[] {
  return line.map((p, i) => (i === 0 || i === line.length - 1 ? p : [(line[i - 1][0] + 2 * p[0] + line[i + 1][0]) / 4, (line[i - 1][1] + 2 * p[1] + line[i + 1][1]) / 4]));
}
export function lengthOf(line: readonly Point[]): number {
  return line.slice(1).reduce((sum, p, i) => sum + distance(line[i], p), 0);
}
/** Points at equal distances along a line, both ends among them. */
function resampled(line: readonly Point[], step: number): Point[] {
  const whole = lengthOf(line), n = Math.max(1, Math.round(whole / step));
  const found: Point[] = [line[0]];
  let i = 0, before = 0;
  for (let k = 1; k < n; k++) {
    const wanted = whole * k / n;
    while (i + 2 < line.length && before + distance(line[i], line[i + 1]) < wanted) { before += distance(line[i], line[i + 1]); i++; }
    const t = Math.min(1, (wanted - before) / (distance(line[i], line[i + 1]) || 1));
    found.push([line[i][0] + t * (line[i + 1][0] - line[i][0]), line[i][1] + t * (line[i + 1][1] - line[i][1])]);
  }
  return [...found, line[line.length - 1]];
}
/** Douglas and Peucker 1973. */
function thinned(line: readonly Point[], tolerance: number): Point[] {
  if (line.length < 3) return [...line];
  const { index, away } = farthest(line);
  if (away <= tolerance) return [line[0], line[line.length - 1]];
  return [...thinned(line.slice(0, index + 1), tolerance).slice(0, -1), ...thinned(line.slice(index), tolerance)];
}
function farthest(line: readonly Point[]): { index: number; away: number } {
  const a = line[0], b = line[line.length - 1];
  const [ux, uy] = unit(a, b);
  let found = { index: 0, away: -1 };
  line.forEach((p, index) => {
    const away = Math.abs((p[0] - a[0]) * uy - (p[1] - a[1]) * ux);
    if (away > found.away) found = { index, away };
  });
  return found;
}
const bow = (line: readonly Point[]) => farthest(line).away;

/** The line with both ends drawn on straight. */
export function extended(line: readonly Point[], by: number): Point[] {
  const [a, b] = [line[0], line[1]], [y, z] = [line[line.length - 2], line[line.length - 1]];
  const back = unit(b, a), on = unit(y, z);
  return [[a[0] + by * back[0], a[1] + by * back[1]], ...line.slice(1, -1), [z[0] + by * on[0], z[1] + by * on[1]]];
}
