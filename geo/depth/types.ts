export type { AssumedLength, AssumedTop, DepthAssumptions, DepthContext, DepthInterval, Ground, Stratum } from '../model/index.ts';
