import type { Geometry, Position } from 'geojson';
import { eachPosition } from '../../geo/index.ts';

const positionsOf = (geometry: Geometry | null): Position[] => { const all: Position[] = []; eachPosition(geometry, (position) => { all.push(position); }); return all; };

/**
 * The greatest distance between the positions of two geometries, in their own unit. Order within a ring and where it begins differ
 * between programs, so each position is compared with the nearest of the other geometry; numbers of positions must agree.
 */
export function farthest(a: Geometry | null, b: Geometry | null): number {
  const left = positionsOf(a), right = positionsOf(b);
  if (left.length !== right.length) return Infinity;
  return left.reduce((most, [x, y]) => Math.max(most, right.reduce((least, [u, v]) => Math.min(least, Math.max(Math.abs(x - u), Math.abs(y - v))), Infinity)), 0);
}
