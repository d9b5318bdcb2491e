import type { Plane } from '../crs/index.ts';
import { issue, type Issue, type Layer, type PlanFeature } from '../model/index.ts';
import { buildNetwork, networkPairs, pointSet, straightPairs, type CatchmentPairs, type PointSet, type WalkingNetwork } from '../network/index.ts';

/** How walking is measured: along a network where one is given, else straight x detour. The two are never mixed. */
export interface Walking {
  plane: Plane;
  radius: number;
  detourFactor: number;
  maxSnap: number;
  network: WalkingNetwork | null;
}

export function walkingBy(plane: Plane, params: Readonly<Record<string, number>>, streets: Layer | undefined): Walking {
  const network = streets && streets.features.length > 0 ? buildNetwork(streets, plane) : null;
  return { plane, radius: params['catchmentRadius'], detourFactor: params['detourFactor'], maxSnap: params['maxSnap'], network };
}

export function catchmentPairs(walking: Walking, units: PointSet, facilities: PointSet): { pairs: CatchmentPairs; issues: Issue[] } {
  const { plane, radius, detourFactor, maxSnap, network } = walking;
  if (!network) return { pairs: straightPairs(units, facilities, { plane, radius, detourFactor }), issues: [] };
  const { pairs, unsnappedUnits, unsnappedFacilities } = networkPairs(network, units, facilities, { radius, maxSnap });
  const issues: Issue[] = [];
  if (unsnappedUnits.length > 0) issues.push(issue('network.units-off', 'warning', { layer: 'demand-units', params: { n: unsnappedUnits.length, maxSnap } }));
  if (unsnappedFacilities.length > 0) issues.push(issue('network.facilities-off', 'warning', { layer: 'parking-facilities', params: { n: unsnappedFacilities.length, maxSnap } }));
  return { pairs, issues };
}

export const pointsOf = (features: readonly PlanFeature[], plane: Plane): PointSet => pointSet(features, plane);
