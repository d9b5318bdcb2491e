import type { Plane } from '../crs/index.ts';
import { issue, type FeatureId, type Issue, type Layer, type PlanFeature } from '../model/index.ts';
import { buildNetwork, networkPairs, pointSet, straightPairs, type CatchmentPairs, type PointSet, type WalkingNetwork } from '../network/index.ts';
import type { ServiceBooks } from './service.ts';

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

/** Pairs, and the rows of those that no street passes near enough: nobody can walk there or from there. */
export interface Catchment {
  pairs: CatchmentPairs;
  offUnits: number[];
  offFacilities: number[];
}
export function catchmentPairs(walking: Walking, units: PointSet, facilities: PointSet): Catchment {
  const { plane, radius, detourFactor, maxSnap, network } = walking;
  if (!network) return { pairs: straightPairs(units, facilities, { plane, radius, detourFactor }), offUnits: [], offFacilities: [] };
  const { pairs, unsnappedUnits, unsnappedFacilities } = networkPairs(network, units, facilities, { radius, maxSnap });
  return { pairs, offUnits: unsnappedUnits, offFacilities: unsnappedFacilities };
}

/** Who stands off the network, by layer. */
export function networkIssues({ units, supplies }: ServiceBooks, walking: Walking, { offUnits, offFacilities }: Catchment): Issue[] {
  const off = offFacilities.map((f) => supplies[f]);
  return [
    ...offNetwork('network.units-off', 'demand-units', offUnits.map((u) => units[u].id), walking),
    ...['parking-facilities', 'shelters'].flatMap((layer) => offNetwork('network.facilities-off', layer, off.filter((supply) => supply.layer === layer).map(({ feature }) => feature.id), walking)),
  ];
}
export function offNetwork(code: string, layer: string, features: FeatureId[], { maxSnap }: Walking): Issue[] {
  return features.length === 0 ? [] : [issue(code, 'warning', { layer, features, params: { n: features.length, maxSnap } })];
}

export const pointsOf = (features: readonly PlanFeature[], plane: Plane): PointSet => pointSet(features, plane);
