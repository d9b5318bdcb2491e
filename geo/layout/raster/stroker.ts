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
  const points = distinct(line, closed), count = points.length >> 1;
  if (count < 2) {
    addDot(coverage, line[0], line[1], pen);
    return;
  }
  const parts = closed ? count : count - 1;
  const normals = Array.from({ length: parts }, (_, i) => normal(points, i, (i + 1) % count, pen.radius));
  for (let i = 0; i < parts; i++) {
    const j = (i + 1) % count, [nx, ny] = normals[i];
    const [ax, ay, bx, by] = [points[2 * i], points[2 * i + 1], points[2 * j], points[2 * j + 1]];
    polygon(coverage, [ax + nx, ay + ny, ax - nx, ay - ny, bx - nx, by - ny, bx + nx, by + ny]);
    if (i + 1 < parts || closed) addCorner(coverage, bx, by, normals[i], normals[(i + 1) % parts], pen);
  }
  if (closed) return;
  const [nx, ny] = normals[0], [mx, my] = normals[parts - 1];
  addEnd(coverage, points[0], points[1], -nx, -ny, pen);
  addEnd(coverage, points[2 * count - 2], points[2 * count - 1], mx, my, pen);
}

/** Left of the way, as long as the pen's radius. */
function normal(points: readonly number[], i: number, j: number, radius: number): [number, number] {
  const dx = points[2 * j] - points[2 * i], dy = points[2 * j + 1] - points[2 * i + 1], length = Math.sqrt(dx * dx + dy * dy);
  return [dy / length * radius, -dx / length * radius];
}
function distinct(line: readonly number[], closed: boolean): number[] {
  const points: number[] = [];
  for (let i = 0; i + 1 < line.length; i += 2) if (!same(line, i, points, points.length - 2)) points.push(line[i], line[i + 1]);
  let end = points.length;
  while (end > 2 && same(points, 0, points, end - 2)) end -= 2;
  return closed ? points.slice(0, end) : points;
}
const same = (a: readonly number[], i: number, b: readonly number[], j: number): boolean => j >= 0 && Math.abs(a[i] - b[j]) < 1e-6 && Math.abs(a[i + 1] - b[j + 1]) < 1e-6;

type Vector = readonly [number, number];
function addCorner(coverage: Coverage, x: number, y: number, [ax, ay]: Vector, [bx, by]: Vector, { radius, square }: Pen): void {
  const cross = ax * by - ay * bx, dot = (ax * bx + ay * by) / (radius * radius);
  if (Math.abs(cross) < 1e-9 && dot > 0) return;
  // The outer side: left where the way turns right. Both are walked so that the wedge runs round as the rectangles do.
  const [fx, fy, tx, ty] = cross > 0 ? [bx, by, ax, ay] : [-ax, -ay, -bx, -by];
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

/** A sector from f to t, by halves until its chords are flat: roots alone, which are the same bits everywhere. */
function fan(coverage: Coverage, x: number, y: number, fx: number, fy: number, tx: number, ty: number, radius: number): void {
  const arc = [x, y, x + fx, y + fy];
  const between = (ax: number, ay: number, bx: number, by: number, depth: number): void => {
    const sx = ax + bx, sy = ay + by, length = Math.sqrt(sx * sx + sy * sy);
    if (depth > 0 && (radius - length / 2 < FLAT || depth > 8)) return;
    // Half a turn: the middle lies ahead of the line.
    const [mx, my] = length > 1e-6 * radius ? [sx / length * radius, sy / length * radius] : [ay, -ax];
    between(ax, ay, mx, my, depth + 1);
    arc.push(x + mx, y + my);
    between(mx, my, bx, by, depth + 1);
  };
  between(fx, fy, tx, ty, 0);
  arc.push(x + tx, y + ty);
  polygon(coverage, arc);
}
function polygon(coverage: Coverage, points: readonly number[]): void {
  for (let i = 0, j = points.length - 2; i < points.length; j = i, i += 2) coverage.edge(points[j], points[j + 1], points[i], points[i + 1]);
}
