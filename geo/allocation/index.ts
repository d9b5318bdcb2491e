export { fairestAllocation, NO_BLOCK, type Certificate, type FairestAllocation } from './fairest.ts';
export { floatingCatchment, gaussianWeight, nearestCost, readBands, stepWeight, type CatchmentMethod, type DistanceWeight, type FloatingCatchment } from './floating-catchment.ts';
export { canonicalSum } from './canonical-sum.ts';
export { maxFlow, ReliefNetwork } from './relief.ts';
export { SiteTrials } from './site-trials.ts';
