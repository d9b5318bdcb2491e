import { distance, unit } from './frame.ts';
import type { Point } from './shapes.ts';

/** Lines of points in the plane, metres. */
/** Each point drawn half way to the middle of its neighbours; the ends stay. */
export function smoothed(line: readonly Point[]): Point[] {
  return line.map((p, i) => (i === 0 || i === line.length - 1 ? p : [(line[i - 1][0] + 2 * p[0] + line[i + 1][0]) / 4, (line[i - 1][1] + 2 * p[1] + line[i + 1][1]) / 4]));
}
export function lengthOf(line: readonly Point[]): number {
  return line.slice(1).reduce((sum, p, i) => sum + distance(line[i], p), 0);
}
/** Points at equal distances along a line, both ends among them. */
export function resampled(line: readonly Point[], step: number): Point[] {
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
export function thinned(line: readonly Point[], tolerance: number): Point[] {
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
/** How far a line leaves the straight one between its ends, m. */
export const bow = (line: readonly Point[]) => farthest(line).away;

/** The line with both ends drawn on straight. */
export function extended(line: readonly Point[], by: number): Point[] {
  const [a, b] = [line[0], line[1]], [y, z] = [line[line.length - 2], line[line.length - 1]];
  const back = unit(b, a), on = unit(y, z);
  return [[a[0] + by * back[0], a[1] + by * back[1]], ...line.slice(1, -1), [z[0] + by * on[0], z[1] + by * on[1]]];
}

/** m from a line to a point. */
export function awayFrom(line: readonly Point[], [x, y]: Point): number {
  let least = Infinity;
  for (let i = 0; i + 1 < line.length; i++) {
    const [ax, ay] = line[i], dx = line[i + 1][0] - ax, dy = line[i + 1][1] - ay;
    const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    least = Math.min(least, Math.sqrt((ax + t * dx - x) * (ax + t * dx - x) + (ay + t * dy - y) * (ay + t * dy - y)));
  }
  return least;
}
