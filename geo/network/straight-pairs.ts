import { bounded, groundDistance, type Plane } from '../crs/index.ts';
import { PairRows } from './pair-rows.ts';
import type { CatchmentPairs } from './pairs.ts';
import { PointGrid } from './point-grid.ts';
import type { PointSet } from './points.ts';

export interface StraightOptions {
  plane: Plane;
  /** Walking metres. */
  radius: number;
  /** Walking metres per metre of straight line, >= 1. */
  detourFactor: number;
}

/**
 * All pairs with straight distance x detour factor <= radius, the bound included. From each unit to the facilities in a
 * grid: there are far fewer of them, and rows come out in their order. The points of a unit follow each other.
 */
export function straightPairs(units: PointSet, facilities: PointSet, { plane, radius, detourFactor }: StraightOptions): CatchmentPairs {
  let scale = 0;
  for (let j = 0; j < facilities.x.length; j++) scale = Math.max(scale, plane.scaleAt(facilities.x[j], facilities.y[j]));
  // The plane may stretch lengths by up to a few per mille; the exact test follows.
  const grid = new PointGrid(facilities, radius / detourFactor * scale * 1.001 + 1e-6);
  const limit = bounded(radius);
  const rows = new PairRows(units.owners, facilities.owners);
  for (let i = 0; i < units.x.length; i++) {
    const x = units.x[i], y = units.y[i];
    for (let k = 0, count = grid.within(x, y); k < count; k++) {
      const near = grid.found[k];
      const walk = groundDistance(plane, x, y, grid.x[near], grid.y[near]) * detourFactor;
      if (walk <= limit) rows.add(grid.owner[near], walk);
    }
    if (units.owner[i] !== units.owner[i + 1]) rows.end(units.owner[i]);
  }
  return rows.pairs();
}
