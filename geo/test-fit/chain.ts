import { distance, unit, type Bay } from './frame.ts';
import type { Point, Side } from './shapes.ts';

/** Bays of one direction: the grid starts at `from` and runs on to `to`, both measured along it from the origin. */
export function straightBays(origin: Point, along: Point, from: number, to: number, grid: number): Bay[] {
  return chainBays([[origin[0] + from * along[0], origin[1] + from * along[1]], [origin[0] + to * along[0], origin[1] + to * along[1]]], grid, 0);
}

/** Turning more than this at one place (cosine of about 20 degrees) is a corner of its own: the grid starts anew there. */
const SHARP = 0.94;

/**
 * Bays along an axis. Bends are followed in chords as long as the grid; sharp corners stay where they are.
 *
 * @param halfWidth how far the ground reaches beside the axis, m: so far the bisector of a sharp corner cuts
 */
export function chainBays(axis: readonly Point[], grid: number, halfWidth: number): Bay[] {
  const isLoop = distance(axis[0], axis[axis.length - 1]) < 1e-9;
  const joints = chords(axis, grid);
  // A rest too short for a bay of its own falls to the last one, so that the ring closes.
  if (isLoop) joints[joints.length - 1] = axis[0];
  const directions = joints.slice(1).map((p, i) => unit(joints[i], p));
  // Round a ring the first bay meets the last.
  const ends = isLoop ? [directions[directions.length - 1], directions[0]] : [undefined, undefined];
  const bays = directions.map((along, i): Bay => ({ origin: joints[i], along, length: distance(joints[i], joints[i + 1]), cuts: [] }));
  bays.forEach((bay, i) => {
    bay.cuts.push(facing(joints[i], bisector(directions[i - 1] ?? ends[0], directions[i]), -1), facing(joints[i + 1], bisector(directions[i], directions[i + 1] ?? ends[1]), 1));
    for (let k = 1; k < joints.length - 1; k++) {
      const cosine = directions[k - 1][0] * directions[k][0] + directions[k - 1][1] * directions[k][1];
      if (k === i || k === i + 1 || cosine > SHARP) continue;
      // The bisector cuts into legs as far as half the width times the tangent of half the turn.
      const cutting = halfWidth * Math.sqrt((1 - cosine) / (1 + cosine + 1e-9)) + grid;
      const apart = k < i ? stationBetween(joints, k, i) : stationBetween(joints, i + 1, k);
      if (apart < cutting) bay.cuts.push(facing(joints[k], bisector(directions[k - 1], directions[k]), k <= i ? -1 : 1));
    }
  });
  return bays;
}
const stationBetween = (joints: readonly Point[], from: number, to: number): number => joints.slice(from, to).reduce((sum, p, i) => sum + distance(p, joints[from + i + 1]), 0);
const facing = ([x, y]: Point, [u, v]: Point, way: 1 | -1): Side => ({ a: way * u, b: way * v, c: way * (u * x + v * y) });
function bisector(before: Point | undefined, after: Point | undefined): Point {
  if (!before || !after) return (before ?? after)!;
  return unit([0, 0], [before[0] + after[0], before[1] + after[1]]);
}

/** Points on the axis a grid length apart as the crow flies, each sharp corner among them. */
function chords(axis: readonly Point[], grid: number): Point[] {
  const joints: Point[] = [axis[0]];
  for (let i = 1; i < axis.length; i++) {
    const end = axis[i];
    const last = i === axis.length - 1;
    const corner = !last && isCorner(axis[i - 1], end, axis[i + 1]);
    // As many whole chords as end on this edge of the axis.
    for (;;) {
      const t = leaves(joints[joints.length - 1], grid, axis[i - 1], end);
      if (t === null) break;
      joints.push([axis[i - 1][0] + t * (end[0] - axis[i - 1][0]), axis[i - 1][1] + t * (end[1] - axis[i - 1][1])]);
    }
    if ((corner || last) && distance(joints[joints.length - 1], end) > 0.5) joints.push(end);
  }
  return joints;
}
function isCorner(a: Point, b: Point, c: Point): boolean {
  const u = unit(a, b), v = unit(b, c);
  return u[0] * v[0] + u[1] * v[1] < SHARP;
}
/** Where an edge leaves the circle around a point, from 0 to 1; null where it does not. */
function leaves(centre: Point, radius: number, a: Point, b: Point): number | null {
  const dx = b[0] - a[0], dy = b[1] - a[1], fx = a[0] - centre[0], fy = a[1] - centre[1];
  const A = dx * dx + dy * dy, B = fx * dx + fy * dy, C = fx * fx + fy * fy - radius * radius;
  if (A === 0 || B * B < A * C) return null;
  const t = (-B + Math.sqrt(B * B - A * C)) / A;
  return t > 1e-9 && t <= 1 ? t : null;
}
