export { DEPTH_ASSUMPTIONS } from './assumptions.ts';
export { depthOf } from './depth-of.ts';
export { DEFAULT_DEPTHS, levelGround, NO_GROUND } from './ground.ts';
export { DEFAULT_STRATA, STRATA_PRESETS, stratumAt, type StrataPreset } from './strata.ts';
export { withStrata } from './strata-of.ts';
export { checkGround, checkStrata, depthContextOf, type GroundSource, type ProjectStratum, type Underground } from './underground.ts';
export { readsDepths, undergroundKey } from './underground-key.ts';
export type { AssumedLength, AssumedTop, DepthAssumptions, DepthContext, DepthInterval, Ground, Stratum } from './types.ts';
