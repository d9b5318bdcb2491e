import type { Coverage } from './coverage.ts';

export interface Pen {
  /** Half the width, pixels. */
  radius: number;
  square: boolean;
}
/** How far an arc may be from its chords, pixels. */
const FLAT = 0.02;
/** Beyond it a square corner is cut; as PDF and SVG are told. */
const MITRE_LIMIT = 4;

/**
 * A line as edges: a rectangle for each of its parts, a wedge outside each corner, its ends. All run the same way round, so that overlaps add up and the
 * nonzero rule makes one shape of them; the rectangles and wedges of a smooth line overlap on its inner side only. Pixels of the band.
 */
export function addStroke(coverage: Coverage, line: readonly number[], closed: boolean, pen: Pen): void {
  const points = distinct(line, closed), count = points.length >> 1, { radius } = pen;
  if (count < 2) {
    addDot(coverage, line[0], line[1], pen);
    return;
  }
  const parts = closed ? count : count - 1;
  /** Left of the way along each part, as long as the pen's radius. */
  const normals = new Float64Array(2 * parts);
  for (let i = 0, j = 1; i < parts; i++, j = (i + 1) % count) {
    const ax = points[2 * i], ay = points[2 * i + 1], bx = points[2 * j], by = points[2 * j + 1], dx = bx - ax, dy = by - ay;
    const scale = radius / Math.sqrt(dx * dx + dy * dy), nx = normals[2 * i] = dy * scale, ny = normals[2 * i + 1] = -dx * scale;
    coverage.edge(ax + nx, ay + ny, ax - nx, ay - ny);
    coverage.edge(ax - nx, ay - ny, bx - nx, by - ny);
    coverage.edge(bx - nx, by - ny, bx + nx, by + ny);
    coverage.edge(bx + nx, by + ny, ax + nx, ay + ny);
  }
  for (let i = closed ? 0 : 1; i < parts; i++) {
    const before = 2 * ((i + parts - 1) % parts);
    addCorner(coverage, points[2 * i], points[2 * i + 1], normals[before], normals[before + 1], normals[2 * i], normals[2 * i + 1], pen);
  }
  if (closed) return;
  addEnd(coverage, points[0], points[1], -normals[0], -normals[1], pen);
  addEnd(coverage, points[2 * count - 2], points[2 * count - 1], normals[2 * parts - 2], normals[2 * parts - 1], pen);
}

function distinct(line: readonly number[], closed: boolean): number[] {
  const points: number[] = [];
  for (let i = 0; i + 1 < line.length; i += 2) if (!same(line, i, points, points.length - 2)) points.push(line[i], line[i + 1]);
  let end = points.length;
  while (end > 2 && same(points, 0, points, end - 2)) end -= 2;
  return closed ? points.slice(0, end) : points;
}
const same = (a: readonly number[], i: number, b: readonly number[], j: number): boolean => j >= 0 && Math.abs(a[i] - b[j]) < 1e-6 && Math.abs(a[i + 1] - b[j + 1]) < 1e-6;

/** So little of a pixel changes no byte. */
const UNSEEN = 1 / 1024;
/** Between a part with the left normal a and the next with b. */
function addCorner(coverage: Coverage, x: number, y: number, ax: number, ay: number, bx: number, by: number, { radius, square }: Pen): void {
  const cross = ax * by - ay * bx, dot = (ax * bx + ay * by) / (radius * radius);
  if (Math.abs(cross) < UNSEEN && dot > 0) return;
  // The outer side: left where the way turns right. Both are walked so that the wedge runs round as the rectangles do.
  const isRight = cross > 0, fx = isRight ? bx : -ax, fy = isRight ? by : -ay, tx = isRight ? ax : -bx, ty = isRight ? ay : -by;
  if (!square) {
    fan(coverage, x, y, fx, fy, tx, ty, radius);
    return;
  }
  const tip = dot > 2 / (MITRE_LIMIT * MITRE_LIMIT) - 1 ? [x + (fx + tx) / (1 + dot), y + (fy + ty) / (1 + dot)] : [];
  polygon(coverage, [x, y, x + fx, y + fy, ...tip, x + tx, y + ty]);
}
/** The end of a line whose left normal is n. */
function addEnd(coverage: Coverage, x: number, y: number, nx: number, ny: number, { radius, square }: Pen): void {
  if (square) polygon(coverage, [x + nx, y + ny, x - nx, y - ny, x - nx - ny, y - ny + nx, x + nx - ny, y + ny + nx]);
  else fan(coverage, x, y, -nx, -ny, nx, ny, radius);
}
function addDot(coverage: Coverage, x: number, y: number, pen: Pen): void {
  addEnd(coverage, x, y, 0, pen.radius, pen);
  addEnd(coverage, x, y, 0, -pen.radius, pen);
}

/** A sector from f to t. */
function fan(coverage: Coverage, x: number, y: number, fx: number, fy: number, tx: number, ty: number, radius: number): void {
  coverage.edge(x, y, x + fx, y + fy);
  arc(coverage, x, y, fx, fy, tx, ty, radius, 0);
  coverage.edge(x + tx, y + ty, x, y);
}
/** By halves until its chords are flat: roots alone, which are the same bits everywhere. */
function arc(coverage: Coverage, x: number, y: number, ax: number, ay: number, bx: number, by: number, radius: number, depth: number): void {
  const sx = ax + bx, sy = ay + by, length = Math.sqrt(sx * sx + sy * sy);
  if (radius - length / 2 < FLAT || depth > 8) {
    coverage.edge(x + ax, y + ay, x + bx, y + by);
    return;
  }
  // Half a turn: the middle lies ahead of the line.
  const isHalf = length <= 1e-6 * radius, mx = isHalf ? ay : sx / length * radius, my = isHalf ? -ax : sy / length * radius;
  arc(coverage, x, y, ax, ay, mx, my, radius, depth + 1);
  arc(coverage, x, y, mx, my, bx, by, radius, depth + 1);
}
function polygon(coverage: Coverage, points: readonly number[]): void {
  for (let i = 0, j = points.length - 2; i < points.length; j = i, i += 2) coverage.edge(points[j], points[j + 1], points[i], points[i + 1]);
}
