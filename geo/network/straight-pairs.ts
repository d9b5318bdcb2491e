import KDBush from 'kdbush';
import { bounded, groundDistance, type Plane } from '../crs/index.ts';
import { pairsFrom, type CatchmentPairs } from './pairs.ts';
import type { PointSet } from './points.ts';

export interface StraightOptions {
  plane: Plane;
  /** Walking metres. */
  radius: number;
  /** Walking metres per metre of straight line, >= 1. */
  detourFactor: number;
}

/** All pairs with straight distance x detour factor <= radius, the bound included. */
export function straightPairs(units: PointSet, facilities: PointSet, options: StraightOptions): CatchmentPairs {
  const { plane, radius, detourFactor } = options;
  const index = new KDBush(units.x.length, 64, Float64Array);
  for (let i = 0; i < units.x.length; i++) index.add(units.x[i], units.y[i]);
  index.finish();
  const limit = bounded(radius);
  const unit: number[] = [], facility: number[] = [], cost: number[] = [];
  for (let j = 0; j < facilities.x.length; j++) {
    const { 0: fx, 1: fy } = [facilities.x[j], facilities.y[j]];
    // The plane may stretch lengths by up to a few per mille; the exact test follows.
    for (const i of index.within(fx, fy, radius / detourFactor * plane.scaleAt(fx, fy) * 1.001 + 1e-6)) {
      const walk = groundDistance(plane, units.x[i], units.y[i], fx, fy) * detourFactor;
      if (walk > limit) continue;
      unit.push(units.owner[i]);
      facility.push(facilities.owner[j]);
      cost.push(walk);
    }
  }
  return pairsFrom(units.owners, facilities.owners, unit, facility, cost);
}
