import { distance, unit } from './frame.ts';
import type { Point } from './shapes.ts';

/** Metres between the points of a middle line: between the slices that they are the middles of. */
export const STEP = 4;
/** A leg of fewer points is part of a curve. */
const ENOUGH = 7;
/** Points so near to the ends of a leg are bent by its neighbours. */
const CLEAR = 2;

/** The line with its straight legs laid exactly through the middles (least squares, off the bends), so that they meet where the corridor's do; curves keep every point. */
export function straightened(points: readonly Point[], corners: readonly Point[]): Point[] {
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
