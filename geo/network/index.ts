export { joinPairs, pairsFrom, pairsWithin, type CatchmentPairs } from './pairs.ts';
export { pointSet, type PointSet } from './points.ts';
export { straightPairs, type StraightOptions } from './straight-pairs.ts';
export { buildNetwork, snap, type WalkingNetwork } from './walking-network.ts';
export { networkPairs, type NetworkPairs } from './network-pairs.ts';
