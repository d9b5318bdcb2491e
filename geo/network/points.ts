import type { Plane } from '../crs/index.ts';
import { reachPoints } from '../geometry/index.ts';
import type { PlanFeature } from '../model/index.ts';

/** Where features are reached, in the plane: a feature with several entrances has several points. */
export interface PointSet {
  x: Float64Array;
  y: Float64Array;
  /** Index of the feature each point belongs to. */
  owner: Uint32Array;
  owners: number;
}

export function pointSet(features: readonly PlanFeature[], plane: Plane): PointSet {
  const x: number[] = [], y: number[] = [], owner: number[] = [];
  features.forEach((feature, index) => {
    for (const [lon, lat] of reachPoints(feature)) {
      const [px, py] = plane.forward(lon, lat);
      x.push(px);
      y.push(py);
      owner.push(index);
    }
  });
  return { x: Float64Array.from(x), y: Float64Array.from(y), owner: Uint32Array.from(owner), owners: features.length };
}
