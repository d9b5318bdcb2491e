import KDBush from 'kdbush';
import { bounded, groundDistance, type Plane } from '../crs/index.ts';
import { LoosePairs } from './loose-pairs.ts';
import type { CatchmentPairs } from './pairs.ts';
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
  const pairs = new LoosePairs();
  for (let j = 0; j < facilities.x.length; j++) {
    const fx = facilities.x[j], fy = facilities.y[j];
    // The plane may stretch lengths by up to a few per mille; the exact test follows.
    for (const i of index.within(fx, fy, radius / detourFactor * plane.scaleAt(fx, fy) * 1.001 + 1e-6)) {
      const walk = groundDistance(plane, units.x[i], units.y[i], fx, fy) * detourFactor;
      if (walk <= limit) pairs.add(units.owner[i], facilities.owner[j], walk);
    }
  }
  return pairs.sorted(units.owners, facilities.owners);
}
